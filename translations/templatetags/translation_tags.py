"""What templates about translations need."""

from django import template

from core.languages import native_name

register = template.Library()

register.filter("native_name", native_name)
