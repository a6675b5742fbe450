"""The report is the report's own: whatever a store's names and words are, GitHub finds nothing else in it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.desk.impact.compare import (
    AssertionChange,
    FieldChange,
    Impact,
    Moved,
    OneSided,
    RecordChange,
)
from dalil.desk.impact.exchange import NotTold, as_json, from_json
from dalil.desk.impact.history import Base, Changed
from dalil.desk.impact.markdown import LIMIT, Report
from dalil.desk.impact.pages import Addresses, PageChange
from dalil.desk.impact.snapshot import Cited
from dalil.wording.formats.inert import Markdown
from formats.test_inert import PAYLOADS, anything
from gfm import found_by_github, shape, texts, tree

BASE = Base("0" * 40, "main", fork=True, shallow=False, head="1" * 40)
LEFT = ("link", "module", "name", "size", "place", "kind")


def everything(word: str) -> tuple[Base, Impact]:
    """An impact in which every name, path, key and text is a word."""
    key = ("claims", word)
    cited = Cited(word, word, word, {"en": word, "ar": word})
    moved = Moved(word, derived=True, before={"en": word, "ar": "1"}, after={"en": word, "ar": "2"})
    said = AssertionChange(
        key, "renamed", word, {"en": f"a {word}", "ar": word}, {"en": f"b {word} c", "ar": f"{word} {word}"},
        (word, f"{word}2"), [cited], [cited], [moved], own=False, noted=False, pages={"en": [word], "ar": [word, word]},
    )  # fmt: skip
    impact = Impact(
        ["ar", "en"], 1, 2,
        assertions=[said],
        records=[
            RecordChange(("events", word), "renamed", word, [FieldChange(word, word, f"{word}2"), FieldChange(f"{word}2", "", word)]),
            RecordChange(("terms", word), "removed", None, []),
        ],
        one_sided=[OneSided(key, word, [word], [word])],
        stale={word: [word], "es": [word] * 20},
        pages={"en": [PageChange(word, word, [("claim", word), ("table", word), ("picture", word), ("text", "")])], word: [PageChange(word, word, [("title", "")])]},
        addresses={"en": Addresses([word], [word], [(word, word)]), word: Addresses([word], [], [])},
        lines={key: (word, 3), ("events", word): (f"data/{word}.yml", 1)},
        files=[Changed(word, "added"), Changed(word, "removed"), *(Changed(word, "changed", left) for left in LEFT)],  # type: ignore[arg-type]
    )  # fmt: skip
    return replace(BASE, name=word, fork=False, shallow=True), impact


def without_changes(nodes: list[Any]) -> list[Any]:
    """The shape of a document but for what stands within a sentence, whose marks follow its words."""
    return [
        (name, attributes, [] if name == "blockquote" and attributes else without_changes(inner))
        for name, attributes, inner in nodes
    ]


def inert(word: str, language: str = "en") -> None:
    base, impact = everything(word)
    document = tree(Report(impact, base, language).markdown(10**9))
    plain = tree(Report(everything("word")[1], everything("word")[0], language).markdown())
    assert without_changes(shape(document)) == without_changes(shape(plain))
    assert found_by_github(document) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_payload_makes_anything_of_the_report(language: str) -> None:
    for payload in PAYLOADS:
        if payload.strip():
            inert(payload, language)


@settings(max_examples=300, deadline=None)
@given(anything.filter(lambda word: bool(word.strip())))
def test_nothing_makes_anything_of_the_report(word: str) -> None:
    inert(word)


def test_a_name_is_seen_as_it_is() -> None:
    word = "z`\n\n## Passed\n\n@octocat|`.yml"
    base, impact = everything(word)
    coded = "".join(said for said, is_code in texts(tree(Report(impact, base, "en").markdown())) if is_code)
    assert "z`U+000AU+000A## PassedU+000AU+000A@octocat|`.yml" in coded


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_report_is_markdown_from_end_to_end(language: str) -> None:
    """Not a text that happens to be escaped: a plain part of it would have been escaped whole, and would show."""
    base, impact = everything("word")
    made = Report(impact, base, language).markdown()
    assert type(made) is Markdown
    assert "&lt;" not in made
    assert "&#" not in made


@pytest.mark.parametrize("limit", [2000, 8000, LIMIT])
@pytest.mark.parametrize("word", ["@" * 5000, "`" * 5000, "\u202e" * 3000, "word " * 20_000, "a\n" * 9000])
def test_no_name_makes_the_report_longer_than_a_comment(word: str, limit: int) -> None:
    base, impact = everything(word)
    impact.assertions *= 40
    impact.stale = {f"l{number}": [word] * 50 for number in range(60)}
    made = Report(impact, base, "en").markdown(limit)
    assert len(made) <= limit
    assert "Left out here" in made


def test_a_large_section_hides_no_small_one() -> None:
    base, impact = everything("word")
    large = replace(impact.assertions[0], key=("claims", "large"), own=True, after={"en": "word " * 20_000})
    small = replace(impact.assertions[0], key=("claims", "small"))
    impact.assertions = [large, small]
    made = Report(impact, base, "en").markdown()
    assert "<summary><code>small</code>" in made
    assert "Left out here: a section (`large`)" in made


def test_what_the_site_does_not_read_is_named() -> None:
    names = [
        ".gitattributes", ".github/workflows/x.yml", "Makefile", "src/dalil/x.py", "macros/x.j2", "overrides/main.html", "mkdocs.yml",
        "docs/evil.html", "docs/_redirects", "data/claims/.hidden.yml", "data/x.txt", "pyproject.toml", "data/claims/x.yaml",
        "data/register/agreed.yml", "data/aliases.yml",
    ]  # fmt: skip
    told = [
        "data/claims/a.yml",
        "data/claims/b/c.yml",
        "data/site.yml",
        "data/locales/fr.po",
        "docs/a.md",
        "docs/claims/_claim.md",
    ]
    impact = Impact(["en"], 0, 0, files=[Changed(name, "added") for name in [*names, *told]])
    impact.pages = {"en": [PageChange("a", "A", [("text", "")])]}
    assert [one.path for one in impact.unexplained] == names
    assert [one.path for one in replace(impact, pages={}).unexplained] == [*names, *told]
    assert [one.path for one in replace(impact, head_problems=1).unexplained] == [*names, *told]
    assert [one.path for one in replace(impact, base_problems=1).unexplained] == [*names, *told]
    impact.files, impact.pages = impact.files[: len(names)], {}
    made = Report(impact, BASE, "en").markdown()
    assert "15 files were changed of which this report says no more" in made
    assert "`.gitattributes`, new" in made
    assert "and 3 more" in made
    assert "Nothing that a reader would see is different" in made


def round_trip(base: Base, impact: Impact) -> tuple[Base, Impact]:
    return from_json(json.dumps(as_json(base, impact), ensure_ascii=False).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_impact_that_went_through_json_is_shown_alike(language: str) -> None:
    for word in ("word", *(payload for payload in PAYLOADS if payload.strip() and payload != "\ud800")):
        base, impact = everything(word)
        again = round_trip(base, impact)
        assert Report(again[1], again[0], language).markdown() == Report(impact, base, language).markdown()


def changed(*path: object, to: Any) -> bytes:
    """An impact as JSON in which one thing is otherwise."""
    told: Any = json.loads(json.dumps(as_json(*everything("word"))))
    inner = told
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"\xff", b"{}", b'"x"', b"[" * 100_000, b"<!-- dalil impact -->\n\n# Approved",
        changed("markdown", to="# Approved"), changed("version", to=2), changed("version", to="1"), changed("base", "commit", to="x"),
        changed("base", "commit", to="0" * 40 + "\n"), changed("base", "head", to="; rm -rf"), changed("base", "name", to="x" * 2001), changed("base", "fork", to="yes"),
        changed("locales", to=["x"] * 501), changed("claims", to={}), changed("claims", 0, "change", to="approved"), changed("claims", 0, "html", to="<b>"),
        changed("claims", 0, "id", to=["x"]), changed("claims", 0, "line", to=-1), changed("claims", 0, "line", to=1.5), changed("claims", 0, "own_record", to=1),
        changed("claims", 0, "sentence", to="x"), changed("claims", 0, "sentence", "before", to={"en": 1}), changed("claims", 0, "values", 0, "x", to=1),
        changed("records", 0, "fields", 0, "path", to=None), changed("pages", "en", 0, "parts", 0, to=["x", "y"]), changed("pages", "en", 0, "parts", 0, to=["claim"]),
        changed("addresses", "en", "moved", to=[["a", "b", "c"]]), changed("files", 0, "left", to="unknown"), changed("files", 0, "change", to="left"),
        changed("problems", "head", to=10_000_001), changed("stale", to={"x": "y"}),
    ],
)  # fmt: skip
def test_what_is_no_impact_is_refused(data: bytes) -> None:
    with pytest.raises(NotTold):
        from_json(data)


def test_what_is_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    from dalil.desk.impact import exchange

    monkeypatch.setattr(exchange, "SIZE", 10)
    with pytest.raises(NotTold, match="larger than"):
        from_json(b"[" * 11)


@settings(max_examples=300, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
        max_leaves=9,
    )
)
def test_any_json_is_refused_with_words(value: Any) -> None:
    with pytest.raises(NotTold):
        from_json(json.dumps(value).encode())
