import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from core.demo_accounts import make_demo_accounts
from core.groups import STAFF, translators
from core.languages import content_languages

pytestmark = pytest.mark.django_db


def test_each_role_has_an_account_that_can_sign_in():
    accounts = {account.role: account for account in make_demo_accounts()}

    assert list(accounts) == ["Administrator", STAFF, *translator_groups()]
    for account in accounts.values():
        assert authenticate(username=account.email, password=account.password)


def test_accounts_bear_names_of_persons_not_of_roles():
    accounts = make_demo_accounts()

    users = get_user_model().objects.all()
    names = {user.get_full_name() for user in users}
    assert len(names) == len(accounts)
    assert not any(
        word in name for name in names for word in ("Demo", "staff", "Translators")
    )


def translator_groups():
    return [translators(language) for language in content_languages()]


def test_only_the_administrator_may_do_everything():
    make_demo_accounts()

    translator = get_user_model().objects.get(email="translators.es@demo.example")
    assert [group.name for group in translator.groups.all()] == ["Translators es"]
    assert not translator.is_superuser
    assert get_user_model().objects.get(email="administrator@demo.example").is_superuser


def test_second_start_changes_the_passwords_and_makes_no_second_account():
    first = make_demo_accounts()
    second = make_demo_accounts()

    assert {account.password for account in first}.isdisjoint(
        account.password for account in second
    )
    assert get_user_model().objects.count() == len(second)


def test_settings_of_a_real_site_refuse_them(settings):
    settings.DEMO_ACCOUNTS = False

    with pytest.raises(CommandError, match="no demo accounts"):
        call_command("demo_accounts")

    assert not get_user_model().objects.exists()
