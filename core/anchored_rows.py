"""Rows of a page that links lead to: each has an anchor, which stays once it is public."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet

from core.anchors import MAX_LENGTH, make_anchor, twin_message, validate_anchor
from core.models import TranslatedChild
from core.panels import TranslatedInlinePanel


class AnchoredChild(TranslatedChild):
    """A row with an anchor, made from its text where an editor writes none."""

    anchor_source: str

    anchor = models.SlugField(
        _("anchor"),
        max_length=MAX_LENGTH,
        blank=True,
        validators=[validate_anchor],
        help_text=_(
            "The end of the link to this entry, the same in every language: "
            "small letters, digits and hyphens. Leave empty to have it made. "
            "It cannot change once the entry is public, as people share the link."
        ),
    )

    class Meta:
        abstract = True


class AnchoredFormSet(BaseChildFormSet):
    """Fills empty anchors, and refuses twins and changes of public ones."""

    def clean(self):
        super().clean()
        forms = [form for form in self.forms if self._is_kept(form)]
        public = self._public_anchors(forms)
        self._fill(forms, public)
        owners = {}
        for form in forms:
            anchor = form.instance.anchor
            if anchor in owners:
                self._refuse(form, twin_message(anchor, owners[anchor]))
            owners.setdefault(anchor, form.instance)
            before = public.get(form.instance.pk)
            if before and before != anchor:
                self._refuse(form, self._change_message(before))

    def _is_kept(self, form):
        is_new_and_empty = form.empty_permitted and not form.has_changed()
        is_valid = hasattr(form, "cleaned_data") and "anchor" not in form.errors
        return is_valid and not is_new_and_empty and not self._should_delete_form(form)

    def _public_anchors(self, forms):
        """Return by key the anchors that visitors may have followed: the database holds the live rows."""
        keys = [form.instance.pk for form in forms if form.instance.pk]
        if not keys or not getattr(self.instance, "live", False):
            return {}
        return dict(self.model.objects.filter(pk__in=keys).values_list("pk", "anchor"))

    def _fill(self, forms, public):
        unnamed = [form for form in forms if self._shows_no_anchor(form)]
        taken = {form.instance.anchor for form in forms if form not in unnamed}
        for form in unnamed:
            row = form.instance
            text = getattr(row, row.anchor_source) or ""
            row.anchor = public.get(row.pk) or make_anchor(text, taken)
            form.cleaned_data["anchor"] = row.anchor
            taken.add(row.anchor)

    @staticmethod
    def _shows_no_anchor(form):
        """Tell whether the anchor is still the site's to make, as the text may still be growing.

        A browser that saves in the background goes on showing the empty anchor it began with.
        """
        is_blank = form.data.get(form.add_prefix("anchor")) == ""
        is_ours = is_blank and "anchor" in form.fields
        return not form.instance.anchor or (is_ours and "anchor" not in form.merged)

    @staticmethod
    def _refuse(form, message):
        form.add_error("anchor" if "anchor" in form.fields else None, message)

    @staticmethod
    def _change_message(before):
        return gettext(
            "This entry is public, and links to it end in “#%(anchor)s”. "
            "Keep that anchor; for another question, add a new entry."
        ) % {"anchor": before}


class AnchoredInlinePanel(TranslatedInlinePanel):
    """Rows that links lead to."""

    def get_form_options(self):
        options = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        stock = rows.get("formset")
        bases = (AnchoredFormSet, stock) if stock else (AnchoredFormSet,)
        rows["formset"] = type("AnchoredFormSet", bases, {})
        return options
