"""Where text becomes markup: the only module in which a string is declared to be HTML.

All else makes markup of it by `element`, which escapes what it is given, or by templates that escape by default. So
whether text of the store can act as markup is answered by reading this module alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

Attributes = Mapping[str, object]
"""Names to values; True stands for an attribute without a value."""

NAME = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)
SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE | re.ASCII)
LEADING = re.compile(r"https?://", re.ASCII)
IGNORED = re.compile(r"[\x00-\x20\x7f]")
"""Characters that browsers leave out of an address, or of its ends, before they look for a scheme (WHATWG URL)."""
NEVER = ("on", "style", "srcdoc")
"""How attributes begin in which text is code."""

UNSAFE_IN_SCRIPT = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
"""What could end a script element, or a line of a script, written as JSON escapes."""
MARKDOWN = re.compile(r"(?P<reference>&[a-zA-Z0-9#]+;)|[\\`*_{}\[\]()#!|~+:.-]")
"""Characters that mean something to Markdown, other than those of character references."""
BREAK = re.compile(r"\s*[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
TAG = re.compile(r"<[^<>]*>")
VALUE = re.compile(r'"[^"]*"')


class UnsafeMarkup(ValueError):
    """Somebody asked for markup in which text would be code; a fault of the engine, whatever the text is."""


def element(name: str, attributes: Attributes, *content: object) -> Markup:
    """An element with escaped attributes, and content that is escaped unless it is markup.

    Raises UnsafeMarkup for elements and attributes that hold code, for names that are none, and for addresses that lead
    elsewhere than to a page.
    """
    if not NAME.fullmatch(name) or name in ("script", "style"):
        raise UnsafeMarkup(f"no element is to be called {name!r} here")
    said = Markup("").join(_attribute(key, value) for key, value in attributes.items())
    inner = Markup("").join(escape(part) for part in content)
    return Markup("<{}{}>{}</{}>").format(name, said, inner, name)


def _attribute(name: str, value: object) -> Markup:
    if not NAME.fullmatch(name) or name.startswith(NEVER):
        raise UnsafeMarkup(f"no attribute is to be called {name!r} here")
    address = str(value) if name in ("href", "src", "action") else ""
    if SCHEME.match(IGNORED.sub("", address)) and not LEADING.match(address):
        raise UnsafeMarkup(f"{value!r} does not lead to a page")
    return Markup(" {}").format(name) if value is True else Markup(' {}="{}"').format(name, value)


def placed(pattern: re.Pattern[str], words: str, shown: Mapping[str, Markup]) -> Markup:
    """Words, escaped, with markup in the places that `pattern` finds; its first group is the name in `shown`.

    The pattern must find the same in escaped words.
    """
    return Markup(pattern.sub(lambda match: escape(shown[match[1]]), str(escape(words))))


def script_data(text: str) -> Markup:
    """JSON text as it can stand in a script element: no character of it can end the element or a line."""
    return Markup(text.translate(UNSAFE_IN_SCRIPT))


def as_markdown(html: object) -> Markup:
    """A filter for headings: markup or plain words on one line of Markdown, in which no character means anything.

    What stands between tags and in the values of attributes is written as character references, line breaks as spaces.
    """
    line = BREAK.sub(" ", str(escape(html))).strip()
    said, at = [], 0
    for tag in TAG.finditer(line):
        said.append(_inert(line[at : tag.start()]))
        said.append(VALUE.sub(lambda value: _inert(value[0]), tag[0]))
        at = tag.end()
    return Markup("".join([*said, _inert(line[at:])]))


def _inert(words: str) -> str:
    return MARKDOWN.sub(lambda match: match["reference"] or f"&#{ord(match[0])};", words)


def converted(html: str) -> Markup:
    """What the site generator made of a staged page: its text was escaped when the page was rendered."""
    return Markup(html)
