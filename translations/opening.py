"""Who may see texts that are not published yet."""

from django.db import models
from wagtail.permissions import policy_registry


def may_open(user, instance: models.Model) -> bool:
    """Tell whether `user` may see the texts of `instance` that are not published yet."""
    policy = policy_registry.get(instance)
    return policy.user_has_permission_for_instance(user, "change", instance)
