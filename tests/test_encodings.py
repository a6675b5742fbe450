"""Broken encodings: whatever text is read in a wrong one is found, with what was meant; no right text is accused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dalil.text.encodings import broken_words
from support import ROOT, Project

WORDS = {
    "ar": ["المعاهدة", "وقّعت", "الأمريكتين", "رئيس", "اطُّلع", "إعلان", "جزيرة", "على", "سبعة", "عشر", "بلدا", "درع"],
    "en": ["a", "résumé", "naïve", "café", "São", "“shield”", "Colón’s", "—", "signatories’", "façade"],
    "es": ["América", "niño", "canción", "¿qué?", "«México»", "año", "Perú", "corazón", "más", "allá"],
}
ENCODINGS = {"ar": ("latin-1", "cp1252", "cp1256"), "en": ("latin-1", "cp1252"), "es": ("latin-1", "cp1252")}
CASES = [(language, encoding) for language, encodings in ENCODINGS.items() for encoding in encodings]


def read_wrong(text: str, encoding: str) -> str:
    """UTF-8 as a program shows it that takes it for another encoding."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(("language", "encoding"), CASES)
@settings(deadline=None)
@given(data=st.data())
def test_a_text_read_in_a_wrong_encoding_is_found(language: str, encoding: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=8))
    for word in words:
        wrong = read_wrong(word, encoding)
        found = list(broken_words(f"so {wrong} so"))
        if word.isascii():
            assert found == []
        elif len(word) > 1:
            assert found, (word, wrong)
            assert found[0].offset == 3
            assert found[0].meant == word or encoding == "cp1256" or "\xa0" in wrong, (word, found)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])))
def test_no_text_stops_the_search(text: str) -> None:
    for one in broken_words(text):
        assert text[one.offset :].startswith(one.word)


@pytest.mark.parametrize(
    "text",
    [
        "“CAFÉ”",
        "«À LA UNE»",
        "NÃO SÃO",
        "l’été à Genève",
        "ÉTÉ…",
        "HANÁ—ŘÍ",
        "ضغط، ثم ظهر؟",
        "ط؛",
        "«ط»",
        "قسط» و",
        "Ø 5 mm",
        "Ã",
        "É™",
    ],
)
def test_right_text_is_not_accused(text: str) -> None:
    assert list(broken_words(text)) == []


@pytest.mark.parametrize("written", [r"A \uFFFD word", r"Caf\xC3\xA9", r"\xE2\u20AC\u2122s"])
def test_an_escape_says_no_more_than_what_is_written(project: Project, written: str) -> None:
    project.replace("data/pages/all.yml", "en: Home", f'en: "{written}"')
    (problem,) = [one for one in project.problems() if one.code == "broken-encoding"]
    assert (problem.place.path, problem.place.line) == ("data/pages/all.yml", 2)


def test_no_text_of_the_real_store_is_accused() -> None:
    """The pages of all codes quote an example; all else is right."""
    kept = (path for folder in ("data", "docs") for path in (ROOT / folder).rglob("*"))
    files = [path for path in kept if path.suffix in (".yml", ".po", ".md") and not path.name.startswith("PROBLEMS")]
    assert len(files) > 50
    assert [(path, one) for path in files for one in broken_words(path.read_text(encoding="utf-8"))] == []
