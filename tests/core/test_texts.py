import pytest
from django.template import Context, Template

from tests.factories import make_content_page, make_partnership_page

pytestmark = pytest.mark.django_db


def render(page, field_name):
    source = '{% load core_tags %}{% text page "FIELD" as words %}{{ words }}'
    template = Template(source.replace("FIELD", field_name))
    return template.render(Context({"page": page}))


def test_templates_show_rich_text_as_html_with_its_links():
    target = make_content_page(slug_fr="gouvernance")
    link = f'<p>La <a linktype="page" id="{target.pk}">gouvernance</a></p>'
    page = make_partnership_page(intro_fr=link)

    assert (
        render(page, "intro") == '<p>La <a href="/fr/gouvernance/">gouvernance</a></p>'
    )


def test_templates_escape_plain_text():
    page = make_content_page(lead_fr="Droits & <b>devoirs</b>")

    assert render(page, "lead") == "Droits &amp; &lt;b&gt;devoirs&lt;/b&gt;"


def test_plain_code_reads_a_text_as_a_string():
    page = make_content_page(lead_fr="Droits & devoirs")

    assert page.text("lead") == "Droits & devoirs"
    assert str(page.text("lead")) == "Droits & devoirs"
