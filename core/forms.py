"""The forms in which two people edit one page without losing a text.

A form tells the browser fingerprints of what it shows. When it comes back, each column
is merged on its own: see `core.merging`. Stored is always the latest revision, which the
edit view passes as the instance.
"""

from django import forms
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.utils.functional import cached_property
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from core import conflicts
from core.fingerprints import fingerprint, fingerprints
from core.merging import Keep, Note, ground, made_part, merge_column, shown_part
from core.placing import PlacedPageFormMixin

# Differs from every fingerprint: what was typed cannot be read as a value.
UNREADABLE = "?"


class HiddenNote(forms.CharField):
    """A hidden value that the server writes for itself, and that is no change when it differs."""

    widget = forms.HiddenInput

    def __init__(self, write=None, **kwargs):
        self.write = write
        # Two new rows have no key yet; empty texts would make them look like twins.
        super().__init__(required=False, empty_value=None, **kwargs)

    def has_changed(self, initial, data):
        return False

    def prepare_value(self, value):
        return self.write() if self.write else value


class MergedColumns:
    """Keeps, column by column, what somebody else stored since the form was shown."""

    # Fingerprints of what the browser was shown; None where it did not tell.
    shown = None
    # Fields of which the last word counts.
    not_merged = frozenset()
    # A preview shows what its reader typed, whoever else typed there.
    refuses_conflicts = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Names of columns: those of the stored values that stay, those of them that this
        # form did not show, and those that two people changed differently.
        self.kept, self.merged, self.conflicts = [], [], []
        self.posted = {}
        self.columns = list(_columns(self))
        # Read before cleaning writes the posted values into the instance.
        self.stored = self.read_stored()
        self.stored_values = {
            field.name: field.value_from_object(self.instance) for field in self.columns
        }

    def read_stored(self):
        """Return the fingerprints of what is stored, or None for something new."""
        if self.instance.pk is None:
            return None
        return fingerprints(self.instance, self.columns)

    def _clean_fields(self):
        self.kept = [field.name for field in self.columns if self._keeps_stored(field)]
        # A disabled field cleans its initial value, which is the stored one.
        for name in self.kept:
            self.fields[name].disabled = True
        super()._clean_fields()
        for name in self.kept:
            self.fields[name].disabled = False
        for name in self.conflicts:
            self.add_error(name, conflicts.column_message(self, name))

    def _keeps_stored(self, field):
        """Tell whether the stored value of `field` stays; note a conflict where neither side may win."""
        name = field.name
        basis = (self.shown or {}).get(name)
        stored = (self.stored or {}).get(name)
        if self._is_omitted(name) and (self.stored is not None or basis is not None):
            self.posted[name] = stored if basis is None else shown_part(basis)
            _show_stored(self.fields[name])
            return self.stored is not None
        self.posted[name] = posted = self._posted_fingerprint(field)
        keep = merge_column(basis, stored, posted)
        if keep is Keep.NEITHER and self.refuses_conflicts:
            self.conflicts.append(name)
        is_news = basis is None or stored != made_part(basis)
        if keep is Keep.STORED and stored != posted and is_news:
            self.merged.append(name)
            _show_stored(self.fields[name])
        return keep is Keep.STORED

    def grounds_after_saving(self):
        """Return what the browser goes on showing, column by column."""
        made = fingerprints(self.instance, self.columns)
        # Where somebody else's value was kept, the browser still shows the old one, so
        # that one stays the ground of its next save.
        return {
            name: self.shown[name]
            if name in self.merged and name in (self.shown or {})
            else ground(posted, made[name])
            for name, posted in self.posted.items()
        }

    @cached_property
    def changed_data(self):
        return [
            name
            for name, bound_field in self._bound_items()
            if name not in self.kept and bound_field._has_changed()
        ]

    def _is_omitted(self, name):
        return self.fields[name].widget.value_omitted_from_data(
            self.data, self.files, self.add_prefix(name)
        )

    def _widget_data_value(self, widget, html_name):
        # Wagtail raises a KeyError for a stream that was not posted at all.
        omitted = widget.value_omitted_from_data(self.data, self.files, html_name)
        if omitted and self.stored is not None:
            return None
        return super()._widget_data_value(widget, html_name)

    def _posted_fingerprint(self, field):
        bound_field = self[field.name]
        try:
            value = bound_field.field.to_python(bound_field.data)
        except ValidationError:
            return UNREADABLE
        return fingerprint(field, value)


class MergingModelForm(MergedColumns, WagtailAdminModelForm):
    """Keeps what another person saved meanwhile, in the columns and in the rows."""

    note = HiddenNote()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].write = self._write_note
        note = Note.read(self.data.get(self.add_prefix("note")))
        self.shown = note.columns
        for name, rows in self.row_formsets().items():
            rows.shown = note.rows.get(name)
            rows.removed = note.removed.get(name, {})

    def row_formsets(self):
        """Return the formsets whose rows are merged, by the name of their relation."""
        return {
            name: formset
            for name, formset in self.formsets.items()
            if hasattr(formset, "stored_rows")
        }

    def show_typed(self):
        """Let the form pass with what was typed, also where somebody else typed too."""
        self.refuses_conflicts = False
        for rows in self.row_formsets().values():
            rows.refuses_conflicts = False

    @property
    def has_conflicts(self) -> bool:
        """Tell whether anything was changed differently by two people."""
        return bool(self.conflicts) or any(
            rows.has_conflicts for rows in self.row_formsets().values()
        )

    def unseen_changes(self) -> list[str]:
        """Return the labels of what somebody else changed and this form did not show."""
        labels = [conflicts.column_label(self, name) for name in self.merged]
        for rows in self.row_formsets().values():
            labels += rows.unseen_changes()
        return labels

    def get_field_updates_for_resave(self):
        note = Note(columns=self.grounds_after_saving())
        for name, rows in self.row_formsets().items():
            note.rows[name] = rows.shown_after_saving()
        return [
            *super().get_field_updates_for_resave(),
            (self.add_prefix("note"), note.write()),
        ]

    def _write_note(self):
        """Return the note for a form that shows what is stored, or an older revision of it."""
        latest = getattr(self.instance, "stored_version", None)
        note = Note(columns=self.stored or {})
        if latest is not None:
            note.columns = fingerprints(latest, self.columns)
        for name, rows in self.row_formsets().items():
            note.rows[name] = rows.shown_next(latest)
            note.removed[name] = rows.removed_next(latest)
        return note.write()


class MergingPageForm(PlacedPageFormMixin, MergingModelForm, WagtailAdminPageForm):
    """The form of every page."""


def _columns(form):
    """Yield the model fields that `form` edits."""
    for name in form.fields:
        try:
            field = form.instance._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        if name in form.not_merged:
            continue
        if hasattr(field, "value_from_object") and not field.primary_key:
            yield field


def _show_stored(field):
    """Let `field` show the stored value if the form is shown again."""
    field.bound_data = lambda data, initial: initial
