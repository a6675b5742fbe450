"""What a browser makes of a page, and that each breach of HTML's grammar on the way is named."""

from __future__ import annotations

import pytest

from dalil.site.verifying import parse
from dalil.site.verifying.parse import read_tree
from dalil.site.verifying.tree import children, elements, text_of

PAGE = "<!doctype html><html lang=en><head><title>x</title></head><body>{}</body></html>"


def errors(body: str) -> str:
    """What is said of a page with a body."""
    return " ".join(read_tree(PAGE.format(body))[1])


BROKEN = {
    "<a id=a id=b>x</a>": "duplicate-attribute",
    "<p>&nosuch;</p>": "unknown-named-character-reference",
    "<p>&#0;</p>": "null-character-reference",
    '<p a"b>x</p>': "unexpected-character-in-attribute-name",
    "<p><div></p></div>": "unexpected-end-tag",
    "<b><i></b></i>": "unexpected-end-tag",
    "</section>": "unexpected-end-tag",
    "<br></br>": "unexpected-end-tag",
    "<div/>": "non-void-html-element-start-tag-with-trailing-solidus",
    "<noscript><p></div></noscript>": "unexpected-end-tag",
    "<template></p></template>": "unexpected-end-tag",
}


@pytest.mark.parametrize("body", BROKEN)
def test_a_breach_is_named(body: str) -> None:
    assert BROKEN[body] in errors(body)


def test_a_page_without_its_doctype_is_one() -> None:
    assert read_tree("<html><head><title>x</title></head><body></body></html>")[1]


SOUND = [
    "<p>one<!-- two -->three</p>", "<ul><li>a<li>b</ul>", "<table><tr><td>1</table>", "<textarea></p></textarea>",
    "<noscript><p>a</p></noscript>", "<template><tr><td>a</td></tr></template>", "<p>a &amp; b<br><img alt='</p>'/></p>",
    "<svg><g/><foreignObject><p>x</p></foreignObject></svg>", "<script>if (a</b>c) '<p>'</script>",
]  # fmt: skip


@pytest.mark.parametrize("body", SOUND)
def test_what_html_allows_is_no_breach(body: str) -> None:
    assert errors(body) == ""


def test_a_sound_page_is_read_by_the_fast_parser_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(parse, "JustHTML")
    for body in (SOUND[0], *SOUND[3:]):
        assert errors(body) == ""
    with pytest.raises(NameError):
        errors("</section>")


def test_a_tree_is_what_a_reader_without_scripts_gets() -> None:
    html = PAGE.format('<p class="a  b" hidden>x</p><noscript><i>y</i></noscript><template><b>z</b></template>')
    root, _ = read_tree(html)
    named = {node.name: node for node in elements(root)}
    assert [*named] == ["html", "head", "title", "body", "p", "noscript", "i", "template"]
    assert named["p"].attrs == {"class": "a b", "hidden": ""}
    assert [text_of(named[name]) for name in ("p", "noscript", "template")] == ["x", "y", "z"]
    (held,) = children(named["template"])
    assert held.name == "b"
    assert held.parent is named["template"]


def test_a_page_of_any_depth_is_read() -> None:
    root, _ = read_tree(PAGE.format("<b>" * 5000 + "x" + "</b>" * 5000))
    assert text_of(root) == "xx", "the title, and the body's text"
