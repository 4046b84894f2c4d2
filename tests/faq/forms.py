"""What the tests of the admin post: forms as a browser fills them in."""

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_url(model, parent) -> str:
    return reverse(
        "wagtailadmin_pages:add",
        args=[model._meta.app_label, model._meta.model_name, parent.pk],
    )


def question(question_fr, *, pk="", **fields) -> dict:
    answers = {"answer_en": rich_text(""), "answer_es": rich_text("")}
    return {
        "id": str(pk),
        "question_fr": question_fr,
        "answer_fr": rich_text("<p>Une réponse.</p>"),
        "anchor": "",
        **answers,
        **fields,
    }


def faq_form(*rows, initial=0, **fields) -> dict:
    form = {
        "title_fr": "Questions",
        "slug_fr": "questions",
        "items": inline_formset(list(rows), initial=initial),
        "action-publish": "publish",
        **fields,
    }
    return nested_form_data(form)


def errors_of_rows(response, relation) -> list[dict]:
    formset = response.context["form"].formsets[relation]
    return [dict(form.errors) for form in formset.forms]
