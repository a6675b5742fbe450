"""What is written is read again as it was, and in the manner of the house."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.editing.writing import WIDTH, record_lines, scalar
from dalil.problems import Problems
from dalil.problems.gate import CODES as CODES_OF_CHARACTERS
from dalil.problems.gate import passes
from dalil.reading.documents import read

CODES = ("ar", "en")
NASTY = st.sampled_from(
    ["yes", "no", "null", "~", "", " ", "2026", "1e3", "- a", "a: b", "a:", ": a", "a #b", "#a", "[a", "{a", "a]", "a}", "a, b", "*a", "&a", "!a b",
     "%a", "@a", "`a", "'a'", '"a"', "a'b", 'a"b', "a\\b", "? a", "|", ">-", "---", "...", "--- a", "<<", "=", "a\n\nb", "a\nb\n", "\na", " a", "a ", "a  b", "\ta", "a\tb", "\r", "a\r\nb",
     "\x85", "\u2028", "\ufeff", "\x00", "\x07", "𐍈", "e\u0301", "\u200f", "مرحبا: عالم", "«قال»، ثم؟", "{n, plural, one {# country} other {# countries}}", "[words](entity:a)", "<<<<<<< x", "=======",
     "word " * 40 + "end", "كلمة " * 40 + "نهاية", ("word " * 30 + "\n") * 3 + "end", "word " * 30 + " two  spaces", "x" * 300]
)  # fmt: skip
UNREADABLE = {*CODES_OF_CHARACTERS, "broken-encoding"}
"""Codes of what a text may not hold, and may be read with."""
TEXTS = st.one_of(NASTY, st.text(max_size=30), st.text(alphabet=" \n\t:#-[]{},'\"&*!|>%@\\ab؟،", max_size=12))
KEYS = st.from_regex(r"[a-z][a-z_]{0,6}", fullmatch=True)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(KEYS, inner, max_size=3),
        st.fixed_dictionaries({"ar": TEXTS, "en": TEXTS}),
    ),
    max_leaves=8,
)


def read_back(lines: list[str], line_end: str = "\n") -> Any:
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.yml")
        path.write_bytes((line_end.join(lines) + line_end).encode())
        problems = Problems()
        document = read(Path(folder), path, problems)
    # A character that may not be published is named, and read all the same.
    assert [problem for problem in problems.sorted() if problem.code not in UNREADABLE] == []
    return document.data


@settings(deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_a_record_is_read_as_it_was_written(fields: dict[str, Any], line_end: str) -> None:
    lines = record_lines("a-record", fields, CODES)
    assert read_back(lines, line_end) == {"a-record": fields}
    assert not any("\n" in line or "\r" in line or line != line.rstrip() for line in lines)


@settings(deadline=None)
@given(TEXTS)
def test_a_scalar_is_quoted_only_where_it_must_be(text: str) -> None:
    for flow in (False, True):
        written = scalar(text, flow=flow)
        around = f"k: {{k: {written}}}" if flow else f"k: {written}"
        found = read_back([around])["k"]
        assert (found["k"] if flow else found) == text
        if written != text:
            try:
                plain = read_back([around.replace(written, text)])["k"]
            except AssertionError:
                continue
            # What nobody sees is written as an escape, and so in quotation marks, though YAML would take it bare.
            unseen = "\n" in text or not passes(text)
            assert unseen or (plain["k"] if flow and isinstance(plain, dict) else plain) != text


def test_a_record_looks_as_the_house_writes_them() -> None:
    fields: dict[str, Any] = {
        "topic": "home",
        "text": {"ar": "شيء.", "en": "One thing: " + "many words " * 14 + "end."},
        "values": {"n": {"count": {"statements": {"role": "signed"}}}, "day": {"date": "2026-03-05"}},
        "citations": [
            {"source": "a-source", "locator": {"words": "On Dec. 4, the"}},
            {"source": "b-source", "locator": {"whole": "yes"}, "stance": "disputes"},
        ],
        "participants": ["argentina", "chile"],
        "versions": [{"label": {"ar": "أ", "en": "A"}, "claims": ["one", "two"]}],
        "page": "no",
        "aliases": {"es": ["Comando Sur"], "en": ["SOUTHCOM", "US: South"]},
        "caveats": [],
    }
    lines = record_lines("a-claim", fields, CODES)
    assert "\n".join(lines) == (
        "a-claim:\n"
        "  topic: home\n"
        "  text:\n"
        "    ar: شيء.\n"
        "    en: >-\n"
        "      One thing: many words many words many words many words many words many words many words many words many words many\n"
        "      words many words many words many words many words end.\n"
        "  values:\n"
        "    n: {count: {statements: {role: signed}}}\n"
        "    day: {date: 2026-03-05}\n"
        "  citations:\n"
        '    - {source: a-source, locator: {words: "On Dec. 4, the"}}\n'
        "    - {source: b-source, locator: {whole: yes}, stance: disputes}\n"
        "  participants: [argentina, chile]\n"
        "  versions:\n"
        "    - label:\n"
        "        ar: أ\n"
        "        en: A\n"
        "      claims: [one, two]\n"
        "  page: no\n"
        "  aliases:\n"
        "    es: [Comando Sur]\n"
        '    en: [SOUTHCOM, "US: South"]\n'
        "  caveats: []"
    )
    assert max(len(line) for line in lines) <= WIDTH
