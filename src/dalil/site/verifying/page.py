"""A page of the built site as a reader's browser without scripts gets it, who gets the most."""

from __future__ import annotations

from dataclasses import dataclass, field

from dalil.problems import Phrase
from dalil.render.ways import INDEX
from dalil.site.safety import Rules, dangers
from dalil.site.verifying.parse import read_tree
from dalil.site.verifying.tree import Node, elements

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


def read_page(path: str, html: str, rules: Rules) -> tuple[HtmlPage, Node]:
    """Parses one page; returns what it links, and its root element. Errors are HTML's own parse errors."""
    root, errors = read_tree(html)
    page = HtmlPage(path, root.attrs.get("lang", ""), root.attrs.get("dir") or "ltr", errors=errors)
    page.dangers = list(dangers(root, rules))
    for node in elements(root):
        name = node.name
        if identifier := node.attrs.get("id"):
            page.ids.append(identifier)
        if (attribute := LINKING.get(name)) and (target := node.attrs.get(attribute)) is not None:
            (page.told if name == "link" else page.links).append(target)
        page.scripted += [f"{node.attrs[name]}{file}" for name, file in SCRIPTED.items() if node.attrs.get(name)]
        if name == "meta" and node.attrs.get("property") in TOLD:
            page.told.append(node.attrs.get("content", ""))
    return page, root
