"""Photos and other pictures made of points: whether a file is what its name says, and what it tells of its maker.

Of a picture only its head is read, so that one that would fill the memory once unpacked costs nothing.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dalil.problems import Phrase, phrase

if TYPE_CHECKING:
    from PIL import Image

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".avif": "AVIF"}
"""Suffix to the format's name for Pillow."""
MAX_PIXELS = 25_000_000
"""Points of a picture; unpacked, each takes four bytes of a reader's memory."""
MAX_SIDE = 10_000
"""Points of a side; browsers draw no larger ones."""
GPS = 0x8825
"""The field of EXIF that holds where a photo was taken (CIPA DC-008, “Exif Version 2.32”, 4.6.3)."""
GPS_IN_XMP = (b"GPSLatitude", b"GPSLongitude", b"GPSPosition")
"""The same in XMP (CIPA DC-010)."""
AFTER_PNG = b"IEND\xaeB`\x82"
"""How every PNG file ends (W3C, “Portable Network Graphics”, 11.2.5)."""


def picture_fault(content: bytes, suffix: str) -> tuple[str, Phrase] | None:
    """The code and the reason of what is wrong with a picture; None for a sound one."""
    # Loaded only for projects that have pictures.
    from PIL import Image

    kind = FORMATS[suffix]
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as image:
            return _bounds(image) or _ending(content, kind) or _told(image, content)
    except Exception:
        # Whatever a file's bytes bring up in the reader is the file's fault.
        return "file-content", phrase("not-of-kind", kind=kind)


def _bounds(image: Image.Image) -> tuple[str, Phrase] | None:
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        return "file-bounds", phrase("picture-large", width=width, height=height, limit=MAX_PIXELS, side=MAX_SIDE)
    if getattr(image, "n_frames", 1) > 1:
        return "file-content", phrase("picture-moves")
    return None


def _ending(content: bytes, kind: str) -> tuple[str, Phrase] | None:
    """Whether more than the picture is in the file; of the other formats, cameras write such files too."""
    size = int.from_bytes(content[4:8], "little") + 8
    more = {"PNG": not content.endswith(AFTER_PNG), "WEBP": len(content) > size + size % 2}
    return ("file-content", phrase("more-in-it")) if more.get(kind) else None


def _told(image: Image.Image, content: bytes) -> tuple[str, Phrase] | None:
    """Whether a photo says where it was taken."""
    # Of a PNG file the fields may stand behind the picture, which would have to be unpacked for nothing.
    asked = image.format != "PNG" or any(mark in content for mark in (b"eXIf", b"exif", b"EXIF"))
    fields: Mapping[int, Any] = image.getexif().get_ifd(GPS) if asked else {}
    packets = [content, *(value for key, value in image.info.items() if "xmp" in str(key).lower())]
    written = (packet.encode() if isinstance(packet, str) else packet for packet in packets)
    if fields or any(mark in packet for packet in written if isinstance(packet, bytes) for mark in GPS_IN_XMP):
        return "picture-position", phrase("where-taken")
    return None
