"""The pages of a WordPress site move in: one draft for all languages, once."""

import csv

import pytest
from django.core.management import CommandError
from wagtail.contrib.redirects.models import Redirect

from home.models import ContentPage
from tests.factories import home_page, make_content_page
from tests.moving_in.exports import OLD_SITE, item, moved, run, write_export

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english_interface")]

ABOUT = {"group": "pll_1", "slug": "a-propos", "link": f"{OLD_SITE}/a-propos/"}
ABOUT_ES = {
    "group": "pll_1",
    "slug": "quienes-somos",
    "link": f"{OLD_SITE}/es/quienes-somos/",
}


@pytest.fixture
def about(tmp_path):
    return write_export(
        tmp_path,
        item(1, "À propos", "<p>Bonjour</p>", language="fr", **ABOUT),
        item(2, "Quiénes somos", "<p>Hola</p>", language="es", **ABOUT_ES),
    )


def test_the_translations_of_a_page_become_one_draft(about):
    run(about)

    page = moved()
    assert not page.live
    assert (page.title_fr, page.title_es) == ("À propos", "Quiénes somos")
    assert (page.slug_fr, page.slug_es) == ("a-propos", "quienes-somos")
    assert "Hola" in str(page.body_es)
    assert not page.title_en


def test_wpml_tells_languages_and_translations_in_its_own_way(tmp_path):
    fields = {"plugin": "wpml", "group": "77"}
    run(
        write_export(
            tmp_path,
            item(1, "À propos", language="fr", **fields),
            item(2, "About us", language="en-us", **fields),
        )
    )

    assert (moved().title_fr, moved().title_en) == ("À propos", "About us")


def test_a_second_run_changes_nothing(about):
    run(about)
    revision = moved().latest_revision_id

    told = run(about)

    assert "unchanged" in told
    assert ContentPage.objects.count() == 1
    assert moved().latest_revision_id == revision


def test_what_changed_on_the_old_site_is_written_again(about, tmp_path):
    run(about)
    later = write_export(
        tmp_path, item(1, "À propos", "<p>Bonsoir</p>", language="fr", **ABOUT)
    )

    run(later)

    assert "Bonsoir" in str(moved().body_fr)


def test_what_somebody_changed_here_is_kept(about, tmp_path):
    run(about)
    page = moved()
    page.lead_fr = "Écrit ici"
    page.save_revision()
    later = write_export(
        tmp_path, item(1, "À propos", "<p>Bonsoir</p>", language="fr", **ABOUT)
    )

    told = run(later)

    assert "kept, somebody changed it here" in told
    assert "Bonsoir" not in str(moved().body_fr)


def test_what_somebody_deleted_here_stays_deleted(about):
    run(about)
    ContentPage.objects.get().delete()

    assert "deleted" in run(about)
    assert not ContentPage.objects.exists()


def test_a_check_writes_nothing_and_tells_the_same(about, tmp_path):
    told = run(about, check=True)

    assert "created: À propos [fr, es]" in told
    assert not ContentPage.objects.exists()
    assert not Redirect.objects.exists()


def test_children_stand_below_their_parents(tmp_path):
    run(
        write_export(
            tmp_path,
            item(2, "Équipe", language="fr", post_parent=1),
            item(1, "À propos", language="fr", menu_order=9),
        )
    )

    child = ContentPage.objects.get(title_fr="Équipe")
    assert child.get_parent().title == "À propos"


def test_pages_that_are_their_own_grandparents_move_in_all_the_same(tmp_path):
    run(
        write_export(
            tmp_path,
            item(1, "Une", language="fr", post_parent=2),
            item(2, "Deux", language="fr", post_parent=1),
        )
    )

    assert ContentPage.objects.count() == 2


def test_old_addresses_lead_to_the_page_in_their_language(about, client):
    run(about)
    moved().get_latest_revision().publish()

    assert client.get("/a-propos/").url == "/fr/a-propos/"
    assert client.get("/es/quienes-somos/").status_code == 200


