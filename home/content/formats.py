"""What content files may say: the fields of each page type, of its rows and of the site."""

from django.apps import apps

from core.models import MenuItem, SiteSettings
from core.models.site_settings import SocialLink
from faq.models import FaqItem, FaqPage
from home.content.body import Body
from home.content.kinds import (
    Choices,
    Day,
    Kind,
    LibraryFile,
    PageLink,
    Plain,
    Rich,
    Shared,
)
from home.content.organisation_fields import ORGANISATION
from home.content.press_fields import CONTACT, ITEM, ROOM
from home.content.resource_fields import AUTHOR, FILE, RESOURCE
from home.content.shapes import PageType, Rows, Vocabulary
from home.models import ContentPage, HomePage, HomeThread
from organisations.models import Organisation, OrganisationListPage
from partnerships.models import Funder, FunderListPage, PartnershipPage
from press.models import PressContact, PressItemPage, PressRoomPage
from resources.models import (
    Region,
    ResourceAuthor,
    ResourceFile,
    ResourceIndexPage,
    ResourcePage,
    ResourceType,
    Sector,
    Theme,
)

TREE_FIELDS = {"title": Plain("title"), "slug": Plain("slug")}

ANY_PAGE = {
    "title": Plain("headline"),
    "seo_title": Plain("seo_title"),
    "search_description": Plain("search_description"),
}

TEXT_PAGE = {
    "kicker": Plain("kicker"),
    **ANY_PAGE,
    "lead": Plain("lead"),
    "body": Body("body"),
}

THREADS = Rows(HomeThread, "threads", {"title": Plain("title"), "text": Plain("text")})

QUESTIONS = Rows(
    FaqItem,
    "items",
    {
        "audience": Choices("audiences"),
        "question": Plain("question"),
        "answer": Rich("answer"),
        "reviewed_on": Day("reviewed_on"),
    },
    anchor="anchor",
    ignored=frozenset({"source_answer"}),
)

FUNDERS = Rows(
    Funder,
    "funders",
    {
        "name": Plain("name", shared_name=True),
        "name_i18n": Plain("name"),
        "sort_name": Plain("sort_name", shared_name=True),
        "kind": Shared("kind"),
        "country": Shared("country"),
        "years": Shared("years"),
        "purpose": Plain("purpose"),
        "url": Shared("website"),
        "logo": LibraryFile("logo"),
        "status": Shared("evidence"),
        "evidence": Shared("evidence_note"),
    },
    anchor="anchor",
    ignored=frozenset({"is_company"}),
)

# The form stands on the same floor as this, and is known by name.
ROUTES = Rows(
    apps.get_model("contact.ContactRoute"),
    "routes",
    {
        "title": Plain("title"),
        "text": Rich("text"),
        "recipients": Shared("recipients"),
    },
)
ORGANISATIONS = Rows(
    Organisation,
    "organisations",
    ORGANISATION,
    anchor="anchor",
    # A size in one language alone; `size` and `size_year` tell it in all.
    ignored=frozenset({"size_fact"}),
    unknown=frozenset({"acronym", "country", "url", "founded"}),
)

AUTHORS = Rows(ResourceAuthor, "authors", AUTHOR)
FILES = Rows(ResourceFile, "files", FILE)

CONTACTS = Rows(PressContact, "contacts", CONTACT)

