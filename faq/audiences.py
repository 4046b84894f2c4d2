"""The people who ask questions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """A group of visitors with questions of its own."""

    STUDENTS = "students", _("Students and the public")
    MEDIA = "media", _("Media")
    FUNDERS = "funders", _("Funders and consortia")
    COMPANIES = "companies", _("Companies and consultancies")
    NGOS = "ngos", _("NGOs and project leads")
    ORGANIZERS = "organizers", _("Event organizers")
