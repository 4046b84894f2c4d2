"""What follows when an embargo ends; that it holds is checked at every query, not here."""

from django.db.models import F
from django.utils import timezone

from press.models import PressItemPage


def tell_of_lifted_embargoes(now=None, **kwargs):
    """Save each item whose embargo is over, so that whoever keeps copies of public texts takes it in."""
    over = PressItemPage.objects.filter(
        live=True, embargo_until__lte=now or timezone.now()
    )
    for page in over.exclude(announced_embargo=F("embargo_until")):
        page.announced_embargo = page.embargo_until
        page.save(update_fields=["announced_embargo"])
