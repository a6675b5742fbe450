"""The register: what is written is read again, an entry is a block of lines, and a change is a short diff."""

from __future__ import annotations

import difflib
import tempfile
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.desk.lookup.register import register_text, write_register
from dalil.model.dates import Date
from dalil.model.register import LinkReason, Lookup, SoughtPassage
from dalil.problems import Problems
from dalil.problems.gate import is_blank, passes, visible
from dalil.reading.load import REGISTER, load
from dalil.wording import LANGUAGES, detail_of
from dalil.wording.saying import placed

DAYS = st.dates().map(Date.on)
WORDS = (
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).map(visible).filter(lambda text: not is_blank(text))
)
LINES = WORDS.map(lambda text: " ".join(text.split())).filter(lambda text: passes(text) and not is_blank(text))
ADDRESSES = st.sampled_from(
    ["https://example.org/", "https://example.org/a?b=c&d=#e", "http://مثال.example/مقال: x"]
).map(lambda text: text.replace(" ", ""))
PASSAGES = st.builds(
    SoughtPassage, words=LINES, found=st.booleans(), nearest=st.none() | LINES, alike=st.none() | st.integers(0, 100)
)
LOOKUPS = st.builds(
    Lookup,
    id=st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True),
    url=ADDRESSES,
    status=st.sampled_from(
        ["found", "moved", "changed", "unreadable", "blocked", "unreachable", "private-address", "gone"]
    ),
    looked=DAYS,
    since=DAYS,
    seen=st.none() | DAYS,
    answer=st.none() | st.integers(100, 999),
    why=st.sampled_from(get_args(LinkReason)),
    details=st.dictionaries(st.sampled_from(["address", "title", "words", "asked"]), LINES, max_size=3),
    moved_to=st.none() | ADDRESSES,
    archive=st.none() | ADDRESSES,
    etag=st.none() | LINES,
    last_modified=st.none() | LINES,
    passages=st.lists(PASSAGES, max_size=3),
)


def entry(source_id: str, status: str = "found", **more: object) -> Lookup:
    day = Date.parse("2026-06-30")
    fields: dict[str, object] = {
        "looked": day,
        "since": day,
        "why": "found-all",
        "url": "https://example.org/a",
    }
    return Lookup.model_validate({"id": source_id, "status": status, **fields, **more})


def read_back(text: str) -> dict[str, Lookup]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / REGISTER).parent.mkdir(parents=True)
        (root / REGISTER).write_bytes(text.encode())
        problems = Problems()
        loaded = load(root, problems)
        assert [problem for problem in problems.sorted() if problem.place.path == REGISTER] == []
        return loaded.lookups


@settings(max_examples=150, deadline=None)
@given(st.lists(LOOKUPS, min_size=1, max_size=4, unique_by=lambda lookup: lookup.id))
def test_what_is_written_is_read_again(lookups: list[Lookup]) -> None:
    assert read_back(register_text(lookups)) == {lookup.id: lookup for lookup in lookups}


def test_words_that_yaml_takes_for_something_else_stay_words() -> None:
    for words in ("null", "~", "yes", "2026-06-30", "0123", "a: b", "# x", "- x", "{x}", "*x", "'x'", '"x"', "x:", "؟"):
        lookup = entry("one", passages=[SoughtPassage(words=words, found=True)], details={"title": words}, etag=words)
        assert read_back(register_text([lookup])) == {"one": lookup}


def test_what_a_page_says_in_a_broken_encoding_is_kept_as_it_says_it() -> None:
    for words in ("Â¡", "Caf\xc3\xa9", "Ø§Ù„Ù…Ø¹Ø§Ù‡Ø¯Ø©"):
        lookup = entry("one", last_modified=words, details={"title": words})
        assert read_back(register_text([lookup])) == {"one": lookup}


def test_it_is_written_for_people_and_for_short_diffs() -> None:
    first = [entry("b-source"), entry("a-source", passages=[SoughtPassage(words="الدول الموقعة", found=True)])]
    text = register_text(first)
    assert text.split("\n\n")[0].startswith("# What the last look at each source's address found.")
    body = [line for line in text.splitlines() if not line.startswith("#")]
    assert body == [
        "a-source:",
        "  url: https://example.org/a",
        "  status: found",
        "  looked: 2026-06-30",
        "  since: 2026-06-30",
        "  why: found-all",
        "  passages:",
        "  - words: الدول الموقعة",
        "    found: yes",
        "b-source:",
        "  url: https://example.org/a",
        "  status: found",
        "  looked: 2026-06-30",
        "  since: 2026-06-30",
        "  why: found-all",
    ]
    assert register_text(reversed(first)) == text
    other = register_text([first[0], first[1].model_copy(update={"looked": Date.parse("2026-07-01")})])
    changed = [line for line in difflib.ndiff(text.splitlines(), other.splitlines()) if line[0] in "+-"]
    assert changed == ["-   looked: 2026-06-30", "+   looked: 2026-07-01"]


def test_it_is_written_whole_or_not_at_all_and_only_when_it_changed(tmp_path: Path) -> None:
    path = tmp_path / REGISTER
    write_register(tmp_path, [entry("one")])
    before = path.stat()
    write_register(tmp_path, [entry("one")])
    assert path.stat().st_ino == before.st_ino
    write_register(tmp_path, [entry("two")])
    assert "two" in path.read_text(encoding="utf-8")
    assert [one.name for one in path.parent.iterdir()] == ["sources.yml"]
    write_register(tmp_path, [])
    assert not path.exists()
    write_register(tmp_path, [])


def test_what_no_text_of_the_store_may_hold_is_left_out() -> None:
    for words in ("in\u00adside", "a\u200bb", "\u202bx\u202c", "a\u2028b", "\ufeffx", "a\x00b", "a\ue000b", "\ufffex"):
        text = register_text([entry("one", passages=[SoughtPassage(words="x", found=False, nearest=words, alike=70)])])
        [found] = read_back(text)["one"].passages
        assert found.nearest == visible(words) != words


def test_words_of_a_page_that_would_mislead_in_the_store_are_written_by_their_numbers() -> None:
    for words in ("a\u00a0b", "p\u0430ge"):
        text = register_text([entry("one", passages=[SoughtPassage(words="x", found=False, nearest=words, alike=70)])])
        assert text.isascii(), words
        [found] = read_back(text)["one"].passages
        assert found.nearest == words


@pytest.mark.parametrize("code", get_args(LinkReason))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_reason_is_said_with_its_details(code: str, language: str) -> None:
    """What the register keeps is a code; whoever reads it is told in their own language."""
    template = LANGUAGES[language].phrases[f"look-{code}"]
    details = {name: f"<{name}>" for name in placed(template)}
    found = entry("one", why=code, details=details)
    said = detail_of(found.reason, language)
    assert all(value in said for value in details.values())
    assert "robots.txt" in detail_of(
        entry("one", why=code, details={**details, "asked": "robots.txt"}).reason, language
    )
    assert read_back(register_text([found])) == {"one": found}
    assert code in {line.removeprefix("  why: ") for line in register_text([found]).splitlines()}


def test_no_word_for_a_look_up_lacks_a_code() -> None:
    said = {key.removeprefix("look-") for key in LANGUAGES["en"].phrases if key.startswith("look-")}
    assert said == {*get_args(LinkReason), "asked"}
