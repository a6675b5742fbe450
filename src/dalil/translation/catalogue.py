"""One locale's catalogue: a PO file under `data/locales`, one message a text, named by its `msgctxt`.

Reading and writing are polib's, which keeps the previous text of a fuzzy message; Babel's reader drops it. polib reads
over some faults in silence, so each line is looked at first.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import polib

from dalil.problems import Place, Problems
from dalil.problems.gate import CODES
from dalil.problems.limits import MAX_CATALOGUE_BYTES
from dalil.reading.documents import read_text
from dalil.reading.places import in_po
from dalil.translation.strings import String, strings

FOLDER = "data/locales"
FLAG = "icu-message-format"
"""Tells Weblate how to check a message."""
PROPOSED = "Proposed from another text: "
"""How the comment of a message begins whose translation nobody has confirmed for this text."""

_BREAKS = "\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
"""What Python takes for the end of a line, and with it polib, but no other tool does."""
_STRING = rf'"(?:[^"\\{_BREAKS}]|\\.)*"'
_LINE = re.compile(
    rf"\s*(?:#[.:,=].*|#(?:[^.:,=|~].*)?|(?:#~\||#\||#~)?\s*(?:(?:msgctxt|msgid|msgstr)\s+)?{_STRING}\s*)?"
)
"""A line of a PO file: blank, a comment, or a keyword with a string (GNU gettext's manual, “PO Files”)."""

GLUED = re.compile(r"^(#[.:,]|#\||#~)(?=[^\s|])", re.MULTILINE)
"""The sign of a comment without the space after it."""


@dataclass(frozen=True)
class Message:
    """One text and its translation."""

    key: str
    source: str
    """The text of which the translation is, or is to be, one."""
    translation: str = ""
    fuzzy: bool = False
    previous: str = ""
    """Of a fuzzy message, the text that was translated."""
    proposed: str = ""
    """The key of the text whose translation was taken over for somebody to confirm; empty for one's own."""
    comments: tuple[str, ...] = ()
    """What we tell the translator, line by line."""
    file: str = ""
    """The file of the record."""
    remarks: str = ""
    """What translators wrote above it."""
    flags: tuple[str, ...] = ()
    """Flags of other tools, kept as they are."""


@dataclass
class Catalogue:
    """The messages of a locale."""

    locale: str
    messages: dict[str, Message] = field(default_factory=dict)
    obsolete: list[Message] = field(default_factory=list)
    """Translations of texts that are gone, in case they come back; of one key there may be several."""
    header: dict[str, str] = field(default_factory=dict)
    """Fields that tools keep, such as the last translator."""
    remarks: str = ""
    """The comment at the top."""
    text: str = ""
    strings: dict[str, String] = field(default_factory=dict)
    """Key to where its translation stands."""

    @property
    def path(self) -> str:
        """Its file, relative to the project."""
        return path_of(self.locale)

    @cached_property
    def _rows(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(row) + 1 for row in self._rows), initial=0))

    def _at(self, offset: int) -> tuple[int, int]:
        """Line and column (from 0) of an offset of the file."""
        line = bisect.bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]

    def place(self, key: str, words: str = "", offset: int | None = None) -> Place:
        """Where the translation of a text stands; where some words first stand in it, or the letter after so many."""
        string = self.strings.get(key)
        if string is None:
            return Place(self.path)
        if offset is not None:
            line, column = self._at(in_po(string.parts, offset))
            return Place(self.path, line + 1, column + 1)
        lines, first = self._rows, self._at(string.start)[0]
        wanted = _escaped(words)
        for number in range(first, len(lines)) if wanted else ():
            if number > first and not lines[number].startswith('"'):
                break
            if (column := lines[number].find(wanted)) >= 0:
                return Place(self.path, number + 1, column + 1)
        return Place(self.path, first + 1)


def path_of(locale: str) -> str:
    """The file of a locale's catalogue, relative to the project."""
    return f"{FOLDER}/{locale}.po"


def read_catalogue(root: Path, locale: str, problems: Problems) -> Catalogue | None:
    """Reads a catalogue; None, with the faults noted, when it is missing or cannot be read."""
    name = path_of(locale)
    if not (root / name).is_file():
        problems.add("catalogue-missing", Place("data/site.yml"), locale=locale, file=name)
        return None
    found = Problems()
    text = read_text(root / name, name, found, MAX_CATALOGUE_BYTES)
    if text is None:
        problems.extend(found.sorted())
        return None
    # What is odd in a translation, its checks name, with the text; the rest of the file is published as well.
    checked = _lines_of_translations(text)
    problems.extend(
        one
        for one in found.sorted()
        if one.code == "control-character"
        or (one.code in (*CODES, "broken-encoding") and one.place.line - 1 not in checked)
    )
    return parse_catalogue(text, locale, problems)


