"""Where an address that stands in a page leads, as browsers read it (WHATWG URL, section 4.4)."""

from __future__ import annotations

import re
from enum import Enum

DROPPED = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Control characters: browsers drop tabs and line ends anywhere and the others at the ends; here they go everywhere."""
EDGE = re.compile(r"^[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+|\s+$")
"""Spaces, and characters that nobody sees: no address of ours begins with one, whatever a browser makes of it."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE | re.ASCII)
WHOLE = re.compile(r"https?://[^/\\?#]+", re.IGNORECASE | re.ASCII)
REFRESH = re.compile(r"0; url=(.+)", re.ASCII)
CSS_ADDRESS = re.compile(r"""url\(\s*["']?(.*?)["']?\s*\)""", re.IGNORECASE | re.DOTALL)


class Target(Enum):
    """Whither an address leads."""

    SITE = "the site itself"
    WEB = "another place on the web"
    OTHER = "neither, such as a script, a file, or a host without a scheme"


def target(address: str, site: str = "") -> Target:
    """Where an address leads; `site` is where the site stands on the web, by which whole addresses of it are known."""
    read = EDGE.sub("", DROPPED.sub("", address))
    if SCHEME.match(read):
        if not WHOLE.match(read):
            return Target.OTHER
        return Target.SITE if site and read.startswith(site) and "\\" not in read else Target.WEB
    # A browser reads a backslash as a slash, and two of them begin the name of a host.
    return Target.OTHER if re.match(r"[/\\]{2}", read) else Target.SITE


def several(addresses: str) -> list[str]:
    """What may be an address in a `srcset`: whatever stands between spaces and commas but sizes and densities."""
    return [part for part in re.split(r"[\s,]+", addresses) if part and not re.fullmatch(r"[\d.]+[wxh]", part)]


def refreshed(content: str) -> str | None:
    """The address to which `<meta http-equiv="refresh">` leads as we write it; None for any other form."""
    match = REFRESH.fullmatch(content)
    return match[1] if match else None


def in_styles(css: str) -> list[str]:
    """The addresses in a text of CSS; one that no reader of it could be sure of is given as `css:`."""
    hidden = "\\" in css or re.search(r"@import|image-set\s*\(|\bsrc\s*\(", css, re.IGNORECASE)
    return [*CSS_ADDRESS.findall(css), *(["css:"] if hidden else [])]
