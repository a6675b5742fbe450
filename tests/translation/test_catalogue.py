"""Catalogues as files: whatever is written is read again, and whatever is no catalogue is reported with its line."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dalil.problems import Place, Problems
from dalil.translation.catalogue import Catalogue, Message, parse_catalogue, path_of, read_catalogue, written
from dalil.wording import hint_of, say
from support import Project
from translating import add, catalogue_of

FILE = path_of("es")
HARD = st.one_of(
    st.sampled_from('"\\\n\t\r#~|{}[]()*:, '),
    st.sampled_from("دليلًا؟«»🌍👩‍👩‍👧שלום漢字"),
    st.characters(exclude_categories=["C", "Zl", "Zp"]),
)
"""Every letter that a text can have, the awkward ones often; what no text may have is refused before it gets here."""
TEXTS = st.text(HARD, min_size=1)
KEYS = st.from_regex(r"[a-z]{1,9}/[a-z0-9-]{1,9}/[a-z_]{1,9}(/[0-9])?", fullmatch=True)
LINES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1).filter(lambda line: line[0] not in ":.,|~=")


@st.composite
def messages(draw: st.DrawFn, *, obsolete: bool = False) -> Message:
    fuzzy = draw(st.booleans())
    return Message(
        key=draw(KEYS),
        source=draw(TEXTS),
        translation=draw(TEXTS if obsolete else st.text(HARD)),
        fuzzy=fuzzy,
        previous=draw(st.text(HARD)) if fuzzy and not obsolete else "",
        proposed=draw(st.just("") | KEYS) if fuzzy and not obsolete else "",
        comments=() if obsolete else tuple(draw(st.lists(LINES, max_size=2))),
        file="" if obsolete else "data/claims/all.yml",
        remarks="\n".join(draw(st.lists(LINES, max_size=2))),
        flags=tuple(draw(st.sampled_from([(), ("no-wrap",)]))),
    )


@settings(max_examples=80, deadline=None)
@given(st.lists(messages(), max_size=4), st.lists(messages(obsolete=True), max_size=2), LINES)
def test_what_is_written_is_read_again(found: list[Message], gone: list[Message], remarks: str) -> None:
    one = Catalogue("es", {message.key: message for message in found}, gone, {"Language": "es"}, remarks)
    problems = Problems()
    again = parse_catalogue(written(one), "es", problems)
    assert again is not None
    assert len(problems) == 0
    assert (again.messages, again.obsolete) == (one.messages, one.obsolete)
    assert (again.header, again.remarks) == (one.header, one.remarks)
    assert written(again) == written(one)
    assert again.strings.keys() == one.messages.keys() | {""}


def a_catalogue() -> list[str]:
    sound = [
        Message("claims/a/text", "One.\nTwo “2”.", "Uno.\nDos «2».", comments=("Claim",), file="data/claims/a.yml"),
        Message("claims/b/text", "Three.", "Tres.", fuzzy=True, previous="Threee."),
    ]
    gone = Message("claims/c/text", "Four.", "Cuatro.")
    return written(Catalogue("es", {one.key: one for one in sound}, [gone], {"Language": "es"}, "Spanish")).split("\n")


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1), st.integers(0))
@example('msgid[0] "x"', 3)
@example('msgstr "x" y', 3)
@example('msgstr "a "quoted" word"', 3)
@example('"no end', 3)
@example('msgid_plural "x"', 3)
@example("#| msgid no quotation mark", 3)
@example("<<<<<<< HEAD", 3)
def test_garbage_is_reported_with_its_line(line: str, at: int) -> None:
    lines = a_catalogue()
    at %= len(lines)
    words = line.strip()
    comment = words.startswith("#") and not words.startswith("#|")
    if not words or comment or words[0] == words[-1] == '"':
        return  # Blank, a comment, or a string that goes on.
    problems = Problems()
    assert parse_catalogue("\n".join([*lines[:at], line, *lines[at:]]), "es", problems) is None
    (problem,) = problems.sorted()
    assert (problem.code, problem.place.path, problem.place.line) == ("catalogue-syntax", FILE, at + 1)
    assert problem.place.column <= len(line) + 1
    assert "quotation mark" in hint_of(problem)
    assert "\n" not in say(problem).split("\n  hint")[0]


@pytest.mark.parametrize("letter", "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
def test_what_only_python_takes_for_a_line_s_end_is_reported(letter: str) -> None:
    lines = a_catalogue()
    at = lines.index('msgstr "Tres."')
    problems = Problems()
    assert (
        parse_catalogue("\n".join([*lines[:at], f'msgstr "Tres{letter}."', *lines[at + 1 :]]), "es", problems) is None
    )
    assert [(problem.code, problem.place.line) for problem in problems.sorted()] == [("catalogue-syntax", at + 1)]


def test_what_is_gone_and_was_behind_is_written_the_same_each_time() -> None:
    gone = Message("claims/a/text", "One.", "Uno.", fuzzy=True, previous="Once.")
    text = written(Catalogue("es", obsolete=[gone]))
    again = parse_catalogue(text, "es", Problems())
    assert again is not None
    assert written(again) == text
    assert again.obsolete[0].translation == "Uno."


PARTS = ['msgctxt "claims/a/text"', 'msgid "x"', 'msgstr "x"', '"x"', '#~ msgid "x"', '#~ msgstr "x"', '#| msgid "x"', "#, fuzzy", "#. words", "#~", "", 'msgid ""', 'msgstr ""', "#: data/a.yml:x", '#~| msgid "x"']  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=9), st.integers(0))
def test_sound_lines_in_any_order_are_read_or_reported(lines: list[str], at: int) -> None:
    whole = a_catalogue()
    at %= len(whole) + 1
    problems = Problems()
    catalogue = parse_catalogue("\n".join([*whole[:at], *lines, *whole[at:]]), "es", problems)
    if catalogue is None:
        assert problems.sorted()[0].code == "catalogue-syntax"
        assert 1 <= problems.sorted()[0].place.line <= len(whole) + len(lines)
    written(catalogue or Catalogue("es"))


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=80))
def test_any_file_at_all_is_read_or_reported(project_folder: Project, raw: bytes) -> None:
    project_folder.write(FILE, raw)
    problems = Problems()
    if read_catalogue(project_folder.root, "es", problems) is None:
        assert all(problem.place.path == FILE for problem in problems.sorted())
        assert len(problems)


@pytest.fixture(scope="module")
def project_folder(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("catalogue") / "project")


@pytest.mark.parametrize(
    ("spoil", "code", "place"),
    [
        (lambda text: text.encode("utf-16"), "not-utf8", f"{FILE}:1:1"),
        (lambda text: b"\n<<<<<<< HEAD\n" + text.encode(), "merge-conflict", f"{FILE}:2:1"),
        (lambda text: b"#" * 20_000_001, "file-too-large", f"{FILE}:1:1"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_text_says_so(project_folder: Project, spoil: object, code: str, place: str) -> None:
    project_folder.write(FILE, spoil("\n".join(a_catalogue())))  # type: ignore[operator]
    problems = Problems()
    assert read_catalogue(project_folder.root, "es", problems) is None
    assert [(problem.code, str(problem.place)) for problem in problems.sorted()] == [(code, place)]


@pytest.mark.parametrize("change", ["\r\n", "\r", "\ufeff"], ids=["CRLF", "CR", "BOM"])
def test_line_ends_and_a_byte_order_mark_change_nothing(project_folder: Project, change: str) -> None:
    text = "\n".join(a_catalogue())
    project_folder.write(FILE, change + text if change == "\ufeff" else text.replace("\n", change))
    problems = Problems()
    found = read_catalogue(project_folder.root, "es", problems)
    assert found == parse_catalogue(text, "es", problems)
    assert len(problems) == 0


def test_a_text_that_stands_twice_is_reported_with_the_first() -> None:
    lines = a_catalogue()
    first = lines.index('msgctxt "claims/a/text"')
    problems = Problems()
    parse_catalogue("\n".join([*lines, 'msgctxt "claims/a/text"', 'msgid "One."', 'msgstr "Uno."', ""]), "es", problems)
    (problem,) = problems.sorted()
    assert (problem.code, problem.place) == ("catalogue-twice", Place(FILE, len(lines) + 1))
    assert str(problem.details["first"]) in hint_of(problem)
    assert int(str(problem.details["first"]).split(":")[1]) in range(first - 3, first + 2)


def test_places_are_found_in_a_file_whose_lines_another_tool_has_broken() -> None:
    key = f"claims/{'long-' * 20}id/text"
    text = f'msgctxt ""\n"{key[:70]}"\n"{key[70:]}"\nmsgid ""\n"One two "\n"three."\nmsgstr ""\n"Uno \\"dos\\" "\n"tres."\n'
    catalogue = parse_catalogue(text, "es", Problems())
    assert catalogue is not None
    assert catalogue.place(key) == Place(FILE, 7)
    assert catalogue.place(key, '"dos"') == Place(FILE, 8, 6)
    assert catalogue.place(key, "tres") == Place(FILE, 9, 2)
    assert catalogue.place(key, "cuatro") == Place(FILE, 7)


def test_a_new_catalogue_has_every_text_of_the_store_once(project: Project) -> None:
    add(project, "es")
    catalogue = catalogue_of(project, "es")
    texts = [line for line in project.read(FILE).split("\n") if line.startswith("msgctxt")]
    assert len(texts) == len(catalogue.messages) > 100
    for key in ("site/site/title", "claims/two-signed/text", "pages/home/sections/signing", "roles/signed/sentence"):
        assert catalogue.messages[key].source
        assert catalogue.messages[key].translation == ""
    claim = catalogue.messages["claims/two-signed/text"]
    assert claim.file == "data/claims/all.yml"
    assert [line.split(" ")[0] for line in claim.comments] == ["Claim", "العربية:", "{day}", "{n}", "Plural", "Keep"]
    assert "one, many, other" in claim.comments[4]
    assert list(itertools.islice(catalogue.messages, 1)) == ["site/site/title"]


@pytest.mark.parametrize("top", ["##,(", "##: a", "# a\n##, b\n#\n##:c", "#  , a", "##, fuzzy"])
def test_a_remark_at_the_top_is_written_as_a_remark(top: str) -> None:
    found = parse_catalogue(f'{top}\nmsgid ""\nmsgstr ""\n"Language: fr\\n"\n', "fr", Problems())
    assert found is not None
    problems = Problems()
    again = parse_catalogue(written(found), "fr", problems)
    assert again is not None
    assert not len(problems)
    assert again.header == found.header
    assert [line.strip() for line in again.remarks.split("\n")] == [line.strip() for line in found.remarks.split("\n")]
