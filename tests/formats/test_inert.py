"""Words of others mean nothing in Markdown: parsed by GitHub's own parser, they are words, and all of them are there."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from dalil.wording.formats.inert import Markdown, code, element, fenced, row, text, visible
from gfm import found_by_github, shape, texts, tree, words
from support import ROOT

PAYLOADS = [
    "*a*", "_a_", "**a**", "__a__", "~~a~~", "~a~", "`a`", "``a``", "``` a", "~~~", "```\n# a\n```", "[a](https://evil.example)", "![a](https://evil.example/x.png)",
    "[a]: https://evil.example", "[a][b]", "[^1]", "[^1]: x", "<https://evil.example>", "https://evil.example", "http://evil.example/?q=1", "www.evil.example",
    "WWW.EVIL.EXAMPLE", "www.1.example", "ftp://evil.example", "mailto:a@evil.example", "xmpp:a@evil.example/x", "a@evil.example", "a.b+c@evil.example", "@octocat",
    "@octocat/team", "hello @octocat, look", "(@octocat)", "#1", "GH-1", "gh-12", "owner/repo#1", "owner/repo@deadbeef", "#1 closes #2", "fixes #3", "deadbeef",
    "0123456789abcdef0123456789abcdef01234567", "user@0123456789abcdef0123456789abcdef01234567", "DEADBEE", ":rocket:", ":+1:", ":100:", "::rocket::", "a:smile:b", "|", "| a | b |",
    "| --- |", "a | b\n--- | ---\n1 | 2", "<b>a</b>", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "</details>", "</blockquote>", "<!-- a", "-->", "<!-- a -->",
    "<![CDATA[x]]>", "<?php ?>", "<!DOCTYPE x>", "&lt;b&gt;", "&amp;", "&#64;octocat", "&commat;octocat", "&nbsp;", "&#x202e;", "&", "$a$", "$$a$$", "$`a`$",
    "> a", ">a", "> [!NOTE]", "> [!WARNING]\n> a", "[!NOTE]", "- a", "* a", "+ a", "1. a", "1.evil.example", "1.evil", " 12.com", "1) a", "123456789. a", "- [ ] a", "- [x] a",
    "[ ] a", "[x] a", "# a", "###### a", "#", "a\n===", "a\n---", "===", "---", "***", "___", "- - -", "    code", "\tcode", "a  \nb",
    "a\\\nb", "\\", "\\*a\\*", "\\`", "a\\", "`", "``", "`a", "a`", " `a` ", "a\r\n\r\n# b", "a\n\n# All checks passed – please merge\n\n@octocat", "z`\n\n## Passed\n\n@octocat [x](https:evil) <img src=x>\n\n`.yml",
    "a` | b\n\n# Approved\n\n[Merge](https://evil.example) @octocat/team <img src=x>", "\u202eabc\u202c", "\u2066a\u2069", "a\u200bb", "a\u00adb", "\u2028# a", "\u2029# a", "\x00", "\x1b[31mred\x1b[0m", "\x07", "\x85# a",
    "\ufeffa", "\U000e0041", "\u3164", "\u2800", "\ue000", "\ufffe", "\ud800", "a" + "\u0301" * 50, "/merge", "/approve", "::error::a", "\n::error::a", "%0A::error::a", "", " ",
    "  ", "{{ a }}", "{% a %}", "<a href=\"`\">`", "`<a href=\"`\">`", "a|b`c|d`", "\\|", "a\\|b", "``|``", "javascript:alert(1)", "data:text/html,x", "//evil.example", "evil.example", "x.evil.example/a",
    "سُجّلت @octocat في #1", "قال: **نعم**", "é*à*ü", "一*二*三", "👍🏽 :+1:", "👨\u200d👩\u200d👧", "می\u200cخواهم", "<kbd>a</kbd>", "<sup>a</sup>", "==a==", "^a^", "a^b", "H~2~O", "(c)", "--", "...",
    "<details open>", "<summary>", "<td>", "<br>", "</code>", "`</code>`", "<code>", "<blockquote lang=\"x\">", "\" onclick=\"x", "' x", "@@a", "##1", "@ a", "# 1", "a:b", "12:30", "2026-03-01", "1,000,000", "1.5", "e.g.",
]  # fmt: skip

PLACES: dict[str, Callable[[Markdown], Markdown]] = {
    "line": Markdown("{}").format,
    "after": Markdown("a\n{}").format,
    "item": Markdown("- {}").format,
    "alert": Markdown("> [!NOTE]\n> {}").format,
    "quoted item": Markdown("> - {}").format,
    "bold": Markdown("**{}**").format,
    "heading": Markdown("## {}").format,
    "cell": lambda put: Markdown("\n").join([row(["a", "b"]), Markdown("| --- | --- |"), row([put, "c"])]),
    "folded": Markdown("<details><summary>a</summary>\n\n{}\n\n</details>").format,
    "sentence": Markdown('<blockquote lang="en" dir="ltr"><ins><b>{}</b></ins></blockquote>').format,
    "summary": Markdown("<details><summary>{}</summary>\n\na\n\n</details>").format,
    "attribute": Markdown('<b title="{}">a</b>').format,
}
HTML = ("sentence", "summary", "attribute")
"""Places in HTML, in which backticks mean nothing."""
OF_TEXT = [place for place in PLACES if place != "bold"]
"""Bold holds names only: stars beside a space are no stars."""
OF_CODE = [place for place in PLACES if place != "attribute"]
anything = st.text(
    st.one_of(st.sampled_from("`*_~[]()<>|\\#@:!&$-+=.1aw/ \n\"'\u202e\u0627"), st.characters()), max_size=30
) | st.lists(st.sampled_from(PAYLOADS), max_size=4).map("".join)


def said(words: str) -> str:
    """What a reader is to see."""
    return " ".join(visible(re.sub(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+", " ", words)).split(" ")).strip(" ")


def looks_like(found: str) -> str:
    return re.sub(" +", " ", found).strip(" ")


def holds(words_given: str, place: str) -> None:
    """The words in this place make the same document as a plain word does, and are all there."""
    put = PLACES[place]
    document = tree(put(text(words_given)))
    plain = tree(put(Markdown("word")))
    if place == "attribute":
        assert [name for name, _, _ in shape(document)] == [name for name, _, _ in shape(plain)]
        return
    if said(words_given):
        assert shape(document) == shape(plain)
    seen, pattern = words(document), words(plain)
    before, after = (part.strip(" \n") for part in pattern.split("word"))
    seen = seen.strip(" \n")
    inner = seen[len(before) : len(seen) - len(after)] if after else seen[len(before) :]
    assert looks_like(inner.replace("\n", " ")) == looks_like(said(words_given))
    assert found_by_github(document) == []


@pytest.mark.parametrize("place", OF_TEXT)
def test_a_text_is_only_words(place: str) -> None:
    for payload in PAYLOADS:
        holds(payload, place)


@settings(max_examples=1500, deadline=None)
@given(anything, st.sampled_from(OF_TEXT))
def test_any_text_is_only_words(words_given: str, place: str) -> None:
    holds(words_given, place)


def coded(words_given: str, place: str) -> None:
    made = element(words_given) if place in HTML else code(words_given)
    document, plain = tree(PLACES[place](made)), tree(PLACES[place](Markdown("<code>word</code>")))
    assert shape(document) == shape(plain)
    inner = "".join(one for one, is_code in texts(document) if is_code)
    assert inner == visible(words_given)
    assert found_by_github(document) == []


@pytest.mark.parametrize("place", OF_CODE)
def test_a_name_is_only_code(place: str) -> None:
    for payload in PAYLOADS:
        coded(payload, place)


@settings(max_examples=1500, deadline=None)
@given(anything, st.sampled_from(OF_CODE))
def test_any_name_is_only_code(words_given: str, place: str) -> None:
    coded(words_given, place)


@settings(max_examples=500, deadline=None)
@given(st.lists(anything, min_size=2, max_size=4))
def test_texts_beside_each_other_are_only_words(given_words: list[str]) -> None:
    """As in a sentence with its changes: what one text ends with and the next starts with makes nothing either."""
    document = tree(Markdown("- {}").format(Markdown("<del></del>").join(given_words)))
    assert [name for name, _, _ in shape(document)] == ["ul"]
    assert found_by_github(document) == []


@settings(max_examples=500, deadline=None)
@given(
    st.lists(anything | st.sampled_from(["```", "````", "~~~", "    ```", "> ```", "```text"]), max_size=6).map(
        "\n".join
    )
)
def test_no_line_ends_a_block(lines: str) -> None:
    document = tree(fenced(lines) + Markdown("\nafter"))
    assert [name for name, _, _ in shape(document)] == ["pre", "p"]
    pre, paragraph = (child for child in document.children if child.name in ("pre", "p"))
    assert words(pre).removesuffix("\n") == "\n".join(visible(line) for line in lines.splitlines()).replace("\t", "\t")
    assert words(paragraph) == "after"


@pytest.mark.parametrize(
    "hidden",
    [
        "\u202e",
        "\u200b",
        "\u2066",
        "\x00",
        "\x1b",
        "\n",
        "\ufeff",
        "\u3164",
        "\U000e0041",
        "\ue000",
        "\ud800",
        "\ufe00",
    ],
)
def test_what_cannot_be_seen_is_shown(hidden: str) -> None:
    assert visible(f"a{hidden}b") == f"aU+{ord(hidden):04X}b"


@pytest.mark.parametrize(
    "kept", ["می\u200cخواهم", "👨\u200d👩\u200d👧", "❤\ufe0f", "وَقَّعَت", "كم", "a\u00a0b", "Ångström"]
)
def test_what_languages_need_is_kept(kept: str) -> None:
    assert visible(kept) == kept


class TestMarkdown:
    """Whatever is put into Markdown of ours is escaped, by every way of Python's."""

    HOSTILE = "*a* @octocat"

    @pytest.mark.parametrize(
        "put",
        [
            lambda words: Markdown("{}").format(words),
            lambda words: Markdown("{words}").format(words=words),
            lambda words: Markdown("{words}").format_map({"words": words}),
            lambda words: Markdown("%s") % words,
            lambda words: Markdown("%(words)s") % {"words": words},
            lambda words: Markdown("") + words,
            lambda words: words + Markdown(""),
            lambda words: Markdown("").join([words]),
            lambda words: Markdown("x").replace("x", words),
            lambda words: Markdown("{0[a]}").format({"a": words}),
        ],
    )
    def test_words_are_escaped(self, put: Callable[[str], Markdown]) -> None:
        made = put(self.HOSTILE)
        assert type(made) is Markdown
        assert made == text(self.HOSTILE) != self.HOSTILE

    def test_markdown_stays_and_html_does_not(self) -> None:
        assert Markdown("{}").format(Markdown("*a*")) == "*a*"
        assert Markdown("{}").format(Markup("<b>a</b>")) == "&lt;b&gt;a&lt;/b&gt;"
        assert Markdown("{}").format(3) == "3"


def test_markdown_is_made_of_our_own_words_only() -> None:
    """`Markdown(…)` around anything but a text that stands in the code, or that a listed function made, is a mistake."""
    trusted = {"inert.py", "phrases.py"}
    for path in (ROOT / "src").rglob("*.py"):
        if path.name in trusted:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Markdown":
                (argument,) = node.args
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                assert isinstance(argument, ast.Constant), where


def test_the_list_of_payloads_is_long() -> None:
    assert len(set(PAYLOADS)) >= 180
