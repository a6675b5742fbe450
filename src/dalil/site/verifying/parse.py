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
    root = _node(document.root, None)
    found = [f"({error.line},{error.col}): {error.code}" for error in document.errors]
    if not _is_as_written(root, html):
        slow = JustHTML(html, sanitize=False, collect_errors=True, scripting_enabled=False)
        found += [str(error) for error in slow.errors]
    return root, found


def _node(read: turbohtml.Element, parent: Node | None) -> Node:
    """An element with all that stands in it, however deep."""
    root = _element(read, parent)
    stack: list[tuple[turbohtml.Node, Node, list[Node]]] = [(read, root, root.children)]
    while stack:
        current, node, into = stack.pop()
        for child in current.children:
            if isinstance(child, turbohtml.Element):
                made = _element(child, node)
                into.append(made)
                stack.append((child, made, made.children))
            elif isinstance(child, turbohtml.Text):
                into.append(Node(TEXT, node, data=child.data))
            elif isinstance(child, turbohtml.DocumentFragment):
                stack.append((child, node, node.held))
    return root


def _element(read: turbohtml.Element, parent: Node | None) -> Node:
    attributes = {
        name: " ".join(value) if isinstance(value, list) else value or "" for name, value in read.attrs.items()
    }
    return Node(read.tag, parent, attributes)


def _is_as_written(root: Node, html: str) -> bool:
    """Whether a page's tree has the elements that its tags name, each where they place it, and no other."""
    return html[:15].lower() == "<!doctype html>" and _nested(root) == _written(html)


def _nested(root: Node) -> list[Written]:
    """The elements and texts of a tree, in their order."""
    found: list[Written] = []
    stack = [(0, root)]
    while stack:
        depth, node = stack.pop()
        if node.name == TEXT:
            _add_text(found, depth, node.data)
            continue
        found.append((depth, node.name.lower()))
        stack.extend((depth + 1, child) for child in reversed(node.children or node.held))
    return found


def _written(html: str) -> list[Written] | None:
    """The same of the tags of a page; None where an end tag closes something else than what was opened last."""
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
