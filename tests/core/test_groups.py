import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupApprovalTask, Task, Workflow

from core.groups import STAFF, make_groups, translators
from core.languages import content_languages
from tests.admin.people import make_staff, make_translator, make_user
from tests.factories import home_page, make_content_page

pytestmark = pytest.mark.django_db


def test_each_language_has_its_translators():
    names = set(Group.objects.values_list("name", flat=True))

    assert {translators(language) for language in content_languages()} <= names


@pytest.mark.parametrize("language", content_languages())
def test_a_translator_writes_one_language_and_nothing_shared(language):
    user = make_translator(language)

    rights = {right for right in user.get_all_permissions() if right.startswith("core")}

    assert rights == {f"core.translate_{language}"}


def test_a_person_may_translate_two_languages():
    user = make_translator("en", "es")

    assert user.has_perms(["core.translate_en", "core.translate_es"])
    assert not user.has_perm("core.translate_fr")


def test_staff_write_all_languages_addresses_and_shared_fields():
    user = make_staff()

    for language in content_languages():
        assert user.has_perm(f"core.translate_{language}")
        assert user.has_perm(f"core.edit_slug_{language}")
    assert user.has_perm("core.edit_shared_fields")


def test_staff_publish_from_the_home_page_down():
    page = make_content_page()
    staff = make_staff()

    for place in (home_page(), page):
        rights = place.permissions_for_user(staff)
        assert rights.can_publish()
        assert rights.can_lock()
        assert rights.can_copy()
    assert page.permissions_for_user(staff).can_delete()


def test_staff_approve_what_translators_submit():
    assert all(
        task.groups.filter(name=STAFF).exists()
        for task in GroupApprovalTask.objects.all()
    )


def test_groups_that_may_write_no_language_are_gone():
    assert not Group.objects.filter(name__in=("Editors", "Moderators")).exists()
    assert not Workflow.objects.filter(name__contains="Moderators").exists()
    assert not Task.objects.filter(name__contains="Moderators").exists()


def test_a_translator_does_nothing_to_the_tree():
    draft = make_content_page()
    draft.unpublish()
    draft.refresh_from_db()
    rights = draft.permissions_for_user(make_translator("es"))

    allowed = {
        name
        for name in dir(rights)
        if name.startswith("can_")
        and name not in ("can_copy_to", "can_move_to")
        and getattr(rights, name)()
    }

    assert allowed == {"can_edit", "can_view_revisions", "can_submit_for_moderation"}


def test_a_translator_of_all_languages_is_still_no_staff():
    rights = make_content_page().permissions_for_user(
        make_translator(*content_languages())
    )

    assert not rights.can_copy()
    assert not rights.can_move()


def test_migrating_again_changes_nothing():
    before = _everything()

    call_command("migrate", verbosity=0)

    assert _everything() == before


def test_what_an_administrator_added_stays():
    group = Group.objects.get(name=translators("es"))
    group.permissions.add(Permission.objects.get(codename="add_redirect"))

    make_groups()

    assert group.permissions.filter(codename="add_redirect").exists()


def test_what_an_administrator_took_away_stays_away():
    staff = Group.objects.get(name=STAFF)
    staff.permissions.remove(Permission.objects.get(codename="add_redirect"))
    group = Group.objects.get(name=translators("es"))
    group.page_permissions.all().delete()

    make_groups()

    assert not staff.permissions.filter(codename="add_redirect").exists()
    assert not group.page_permissions.exists()


def test_a_new_language_brings_its_translators_and_goes_to_the_staff(settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "Arabic")]

    make_groups()

    assert make_user(translators("ar")).has_perm("core.translate_ar")
    assert make_staff().has_perms(["core.translate_ar", "core.edit_slug_ar"])
    assert not make_translator("es").has_perm("core.translate_ar")


def test_groups_wait_for_the_home_page():
    Group.objects.all().delete()
    home_page().delete()

    make_groups()

    assert not Group.objects.exists()


def _everything():
    return {
        group.name: (
            sorted(group.permissions.values_list("pk", flat=True)),
            sorted(group.page_permissions.values_list("pk", flat=True)),
            sorted(group.collection_permissions.values_list("pk", flat=True)),
        )
        for group in Group.objects.all()
    }
