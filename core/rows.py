"""The rows of a page's edit form, in which a translator writes without arranging them."""

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseModelFormSet
from django.utils.functional import cached_property
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from core import permissions


class RowForm(WagtailAdminModelForm):
    """One row, which carries its key so that it is known before it has a place in the database."""

    row_key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, instance=None, **kwargs):
        super().__init__(*args, instance=instance, **kwargs)
        if instance is not None:
            self.initial["row_key"] = str(instance.row_key)

    def get_field_updates_for_resave(self):
        """Return what an open form must learn after it was saved: a new row has a key now."""
        updates = super().get_field_updates_for_resave()
        return [*updates, (self.add_prefix("row_key"), str(self.instance.row_key))]


class Rows(BaseChildFormSet):
    """Rows that each keep what their form does not show.

    A row of an unpublished draft has no primary key. Stock forms make such a row anew from
    what was posted, so that the languages a translator may not see are lost. Here every
    posted row is found by its primary key or its key, and written into.

    For a person who may not arrange rows, the posted counts, orders and deletions mean
    nothing: only rows that are stored are written to, and all of them stay.
    """

    @cached_property
    def is_fixed(self):
        user = self.form_kwargs.get("for_user")
        return user is not None and not permissions.user_can_arrange_rows(user)

    @cached_property
    def stored_rows(self):
        return list(self.get_queryset())

    @cached_property
    def _rows_by_identity(self):
        by_key = {str(row.row_key): row for row in self.stored_rows}
        return by_key | {row.pk: row for row in self.stored_rows if row.pk}

    def posted_row(self, index):
        """Return the stored row that the form at `index` was made for, or None."""
        pk = self.data.get(f"{self.add_prefix(index)}-{self.model._meta.pk.name}")
        if pk:
            try:
                return self._rows_by_identity.get(self.model._meta.pk.to_python(pk))
            except ValidationError:
                return None
        return self._rows_by_identity.get(self._posted_key(index))

    def _posted_key(self, index):
        key = self.data.get(f"{self.add_prefix(index)}-row_key", "")
        try:
            return str(UUID(key))
        except ValueError:
            return None

    # Which forms there are

    @cached_property
    def _fixed_indexes(self):
        """Return the index of the first form that was posted for each stored row."""
        indexes = {}
        for index in range(super().total_form_count()):
            row = self.posted_row(index)
            if row is not None:
                indexes.setdefault(id(row), index)
        return list(indexes.values())

    @cached_property
    def forms(self):
        if not (self.is_fixed and self.is_bound):
            return super().forms
        return [
            self._construct_form(index, **self.get_form_kwargs(index))
            for index in self._fixed_indexes
        ]

    def initial_form_count(self):
        if not self.is_fixed:
            return super().initial_form_count()
        return len(self._fixed_indexes if self.is_bound else self.stored_rows)

    def total_form_count(self):
        if not self.is_fixed:
            return super().total_form_count()
        return self.initial_form_count()

    def _construct_form(self, i, **kwargs):
        if self.is_bound:
            row = self.posted_row(i)
            if row is not None:
                kwargs["instance"] = row
        elif i < len(self.stored_rows):
            kwargs["instance"] = self.stored_rows[i]
        # Stock formsets look for the row by its primary key alone.
        return super(BaseModelFormSet, self)._construct_form(i, **kwargs)

    # What happens to the rows

    def _should_delete_form(self, form):
        return not self.is_fixed and super()._should_delete_form(form)

    @property
    def deleted_forms(self):
        return [] if self.is_fixed else super().deleted_forms

    @property
    def ordered_forms(self):
        return [] if self.is_fixed else super().ordered_forms

    def save(self, commit=True):
        # Stock saving drops rows without a primary key that were not changed.
        kept = self._drafts_to_keep()
        saved = super().save(commit=False)
        manager = getattr(self.instance, self.rel_name)
        manager.add(*kept)
        if commit:
            manager.commit()
        return saved

    def _drafts_to_keep(self):
        drafts = [row for row in self.stored_rows if not row.pk]
        if self.is_fixed:
            return drafts
        dropped = {id(form.instance) for form in self.deleted_forms}
        posted = {id(form.instance) for form in self.forms} - dropped
        return [row for row in drafts if id(row) in posted]
