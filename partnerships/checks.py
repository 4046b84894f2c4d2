"""The Board's decision on company money, as a check that runs with every command."""

from django.core.checks import Error, register

from partnerships.models import Funder

KINDS_THE_BOARD_ALLOWS = {"foundation", "government", "multilateral", "organisation"}


@register()
def check_no_company_can_be_a_funder(app_configs, **kwargs):
    """Report each kind of funder that the Board has not allowed."""
    return [
        Error(
            f"“{kind}” is a kind of funder that the Board has not allowed.",
            hint=(
                "The network takes no money from companies. Remove the kind from "
                "partnerships.models.Funder.Kind, or add it here once the Board agrees."
            ),
            obj=Funder,
            id="partnerships.E001",
        )
        for kind in sorted(set(Funder.Kind.values) - KINDS_THE_BOARD_ALLOWS)
    ]
