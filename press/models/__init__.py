"""The press room, what it publishes, and whom journalists write to."""

from press.models.contact import PressContact
from press.models.press_item_page import PressItemPage
from press.models.press_room_page import PressRoomPage

__all__ = ["PressContact", "PressItemPage", "PressRoomPage"]
