"""Turns the words of files into entries of the site's lists, countries and languages."""

from difflib import get_close_matches

from django.utils.translation import gettext as _

from core.countries import country_codes, country_name
from core.languages import columns, content_languages
from resources.importing.catalogue import folded
from resources.importing.rows import Fault
from resources.models import Region, ResourceType, Sector, Theme

LISTS = {"type": ResourceType, "sectors": Sector, "themes": Theme, "region": Region}


class Vocabulary:
    """Knows every entry by its key and by its name in any language."""

    def __init__(self):
        self.entries = {name: self._entries(model) for name, model in LISTS.items()}
        self.keys = {
            name: sorted(model.objects.values_list("key", flat=True))
            for name, model in LISTS.items()
        }
        self.countries = {
            folded(name): code
            for code in country_codes()
            for name in (code, *(country_name(code, x) for x in content_languages()))
        }
        self.types = list(ResourceType.objects.order_by("pk"))

    @staticmethod
    def _entries(model):
        return {
            folded(name): entry
            for entry in model.objects.all()
            for name in (entry.key, *(getattr(entry, c) for c in columns("label")))
            if name
        }

    def find(self, name: str, words: list[str], faults: list[Fault]) -> list:
        """Return the entries of the list `name` that `words` mean, noting words that mean none."""
        found = []
        for word in words:
            entry = self.entries[name].get(folded(word))
            if entry is None:
                faults.append(Fault(self._unknown(name, word), name))
            elif entry not in found:
                found.append(entry)
        return found

    def find_countries(self, words: list[str], faults: list[Fault]) -> list[str]:
        found = []
        for word in words:
            code = self.countries.get(folded(word))
            if code is None:
                message = _(
                    "“%(value)s” is not a country of ISO 3166. Write its two letters, such as CA for Canada."
                )
                faults.append(Fault(message % {"value": word[:60]}, "countries"))
            elif code not in found:
                found.append(code)
        return found

    def meant_by(self, keywords: list[str], name: str) -> list:
        """Return the entries that `keywords` name; any other keyword is nothing to us."""
        named = (self.entries[name].get(folded(word)) for word in keywords)
        return list(dict.fromkeys(filter(None, named)))

    def type_cited_as(self, kind: str) -> ResourceType | None:
        """Return the one type that is cited as `kind`; None where several could be meant."""
        found = [entry for entry in self.types if entry.cited_as == kind]
        return found[0] if len(found) == 1 else None

    def _unknown(self, name, word):
        near = get_close_matches(folded(word), self.entries[name], n=1)
        if near:
            message = _(
                "“%(name)s” is not in this list. Write “%(near)s” if that is meant, or add it to the list first."
            )
            return message % {
                "name": word[:60],
                "near": self.entries[name][near[0]].key,
            }
        message = _("“%(name)s” is not known here. Choose from: %(choices)s.")
        return message % {"name": word[:60], "choices": ", ".join(self.keys[name])}
