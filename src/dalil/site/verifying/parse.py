"""The tree that a browser without scripts makes of a page, and where the page's HTML breaks the rules on the way to it.

A fast parser reads each page. Its errors are the tokenizer's alone (a duplicate attribute, an unknown reference); those
of the tree are found by comparison: where the tree is nested as the tags are written, nothing in it was moved, closed
or made up. A page of which that is not true is read again by a slower parser that names each error of the standard,
since HTML allows some tags to be left out.
"""

from __future__ import annotations

from collections.abc import Iterator

import turbohtml
from justhtml import JustHTML
from turbohtml import TokenType

from dalil.site.verifying.tree import TEXT, Node

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
"""Elements that have no end tag (HTML, “Void elements”)."""
FOREIGN = frozenset(["svg", "math"])
"""Elements in which a start tag may close itself (HTML, “Foreign elements”)."""
Written = tuple[int, str]
"""How deep something stands, and the name of the element, or `TEXT`."""


def read_tree(html: str) -> tuple[Node, list[str]]:
    """The `html` element of a page, and each breach of the standard's grammar as `(line,column): code`."""
    document = turbohtml.parse(html, allow_declarative_shadow_roots=False)
    assert document.root is not None  # a parser makes one of any text
    root, nested = _tree(document.root)
    found = [f"({error.line},{error.col}): {error.code}" for error in document.errors]
    if html[:15].lower() != "<!doctype html>" or nested != _written(html):
        slow = JustHTML(html, sanitize=False, collect_errors=True, scripting_enabled=False)
        found += [str(error) for error in slow.errors]
    return root, found


def _tree(read: turbohtml.Element) -> tuple[Node, list[Written]]:
    """An element with all that stands in it, however deep; and its elements and texts, in their order."""
    root, found = Node(""), []
    stack: list[tuple[turbohtml.Node, Node, list[Node], int]] = [(read, root, root.children, 0)]
    while stack:
        current, parent, into, depth = stack.pop()
        if isinstance(current, turbohtml.Element):
            made = Node(current.tag, parent if depth else None, _attributes(current))
            into.append(made)
            found.append((depth, made.name.lower()))
            stack.extend((child, made, made.children, depth + 1) for child in reversed(current.children))
        elif isinstance(current, turbohtml.Text):
            into.append(Node(TEXT, parent, data=current.data))
            _add_text(found, depth, current.data)
        elif isinstance(current, turbohtml.DocumentFragment):
            stack.extend((child, parent, parent.held, depth) for child in reversed(current.children))
    return root.children[0], found


def _attributes(read: turbohtml.Element) -> dict[str, str]:
    """The attributes of an element; a list of words, such as classes, as one text."""
    found = read.attrs.copy()
    return {name: value if isinstance(value, str) else " ".join(value or ()) for name, value in found.items()}


def _written(html: str) -> list[Written] | None:
    """What the tags of a page place where; None where an end tag closes something else than what was opened last."""
    found: list[Written] = []
    opened: list[str] = []
    for token in _tokens(html):
        kind, name = token.type, token.tag or ""
        if kind is TokenType.START_TAG:
            found.append((len(opened), name))
            if not (token.self_closing and FOREIGN.intersection(opened)) and name not in VOID:
                opened.append(name)
        elif kind is TokenType.END_TAG:
            if not opened or opened.pop() != name:
                return None
        elif kind is TokenType.TEXT:
            _add_text(found, len(opened), token.data or "")
    return found if not opened else None


def _tokens(html: str) -> Iterator[turbohtml.Token]:
    """The tokens of a page; without scripts, what stands in a `noscript` is markup."""
    within = ""
    for token in turbohtml.tokenize(html, capture_attributes=False):
        if token.type is TokenType.TEXT and within == "noscript":
            yield from turbohtml.tokenize(token.data or "", capture_attributes=False)
        else:
            yield token
        within = token.tag or "" if token.type is TokenType.START_TAG else ""


def _add_text(found: list[Written], depth: int, text: str) -> None:
    """Adds a text that is seen to a row, once where it comes in pieces."""
    if text and not text.isspace() and (not found or found[-1] != (depth, TEXT)):
        found.append((depth, TEXT))
