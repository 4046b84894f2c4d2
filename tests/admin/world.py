"""One of everything that the addresses of the admin are about."""

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    Site,
    Task,
    UploadedFile,
    Workflow,
)

from contact.models import Message
from core.models import SiteDocument, SiteImage, SiteSettings
from resources.models import ResourceImport
from resources.models.taxonomies import CATEGORIES
from search.models import PromotedResult
from tests.admin.people import make_user
from tests.factories import (
    faq_item,
    make_content_page,
    make_faq_page,
    make_resource_index_page,
)
from translations.exporting import export
from translations.models import GlossaryTerm, ImportedFile, LanguageVersion


class World:
    """Makes the objects, and knows what stands in an address for each."""

    def __init__(self, user):
        self.page = make_faq_page(items=[faq_item()])
        self.page.save_revision(user=user)
        self.page.refresh_from_db()
        self.other = make_content_page()
        self._make_media()
        self.settings = SiteSettings.objects.first() or SiteSettings.load()
        self.settings.save()
        self.settings_revision = self.settings.save_revision()
        self.term = GlossaryTerm.objects.create(term_fr="syndicat")
        self.term_revision = self.term.save_revision()
        self._make_categories()
        self.version = LanguageVersion.objects.of(self.page).get(language="es")
        self._make_files(user)
        self.message = Message.objects.create(name="Awa", language="fr", text="…")
        self.redirect = Redirect.objects.create(old_path="/ancien", redirect_link="/")
        self.collection = Collection.get_first_root_node().add_child(name="Photos")
        self.upload = UploadedFile.objects.create(
            file=ContentFile(b"text", "envoi.txt"), uploaded_by_user=user
        )
        self.workflow = Workflow.objects.get()
        self.state = self.workflow.start(self.page, user)
        self.session = EditingSession.objects.create(
            user=user,
            content_object=self.page,
            last_seen_at=self.page.last_published_at,
        )
        self.person = make_user(email="somebody@example.org")

    def _make_files(self, user):
        self.file = ImportedFile.objects.create(
            user=user, name="textos.po", content=export([self.version], "po")
        )
        make_resource_index_page()
        self.resource_import = ResourceImport.objects.create(
            user=user, name="list.csv", content=b"title\nOne\n", total=1
        )

    def _make_media(self):
        self.image = SiteImage.objects.create(title="Photo", file=get_test_image_file())
        self.document = SiteDocument.objects.create(
            title="Rapport", file=ContentFile(b"text", "rapport.txt")
        )

    def _make_categories(self):
        self.promoted = PromotedResult.objects.create(page=self.page, words_fr="droit")
        self.promoted.save_revision()
        self.categories = {
            f"/{model._meta.model_name}/": model.objects.create(
                key="law", label_fr="Droit"
            )
            for model in CATEGORIES
        }
        for category in self.categories.values():
            category.save_revision()

    def values(self, route: str) -> dict:
        """Return a value for each parameter of `route`."""
        return {
            **self._page_values(),
            **self._workflow_values(),
            **self._media_values(),
            **self._model(route),
            "revision_id": self._revision(route),
            **self._translated(),
            "redirect_id": self.redirect.pk,
            "session_id": self.session.pk,
            "file_id": self.file.pk,
            "import_id": self.resource_import.pk,
            "uidb64": "MQ",
            "token": "set-password",
            "pk": self._pk(route, Task.objects.get()),
        }

    def _page_values(self):
        page, parent = self.page.pk, self.page.get_parent().pk
        return {
            **dict.fromkeys(("page_id", "page_to_move_id", "page_pk"), page),
            **dict.fromkeys(("parent_page_id", "destination_id"), parent),
            "object_id": page,
            "content_type_app_name": "home",
            "content_type_model_name": "contentpage",
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
        }

    def _translated(self):
        return {
            "version_id": self.version.pk,
            "content_type_id": self.page.content_type_id,
            "language": self.version.language,
        }

    def _workflow_values(self):
        return {
            "action_name": "approve",
            "action": "delete",
            "workflow_state_id": self.state.pk,
            "task_state_id": self.state.current_task_state_id,
            "workflow_pk": self.workflow.pk,
            "task_id": Task.objects.get().pk,
        }

    def _media_values(self):
        return {
            **dict.fromkeys(("document_id", "doc_id"), self.document.pk),
            "image_id": self.image.pk,
            "filter_spec": "width-100",
            "uploaded_file_id": self.upload.pk,
            "collection_id": self.collection.pk,
        }

    @staticmethod
    def _model(route):
        if "tasks/add" in route:
            return {"app_label": "wagtailcore", "model_name": "groupapprovaltask"}
        if "tag-autocomplete" in route:
            return {"app_name": "taggit", "model_name": "tag"}
        if "/bulk/" in route or "/editing-sessions/" in route:
            return {"app_label": "core", "model_name": "sitepage"}
        return {"app_label": "home", "model_name": "contentpage"}

    def _revision(self, route):
        if "/sitesettings/" in route:
            return self.settings_revision.pk
        if "/glossaryterm/" in route:
            return self.term_revision.pk
        if "/promotedresult/" in route:
            return self.promoted.latest_revision_id
        for part, category in self.categories.items():
            if part in route:
                return category.latest_revision_id
        return self.page.revisions.order_by("pk").first().pk

    def _pk(self, route, task):
        for part, pk in (
            ("/api/main/documents", self.document.pk),
            ("/api/main/images", self.image.pk),
            ("/documents/chooser", self.document.pk),
            ("/images/chooser", self.image.pk),
            ("/collections/", self.collection.pk),
            ("/workflows/tasks/", task.pk),
            ("/workflows/", self.workflow.pk),
            ("/sitesettings/", self.settings.pk),
            ("/glossaryterm/", self.term.pk),
            ("/promotedresult/", self.promoted.pk),
            *((part, category.pk) for part, category in self.categories.items()),
            ("/contact_messages/", self.message.pk),
            ("/sites/", Site.objects.get().pk),
            ("/users/", self.person.pk),
            ("/groups/", Group.objects.order_by("pk").first().pk),
            ("/pages/", self.page.pk),
        ):
            if part in route:
                return pk
        return None