def test_an_address_with_a_query_is_redirected_too(tmp_path, client):
    run(write_export(tmp_path, item(7, "Équipe", language="fr", slug="equipe")))
    moved().get_latest_revision().publish()

    assert client.get("/?page_id=7").url in ("/fr/equipe/", "/fr/?page_id=7")
    assert Redirect.objects.filter(old_path="/?page_id=7").exists()


def test_a_redirect_that_stands_already_stays(about):
    Redirect.objects.create(old_path="/a-propos", redirect_link="/fr/ailleurs/")

    run(about)

    stays = Redirect.objects.get(old_path="/a-propos")
    assert stays.redirect_link == "/fr/ailleurs/"


def test_a_slug_that_is_taken_gives_way_to_a_free_one(about):
    make_content_page(title_fr="Autre", slug_fr="a-propos")

    run(about)

    page = ContentPage.objects.get(title_fr="À propos")
    assert page.slug_fr not in ("", "a-propos")


def test_links_between_pages_follow_them(tmp_path):
    link = f'<p><a href="{OLD_SITE}/a-propos/">ici</a></p>'
    run(
        write_export(
            tmp_path,
            item(1, "À propos", language="fr", link=f"{OLD_SITE}/a-propos/"),
            item(2, "Équipe", link, language="fr"),
        )
    )

    team = ContentPage.objects.get(title_fr="Équipe")
    target = ContentPage.objects.get(title_fr="À propos")
    raw = team.get_latest_revision_as_object().body_fr.raw_data[0]["value"]
    assert 'linktype="page"' in raw and f'id="{target.pk}"' in raw


def test_a_link_to_what_did_not_move_in_is_reported(tmp_path):
    link = '<p><a href="/disparue/">ici</a></p>'

    told = run(write_export(tmp_path, item(1, "Une", link, language="fr")))

    assert "/disparue/" in told
    assert f"{OLD_SITE}/disparue/" in str(moved().body_fr)


def test_an_item_in_a_language_the_site_lacks_is_reported(tmp_path):
    told = run(write_export(tmp_path, item(1, "Uma", language="pt", group="g")))

    assert "“pt” is no language of this site" in told
    assert not ContentPage.objects.exists()


def test_a_page_born_in_spanish_says_that_its_title_stands_in(tmp_path):
    told = run(write_export(tmp_path, item(1, "Quiénes", language="es")))

    assert moved().title_fr == moved().title_es == "Quiénes"
    assert "The title in Spanish stands in" in told


def test_pages_move_below_the_page_that_is_named(about):
    parent = make_content_page(title_fr="Archives", content_key="archives")

    run(about, parent="archives")

    assert ContentPage.objects.get(title_fr="À propos").get_parent().pk == parent.pk


def test_the_report_is_a_line_a_page_and_no_formula(tmp_path):
    report = tmp_path / "report.csv"
    run(write_export(tmp_path, item(1, "=1+1", language="fr")), report=report)

    header, line = csv.reader(report.open(encoding="utf-8-sig"))
    assert len(header) == len(line) == 4
    assert line[0].startswith("'=")


@pytest.mark.parametrize(
    "content, told",
    [
        ("no xml at all", "is not XML"),
        ("<rss><channel/></rss>", "is no WordPress export"),
        (
            '<!DOCTYPE r [<!ENTITY a "aaaa">]><rss>&a;</rss>',
            "declares entities",
        ),
    ],
)
def test_what_is_no_export_is_refused_in_words(tmp_path, content, told):
    path = tmp_path / "file.xml"
    path.write_text(content)

    with pytest.raises(CommandError, match=told):
        run(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="nowhere.xml"):
        run(tmp_path / "nowhere.xml")


def test_pages_in_the_bin_stay_there(tmp_path):
    run(write_export(tmp_path, item(1, "Une", language="fr", status="trash")))

    assert not ContentPage.objects.exists()
    assert home_page().get_children().count() == 0