def _lines_of_translations(text: str) -> set[int]:
    """The lines (from 0) of a catalogue that hold translations of texts."""
    found: set[int] = set()
    key = ""
    for string in strings(text):
        if string.keyword == "msgctxt":
            key = "" if string.mark else string.words
        elif string.keyword == "msgstr" and not string.mark and key:
            found.update(text.count("\n", 0, at) for _, at in string.parts)
            key = ""
    return found


def parse_catalogue(text: str, locale: str, problems: Problems) -> Catalogue | None:
    """Reads the text of a catalogue; None, with the faults noted, when it is none."""
    name, sound = path_of(locale), True
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.fullmatch(line):
            problems.add("catalogue-syntax", Place(name, number, _column(line)), line=line.strip()[:40])
            sound = False
    if not sound:
        return None
    try:
        # gettext needs no space behind the sign of a comment, but polib does.
        file = polib.pofile(GLUED.sub(r"\1 ", text), wrapwidth=0)
    except (OSError, ValueError, IndexError) as error:
        found = re.search(r"line (\d+)", str(error))
        problems.add("catalogue-syntax", Place(name, int(found[1]) if found else 1), line="")
        return None
    catalogue = Catalogue(locale, header=dict(file.metadata), remarks=file.header, text=text, strings=_strings(text))
    seen: dict[str, int] = {}
    for entry in file:
        key = entry.msgctxt or ""
        if entry.obsolete:
            catalogue.obsolete.append(_message(entry))
        elif key in seen:
            first = Place(name, seen[key])
            problems.add("catalogue-twice", Place(name, entry.linenum or 1), key=key or entry.msgid[:40], first=first)
        else:
            seen[key] = entry.linenum or 1
            catalogue.messages[key] = _message(entry)
    return catalogue


def written(catalogue: Catalogue) -> str:
    """The text of a catalogue. Lines are not broken at a width, so that a change touches the lines of its message."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = catalogue.header
    # polib writes a remark that starts with one of these signs as flags, or as a place in the code.
    file.header = re.sub(r"^(?=[,:])", " ", catalogue.remarks, flags=re.MULTILINE)
    for message in catalogue.messages.values():
        file.append(_entry(message, obsolete=False))
    for message in catalogue.obsolete:
        file.append(_entry(message, obsolete=True))
    return str(file).rstrip("\n") + "\n"


def _message(entry: polib.POEntry) -> Message:
    comments = entry.comment.split("\n") if entry.comment else []
    proposed = next((line.removeprefix(PROPOSED) for line in comments if line.startswith(PROPOSED)), "")
    return Message(
        key=entry.msgctxt or "",
        source=entry.msgid,
        translation=entry.msgstr,
        fuzzy="fuzzy" in entry.flags,
        previous=(entry.previous_msgid or "") if "fuzzy" in entry.flags else "",
        proposed=proposed if "fuzzy" in entry.flags else "",
        comments=tuple(line for line in comments if not line.startswith(PROPOSED)),
        file=entry.occurrences[0][0] if entry.occurrences else "",
        remarks=entry.tcomment,
        flags=tuple(flag for flag in entry.flags if flag not in ("fuzzy", FLAG)),
    )


def _entry(message: Message, *, obsolete: bool) -> polib.POEntry:
    comments = [*message.comments, *([PROPOSED + message.proposed] if message.proposed else [])]
    return polib.POEntry(
        msgctxt=message.key,
        msgid=message.source,
        msgstr=message.translation,
        # Of an obsolete entry polib writes it and does not read it.
        previous_msgid=None if obsolete else message.previous or None,
        previous_msgctxt=None,
        comment="" if obsolete else "\n".join(comments),
        tcomment=message.remarks,
        occurrences=[] if obsolete or not message.file else [(message.file, "")],
        flags=[*(["fuzzy"] if message.fuzzy else []), *([] if obsolete else [FLAG]), *message.flags],
        obsolete=obsolete,
    )


def _strings(text: str) -> dict[str, String]:
    """Key to its `msgstr`."""
    found: dict[str, String] = {}
    key = ""
    for string in strings(text):
        if string.mark:
            continue
        if string.keyword == "msgctxt":
            key = string.words
        elif string.keyword == "msgstr":
            found.setdefault(key, string)
            key = ""
    return found


def _column(line: str) -> int:
    """Where a line stops being one of a PO file: its second quotation mark that is not escaped, or its start."""
    marks = [match.start() for match in re.finditer(r'(?<!\\)"', line)]
    return marks[1] + 1 if len(marks) > 2 else 1


def _escaped(words: str) -> str:
    return "".join(ESCAPES.get(one, one) for one in words)


ESCAPES = {
    "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\v": "\\v", "\b": "\\b", "\f": "\\f", "\a": "\\a",
}  # fmt: skip
"""How a PO file writes some characters."""
