"""Makes the accounts of a demonstration site and prints how to sign in."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.demo_accounts import make_demo_accounts


class Command(BaseCommand):
    help = "Gives each role a demo account with a new random password, and prints them."

    def handle(self, *args, **options):
        if not settings.DEMO_ACCOUNTS:
            raise CommandError(
                "These settings serve a real site, which has no demo accounts. Make the "
                "first account with `manage.py createsuperuser`, or try the site with "
                "`make run`."
            )
        accounts = make_demo_accounts()
        width = max(len(account.role) for account in accounts)
        mail_width = max(len(account.email) for account in accounts)
        for account in accounts:
            self.stdout.write(
                f"  {account.role:<{width}}  {account.email:<{mail_width}}  "
                f"{account.password}"
            )
