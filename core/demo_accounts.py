"""Accounts to try the site with on one's own machine: one a role, a new password each start."""

import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

# Reserved for examples: no message to these addresses reaches anyone.
DOMAIN = "demo.example"
STAFF_GROUP = "Communications staff"
TRANSLATORS_PREFIX = "Translators "


@dataclass(frozen=True)
class DemoAccount:
    """How to sign in as one role."""

    role: str
    email: str
    password: str


@transaction.atomic
def make_demo_accounts() -> list[DemoAccount]:
    """Make an account for each role, or give the one there a new password."""
    accounts = [_account("Administrator", "administrator", groups=[])]
    for group in _role_groups():
        name = group.name.lower().replace(" ", ".")
        accounts.append(_account(group.name, name, groups=[group]))
    return accounts


def _role_groups():
    groups = Group.objects.order_by("name")
    return [
        group
        for group in groups
        if group.name == STAFF_GROUP or group.name.startswith(TRANSLATORS_PREFIX)
    ]


def _account(role: str, name: str, groups: list[Group]) -> DemoAccount:
    account = DemoAccount(role, f"{name}@{DOMAIN}", secrets.token_urlsafe(9))
    user, _created = get_user_model().objects.get_or_create(email=account.email)
    user.set_password(account.password)
    user.is_active = True
    user.is_superuser = not groups
    user.first_name, user.last_name = "Demo", role
    user.save()
    user.groups.set(groups)
    return account
