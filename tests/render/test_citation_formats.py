"""Citations in BibTeX, RIS and CSL-JSON: whatever a title holds, well-kept parsers read back what was written."""

from __future__ import annotations

import json
import re
import warnings
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from dalil.model.dates import Date
from dalil.render.cite import Work, bibtex, csl_json, latex_language, ris

ARABIC = Work(
    key="origins-2026-ar",
    kind="page",
    title="النشأة: من 50% إلى & ما بعدها",
    title_language="ar",
    language="ar",
    address="https://example.org/origins/",
    author="درع الأمريكتين",
    date=Date.parse("2026-11-24"),
)
NEWS = Work(
    key="some-news",
    kind="news",
    title="[The leaders met]",
    title_language="en",
    language="es",
    address="https://example.org/a_b?c=%20{d}#e",
    author="A. Writer",
    publisher="The & Paper",
    date=Date.parse("2026-03-04/2026-03-05"),
    accessed=Date.parse("2026-11-23"),
)
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40)
TITLES = LINES.map(lambda text: " ".join(text.split())).filter(bool)
DATES = st.sampled_from(["2026-03-05", "2026-03", "2026", "2026-03-05~", "2026-03-04/2026-03-05", "0987"])


def read_bibtex(text: str, *middleware: Any) -> dict[str, str]:
    """The fields of the one entry of a BibTeX file."""
    library = parse_string(text, append_middleware=middleware)
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert entry.entry_type == "online"
    return {"key": entry.key, **{field.key: field.value for field in entry.fields}}


def read_ris(text: str) -> dict[str, Any]:
    (entry,) = rispy.loads(text)
    return dict(entry)


def test_a_page_in_bibtex() -> None:
    assert bibtex(ARABIC) == (
        "@online{origins-2026-ar,\n"
        "  author = {{درع الأمريكتين}},\n"
        "  title = {{النشأة: من 50\\% إلى \\& ما بعدها}},\n"
        "  date = {2026-11-24},\n"
        "  url = {https://example.org/origins/},\n"
        "  language = {arabic},\n"
        "  langid = {arabic},\n"
        "}"
    )


def test_bibtex_is_read_as_the_words_that_went_in() -> None:
    fields = read_bibtex(bibtex(ARABIC), LatexDecodingMiddleware())
    assert fields["title"].strip("{}") == ARABIC.title
    assert fields["author"].strip("{}") == ARABIC.author


def test_a_source_in_bibtex_tells_the_language_of_the_title_from_that_of_the_work() -> None:
    fields = read_bibtex(bibtex(NEWS))
    assert (fields["language"], fields["langid"]) == ("spanish", "english")
    assert fields["date"] == "2026-03-04/2026-03-05"
    assert fields["urldate"] == "2026-11-23"
    assert fields["url"] == "https://example.org/a_b?c=%20%7Bd%7D#e"


def test_ris() -> None:
    assert ris(ARABIC).splitlines()[0] == "TY  - ELEC"
    assert ris(ARABIC).splitlines()[-1] == "ER  - "
    entry = read_ris(ris(NEWS))
    assert entry["type_of_reference"] == "NEWS"
    assert entry["language"] == "es"
    assert entry["date"] == "2026/03/04/"
    assert entry["access_date"] == "2026/11/23/"
    assert entry["urls"] == [NEWS.address]


@pytest.mark.parametrize(
    ("date", "written"), [("2026", "2026///"), ("2026-03", "2026/03//"), ("2026-03-05", "2026/03/05/")]
)
def test_a_date_in_ris_has_four_parts(date: str, written: str) -> None:
    assert f"DA  - {written}\n" in ris(Work("k", "page", "t", "en", "en", "https://e.org/", date=Date.parse(date)))


def test_csl_json_is_read_without_a_complaint() -> None:
    for work in (ARABIC, NEWS):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            read = CiteProcJSON(json.loads(csl_json(work)))
        item = read[work.key]
        assert str(item["title"]) == work.title
        assert item["issued"]["year" if work is ARABIC else "begin"] is not None
        assert str(item["URL"]) == work.address


def test_csl_json_has_the_types_and_dates_of_its_schema() -> None:
    (page,), (news,) = json.loads(csl_json(ARABIC)), json.loads(csl_json(NEWS))
    assert page["type"] == "webpage"
    assert page["author"] == [{"literal": "درع الأمريكتين"}]
    assert page["issued"] == {"date-parts": [[2026, 11, 24]]}
    assert news["type"] == "article-newspaper"
    assert news["issued"] == {"date-parts": [[2026, 3, 4], [2026, 3, 5]]}
    about = Work("k", "page", "t", "en", "en", "https://e.org/", date=Date.parse("2026-03~"))
    assert json.loads(csl_json(about))[0]["issued"] == {"date-parts": [[2026, 3]], "circa": True}


def test_what_is_not_known_is_left_out() -> None:
    bare = Work("k", "page", "t", "en", "en", "https://e.org/")
    assert "author" not in bibtex(bare) + csl_json(bare)
    assert not {"AU", "PY", "DA", "T2"} & {line[:2] for line in ris(bare).splitlines()}
    assert "issued" not in csl_json(bare)


@given(title=TITLES, author=TITLES, date=DATES)
def test_every_title_and_name_is_read_back(title: str, author: str, date: str) -> None:
    work = Work("some-key", "page", title, "ar", "ar", "https://e.org/x/", author=author, date=Date.parse(date))
    entry = read_ris(ris(work))
    assert entry["title"] == title
    assert entry["authors"] == [author]
    (item,) = json.loads(csl_json(work))
    assert (item["title"], item["author"]) == (title, [{"literal": author}])
    fields = read_bibtex(bibtex(work))
    assert fields["date"] == date
    assert unlatex(fields["title"]) == title
    assert unlatex(fields["author"]) == author


NAMED = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbackslash": "\\",
}


def unlatex(value: str) -> str:
    """What LaTeX prints of a braced value; it must hold no character that LaTeX would take for a command."""
    assert value.startswith("{")
    assert value.endswith("}")
    text, plain = value[1:-1], ""
    while text:
        command = re.match(r"\\(?:(\w+)\{\}|([#$%&_]))", text)
        assert command or text[0] not in "#$%&_{}~^\\", value
        plain += (NAMED[command[1]] if command[1] else command[2]) if command else text[0]
        text = text[command.end() if command else 1 :]
    return plain


@given(title=st.text("ab {}\\%&#$_~^", min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_braces_are_balanced_and_specials_are_escaped(title: str) -> None:
    text = bibtex(Work("k", "page", title, "en", "en", "https://e.org/"))
    assert text.count("{") == text.count("}")
    assert unlatex(read_bibtex(text)["title"]) == title


def test_a_field_stays_on_one_line() -> None:
    work = Work("k", "page", "one\nTY  - BOOK\r\ntwo", "en", "en", "https://e.org/")
    assert read_ris(ris(work))["title"] == "one TY - BOOK two"
    assert json.loads(csl_json(work))[0]["title"] == "one TY - BOOK two"


@pytest.mark.parametrize(
    ("code", "name"),
    [("ar", "arabic"), ("en-GB", "english"), ("de", "ngerman"), ("he", "hebrew"), ("xx", ""), ("pt-BR", "portuguese")],
)
def test_languages_have_the_names_that_latex_knows(code: str, name: str) -> None:
    assert latex_language(code) == name
