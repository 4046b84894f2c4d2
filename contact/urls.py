"""The address that the form of a contact page is sent to."""

from django.urls import path

from contact import views

urlpatterns = [path("<int:page_id>/", views.send, name="contact_send")]
