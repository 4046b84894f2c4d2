from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MovingInConfig(AppConfig):
    name = "moving_in"
    verbose_name = _("moving in")
