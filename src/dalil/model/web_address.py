"""What an address of the web must be, wherever in the store or the settings it stands: read once, by one function.

It is refused if a browser, a feed, a site map or a reader's eye could take it for something else than it is.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
import urllib.parse
from dataclasses import dataclass

import idna

from dalil.problems import Phrase, phrase
from dalil.problems.characters import LETTERS, name_of
from dalil.problems.gate import passes, stopped

MAX_LENGTH = 2_000
"""Characters. The site map protocol ends at 2,048, and so do many programs."""
NOT_IN_ADDRESS = re.compile(r"[\s\"<>\\^`{|}]")
"""What RFC 3986 (2) keeps out of addresses and programs read in ways of their own."""
DIRECTIVE = ":~:"
"""Starts what a fragment tells the browser rather than the page (URL Fragment Text Directives); only we add one."""
PLACE = re.compile(r"(?:\[[0-9A-Fa-f:.]+\]|[^\[\]:@]+)(?::\d+)?")
"""A host and perhaps a port (RFC 3986, 3.2); of `a[::1]` some programs take the first part for it, some the second."""
LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
"""A label of a host in ASCII. Some hosts have low lines, although no name of a host should."""
NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
"""A last label that makes a browser read the whole host as an IPv4 address (WHATWG URL, 3.5)."""
TOGETHER = ({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}, {"LATIN", "CJK", "BOPOMOFO"}, {"LATIN", "CJK", "HANGUL"})
"""Scripts that are written side by side (UTS 39, 5.2, “highly restrictive”)."""
NO_SCRIPT = {"COMBINING", "MODIFIER", "IDEOGRAPHIC", "KATAKANA-HIRAGANA", "HYPHEN-MINUS", "MIDDLE", "ZERO"}


class BadAddress(ValueError):
    """No address that the site may lead to; `reason` says why."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason.key)
        self.reason = reason


@dataclass(frozen=True)
class WebAddress:
    """An address that was looked at."""

    text: str
    """As it is written."""
    host: str
    """In ASCII (RFC 5890), or the number of a machine."""
    is_plain: bool
    """Whether it has neither query nor fragment."""


def web_address(text: str) -> WebAddress:
    """Reads an address; raises BadAddress."""
    if len(text) > MAX_LENGTH:
        raise BadAddress(phrase("address-long", limit=MAX_LENGTH))
    if not text.startswith(("https://", "http://")):
        raise BadAddress(phrase("address-scheme"))
    if odd := next(stopped(text), None):
        raise BadAddress(phrase("address-character", name=name_of(odd.character)))
    if unfit := NOT_IN_ADDRESS.search(text):
        raise BadAddress(phrase("address-character", name=name_of(unfit[0])))
    if unicodedata.normalize("NFC", text) != text:
        raise BadAddress(phrase("address-composed", better=unicodedata.normalize("NFC", text)))
    try:
        parts = urllib.parse.urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        raise BadAddress(phrase("address-host")) from None
    if "@" in parts.netloc:
        raise BadAddress(phrase("address-user"))
    if not _is_port(parts):
        raise BadAddress(phrase("address-port"))
    if not PLACE.fullmatch(parts.netloc):
        raise BadAddress(phrase("address-host"))
    if DIRECTIVE in parts.fragment:
        raise BadAddress(phrase("address-directive"))
    is_plain = "?" not in text and "#" not in text
    return WebAddress(text, _host(host, bracketed="[" in parts.netloc), is_plain)


def is_web_address(text: str) -> bool:
    """Whether it is an address that the site may lead to."""
    try:
        web_address(text)
    except BadAddress:
        return False
    return True


def _is_port(parts: urllib.parse.SplitResult) -> bool:
    """Whether it names no port, or one that there is: 0 is kept, and 65,535 the last (RFC 6335, 6)."""
    try:
        return parts.port != 0 and not parts.netloc.endswith(":")
    except ValueError:
        return False


def _host(host: str, *, bracketed: bool) -> str:
    if bracketed:
        return _number(host, ipaddress.IPv6Address)
    labels = host.removesuffix(".").split(".")
    if NUMBER.fullmatch(labels[-1]):
        return _number(host, ipaddress.IPv4Address)
    named = [_label(label, host, is_ascii=labels[-1].isascii()) for label in labels]
    if not all(LABEL.fullmatch(label) for label in named) or len(".".join(named)) > 253:
        raise BadAddress(phrase("address-host"))
    return ".".join(named)


def _number(host: str, kind: type[ipaddress.IPv4Address] | type[ipaddress.IPv6Address]) -> str:
    try:
        return str(kind(host))
    except ValueError:
        raise BadAddress(phrase("address-host")) from None


def _label(label: str, host: str, *, is_ascii: bool) -> str:
    """A label in ASCII; `is_ascii` says whether the last one of its host is."""
    try:
        shown = idna.ulabel(label) if label.startswith("xn--") else label
        plain = label if label.isascii() else idna.alabel(label).decode()
    except (idna.IDNAError, UnicodeError):
        raise BadAddress(phrase("address-host")) from None
    if not passes(shown):
        raise BadAddress(phrase("address-host"))
    scripts = {script for letter in shown if (script := _script(letter))}
    if len(scripts) > 1 and not any(scripts <= together for together in TOGETHER):
        raise BadAddress(phrase("address-scripts", label=shown, ascii=plain))
    letters = {letter for letter in shown if letter.isalpha()}
    if is_ascii and letters and letters <= LETTERS.keys():
        raise BadAddress(
            phrase("address-alike", label=shown, ascii=plain, alike="".join(LETTERS.get(one, one) for one in shown))
        )
    return plain


def _script(letter: str) -> str:
    """The script of a letter, by its name; nothing for what belongs to all of them."""
    if not letter.isalpha():
        return ""
    first = unicodedata.name(letter, "").split(" ")[0]
    return "" if first in NO_SCRIPT else first
