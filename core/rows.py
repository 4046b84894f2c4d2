"""The rows of a page, merged one by one and column by column.

A row is known by its `row_key`: a row of an unpublished draft has no primary key.
"""

from uuid import UUID, uuid4, uuid5

from django.core.exceptions import ValidationError
from django.forms.formsets import ORDERING_FIELD_NAME, BaseFormSet
from django.utils.functional import cached_property
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms.models import WagtailAdminModelForm

from core import conflicts, permissions
from core.fingerprints import fingerprints
from core.forms import HiddenNote, MergedColumns
from core.merging import changed_columns, made_part, merge_order, shown_part


def key_of(row) -> str:
    """Return the text by which forms know `row`."""
    return str(row.row_key)


class RowForm(MergedColumns, WagtailAdminModelForm):
    """One row; it may be new, or somebody else may have deleted it meanwhile."""

    key = None
    owner = relation = None
    is_new = False
    is_gone = False

    def read_stored(self):
        # Only the formset knows whether the row is stored.
        return fingerprints(self.instance, self.columns)

    @property
    def touched_columns(self):
        """Return the columns that were changed since the form was shown."""
        shown = {name: shown_part(part) for name, part in (self.shown or {}).items()}
        return changed_columns(shown, self.posted)

    @property
    def is_dropped(self):
        """Tell whether somebody else deleted the row, and nothing in it was changed here."""
        return self.is_gone and not self.touched_columns

    def _clean_fields(self):
        super()._clean_fields()
        if self.is_gone and self.touched_columns and self.refuses_conflicts:
            self.add_error(None, conflicts.gone_row_message(self))

    def get_field_updates_for_resave(self):
        """Return what an open form must learn after it was saved: a new row has its key now."""
        updates = super().get_field_updates_for_resave()
        return [*updates, (self.add_prefix("row_key"), self.key)]


