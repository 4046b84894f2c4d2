"""The fields of organizations, as content files name them."""

from home.content.entries import unknown
from home.content.kinds import Plain, Shared
from home.content.list_kinds import Entries, Entry, Number
from resources.models import Sector


class Sectors(Entries):
    """Sectors, named by their keys and kept by their ids."""

    def _known_key(self, given, model, column_name, known):
        if given.value in known.keys_of(Sector):
            return given.value
        known.faults.add(given.place, unknown(given.value, known.keys_of(Sector)))
        return None

    def write(self, instance, column_name, told, names):
        found = Sector.objects.filter(key__in=told).order_by("pk")
        setattr(instance, column_name, [sector.pk for sector in found])

    def tell(self, instance, column_name, names):
        found = Sector.objects.filter(pk__in=getattr(instance, column_name))
        return sorted(sector.key for sector in found)


ORGANISATION = {
    "name": Plain("name", shared_name=True),
    "name_i18n": Plain("name"),
    "acronym": Plain("acronym", shared_name=True),
    "kind": Shared("kind"),
    "region": Entry("region"),
    "country": Shared("country"),
    "sector": Sectors("sectors"),
    "summary": Plain("summary"),
    "url": Shared("website"),
    "email": Shared("email"),
    "founded": Number("founded"),
    "size": Plain("size"),
    "size_year": Number("size_year"),
    "status": Shared("evidence"),
    "evidence": Shared("evidence_note"),
}
