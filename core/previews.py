"""Previews in each language of the site, whatever language the admin speaks."""

from django.utils import translation

from core.languages import content_languages, default_language, native_name
from core.permissions import languages_for_user


class LanguagePreviewMixin:
    """Offers one preview a language; a translator sees their own first."""

    preview_language = None

    @property
    def preview_modes(self):
        others = [code for code in content_languages() if code != default_language()]
        return [
            (language, native_name(language))
            for language in [default_language(), *others]
        ]

    @property
    def default_preview_mode(self):
        return self.preview_language or default_language()

    def prefer_preview_for(self, user):
        """Preview first in the language that `user` writes, where that is not the default."""
        languages = languages_for_user(user)
        if languages and default_language() not in languages:
            self.preview_language = languages[0]

    def make_preview_request(
        self, original_request=None, preview_mode=None, extra_request_attrs=None
    ):
        language = self._preview_language(preview_mode)
        # The address of the preview decides its language in the middleware too.
        with translation.override(language):
            return super().make_preview_request(
                original_request, language, extra_request_attrs
            )

    def serve_preview(self, request, mode_name):
        with translation.override(self._preview_language(mode_name)):
            response = super().serve_preview(request, mode_name)
            # Rendered here, while the language is active; Wagtail would render later.
            return response.render() if hasattr(response, "render") else response

    def _preview_language(self, mode_name):
        known = mode_name in content_languages()
        return mode_name if known else self.default_preview_mode
