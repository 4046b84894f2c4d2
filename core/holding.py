"""Lets an app hold back a page that is about to be published."""

from django.db import models
from django.dispatch import Signal

# Sent with `page`, `revision` and `user`. Whoever answers True sees to it that the revision
# is published later, and is asked again then.
about_to_publish = Signal()


def is_held_back(page: models.Model, revision: models.Model, user) -> bool:
    """Tell whether somebody holds back `revision` of `page`, which `user` may publish."""
    answers = about_to_publish.send(type(page), page=page, revision=revision, user=user)
    return any(answer for _receiver, answer in answers)
