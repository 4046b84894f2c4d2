"""Members in content files, also as the first files wrote them: in English, with much unknown."""

import pytest

from organisations.models import Organisation
from tests.home.content.content_files import faults_of, load

pytestmark = pytest.mark.django_db

SITE = """
tree:
- {key: home, parent: null, type: HomePage, title: {fr: Accueil}}
- {key: members, parent: home, type: MembersIndexPage, slug: {fr: membres}, title: {fr: Membres}}
taxonomies:
  sector: [{key: domestic_workers, label: {fr: Travail domestique}}]
  region: [{key: global, label: {fr: Monde}}]
members:
"""
FIRST_FORM = """- id: idwf
  name: International Domestic Workers Federation
  acronym: null
  kind: network_global
  region: global
  country: null
  sector: [domestic_workers]
  url: null
  founded: null
  size_fact: about 90 affiliates in 69 countries
  evidence: stored (name only)
  name_i18n: {fr: Fédération des travailleuses domestiques, en: International Domestic Workers Federation}
"""


def test_members_of_the_first_files_are_read():
    load(SITE + FIRST_FORM)

    member = Organisation.objects.get()
    assert member.name_fr == "Fédération des travailleuses domestiques"
    assert (member.country, member.website, member.founded) == ("", "", None)
    assert member.evidence == Organisation.Evidence.UNVERIFIED


def test_what_a_member_must_have_cannot_be_unknown():
    (fault,) = faults_of(SITE + FIRST_FORM.replace("network_global", "null"))

    assert "members.idwf.kind" in fault
