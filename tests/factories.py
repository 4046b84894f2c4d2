"""Plain functions that make the pages a test needs, with sane defaults."""

from datetime import time

from django.db import transaction
from wagtail.fields import StreamField

from contact.models import ContactPage, ContactRoute
from core.many_pages import NewPages
from faq.models import FaqItem, FaqPage
from home.models import ContentPage, HomePage
from organisations.models import Organisation, OrganisationListPage
from partnerships.models import Funder, FunderListPage, PartnershipPage
from press.models import PressContact, PressItemPage, PressRoomPage
from resources.models import ResourceIndexPage, ResourcePage, ResourceType


def home_page() -> HomePage:
    """Return the home page, which the migrations made."""
    return HomePage.objects.get()


def make_content_page(parent=None, **fields) -> ContentPage:
    fields.setdefault("title_fr", "Gouvernance")
    return _add(parent, ContentPage(**fields))


def make_partnership_page(parent=None, **fields) -> PartnershipPage:
    fields.setdefault("title_fr", "Faire équipe")
    fields.setdefault("title_en", "Partner with us")
    fields.setdefault("slug_fr", "faire-equipe")
    fields.setdefault("slug_en", "partner-with-us")
    fields.setdefault("intro_fr", "<p>Une introduction.</p>")
    return _add(parent, PartnershipPage(**fields))


def make_faq_page(parent=None, items=None, **fields) -> FaqPage:
    fields.setdefault("title_fr", "Foire aux questions")
    fields.setdefault("title_en", "FAQ")
    fields.setdefault("slug_fr", "foire-aux-questions")
    fields.setdefault("slug_en", "faq")
    return _add(parent, FaqPage(items=items or [], **fields))


def faq_item(**fields) -> FaqItem:
    fields.setdefault("anchor", "stages")
    fields.setdefault("question_fr", "Proposez-vous des stages ?")
    fields.setdefault("answer_fr", "<p>Pas pour le moment.</p>")
    return FaqItem(**fields)


def make_funder_list_page(parent=None, funders=None, **fields) -> FunderListPage:
    fields.setdefault("title_fr", "Qui nous finance")
    return _add(parent, FunderListPage(funders=funders or [], **fields))


def funder(**fields) -> Funder:
    fields.setdefault("anchor", "ford")
    fields.setdefault("name_fr", "Fondation Ford")
    fields.setdefault("kind", Funder.Kind.FOUNDATION)
    fields.setdefault("evidence", Funder.Evidence.GRANT)
    return Funder(**fields)


def make_contact_page(parent=None, routes=None, **fields) -> ContactPage:
    fields.setdefault("title_fr", "Nous écrire")
    fields.setdefault("title_en", "Contact")
    fields.setdefault("slug_en", "contact")
    fields.setdefault("recipients", "team@example.org")
    return _add(parent, ContactPage(routes=routes or [], **fields))


def contact_route(**fields) -> ContactRoute:
    fields.setdefault("title_fr", "Vous étudiez")
    fields.setdefault("title_en", "You are a student")
    return ContactRoute(**fields)


def make_resource_index_page(**fields) -> ResourceIndexPage:
    fields.setdefault("title_fr", "Ressources")
    fields.setdefault("title_en", "Resources")
    return _add(None, ResourceIndexPage(**fields))


def make_resource_page(parent=None, **fields) -> ResourcePage:
    """Make a document below `parent`, or below the list of resources, which is made if need be."""
    parent = parent or ResourceIndexPage.objects.first() or make_resource_index_page()
    fields.setdefault("title_fr", "Femmes et hommes")
    fields.setdefault("original_title", "Women and Men")
    fields.setdefault("original_language", "en")
    if "type" not in fields:
        fields["type"] = ResourceType.objects.get_or_create(
            key="report", defaults={"label_fr": "Rapport", "label_en": "Report"}
        )[0]
    sorted_by = {name: fields.pop(name, []) for name in ("sectors", "themes")}
    page = ResourcePage(**fields)
    for name, entries in sorted_by.items():
        setattr(page, name, entries)
    return _add(parent, page)


def make_organisation_list_page(
    parent=None, organisations=None, **fields
) -> OrganisationListPage:
    fields.setdefault("title_fr", "Membres et réseaux")
    fields.setdefault("title_en", "Members and networks")
    return _add(
        parent, OrganisationListPage(organisations=organisations or [], **fields)
    )


def organisation(**fields) -> Organisation:
    fields.setdefault("anchor", "streetnet")
    fields.setdefault("name_fr", "StreetNet International")
    fields.setdefault("kind", Organisation.Kind.NETWORK_GLOBAL)
    fields.setdefault("evidence", Organisation.Evidence.PUBLIC)
    return Organisation(**fields)


def make_press_room(contacts=None, **fields) -> PressRoomPage:
    fields.setdefault("title_fr", "Salle de presse")
    fields.setdefault("title_en", "Press room")
    return _add(None, PressRoomPage(contacts=contacts or [], **fields))


def make_press_item(room=None, **fields) -> PressItemPage:
    """Make a release in `room`, or in the press room, which is made if need be."""
    fields.setdefault("title_fr", "Communiqué")
    fields.setdefault("summary_fr", "Un résumé.")
    room = room or PressRoomPage.objects.first() or make_press_room()
    return _add(room, PressItemPage(**fields))


def press_contact(**fields) -> PressContact:
    fields.setdefault("role_fr", "Contact presse")
    fields.setdefault("language", "en")
    fields.setdefault("email", "press@example.org")
    fields.setdefault("time_zone", "Europe/Paris")
    fields.setdefault("opens_at", time(9))
    fields.setdefault("closes_at", time(17))
    return PressContact(**fields)


def _add(parent, page):
    """Add `page` and publish it with a revision, as the admin does."""
    parent = parent or home_page()
    if _settles_as_saved(page):
        parent.add_child(instance=page)
        page.save_revision().publish()
    else:
        # What a save would store, as a test of `core.many_pages` shows, in a fifth of the time.
        page.live = True
        with transaction.atomic():
            new = NewPages(parent)
            new.place(page)
            new.write()
        parent.numchild += 1
    return type(page).objects.get(pk=page.pk)


def _settles_as_saved(page) -> bool:
    """Tell whether saving `page` gives it what it shows: anchors, and what lists ask of it."""
    streams = [f.name for f in page._meta.fields if isinstance(f, StreamField)]
    has_own_ways = isinstance(page, (FaqPage, ResourcePage))
    return has_own_ways or any(getattr(page, name) for name in streams)
