"""Do two web addresses lead to one page, however they were copied?"""

from __future__ import annotations

import re
import urllib.parse

TRACKING = re.compile(
    r"(utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|yclid|gclsrc|dclid|msclkid|twclid|ttclid|wbraid|gbraid|igshid|igsh|mc_[ce]id"
    r"|_hs(enc|mi)|ref|ref_src|ref_url|referrer|source|src|cmp|cmpid|ocid|ns_\w+|spm|share|smid|at_\w+|traffic_source)"
)
"""Names of parameters that say from where a reader came, not what is shown."""
ARCHIVED = re.compile(
    r"(?:web\.archive\.org/web/\d+\w*|(?:archive\.(?:today|ph|is|li|vn|fo|md))/(?:o/\w+|\d{8,14}|newest))/(?P<address>.+)"
)
"""Copies that carry the address of the page they keep."""
INDEX = re.compile(r"/(index|default)\.(html?|php|aspx?)$")
PORTS = {"http": ":80", "https": ":443"}


def original_of(address: str) -> str:
    """A key as `page_of` gives it, but for a copy in a web archive: that of the page that it keeps, where its address
    names that page.
    """
    address = address.strip()
    while archived := ARCHIVED.search(address.partition("://")[2] or address):
        address = archived["address"]
        address = re.sub(
            r"^(https?):/(?!/)", r"\1://", urllib.parse.unquote(address) if "://" not in address else address
        )
    return page_of(address)


def page_of(address: str) -> str:
    """A key that two addresses of one page share: no scheme, `www.`, fragment, tracking, or slash at the end.

    A copy in a web archive is a page of its own: it may say what the page no longer does.
    """
    address = address.strip()
    try:
        parts = urllib.parse.urlsplit(address if "://" in address else f"https://{address}")
    except ValueError:
        return address
    host = re.sub(
        r"^(www\d?|m|mobile|amp)\.",
        "",
        parts.netloc.lower().rpartition("@")[2].removesuffix(PORTS.get(parts.scheme, "")),
    )
    path = urllib.parse.quote(urllib.parse.unquote(parts.path), safe="/:@!$&'()*+,;=~-._")
    path = INDEX.sub("", re.sub(r"/{2,}", "/", path)).removesuffix("/").removesuffix("/amp").removesuffix("/")
    query = sorted(
        (name, value)
        for name, value in urllib.parse.parse_qsl(parts.query, keep_blank_values=True)
        if not TRACKING.fullmatch(name.lower())
    )
    return f"{host.rstrip('.')}{path}{'?' if query else ''}{urllib.parse.urlencode(query)}"
