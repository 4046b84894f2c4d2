"""Remembers what was loaded last, so that loading again never takes back an editor's change."""

import json
from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedContent(models.Model):
    """What content files last gave a page, or the site: a digest of every value, by its name."""

    key = models.SlugField(_("content key"), max_length=64, unique=True)
    digests = models.JSONField(_("digests"), default=dict)

    class Meta:
        verbose_name = _("loaded content")
        verbose_name_plural = _("loaded contents")

    def __str__(self):
        return self.key


class Memory:
    """The values last loaded for one page, to be compared with what is there and what a file gives."""

    def __init__(self, key: str):
        self.record = LoadedContent.objects.filter(key=key).first()
        self.is_new = self.record is None
        self.record = self.record or LoadedContent(key=key)
        self._before = dict(self.record.digests)

    def knows(self, name: str) -> bool:
        return name in self.record.digests

    def is_last(self, name: str, value) -> bool:
        """Tell whether `value` is what was loaded last under `name`, or what the site made of it."""
        return digest(value) in self.record.digests.get(name, ())

    def remember(self, name: str, told, stored=None):
        """Note what a file gave, and what the site holds where it added to that."""
        values = [told] if stored is None or stored == told else [told, stored]
        self.record.digests[name] = [digest(value) for value in values]

    def save(self):
        if self.is_new or self.record.digests != self._before:
            self.record.save()


def digest(told) -> str:
    """Return a short name for a value; equal values have equal names."""
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:16]
