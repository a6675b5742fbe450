"""A page of the built site as a reader's browser without scripts gets it, who gets the most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from justhtml import JustHTML

from dalil.problems import Phrase
from dalil.render.ways import INDEX
from dalil.site.safety import Rules, dangers

LINKING = {
    "a": "href",
    "area": "href",
    "form": "action",
    "img": "src",
    "link": "href",
    "script": "src",
    "source": "src",
    "use": "href",
}
SCRIPTED = {"data-find": "", "data-hints": "", "data-index": "settings.json", "data-root": INDEX}
"""Attributes by which scripts of the theme find what they ask for, each with a file in the folder that it names."""
TOLD = ("og:image", "og:url")
"""Properties of `meta` that hold an address."""


@dataclass
class HtmlPage:
    """One page, as far as the checks of its links and its form need it."""

    path: str
    language: str
    direction: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    scripted: list[str] = field(default_factory=list)
    """Files that scripts of the theme ask for."""
    told: list[str] = field(default_factory=list)
    """Addresses for browsers, search engines and link previews; those of the site itself may be whole."""
    errors: list[str] = field(default_factory=list)
    dangers: list[Phrase] = field(default_factory=list)
    """What could run or lead astray."""


def read_page(path: str, html: str, rules: Rules) -> tuple[HtmlPage, Any]:
    """Parses one page; returns what it links, and its root element. Errors are HTML's own parse errors."""
    document = JustHTML(html, sanitize=False, collect_errors=True, scripting_enabled=False)
    root = next(node for node in document.root.children or [] if node.name == "html")
    attributes = root.attrs or {}
    page = HtmlPage(path, attributes.get("lang") or "", attributes.get("dir") or "ltr")
    page.errors = [str(error) for error in document.errors]
    page.dangers = list(dangers(document, rules))
    for node in elements(root):
        name = node.name
        if identifier := node.attrs.get("id"):
            page.ids.append(identifier)
        if (attribute := LINKING.get(name)) and (target := node.attrs.get(attribute)) is not None:
            (page.told if name == "link" else page.links).append(target)
        page.scripted += [f"{node.attrs[name]}{file}" for name, file in SCRIPTED.items() if node.attrs.get(name)]
        if name == "meta" and node.attrs.get("property") in TOLD:
            page.told.append(node.attrs.get("content") or "")
    return page, root


def elements(node: Any) -> Iterator[Any]:
    """An element and those within it, in their order; what templates hold is not among them."""
    stack = [node]
    while stack:
        current = stack.pop()
        if getattr(current, "attrs", None) is not None:
            yield current
        stack.extend(reversed(getattr(current, "children", None) or []))


def children(node: Any) -> list[Any]:
    """What stands in an element; of a template, what a script may take from it."""
    held = getattr(node, "template_content", None)
    return [*(node.children or []), *((held.children or []) if held is not None else [])]


def classes(node: Any) -> list[str]:
    """The classes of an element."""
    return (node.attrs.get("class") or "").split()


def text_of(node: Any) -> str:
    """All text within an element."""
    found, stack = [], [node]
    while stack:
        current = stack.pop()
        if current.name == "#text":
            found.append(current.data or "")
        elif current.name != "#comment":
            stack.extend(reversed(children(current)))
    return "".join(found)


def above(node: Any, name: str) -> Any | None:
    """The nearest element of a name around a node."""
    while node is not None and node.name != name:
        node = node.parent
    return node
