"""Plain functions that make the people who sign in to the admin."""

from django.contrib.auth.models import Group
from django.test import Client
from wagtail.users.models import UserProfile

from core.groups import STAFF, translators
from core.models import User


def make_user(*group_names, **fields) -> User:
    """Return a person who belongs to the groups of these names."""
    fields.setdefault("email", f"user{User.objects.count()}@example.org")
    user = User.objects.create_user(password="a long password", **fields)
    user.groups.set([Group.objects.get(name=name) for name in group_names])
    return speak_english_to(user)


def make_staff(**fields) -> User:
    return make_user(STAFF, **fields)


def make_translator(*languages, **fields) -> User:
    return make_user(*map(translators, languages), **fields)


def make_superuser() -> User:
    user = User.objects.create_superuser("admin@example.org", "a long password")
    return speak_english_to(user)


def speak_english_to(user) -> User:
    """Let the admin show `user` its texts as the code has them, for tests to find."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    return user


def signed_in(user) -> Client:
    """Return a browser in which `user` has signed in."""
    client = Client()
    client.force_login(user)
    return client
