"""Accounts to try the site with on one's own machine: one a role, a new password each start."""

import secrets
from dataclasses import dataclass
from itertools import cycle

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from core.groups import STAFF, translators
from core.languages import content_languages

# Reserved for examples: no message to these addresses reaches anyone.
DOMAIN = "demo.example"

ADMINISTRATOR = "Administrator"

# Persons, so that lists read alike in every language.
NAMES = (
    ("Ama", "Mensah"),
    ("Rosa", "Quispe"),
    ("Fatou", "Diallo"),
    ("Grace", "Otieno"),
    ("Lucía", "Morales"),
    ("Meena", "Patel"),
)


@dataclass(frozen=True)
class DemoAccount:
    """How to sign in as one role."""

    role: str
    email: str
    password: str


@transaction.atomic
def make_demo_accounts() -> list[DemoAccount]:
    """Make an account for each role, or give the one there a new password."""
    roles = [ADMINISTRATOR, STAFF, *map(translators, content_languages())]
    return [_account(role, person) for role, person in zip(roles, cycle(NAMES))]


def _account(role: str, person: tuple[str, str]) -> DemoAccount:
    groups = [] if role == ADMINISTRATOR else [Group.objects.get(name=role)]
    name = role.lower().replace(" ", ".")
    account = DemoAccount(role, f"{name}@{DOMAIN}", secrets.token_urlsafe(9))
    user, _created = get_user_model().objects.get_or_create(email=account.email)
    user.set_password(account.password)
    user.is_active = True
    user.is_superuser = not groups
    user.first_name, user.last_name = person
    user.save()
    user.groups.set(groups)
    return account
