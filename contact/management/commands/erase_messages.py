"""Erases what one person has written in the contact form."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contact.retention import erase_messages_of


class Command(BaseCommand):
    help = _("Erase all messages of the contact form from one e-mail address.")

    def add_arguments(self, parser):
        parser.add_argument("email", help=_("The address that the messages came from."))

    def handle(self, *, email, **options):
        try:
            validate_email(email)
        except ValidationError as error:
            message = _("“%s” is no e-mail address. Write it like name@example.org.")
            raise CommandError(message % email) from error
        count = erase_messages_of(email)
        told = ngettext("%d message was erased.", "%d messages were erased.", count)
        self.stdout.write(told % count)
