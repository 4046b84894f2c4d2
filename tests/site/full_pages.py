"""Makes a page of each type that holds as much of everything as a test asks for."""

import json

from core.models import (
    SiteDocument,
)
from home.models import HomeThread
from resources.models import ResourceAuthor, ResourceFile, Sector
from tests.factories import (
    contact_route,
    faq_item,
    funder,
    home_page,
    make_contact_page,
    make_content_page,
    make_faq_page,
    make_funder_list_page,
    make_organisation_list_page,
    make_partnership_page,
    make_press_item,
    make_press_room,
    make_resource_index_page,
    make_resource_page,
    organisation,
    press_contact,
)


def link_to(*pages):
    return "".join(f'<p><a linktype="page" id="{page.pk}">x</a></p>' for page in pages)


def body(targets, image):
    document = SiteDocument.objects.create(title="Fichier", file="fichier.pdf")
    blocks = [
        {"type": "heading", "value": {"text": "Titre", "anchor": ""}},
        {
            "type": "people",
            "value": [{"name": "A", "role": "", "text": "", "photo": image.pk}],
        },
    ]
    for target in targets:
        button = {"text": "", "label": "Aller", "page": target.pk, "url": ""}
        blocks += [
            {"type": "text", "value": link_to(target)},
            {"type": "image", "value": {"image": image.pk, "caption": ""}},
            {"type": "document", "value": {"document": document.pk, "label": ""}},
            {"type": "call_to_action", "value": button},
        ]
    return json.dumps(blocks)


def content_page(parent, targets, image):
    return make_content_page(
        parent, title_fr="Page pleine", body_fr=body(targets, image)
    )


def home_with_everything(parent, targets, image):
    home = home_page()
    home.body_fr = body(targets, image)
    home.threads_body_fr = link_to(*targets)
    home.threads = [HomeThread(title_fr=f"Métier {page.pk}") for page in targets]
    home.save_revision().publish()
    return home


def faq_page(parent, targets, image):
    items = [
        faq_item(anchor=f"q-{page.pk}", answer_fr=link_to(page)) for page in targets
    ]
    return make_faq_page(parent, items=items)


def contact_page(parent, targets, image):
    routes = [contact_route(text_fr=link_to(page)) for page in targets]
    return make_contact_page(parent, routes=routes, form_intro_fr=link_to(*targets))


def funder_list_page(parent, targets, image):
    funders = [
        funder(anchor=f"f-{page.pk}", name_fr=f"Fondation {page.pk}", logo=image)
        for page in targets
    ]
    return make_funder_list_page(parent, funders=funders, intro_fr=link_to(*targets))


def organisation_list_page(parent, targets, image):
    sectors = [
        Sector.objects.create(key=f"s-{page.pk}", label_fr="Secteur")
        for page in targets
    ]
    rows = [
        organisation(anchor=f"o-{sector.pk}", sectors=[sector.pk]) for sector in sectors
    ]
    return make_organisation_list_page(
        parent, organisations=rows, note_fr=link_to(*targets)
    )


def press_room_page(parent, targets, image):
    # Its parent is the home page whatever the depth: no other is allowed.
    room = make_press_room(
        contacts=[press_contact() for _target in targets],
        topics_fr=link_to(*targets),
        kit_fr=link_to(*targets),
    )
    for page in targets:
        make_press_item(room, title_fr=f"Communiqué {page.pk}")
    return room


def press_item_page(parent, targets, image):
    sector = Sector.objects.create(key="press", label_fr="Secteur")
    return make_press_item(body_fr=body(targets, image), sector=sector)


def partnership_page(parent, targets, image):
    # Its parent is the home page whatever the depth: no other is allowed.
    return make_partnership_page(
        slug_fr="partenariats",
        intro_fr=link_to(*targets),
        activities_heading_fr="Activités",
        activities_body_fr=link_to(*targets),
        funders_heading_fr="Bailleurs",
        funders_link_label_fr="La liste",
        funders_page=funder_list_page(parent, targets, image),
        faq_heading_fr="Questions",
        faq_page=faq_page(parent, targets, image),
    )


def resource_index_page(parent, targets, image):
    # Its parent is the home page whatever the depth: no other is allowed.
    index_page = make_resource_index_page(body_fr=body(targets, image))
    for page in targets:
        resource_with_rows(index_page, page.pk)
    return index_page


def resource_page(parent, targets, image):
    index_page = make_resource_index_page()
    source = resource_with_rows(index_page, 0)
    for page in targets:
        resource_with_rows(index_page, page.pk, translation_of=source)
    return source


def resource_with_rows(index_page, number, **fields):
    sector = Sector.objects.create(key=f"s-{number}", label_fr=f"Secteur {number}")
    document = SiteDocument.objects.create(title="Fichier", file="fichier.pdf")
    return make_resource_page(
        index_page,
        title_fr=f"Document {number}",
        authors=[ResourceAuthor(family=f"Chen {number}", given="Martha")],
        files=[ResourceFile(document=document, language="en")],
        sectors=[sector],
        **fields,
    )


MAKERS = {
    "ContactPage": contact_page,
    "HomePage": home_with_everything,
    "ContentPage": content_page,
    "FaqPage": faq_page,
    "FunderListPage": funder_list_page,
    "OrganisationListPage": organisation_list_page,
    "PressItemPage": press_item_page,
    "PressRoomPage": press_room_page,
    "PartnershipPage": partnership_page,
    "ResourceIndexPage": resource_index_page,
    "ResourcePage": resource_page,
}
