"""The texts of what is no page but data: XML such as feeds, and JSON. Markup within a text is read as such."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
XHTML = "{http://www.w3.org/1999/xhtml}"
DEFINES = re.compile(r"<!(?:ENTITY|DOCTYPE)")
"""What may make much out of little (entities within entities); no feed has it."""


def texts_of_xml(text: str) -> list[str] | None:
    """The texts of an XML document that is no page; None for a page, and for what is no XML."""
    if DEFINES.search(text):
        return None
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        return None
    return None if root.tag.startswith(XHTML) else [one for one in root.itertext() if one.strip()]


def texts_of_json(text: str) -> list[str] | None:
    """The texts of a JSON document; None for what is none."""
    try:
        return list(_strings(json.loads(text)))
    except (ValueError, RecursionError):
        return None


def _strings(value: Any) -> Iterator[str]:
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
        stack.extend(reversed(list(one.values() if isinstance(one, dict) else one if isinstance(one, list) else [])))
