"""The kinds of values that sort documents: entries of lists by their keys, and numbers."""

from django.utils.translation import gettext as _

from home.content.kinds import Kind
from home.content.known import not_a_text, shortened


class Number(Kind):
    """A whole number."""

    def checked(self, given, model, column_name, known):
        if isinstance(given.value, int) and not isinstance(given.value, bool):
            return super().checked(given, model, column_name, known)
        message = _("“%s” is no whole number.")
        known.faults.add(given.place, message % shortened(given.plain()))
        return None


class Entry(Kind):
    """One entry of a list, named by its key."""

    def checked(self, given, model, column_name, known):
        if not isinstance(given.value, str):
            return not_a_text(given, known)
        return self._known_key(given, model, column_name, known)

    def _known_key(self, given, model, column_name, known):
        entries = model._meta.get_field(column_name).related_model
        if not given.value or given.value in known.keys_of(entries):
            return given.value
        message = _("“%(name)s” is not known here. Choose from: %(choices)s.")
        choices = ", ".join(sorted(known.keys_of(entries)))
        known.faults.add(
            given.place, message % {"name": given.value, "choices": choices}
        )
        return None

    def write(self, instance, column_name, told, names):
        entries = instance._meta.get_field(column_name).related_model.objects
        setattr(instance, column_name, entries.filter(key=told).first())

    def tell(self, instance, column_name, names):
        chosen = getattr(instance, column_name)
        return chosen.key if chosen else ""


class Entries(Entry):
    """Several entries of a list, named by their keys."""

    def checked(self, given, model, column_name, known):
        items = given.value if given.is_list else [given]
        told = [
            super(Entries, self).checked(i, model, column_name, known) for i in items
        ]
        return None if None in told else sorted(told)

    def write(self, instance, column_name, told, names):
        entries = instance._meta.get_field(column_name).related_model.objects
        setattr(instance, column_name, list(entries.filter(key__in=told)))

    def tell(self, instance, column_name, names):
        return sorted(entry.key for entry in getattr(instance, column_name).all())
