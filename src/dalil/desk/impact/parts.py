"""A staged page taken apart, so that two states of it can be compared by what a reader would call its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from justhtml import JustHTML

Part = tuple[str, str]
"""What it is (claim, table, picture, dispute, references, title, text) and its id; the id may be empty."""

PASSED_OVER = {"marks", "seal", "card-parts", "page-foot", "print-head", "print-foot"}
"""Classes of what follows from other parts: numbers of references, and what stands on every page."""
BLOCKS = {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "figcaption", "caption", "summary"}
DRAWN = ("class", "data-class", "data-status", "d", "x", "y", "width", "height", "points", "href", "id")
"""Attributes that say what a picture shows."""
HEADING = re.compile(r"^#+ (.*?)(?: \{: #([\w-]+) \})?$", re.MULTILINE)


def parts_of(markdown: str) -> dict[Part, str]:
    """Each part of a page's body with its words; of a picture also what is drawn."""
    found: dict[Part, list[str]] = {}
    html = HEADING.sub(lambda match: f"<h2>{match[1]}</h2>", markdown)
    body = JustHTML(f"<body>{html}</body>", sanitize=False).query("body")[0]
    _walk(body, ("text", ""), found)
    return {part: " ".join("".join(words).split()) for part, words in found.items()}


def _walk(node: Any, part: Part, found: dict[Part, list[str]]) -> None:
    for child in getattr(node, "children", None) or []:
        if child.name == "#text":
            found.setdefault(part, []).append(child.data or "")
            continue
        attributes = getattr(child, "attrs", None)
        if attributes is None or PASSED_OVER & set((attributes.get("class") or "").split()):
            continue
        own = _part(child, attributes) or part
        words = found.setdefault(own, [])
        if own[0] == "picture":
            words.extend(f" {attributes[name]}" for name in DRAWN if attributes.get(name))
        _walk(child, own, found)
        if child.name in BLOCKS:
            words.append("\n")


def _part(node: Any, attributes: dict[str, Any]) -> Part | None:
    if attributes.get("data-claim"):
        return "claim", attributes["data-claim"]
    if node.name == "figure":
        return "picture", attributes.get("id") or ""
    if node.name == "table":
        captions = (inner.attrs.get("id") for inner in _inside(node, "caption"))
        return "table", next((one for one in captions if one), "")
    if attributes.get("data-dispute") and node.name == "div":
        return "dispute", attributes["data-dispute"]
    if attributes.get("data-editorial") == "references":
        return "references", ""
    return None


def _inside(node: Any, name: str) -> Iterator[Any]:
    for child in getattr(node, "children", None) or []:
        if child.name == name:
            yield child
        yield from _inside(child, name)
