"""One work in the four forms in which people cite: plain text, BibTeX, RIS and CSL-JSON. Values in, text out.

BibTeX is written for biblatex in UTF-8 (`date` in EDTF, `langid`); RIS after its 2011 specification; CSL-JSON after the
input schema of the Citation Style Language 1.0.2.
"""

from __future__ import annotations

import json
import re
import urllib.parse
from dataclasses import dataclass
from typing import Any

from babel import Locale as BabelLocale
from babel import UnknownLocaleError

from dalil.model.dates import Date, Day

OURS, NEWS = "page", "news"
"""Kinds of work whose form differs from that of any other document on the web."""
LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
"""What LaTeX would not print as it stands. Braces are named, because BibTeX counts them even when they are escaped."""
LATEX_LANGUAGES = {"de": "ngerman", "nb": "norsk", "nn": "nynorsk"}
"""Languages that LaTeX's babel calls otherwise than by their English names."""


@dataclass(frozen=True)
class Work:
    """What is cited: a page of the site, or a source."""

    key: str
    """Its name in a bibliography; ASCII."""
    kind: str
    """`page` of the site, `news`, or any other word."""
    title: str
    """Its title."""
    title_language: str
    """The language of the title, which is ours where the title is our rendering."""
    language: str
    """The language of the work."""
    address: str
    """Where it is found."""
    author: str = ""
    """Who wrote it, as one name that is not to be taken apart."""
    publisher: str = ""
    """Who published it, and what its website or paper is called."""
    date: Date | None = None
    """The date that it bears, or of its last change."""
    accessed: Date | None = None
    """When it was read; left to the reader for pages of the site."""
    note: str = ""
    """What its publisher made known of it since."""
    retracted: bool = False
    """Whether its publisher took it back."""


def bibtex(work: Work) -> str:
    """An `@online` entry. Titles and names stand in double braces, so that no style changes or splits them."""
    fields = {
        "author": _braced(work.author),
        "title": _braced(work.title),
        "organization": _braced(work.publisher),
        "date": str(work.date or ""),
        "urldate": str(work.accessed or ""),
        "url": _address(work.address),
        "language": latex_language(work.language),
        "langid": latex_language(work.title_language),
        "note": _escaped(work.note),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{work.key},", *lines, "}"])


def _braced(text: str) -> str:
    escaped = _escaped(text)
    return f"{{{escaped}}}" if escaped else ""


def _escaped(text: str) -> str:
    return "".join(LATEX.get(character, character) for character in _line(text))


def _address(address: str) -> str:
    """Addresses are verbatim in biblatex, so that only braces and backslashes could break them."""
    return "".join(urllib.parse.quote(part) if part in "{}\\" else part for part in address)


def latex_language(code: str) -> str:
    """The name by which LaTeX's babel and polyglossia know a language, or nothing where none can be told."""
    try:
        name = LATEX_LANGUAGES.get(code) or BabelLocale.parse(code.split("-")[0]).get_language_name("en") or ""
    except (UnknownLocaleError, ValueError):
        return ""
    return name.lower() if re.fullmatch("[A-Za-z]+", name) else ""


def ris(work: Work) -> str:
    """A RIS record, one field a line."""
    fields = [
        ("TY", "NEWS" if work.kind == NEWS else "ELEC"),
        ("ID", work.key),
        ("AU", work.author),
        ("TI", work.title),
        ("T2", work.publisher),
        ("PB", work.publisher),
        ("PY", str(work.date.first.year) if work.date else ""),
        ("DA", _ris_date(work.date)),
        ("Y2", _ris_date(work.accessed)),
        ("LA", work.language),
        ("N1", work.note),
        ("UR", work.address),
    ]
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - "])


def _ris_date(date: Date | None) -> str:
    """YYYY/MM/DD/other, of which a part that is not known stays empty."""
    if date is None:
        return ""
    parts = [f"{part:02d}" for part in _parts(date.start)]
    return "/".join([*parts, *[""] * (4 - len(parts))])


def csl(work: Work) -> dict[str, Any]:
    """An item of CSL-JSON."""
    fields = {
        "id": work.key,
        "type": "article-newspaper" if work.kind == NEWS else "webpage",
        "title": _line(work.title),
        "author": [{"literal": _line(work.author)}] if work.author else None,
        "container-title": _line(work.publisher),
        "publisher": _line(work.publisher),
        "issued": _csl_date(work.date),
        "accessed": _csl_date(work.accessed),
        "language": work.language,
        "URL": work.address,
        "note": _line(work.note),
        "status": "retracted" if work.retracted else None,
    }
    return {name: value for name, value in fields.items() if value}


def csl_json(work: Work) -> str:
    """A CSL-JSON document that holds one work, one field a line."""
    fields = [f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in csl(work).items()]
    return "[{\n  " + ",\n  ".join(fields) + "\n}]"


def _csl_date(date: Date | None) -> dict[str, Any] | None:
    if date is None:
        return None
    days = [date.start, *([date.end] if date.end else [])]
    found: dict[str, Any] = {"date-parts": [_parts(day) for day in days]}
    if any(day.approximate for day in days):
        found["circa"] = True
    return found


def _parts(day: Day) -> list[int]:
    first = day.first
    return [first.year, first.month, first.day][: {"day": 3, "month": 2, "year": 1}[day.precision]]


def _line(text: str) -> str:
    """Text on one line: all three formats end a field, or an entry, at a line's end."""
    return " ".join(text.split())
