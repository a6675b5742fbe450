"""Of Markdown, staged pages have headings and HTML; no text becomes anything else, wherever it stands."""

from __future__ import annotations

import pytest
from justhtml import JustHTML
from markdown import Markdown
from markupsafe import escape

from dalil.site.plain_markdown import PlainMarkdown
from dalil.text.markup import as_markdown
from hostile.payloads import PAYLOADS
from hostile.signs import OWN


def converted(text: str) -> str:
    return Markdown(extensions=["attr_list", "toc", PlainMarkdown()]).convert(text)


def test_headings_and_html_are_what_they_were() -> None:
    assert converted("## A &#42;b&#42; <bdi>c</bdi> {: #d }") == '<h2 id="d">A &#42;b&#42; <bdi>c</bdi></h2>'
    block = '<ul class="x" data-editorial="index">\n<li><a href="../">A *b* `c`</a></li>\n</ul>'
    assert converted(f"{block}\n\n## E {{: #e }}\n") == f'{block}\n\n<h2 id="e">E</h2>'


@pytest.mark.parametrize(
    "words",
    [
        "*a*", "__a__", "`a`", "a\\*b", "[a](javascript:b)", "![a](//b.invalid/c.png)", "[a][b]", "<javascript:a>",
        "<a@b.invalid>", "- a", "1. a", "> a", "    a", "a\n===", "---", "[a]: javascript:b", "a  \nb",
    ],
)  # fmt: skip
def test_nothing_else_of_markdown_is_left(words: str) -> None:
    made = {one.name for one in JustHTML(converted(words), sanitize=False, fragment=True).root.children or ()}
    assert made <= {"p", "#text"}
    assert not {"em", "strong", "code", "img", "ul", "ol", "li", "blockquote", "pre", "hr", "br", "h1"} & {
        one.name for one in JustHTML(converted(words), sanitize=False).query("body *")
    }


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_text_that_begins_a_paragraph_stays_a_text(payload: str) -> None:
    """As a macro alone in a page writes it: within an element of a line, or with nothing around it but its escapes."""
    for text in (f'<a class="term" href="../">{escape(payload)}</a>', f"## {as_markdown(payload)} {{: #it }}"):
        document = JustHTML(converted(text), sanitize=False, fragment=True)
        found = document.query("*")
        assert {one.name for one in found} <= {"p", "a", "h2"}, converted(text)
        assert not any(OWN in name or OWN in str(value) for one in found for name, value in (one.attrs or {}).items())
        assert " ".join(document.to_text(separator="", strip=False).split()) == " ".join(payload.split())


def test_all_other_processors_are_gone() -> None:
    """A new version of Python-Markdown may bring more of them; none is kept but those that are named."""
    md = Markdown(extensions=["attr_list", "toc", PlainMarkdown()])
    assert len(md.parser.blockprocessors) == 3
    assert len(md.inlinePatterns) == 2
