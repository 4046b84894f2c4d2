"""The people who work on the site; they sign in with their e-mail address."""

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    """Creates people by their e-mail address."""

    use_in_migrations = True

    @classmethod
    def normalize_email(cls, email):
        """Return the address in small letters: nobody signs in with two cases of one address."""
        return super().normalize_email(email).strip().lower()

    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(
            email, password, is_staff=True, is_superuser=True, **fields
        )

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class User(AbstractUser):
    """A member of staff or a translator."""

    username = None
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={
            "unique": _("Another account already uses this e-mail address.")
        },
    )

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_in_any_case")
        ]

    def __str__(self):
        return self.get_full_name() or self.email
