"""What staged pages use of Markdown, and no more: headings, blocks of HTML, and elements within a line.

All words of a page come from the store, as HTML. So nothing else of Markdown is ever meant: lists, quotes, code,
emphasis, links, pictures and reference definitions are left out, and a text that looks like one stays a text, even
where a macro stands alone and its words begin a paragraph.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.util import Registry

BLOCKS = {"empty", "hashheader", "paragraph"}
INLINE = {"html", "entity"}


class PlainMarkdown(Extension):
    """Takes all other processors of Python-Markdown away."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Leaves the processors of headings, paragraphs and HTML."""
        _keep(md.parser.blockprocessors, BLOCKS)
        _keep(md.inlinePatterns, INLINE)


def _keep(registry: Registry[Any], wanted: set[str]) -> None:
    # A registry lists its processors, and has no public list of their names.
    for name in [item.name for item in registry._priority if item.name not in wanted]:  # type: ignore[attr-defined]
        registry.deregister(name)
