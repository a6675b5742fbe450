"""Markdown as GitHub reads it: its own parser (cmark-gfm), and what its site looks for in the finished text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import cmarkgfm
from cmarkgfm.cmark import Options
from justhtml import JustHTML

OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_GITHUB_PRE_LANG
COMMENT = "#comment"
FOUND = re.compile(
    r"(?<![\w/])@[A-Za-z0-9]"  # somebody
    r"|(?<!\w)#\d|(?<!\w)gh-\d"  # an issue
    r"|:[\w+-]+:"  # an emoji
    r"|(?<![0-9A-Za-z])[0-9a-f]{7,40}(?![0-9A-Za-z])"  # a commit
    r"|\bhttps?:/|\bftp:/|\bwww\.\w|\w@\w|\bmailto:\S|\bxmpp:\S"  # an address
    r"|\w\.[a-z]{2,}",  # what other programs take for one
    re.IGNORECASE,
)
"""What GitHub looks for in text that is no code; each is recognised within one node of text."""


def tree(markdown: str) -> Any:
    """The parsed document."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, OPTIONS)
    return JustHTML(f"<body>{html}</body>", sanitize=False).query("body")[0]


def shape(node: Any) -> list[Any]:
    """The elements of a document with their attributes, without a word of text."""
    return [
        (child.name, sorted((child.attrs or {}).items()), shape(child))
        for child in node.children or []
        if not child.name.startswith("#") and child.name != "!"
    ]


def texts(node: Any, *, coded: bool = False) -> Iterator[tuple[str, bool]]:
    """Each node of text with whether it stands in code."""
    for child in node.children or []:
        if child.name == "#text":
            yield child.data or "", coded
        elif not child.name.startswith("#"):
            yield from texts(child, coded=coded or child.name in ("code", "pre"))


def words(node: Any) -> str:
    """All text of a document."""
    return "".join(said for said, _ in texts(node))


def found_by_github(node: Any) -> list[str]:
    """What GitHub would make a link, mention, or picture of."""
    return [match[0] for said, coded in texts(node) if not coded for match in FOUND.finditer(said)]
