"""Reading: any text either becomes data with places or a problem with a place, and never an exception."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from dalil.problems import Problems
from dalil.problems.gate import visible
from dalil.reading.documents import Document, read, read_part
from dalil.text.encodings import broken_words

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12).map(visible)
# A broken encoding has a problem of its own.
SOUND = PLAIN.filter(lambda text: not any(broken_words(text)))
RECORDS = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}", fullmatch=True),
    st.recursive(
        st.one_of(SOUND, st.sampled_from(["no", "0123", "2026-03-05", "1e3", "null text", "درع الأمريكتين"])),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3),
            st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), inner, min_size=1, max_size=3),
        ),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


def read_text(text: str) -> tuple[Document, Problems]:
    document, problems = Document("data/x.yml", text), Problems()
    read_part(document, text, 0, problems)
    return document, problems


@given(RECORDS)
def test_what_is_written_is_read_as_text(records: dict[str, object]) -> None:
    document, problems = read_text(yaml.safe_dump(records, allow_unicode=True, default_style='"'))
    assert not len(problems)
    assert document.data == records


@given(RECORDS)
def test_every_value_has_the_place_where_it_stands(records: dict[str, object]) -> None:
    text = yaml.safe_dump(records, allow_unicode=True, default_style='"')
    document, _ = read_text(text)
    lines = text.split("\n")
    for path, (line, column) in document.keys.items():
        assert lines[line][column:].lstrip('"? ').startswith(str(path[-1]))


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    read_text(text)


@given(st.binary(max_size=300))
def test_no_bytes_raise(tmp_path_factory: object, content: bytes) -> None:
    root = Path(str(tmp_path_factory.getbasetemp()))  # type: ignore[attr-defined]
    path = root / "any.yml"
    path.write_bytes(content)
    problems = Problems()
    document = read(root, path, problems)
    assert document.data or len(problems)


def test_scalars_keep_their_letters() -> None:
    document, _ = read_text("a: no\nb: 0123\nc: 2026-03-05\nd: 1_000\ne: 'null'\nf: null\ng:\n")
    assert document.data == {
        "a": "no", "b": "0123", "c": "2026-03-05", "d": "1_000", "e": "null", "f": None, "g": None,
    }  # fmt: skip


def test_columns_count_characters_not_bytes() -> None:
    document, _ = read_text("درع: {الاسم: قيمة}\n")
    assert document.values[("درع", "الاسم")] == (0, 13)


def test_words_are_found_within_their_own_value_only(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a:\n  text: >-\n    one two\n    three\nb: three\n", encoding="utf-8")
    document = read(tmp_path, path, Problems())
    assert str(document.place(("a", "text"), words="three")) == "a.yml:4:5"
    assert str(document.place(("a", "text"), words="b:")) == "a.yml:2:9"


def test_sound_records_are_kept_beside_a_broken_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text('one:\n  a: "never closed\ntwo:\n  a: b\nthree: [c\n', encoding="utf-8")
    problems = Problems()
    document = read(tmp_path, path, problems)
    assert document.data == {"two": {"a": "b"}}
    assert [str(problem.place) for problem in problems.sorted()] == ["a.yml:2:6", "a.yml:5:8"]
    assert str(document.place(("two", "a"))) == "a.yml:4:6"


def test_windows_line_ends_change_no_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"one:\r\n  a: b\r\n")
    document = read(tmp_path, path, Problems())
    assert document.data == {"one": {"a": "b"}}
    assert str(document.place(("one", "a"))) == "a.yml:2:6"
