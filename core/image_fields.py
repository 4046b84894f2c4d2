"""The file of an image, which is decoded before it is kept."""

import struct
import zlib

from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.images.fields import WagtailImageField

# What decoders raise on a broken file; Wagtail lets these out as a failure of the server.
DECODER_ERRORS = (
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class CheckedImageField(WagtailImageField):
    """Refuses, with a message, an image that is broken or has too many pixels."""

    def check_image_pixel_size(self, f):
        try:
            super().check_image_pixel_size(f)
            # Only a whole decode shows that the sizes we need can be made later.
            with Image.open(f) as image:
                image.load()
        except ValidationError:
            raise
        except DECODER_ERRORS as error:
            message = self.error_messages["invalid_image"]
            raise ValidationError(message, code="invalid_image") from error
        finally:
            f.seek(0)