class Rows(BaseChildFormSet):
    """Rows that each keep what their form does not show, and stay deleted once they are.

    `shown` holds the fingerprints of each row that the browser was shown, by key, or None
    where it did not tell. `removed` holds those of rows that it deletes without showing.
    For a person who may not arrange rows, the posted counts, orders and deletions mean
    nothing.
    """

    shown = None
    removed = {}
    refuses_conflicts = True
    has_conflicts = False

    def __init__(self, data=None, files=None, instance=None, **kwargs):
        if instance is not None:
            # The forms must write into the very rows that are saved, so they are read once.
            manager = getattr(instance, self.fk.remote_field.get_accessor_name())
            _tell_apart(manager.get_object_list())
        super().__init__(data, files, instance=instance, **kwargs)
        self.stored_rows = {key_of(row): row for row in self.get_queryset()}
        self.stored = {key: self._read(row) for key, row in self.stored_rows.items()}

    @cached_property
    def is_fixed(self):
        user = self.form_kwargs.get("for_user")
        return user is not None and not permissions.user_can_arrange_rows(user)

    def _read(self, row):
        return fingerprints(row, self._columns)

    @cached_property
    def _columns(self):
        order = getattr(self.model, "sort_order_field", None)
        return [
            field
            for field in self.model._meta.concrete_fields
            if field.editable and not field.primary_key
            if field != self.fk and field.name != order
        ]

    # Which row a posted form is about

    @cached_property
    def forms(self):
        forms = super().forms
        if not (self.is_fixed and self.is_bound):
            return forms
        return [form for form in forms if not form.is_new]

    def _construct_form(self, i, **kwargs):
        if not self.is_bound:
            return super()._construct_form(i, **kwargs)
        key, row = self._find_row(i)
        is_gone = row is None and key in (self.shown or {})
        # Stock formsets look for the row by its primary key alone.
        form = BaseFormSet._construct_form(
            self,
            i,
            instance=row or self.model(row_key=UUID(key)),
            empty_permitted=row is None and not is_gone,
            **kwargs,
        )
        form.key, form.is_gone = key, is_gone
        form.owner, form.relation = self.instance, self.rel_name
        form.is_new = row is None and not is_gone
        form.shown = (self.shown or {}).get(key)
        form.refuses_conflicts = self.refuses_conflicts
        if row is None:
            form.stored = None
        return form

    def _find_row(self, i):
        """Return the key of the row that was posted at `i`, and the stored row if there is one."""
        prefix = self.add_prefix(i)
        posted = _uuid(self.data.get(f"{prefix}-row_key"))
        # All new rows of a form start from one key. Their place tells them apart, also when
        # a browser that lost the answer posts them once more.
        own = str(uuid5(posted, str(i))) if posted else str(uuid4())
        for key in (str(posted), own):
            if key in self.stored_rows:
                return key, self.stored_rows[key]
        pk = self.data.get(f"{prefix}-{self.model._meta.pk.name}")
        for key, row in self.stored_rows.items():
            if pk and str(row.pk) == pk:
                return key, row
        was_shown = str(posted) in (self.shown or {})
        return (str(posted) if was_shown else own), None

    def add_fields(self, form, index):
        super().add_fields(form, index)
        name = self.model._meta.pk.name
        # Stock would refuse the whole form for a row that somebody else deleted.
        form.fields[name] = HiddenNote(initial=form.fields[name].initial)
        form.fields["row_key"] = HiddenNote(initial=key_of(form.instance))

    # Deleting

    def _should_delete_form(self, form):
        if form.is_dropped:
            return True
        return not self.is_fixed and super()._should_delete_form(form)

    def _deleted_keys(self):
        if self.is_fixed:
            return []
        marked = [form.key for form in self.forms if self._should_delete_form(form)]
        return [key for key in (*marked, *self.removed) if key in self.stored]

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if not self._should_delete_form(form)]
        changed = self._deleted_but_changed()
        self.has_conflicts = bool(changed) or any(
            form.conflicts or form.is_gone for form in kept
        )
        if changed and self.refuses_conflicts:
            messages = [conflicts.deleted_row_message(self, key) for key in changed]
            raise ValidationError(messages)

    def _deleted_but_changed(self):
        """Return the rows that are deleted here and that somebody else changed meanwhile."""
        known = {**(self.shown or {}), **self.removed}
        return [
            key
            for key in self._deleted_keys()
            if changed_columns(_made(known.get(key, {})), self.stored[key])
        ]

    # Saving

    def save(self, commit=True):
        deleted = self._deleted_keys()
        posted = self._kept_forms()
        self.deleted_objects = [self.stored_rows[key] for key in deleted]
        self.new_objects = [form.instance for form in posted if form.stored is None]
        self.changed_objects = [
            (form.instance, form.changed_data)
            for form in posted
            if form.stored is not None and form.has_changed()
        ]
        rows = dict(self.stored_rows)
        rows.update({form.key: form.save(commit=False) for form in posted})
        kept = [rows[key] for key in self._order(posted) if key not in deleted]
        if hasattr(self.model, "sort_order_field"):
            for position, row in enumerate(kept):
                setattr(row, self.model.sort_order_field, position)
        manager = getattr(self.instance, self.rel_name)
        manager.set(kept)
        if commit:
            manager.commit()
        return kept

    def _kept_forms(self):
        """Return the forms of the rows to keep, in the order of the browser."""
        forms = [
            form
            for form in self.forms
            if not self._should_delete_form(form)
            if not (form.is_new and not form.has_changed())
            if not (form.is_gone and self.is_fixed)
        ]
        return sorted(forms, key=_position)

    def _order(self, posted):
        stored = list(self.stored_rows)
        shown = stored if self.shown is None else list(self.shown)
        moves = [] if self.is_fixed else [form.key for form in posted]
        return merge_order(shown, stored, moves)

    # What the browser shows next

    def shown_next(self, latest=None):
        """Return the fingerprints of the stored rows, for a form that is about to be shown."""
        if latest is not None:
            rows = getattr(latest, self.rel_name).all()
            return {key_of(row): self._read(row) for row in rows}
        if not self.is_bound:
            return self.stored
        # Rows that stay deleted must not look new when they are posted again.
        dropped = {form.key: form.shown for form in self.forms if form.is_dropped}
        return {**self.stored, **dropped}

    def removed_next(self, latest=None):
        """Return the stored rows that the form deletes, as it shows an older revision."""
        if latest is not None:
            rows = self.shown_next(latest)
            return {key: rows[key] for key in rows if key not in self.stored}
        return {key: self.stored[key] for key in self.removed if key in self.stored}

    def shown_after_saving(self):
        """Return the fingerprints of the rows that the browser goes on showing."""
        shown = {form.key: form.shown for form in self.forms if form.is_dropped}
        for form in self._kept_forms():
            before = {**self.stored.get(form.key, {}), **(form.shown or {})}
            shown[form.key] = {**before, **form.grounds_after_saving()}
        return shown

    def unseen_changes(self):
        """Return the labels of what somebody else changed here and this form did not show."""
        labels = [
            conflicts.column_label(form, name)
            for form in self.forms
            for name in form.merged
        ]
        known = {form.key for form in self.forms} | set(self.shown or self.stored)
        added = [row for key, row in self.stored_rows.items() if key not in known]
        return labels + [conflicts.row_label(row) for row in added]


def _made(grounds):
    return {name: made_part(ground) for name, ground in grounds.items()}


def _tell_apart(rows):
    """Give a key of its own to each row that has the key of another one."""
    taken = set()
    for row in rows:
        if row.row_key in taken:
            row.row_key = uuid5(row.row_key, str(row.pk or len(taken)))
        taken.add(row.row_key)


def _position(form):
    position = form.cleaned_data.get(ORDERING_FIELD_NAME)
    return (position is None, position or 0)


def _uuid(text):
    try:
        return UUID(text or "")
    except ValueError:
        return None