PAGE_TYPES = {
    page_type.name: page_type
    for page_type in (
        PageType(
            "HomePage",
            HomePage,
            {
                **TEXT_PAGE,
                "threads_heading": Plain("threads_heading"),
                "threads_body": Rich("threads_body"),
            },
            {"threads": THREADS},
        ),
        PageType("ContentPage", ContentPage, TEXT_PAGE),
        PageType(
            "PartnershipPage",
            PartnershipPage,
            {
                "kicker": Plain("kicker"),
                **ANY_PAGE,
                "intro": Rich("intro"),
                "line": Plain("line"),
                "activities": {
                    "heading": Plain("activities_heading"),
                    "body": Rich("activities_body"),
                },
                "funders_teaser": {
                    "heading": Plain("funders_heading"),
                    "body": Rich("funders_body"),
                    "link_page": PageLink("funders_page"),
                    "link_label": Plain("funders_link_label"),
                },
                "faq_heading": Plain("faq_heading"),
                "faq_page": PageLink("faq_page"),
                "policy_reviewed_on": Day("policy_reviewed_on"),
            },
            chosen_children={"faq_page": "FaqPage", "funders_page": "FundersPage"},
        ),
        PageType(
            "FundersPage",
            FunderListPage,
            {
                **ANY_PAGE,
                "intro": Rich("intro"),
                "collaborations": {
                    "heading": Plain("collaborations_heading"),
                    "intro": Plain("collaborations_intro"),
                },
            },
            {"funders": FUNDERS},
        ),
        PageType(
            "FaqPage",
            FaqPage,
            {**ANY_PAGE, "intro": Plain("intro")},
            {"questions": QUESTIONS},
        ),
        PageType(
            "ContactPage",
            apps.get_model("contact.ContactPage"),
            {
                "kicker": Plain("kicker"),
                **ANY_PAGE,
                "lead": Plain("lead"),
                "form": {
                    "heading": Plain("form_heading"),
                    "intro": Rich("form_intro"),
                    "thanks": Plain("thanks"),
                    "recipients": Shared("recipients"),
                },
            },
            {"routes": ROUTES},
        ),
        PageType(
            "PressRoomPage", PressRoomPage, {**ANY_PAGE, **ROOM}, {"contacts": CONTACTS}
        ),
        PageType("PressItemPage", PressItemPage, {**ANY_PAGE, **ITEM}),
        PageType("ResourceIndexPage", ResourceIndexPage, TEXT_PAGE),
        PageType(
            "ResourcePage",
            ResourcePage,
            {**ANY_PAGE, **RESOURCE},
            {"authors": AUTHORS, "files": FILES},
        ),
        PageType(
            "MembersIndexPage",
            OrganisationListPage,
            {
                "kicker": Plain("kicker"),
                **ANY_PAGE,
                "lead": Plain("lead"),
                "note": Rich("note"),
            },
            {"organisations": ORGANISATIONS},
        ),
    )
}

# Types that do not exist yet, and the one that stands in for each: see docs/content-format.md.
STAND_INS = {
    "PrioritiesPage": "ContentPage",
    "TeamPage": "ContentPage",
}

VIEWS = ("SearchView",)  # No pages, though in the tree of a file.

# Lists of the section “taxonomies”; its others are choices that the code knows.
VOCABULARIES = {
    "sector": Vocabulary(Sector),
    "region": Vocabulary(Region),
    "resource_type": Vocabulary(
        ResourceType, {"label": Plain("label"), "cited_as": Shared("cited_as")}
    ),
    "theme": Vocabulary(Theme),
}
KEY = Shared("key")

# Sections whose rows belong to the page with the given key.
ROW_SECTIONS = {
    "faq": ("faq", "questions"),
    "funders": ("funders", "funders"),
    "members": ("members", "organisations"),
}

# Sections of the first files, which hold too little for a page: checked lightly, not loaded.
WAITING_SECTIONS = ("press", "press_contacts")

SECTIONS = (
    "meta",
    "taxonomies",
    "site",
    "tree",
    "pages",
    *ROW_SECTIONS,
    "redirects",
    "documents",
    *WAITING_SECTIONS,
)

SITE_FIELDS = {
    "name": Plain("name"),
    "strapline": Plain("strapline"),
    "contact_line": Plain("contact_line"),
    "footer_text": Rich("footer_text"),
}

SITE_MODEL = SiteSettings
SOCIAL_LINK = SocialLink
MENU_ITEM = MenuItem
MENU_LABEL = Plain("label")
MENUS = {"main_menu": MenuItem.Place.MAIN, "footer_menu": MenuItem.Place.FOOTER}


def page_type(name: str) -> PageType | None:
    """Return the page type that files call `name`, or its stand-in."""
    return PAGE_TYPES.get(STAND_INS.get(name, name))


def type_of(model: type) -> PageType | None:
    """Return the page type whose pages are of `model`."""
    for known in PAGE_TYPES.values():
        if known.model is model:
            return known
    return None


def kinds_of(fields: dict) -> list[Kind]:
    """Return the kinds of all `fields`, one for each field of the model."""
    kinds = {}
    for kind in fields.values():
        for found in [kind] if isinstance(kind, Kind) else kinds_of(kind):
            kinds.setdefault(found.field_name, found)
    return list(kinds.values())


def kind_of(fields: dict, field_name: str) -> Kind:
    """Return the kind that gives the field `field_name` of the model."""
    return next(kind for kind in kinds_of(fields) if kind.field_name == field_name)


def name_of(fields: dict, wanted: Kind) -> str:
    """Return the name by which files call the field of `wanted`."""
    for name, kind in fields.items():
        if kind is wanted:
            return name
        if isinstance(kind, dict) and wanted in kinds_of(kind):
            return f"{name}.{name_of(kind, wanted)}"
    return wanted.field_name
