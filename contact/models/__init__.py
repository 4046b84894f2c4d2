from contact.models.contact_page import ContactPage, ContactRoute
from contact.models.message import Message

__all__ = ["ContactPage", "ContactRoute", "Message"]
