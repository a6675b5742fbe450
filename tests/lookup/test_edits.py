"""Edits in place: one value changes, every other byte stays."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dalil.desk.lookup.edits import add_after, replace_value
from dalil.editing.layout import CannotEdit
from dalil.problems.gate import passes
from dalil.text.encodings import broken_words

BLOCK = """\
# مصادر
one:   # a comment
  url:  https://example.org/a   # كما هو
  title: {ar: "خبر", en: 'It''s'}
two: {url: https://example.org/b, title: {en: x}}
three:
  citations:
    - {source: one, locator: {words: two countries have signed}, stance: disputes}
    - source: two
      locator:
        words: "الدول: الموقعة"
"""
FILES = {
    "as it is": BLOCK,
    "with Windows line ends": BLOCK.replace("\n", "\r\n"),
    "without an end": BLOCK.rstrip("\n"),
    "with signs beyond the first plane": "# 😀😀\n" + BLOCK,
    "with odd line separators": "# a\u2028#b\u0085#c\n" + BLOCK,
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES.keys())
@pytest.mark.parametrize(
    ("path", "old", "new", "was", "is_"),
    [
        (("one", "url"), "https://example.org/a", "https://example.org/new", "https://example.org/a", None),
        (("two", "url"), "https://example.org/b", "https://x.example/?a=1&b", "https://example.org/b", None),
        (("one", "title", "en"), "It's", "It’s", "'It''s'", "'It’s'"),
        (("one", "title", "ar"), "خبر", 'خبر "آخر"', '"خبر"', '"خبر \\"آخر\\""'),
        (("three", "citations", 0, "locator", "words"), "two countries have signed", "two nations", None, None),
        (("three", "citations", 0, "locator", "words"), "two countries have signed", "signed, at last", None, '"{}"'),
        (("three", "citations", 0, "locator", "words"), "two countries have signed", "a: b", None, '"{}"'),
        (("three", "citations", 0, "locator", "words"), "two countries have signed", "null", None, '"{}"'),
        (("three", "citations", 1, "locator", "words"), "الدول: الموقعة", "الدول", '"الدول: الموقعة"', '"الدول"'),
    ],
)
def test_one_value_is_replaced(
    text: str, path: tuple[str | int, ...], old: str, new: str, was: str | None, is_: str | None
) -> None:
    expected = text.replace(was or old, (is_ or "{}").replace("{}", new), 1)
    assert replace_value(text, path, old, new) == expected


@pytest.mark.parametrize("text", FILES.values(), ids=FILES.keys())
def test_a_field_is_added(text: str) -> None:
    end = "\r\n" if "\r\n" in text else "\n"
    added = add_after(text, ("one", "url"), "archive", "https://archive.example/1")
    line = next(line for line in text.split(end) if "url:  " in line)
    assert added == text.replace(line, f"{line}{end}  archive: https://archive.example/1", 1)
    added = add_after(text, ("two", "url"), "archive", "https://archive.example/1")
    assert added == text.replace("example.org/b", "example.org/b, archive: https://archive.example/1", 1)


def test_a_field_is_added_at_the_end_of_a_file() -> None:
    assert add_after("one:\n  url: x", ("one", "url"), "archive", "y") == "one:\n  url: x\n  archive: y"
    assert add_after("one:\n  url: x\n", ("one", "url"), "archive", "y") == "one:\n  url: x\n  archive: y\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("one:\n  url: other\n", "no longer"),
        ("one:\n  url: [x]\n", "no longer"),
        ("two:\n  url: x\n", "not where it was"),
        ("one: x\n", "not where it was"),
        ("one:\n  url: >-\n    x\n", "several lines"),
        ("one:\n  url: 'x\n", "cannot be read"),
        ("", "not where it was"),
    ],
)
def test_what_cannot_be_changed_safely_is_left(text: str, reason: str) -> None:
    with pytest.raises(CannotEdit, match=reason):
        replace_value(text, ("one", "url"), "x", "y")


def test_a_value_that_others_share_by_an_alias_is_left() -> None:
    with pytest.raises(CannotEdit):
        replace_value("one: {url: &u x}\ntwo: {url: *u}\n", ("one", "url"), "x", "y")


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff"), min_size=1, max_size=20
).filter(lambda words: passes(words) and not any(broken_words(words)))
"""Any words that a text may hold; what may not be published is not written either."""


@given(WORDS, WORDS, st.sampled_from(["  words: {}\n", "  f: {{words: {}, more: [x]}} # c\n"]))
def test_any_words_take_the_place_of_any_others(old: str, new: str, line: str) -> None:
    quoted = yaml.dump(old, default_style='"', allow_unicode=True, width=10_000).strip()
    text = f"# قبل\none:\n{line.format(quoted)}two: {{words: {quoted}}}\n"
    path = ("one", "f", "words") if "f:" in line else ("one", "words")
    changed = replace_value(text, path, old, new)
    start = text.index(quoted)
    assert changed.startswith(text[:start])
    assert changed.endswith(text[start + len(quoted) :])
    data = yaml.safe_load(changed)["one"]
    assert (data["f"]["words"] if "f" in data else data["words"]) == new
