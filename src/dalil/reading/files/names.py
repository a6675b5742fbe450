"""Names of files that mean the same on every system, in every address and in every report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from dalil.problems import Phrase, Place, Problems, phrase, printable
from dalil.problems.characters import plain
from dalil.text.letters import as_ascii, as_file

MAX_NAME = 100
"""Characters of a name, which may become part of others; file systems end at 255 bytes."""
MAX_PATH = 180
"""Characters of a path within the project; Windows ends at 260 with all that stands before it."""
WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows their dot (“Naming Files, Paths, and Namespaces”)."""
OF_FOLDER = {"index"}
"""What servers call the page of a folder: neither a record nor a folder of pages can be called so."""
WORDS = r"[a-z0-9]+(-[a-z0-9]+)*"
PUBLISHED = re.compile(rf"_?{WORDS}(\.[a-z0-9]+)?")
"""A name that becomes part of an address; skeletons of records start with a line below."""
KEPT = re.compile(r"[\w][\w.-]*")
"""A name that no reader meets: letters of any script, digits, hyphens, lines below and dots."""


def check_names(names: Iterable[str], problems: Problems) -> None:
    """Notes what is wrong with names of files, given as paths within the project."""
    seen: dict[str, str] = {}
    for name in sorted(names):
        folders = [parent.as_posix() for parent in PurePosixPath(name).parents][:-1]
        for path in (*reversed(folders), name):
            other = seen.setdefault(as_file(path), path)
            if other != path:
                problems.add(
                    "name-unfit",
                    Place(printable(name)),
                    reason=phrase("name-alike", other=printable(other)),
                    nearest="",
                )
        if reason := _fault(name):
            problems.add("name-unfit", Place(printable(name)), reason=reason, nearest=_proposed(name))


def _fault(name: str) -> Phrase | None:
    if len(name) > MAX_PATH:
        return phrase("name-long", count=len(name), limit=MAX_PATH)
    first, *parts = PurePosixPath(name).parts
    wanted = PUBLISHED if first == "docs" else KEPT
    for part in parts:
        if len(part) > MAX_NAME:
            return phrase("name-long", count=len(part), limit=MAX_NAME)
        if WINDOWS.match(part):
            return phrase("name-of-device", name=printable(part))
        if first == "docs" and part in OF_FOLDER:
            return phrase("name-of-folder", name=part)
        if (
            not wanted.fullmatch(part)
            or (first == "docs" and "." in part and part != parts[-1])
            or part.endswith(".")
            or part != unicodedata.normalize("NFC", part)
        ):
            return phrase("name-published" if first == "docs" else "name-kept")
    return None


def _proposed(name: str) -> str:
    """A sound name like this one, or an empty string where none is near."""
    first, *parts = PurePosixPath(name).parts
    proposed = "/".join([first, *(_tidy(part) for part in parts)])
    return "" if proposed == name or _fault(proposed) or not all(_tidy(part) for part in parts) else proposed


def _tidy(part: str) -> str:
    words = as_ascii(plain(part))
    stem, dot, suffix = words.rpartition(".") if "." in words.strip(".") else (words, "", "")
    start = "_" if part.startswith("_") else ""
    stem = "-".join(re.findall("[a-z0-9]+", stem))
    return f"{start}{stem}{dot}{re.sub('[^a-z0-9]', '', suffix)}" if stem else ""
