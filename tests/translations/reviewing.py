"""A page in several languages, a workflow that reads them one after the other, and who reads them."""

from django.contrib.auth.models import Group
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from core.groups import translators
from core.models import SitePage
from tests.admin.people import make_translator
from tests.factories import home_page, make_content_page
from tests.translations.test_states import latest, version
from translations.models import LanguageReviewTask
from translations.reviews.approvals import fingerprint_of
from translations.reviews.records import open_review
from translations.saving import save_texts
from translations.states import pairs_of


def make_task(language, group=None) -> LanguageReviewTask:
    """Return the step in which a group, by default the translators, reads `language`."""
    task = LanguageReviewTask.objects.create(name=f"Read {language}", language=language)
    task.groups.set([group or Group.objects.get(name=translators(language))])
    return task


def make_workflow(*languages) -> Workflow:
    """Let every page be read in `languages`, in their order, once it is submitted."""
    WorkflowPage.objects.all().delete()
    workflow = Workflow.objects.create(name="Languages")
    for number, language in enumerate(languages):
        task = make_task(language)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=number)
    WorkflowPage.objects.create(workflow=workflow, page=home_page())
    return workflow


def make_draft_page(**texts):
    """Return a live page whose Spanish a translator wrote, which nobody confirmed."""
    page = make_content_page(
        title_en="Governance", lead_fr="Bonjour", lead_en="Hello", **texts
    )
    write(page, title="Gobernanza", lead="Hola")
    return page


def write(page, user=None, language="es", **texts):
    """Write `texts` at the desk without saying that they are done."""
    one = version(page, language)
    shown = {pair.place: pair.target_fingerprint for pair in pairs(page, language)}
    saved = save_texts(one, user or make_translator(language), texts, shown)
    assert saved.is_complete, saved


def pairs(page, language="es"):
    return list(pairs_of(version(page, language), latest(page)))


def shown(page, language="es") -> str:
    return fingerprint_of(version(page, language), latest(page))


def review_of(page, language="es"):
    return open_review(version(page, language))


def fresh(page) -> SitePage:
    return SitePage.objects.get(pk=page.pk).specific
