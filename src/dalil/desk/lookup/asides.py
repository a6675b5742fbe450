"""What stands in a text and is no part of its sentences: marks of footnotes, and readings beside CJK signs."""

from __future__ import annotations

import re
from typing import Any

MARK = re.compile(
    r"[\[(]?\s*(?:note\s)?(?:\d{1,3}|[a-z]|[ivxlc]{1,5}|[*†‡§¶#]{1,3})(?:\s*[,–-]\s*\d{1,3})*\s*[\])]?", re.IGNORECASE
)
"""A mark of a note: `1`, `[12]`, `[note 3]`, `b`, `iv`, `†`, in any digits of Unicode."""
IN_WORDS = re.compile(r"(?<=[^\W\d])[\u00b2\u00b3\u00b9\u2070-\u2079]+|\[(?:\d{1,3}|[a-z])\]")
"""Marks that are written by characters."""
READINGS = {"rt", "rp"}
"""Elements of ruby that say how a sign is read (HTML, 4.5.11)."""
LOOKED_AT = 12
"""Nodes of an element that are looked at: a mark has no more."""


def without_marks(text: str) -> str:
    """A text without the marks that are written in it by characters."""
    return IN_WORDS.sub("", text)


def is_aside(element: Any) -> bool:
    """Whether an element is a mark of a note or a reading, by its kind or by what it holds."""
    if element.name in READINGS:
        return True
    attributes = element.attrs or {}
    if "noteref" in f"{attributes.get('role')} {attributes.get('epub:type')} {attributes.get('class')}":
        return True
    leads_down = element.name == "a" and str(attributes.get("href") or "").startswith("#")
    return (element.name == "sup" or leads_down) and MARK.fullmatch(_text(element)) is not None


def _text(element: Any) -> str:
    """The text of a small element; that of a larger one is never a mark."""
    stack: list[Any] = [element]
    found: list[str] = []
    for _ in range(LOOKED_AT):
        if not stack:
            return "".join(found).strip()
        node = stack.pop()
        if node.name == "#text":
            found.append(node.data or "")
        children = getattr(node, "children", None) or []
        if len(children) > LOOKED_AT:
            return ""
        stack.extend(reversed(children))
    return ""
