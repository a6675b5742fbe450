"""Reads what a build wrote with well-kept parsers, and says what form it has, whatever its texts say."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from justhtml import JustHTML

Shape = Any
"""What is left of a file without its texts; two files of one shape differ in texts alone."""


def pages(site: Path) -> list[str]:
    """The addresses of a site's pages."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def page(site: Path, name: str) -> Any:
    """A page as a browser with scripts parses it."""
    return JustHTML((site / name).read_text(encoding="utf-8"), sanitize=False)


def elements(document: Any) -> Iterator[Any]:
    """Every element of a page, in order, those of templates too."""
    stack = [document.root]
    while stack:
        node = stack.pop()
        if getattr(node, "attrs", None) is not None and not str(node.name).startswith(("#", "!")):
            yield node
        inner = [*(getattr(node, "children", None) or ())]
        if getattr(node, "template_content", None) is not None:
            inner.append(node.template_content)
        stack.extend(reversed(inner))


def shape_of_page(document: Any) -> list[tuple[str, ...]]:
    """Each element with its attributes' names, and the values of those that no text gets into."""
    return [
        (one.name, *(f"{name}={one.attrs[name]}" if name in ("id", "class", "rel") else name for name in sorted(one.attrs)))
        for one in elements(document)
    ]  # fmt: skip


def words_of_page(document: Any) -> str:
    """All that a page says, shown or not: its texts and the values of its attributes, with blanks collapsed."""
    said = [str(document.to_text(separator="", strip=False))]
    for one in elements(document):
        said += [str(value) for value in one.attrs.values() if value]
        said += [child.data or "" for child in one.children or () if child.name == "#text"]
    text = "\n".join(said)
    for one in elements(document):
        # A parser that runs scripts reads what is for readers without them as it is written.
        if one.name == "noscript":
            written = str(one.to_text(separator="", strip=False))
            text = text.replace(written, unescape(written))
    return blanks(text)


def blanks(text: str) -> str:
    """A text with its blanks collapsed, and without what only directs its line."""
    return " ".join(re.sub("[\u2066-\u2069]", "", text).split())


def linked_data(document: Any) -> list[Any]:
    """The blocks of linked data of a page, read."""
    found = [
        one for one in elements(document) if one.name == "script" and one.attrs.get("type") == "application/ld+json"
    ]
    return [json.loads("".join(child.data or "" for child in one.children)) for one in found]


def shape_of_json(value: Any) -> Shape:
    """The keys of objects and the lengths of lists; of values their types."""
    if isinstance(value, dict):
        return {key: shape_of_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape_of_json(item) for item in value]
    return type(value).__name__


def shape_of_xml(text: str) -> Shape:
    """Each element with the names of its attributes, nested."""

    def shape(node: ElementTree.Element) -> Shape:
        return (node.tag, sorted(node.attrib), [shape(child) for child in node])

    assert "<!DOCTYPE" not in text.split("\n")[0:3]
    return shape(ElementTree.fromstring(text))


def words_of_xml(text: str) -> str:
    """All that an XML file says."""
    root = ElementTree.fromstring(text)
    return blanks("\n".join([*root.itertext(), *(value for one in root.iter() for value in one.attrib.values())]))


def table(text: str) -> list[list[str]]:
    """The rows of a CSV file, as a strict reader of RFC 4180 sees them."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def citations(document: Any) -> Iterator[tuple[str, str]]:
    """(name of the file, text) of each form of a citation that a page offers."""
    for one in elements(document):
        if one.name == "pre" and "data-file" in one.attrs:
            yield one.attrs["data-file"], "".join(str(child.data or "") for child in one.children or ())
