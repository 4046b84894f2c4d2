"""The addresses of the search, below one that is translated."""

from django.urls import path

from search.views import search, suggestions

urlpatterns = [
    path("", search, name="search"),
    # The script of the field asks here, in any language.
    path("suggestions/", suggestions, name="search_suggestions"),
]
