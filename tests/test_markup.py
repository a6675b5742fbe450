"""Text becomes markup in one module, and whatever comes through it is inert."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML
from markdown import Markdown
from markupsafe import Markup

from dalil.text.markup import UnsafeMarkup, as_markdown, element, placed, script_data
from support import ROOT

DECLARED = re.compile(
    r"\bMarkup(?:\(|\.format|\.\w+\()|\|\s*safe\b|\bautoescape\b|\bHTMLSafe\b|\b__html__\b|"
    r"\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b|\bcreateContextualFragment\b|\bparseFromString\b|"
    r"\bdocument\.write|\bsetHTMLUnsafe\b|\bsrcdoc\b|\beval\(|\bnew Function\b"
)
"""What makes markup, or code, of text in Python, templates and scripts."""
PLACES = {
    "src/dalil/text/markup.py": (10, "the one module that declares a string to be HTML; every function of it escapes"),
    "src/dalil/render/sandbox.py": (1, "autoescape=True for the macros"),
    "src/dalil/site/mkdocs_plugin.py": (1, "env.autoescape = True for the theme's templates"),
    "src/dalil/site/news.py": (1, "autoescape=True for what the preview adds to pages"),
    "src/dalil/site/safety.py": (1, "names the attribute srcdoc, to refuse it"),
}
"""File to how often text becomes markup in it, and why it may. Add to it only with a reason that holds for any text."""
CODE = [
    *sorted((ROOT / "src" / "dalil").rglob("*.py")),
    *(path for kind in ("html", "js") for path in sorted((ROOT / "src" / "dalil").rglob(f"*.{kind}"))),
    *sorted((ROOT / "macros").glob("*.j2")),
    *(path for kind in ("html", "js") for path in sorted((ROOT / "overrides").rglob(f"*.{kind}"))),
]
HOSTILE = [
    "<script>",
    "\"'><img src=x onerror=alert(1)>",
    "&lt;b&gt; & &amp;",
    "{: onclick=x }",
    "`x` [y](javascript:z) <!--",
]
ANY = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40)
PIECES = st.lists(
    st.sampled_from([*HOSTILE, "*", "_", "{#id}", "\n\n# x", "\n[a]: b\n", "a", " ", "&#58;"]), max_size=6
)


def said(text: str) -> str:
    """Code without Python's comments; a docstring may speak of what the code must not do."""
    return re.sub(r'(?s:""".*?""")|^[ ]*#.*$', "", text, flags=re.MULTILINE)


def test_every_place_where_text_becomes_markup_is_listed() -> None:
    assert len(CODE) > 250
    found = {}
    for path in CODE:
        if count := len(DECLARED.findall(said(path.read_text(encoding="utf-8")))):
            found[path.relative_to(ROOT).as_posix()] = count
    assert found == {name: count for name, (count, _) in PLACES.items()}


@pytest.mark.parametrize("path", [path for path in CODE if path.suffix in (".j2", ".html")], ids=lambda path: path.name)
def test_values_stand_in_attributes_only_within_quotes(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"[\w-]+=\{\{[^}]*\}\}", text) in ([], ["url={{ meta.redirect }}"])  # within content="…"
    for script in re.findall(r"<(?:script|style)[^>]*>(.*?)</", text, re.DOTALL):
        assert "{{" not in script or script == "{{ page.meta.linked_data | script_data }}", script


@given(ANY | PIECES.map("".join), ANY | PIECES.map("".join))
def test_an_element_shows_what_it_is_given(words: str, value: str) -> None:
    made = element("p", {"title": value, "data-x": value, "hidden": True}, words, Markup("<b>y</b>"))
    (found,) = JustHTML(str(made), fragment=True, sanitize=False).query("p")
    assert found.attrs is not None
    shown = {name: value.replace("\r\n", "\n") for name, value in found.attrs.items() if value is not None}
    assert set(found.attrs) == {"title", "data-x", "hidden"}
    assert shown["title"] == value.replace("\x00", "\ufffd")
    assert [child.name for child in found.children or () if child.name != "#text"] == ["b"]
    assert found.to_text(separator="", strip=False) == words + "y"


@pytest.mark.parametrize(
    ("name", "attributes"),
    [
        ("script", {}),
        ("style", {}),
        ("p onclick=1", {}),
        ("p", {"onclick": "1"}),
        ("p", {"style": "x"}),
        ("iframe", {"srcdoc": "x"}),
        ("p", {"a b": "1"}),
        ("a", {"href": "javascript:alert(1)"}),
        ("a", {"href": " \x01java\nscript:alert(1)"}),
        ("a", {"href": "JAVASCRIPT:x"}),
        ("a", {"href": "vbscript:x"}),
        ("a", {"href": "data:text/html,x"}),
        ("a", {"href": "file:///etc/passwd"}),
        ("img", {"src": "data:image/svg+xml,x"}),
        ("form", {"action": "mailto:x@y"}),
    ],
)
def test_an_element_that_could_run_is_refused(name: str, attributes: dict[str, object]) -> None:
    with pytest.raises(UnsafeMarkup):
        element(name, attributes, "x")


@given(ANY | PIECES.map("".join))
def test_values_are_placed_in_escaped_words(words: str) -> None:
    made = placed(re.compile(r"\[(\w+)\]"), f"{words}[a]", {"a": Markup("<i>z</i>"), "id": Markup(""), "y": Markup("")})
    names = {node.name for node in JustHTML(str(made), fragment=True, sanitize=False).root.children or ()}
    assert names <= {"#text", "i"}


@given(ANY | st.sampled_from(['"</script><script>x()</script>', '"<!--<script>', '"\u2028\u2029&lt;']))
def test_data_cannot_end_its_script(text: str) -> None:
    made = script_data(text)
    assert not set(made) & set("<>&\u2028\u2029")


@given(PIECES.map("".join) | ANY, PIECES.map("".join))
def test_no_heading_is_more_than_a_heading(words: str, value: str) -> None:
    """Neither words nor attributes within a heading mean anything to Markdown."""
    markdown = Markdown(extensions=["attr_list", "toc", "tables", "fenced_code"])
    line = f"## {as_markdown(Markup('x ') + words + element('span', {'data-x': value}, words))} {{: #here }}"
    html = markdown.convert(f"{line}\n\n<p>y</p>\n")
    root = JustHTML(html, fragment=True, sanitize=False).root
    heading, paragraph = (node for node in root.children or () if node.name != "#text")
    assert (heading.name, heading.attrs, paragraph.name) == ("h2", {"id": "here"}, "p")
    (span,) = (node for node in heading.children or () if node.name != "#text")
    assert (span.name, set(span.attrs)) == ("span", {"data-x"})
    assert [child.name for child in span.children or ()] in ([], ["#text"])
    assert span.attrs["data-x"].split() == value.split()
