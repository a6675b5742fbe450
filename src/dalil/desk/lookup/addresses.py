"""Addresses as they are asked for: exactly as written, with only that encoded which no request may hold.

A `%28` and a `(` may stand for two things to a server (RFC 3986, 2.2 and 6.2.2.2), so neither is turned into the other.
"""

from __future__ import annotations

import re
import urllib.parse

from yarl import URL

PARTS = re.compile(r"[^:/?#]+://[^/?#]*(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?", re.DOTALL)
"""RFC 3986, appendix B."""
KEPT = "!$&'()*+,/:;=@[]~%"
"""What may stand in a path; in a query also a question mark (RFC 3986, 3.3 and 3.4)."""
DOTS = re.compile(r"/(?:\.|%2e){1,2}(?:/|$)", re.IGNORECASE)


def exact(address: str) -> URL:
    """An address without its fragment, ready to be asked for; raises ValueError for what is none.

    Letters beyond ASCII and signs that no address holds are encoded as UTF-8; the host is written in ASCII.
    """
    read = URL(address)
    found = PARTS.match(address)
    if found is None or read.port is None:
        raise ValueError(address)
    # Steps such as `/../` are taken before asking, as browsers do.
    path = read.raw_path if DOTS.search(found["path"]) else _encoded(found["path"], KEPT)
    query = _encoded(found["query"] or "", f"{KEPT}?")
    return URL.build(
        scheme=read.scheme, authority=read.raw_authority, path=path or "/", query_string=query, encoded=True
    )


def _encoded(text: str, kept: str) -> str:
    # Bytes that were no text came as halves of pairs, and go as they came.
    return urllib.parse.quote(text.encode("utf-8", "surrogateescape"), safe=kept)


def led_to(address: str, location: str) -> str:
    """Where a redirect of an address leads, without a fragment; raises ValueError for what is no address."""
    target = urllib.parse.urljoin(address, location.partition("#")[0])
    return str(exact(target)) if target.startswith(("https://", "http://")) else target


def fragment_of(address: str, inherited: str = "") -> str:
    """The fragment of an address, or the one that it inherits where it has none (RFC 9110, 10.2.2).

    What a fragment tells a browser to mark (`:~:`) is no part of an address that may be cited.
    """
    _, sign, fragment = address.partition("#")
    return _encoded(fragment.partition(":~:")[0], f"{KEPT}?") if sign else inherited
