"""What a page does to keep its addresses: slugs are made and checked, paths follow, redirects stay."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from core import addresses, drafts, slugs
from core.languages import column, columns, content_languages
from core.registration import translated_field_names


class AddressedPage:
    """A page with a slug and a path of its own in every language."""

    def slug_in(self, language: str) -> str:
        """Return the last part of the address in `language`, the default's where it has none."""
        return getattr(self, column("slug", language)) or self.slug

    def url_path_in(self, language: str) -> str:
        """Return the path below the tree's root in `language`."""
        return getattr(self, column("url_path", language)) or self.url_path

    def set_url_path(self, parent):
        addresses.set_url_paths(self, parent)
        return self.url_path

    def get_parent(self, update=False):
        # The admin's form tells a new page, which has no place yet, where it will be.
        if not self.path:
            return getattr(self, "_cached_parent_obj", None)
        return super().get_parent(update=update)

    def with_content_json(self, content):
        """Return the page as a revision has it; what the revision cannot know stays as it is."""
        page = super().with_content_json(content)
        for name in self._columns_unknown_to(content):
            setattr(page, name, getattr(self, name))
        page.set_url_path(self.get_parent())
        return page

    def _columns_unknown_to(self, content):
        """Return the columns of languages younger than a revision, and the slugs of an alias.

        An alias is published with the content of its source, but has addresses of its own.
        """
        for field_name in translated_field_names(type(self)):
            for name in columns(field_name):
                if name not in content or (self.alias_of_id and field_name == "slug"):
                    yield name

    def _update_descendant_url_paths(self, old_url_path, new_url_path):
        """Do nothing: `addresses.follow_change` updates the subtree in every language."""

    def _set_core_field_defaults(self):
        for name in columns("slug"):
            # Addresses do not differ by case alone, so that a mistyped one can be found.
            setattr(self, name, (getattr(self, name) or "").lower() or None)
        slugs.fill_slugs(self, self.get_parent())
        super()._set_core_field_defaults()

    @staticmethod
    def _slug_is_available(slug, parent_page, page=None):
        if parent_page is None:
            return True
        wanted = {
            language: (page and getattr(page, column("slug", language))) or slug
            for language in content_languages()
        }
        return slugs.are_free(wanted, page, parent_page)

    def _check_slug_is_unique(self):
        errors = slugs.slug_errors(self, self.get_parent())
        if errors:
            raise ValidationError(errors)

    def full_clean(self, exclude=None, **kwargs):
        try:
            super().full_clean(exclude=exclude, **kwargs)
        except ValidationError as error:
            raise _shown_on_form(error, exclude or ()) from error

    @transaction.atomic
    def save(self, clean=True, user=None, log_action=False, **kwargs):
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and not {"slug", *columns("slug")} & set(
            update_fields
        ):
            return super().save(clean=clean, user=user, log_action=log_action, **kwargs)
        addresses.lock_tree(self.base_page_model)
        if self._state.adding:
            slugs.fill_slugs(self, self.get_parent())
            slugs.settle_slugs(self, self.get_parent())
        drafts.keep_newer_draft(self)
        before = addresses.stored_paths(self) if self.pk else {}
        result = super().save(clean=clean, user=user, log_action=log_action, **kwargs)
        addresses.follow_change(self, before)
        return result


def _shown_on_form(error, hidden_fields):
    """Return `error` with what concerns a field that the form does not show put above the form."""
    messages = {}
    for name, errors in error.error_dict.items():
        shown_name = NON_FIELD_ERRORS if name in hidden_fields else name
        messages.setdefault(shown_name, []).extend(errors)
    return ValidationError(messages)
