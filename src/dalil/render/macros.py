"""The macros that a page may call, as the comments above them document them. Read as text; nothing is compiled here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dalil.reading.files.real import read_real

MACRO = re.compile(r"\{#-?\s*(?P<doc>(?:(?!#\}).)*?)\s*-?#\}\s*\{%-?\s*macro\s+(?P<name>\w+)\s*\(", re.DOTALL)
ANY_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)")
ARGUMENT = re.compile(r"^(?P<name>\w+)(?P<many>…)?(?: \((?P<kind>[\w ]+)\))?: (?P<text>.+)$")


@dataclass(frozen=True)
class Argument:
    """One argument of a macro, as its comment documents it."""

    name: str
    kind: str
    """What it names: a folder of the store, sections, notes or figures of the page, or a plain word."""
    text: str
    many: bool


@dataclass(frozen=True)
class Macro:
    """One macro: where it stands and how it is called."""

    name: str
    file: str
    text: str
    arguments: tuple[Argument, ...]
    example: str

    def argument(self, place: int | str) -> Argument | None:
        """The argument of a name, or at a place counted from 0, where the last may take the rest; None if none does."""
        if isinstance(place, str):
            return next((one for one in self.arguments if one.name == place and not one.many), None)
        if place < len(self.arguments):
            return self.arguments[place]
        return self.arguments[-1] if self.arguments and self.arguments[-1].many else None


def read_macros(files: Iterable[Path]) -> dict[str, Macro]:
    """Reads the documented macros of some files; one without a comment above it serves other macros only."""
    return macros_in({path.name: read_real(path).decode("utf-8") for path in files})


def macros_in(texts: Mapping[str, str]) -> dict[str, Macro]:
    """The documented macros of some texts, each by the name of its file."""
    found: dict[str, Macro] = {}
    for file, text in sorted(texts.items()):
        for match in MACRO.finditer(text):
            found[match["name"]] = _macro(match["name"], file, match["doc"])
    return found


def _macro(name: str, file: str, doc: str) -> Macro:
    text, arguments, example = [], [], ""
    for line in (line.strip() for line in doc.splitlines()):
        if line.startswith("Example:"):
            example = line.removeprefix("Example:").strip().replace("[[", "{{").replace("]]", "}}")
        elif match := ARGUMENT.match(line):
            arguments.append(Argument(match["name"], match["kind"] or "word", match["text"], bool(match["many"])))
        elif line:
            text.append(line)
    return Macro(name, file, " ".join(text), tuple(arguments), example)
