"""Spells every text of the real store by Hunspell's dictionaries: `make spelling`.

The dictionaries are large and serve nothing else, so they have an environment of their own; `lookup.py` runs in it. Names
are not in dictionaries: a word of a record's name, its aliases or a source's title or author is known, and so is what
stands in `known.CODE.txt` beside this file, a word a line. Exit code 1 when a word is not known.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from dalil.project.whole import check_project
from dalil.render.shared import Shared
from dalil.site.verifying.allowed import said
from dalil.translation.units import Unit, units_of

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PYTHON = ROOT / ".spelling" / "bin" / "python"
DICTIONARIES = {"ar": "ar", "en": "en_GB", "es": "es_ES"}
"""Language of the site to its dictionary; one that has none is not spelled, and that is said."""
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
MARKS = re.compile("[\u064b-\u0652\u0670]")
"""Arabic vowel marks, which no dictionary has."""
PARTICLES = re.compile("^[وف]?(?:لل|[بكل]?(?:ال)?)")
MESSAGE = re.compile(
    r"\{\w+(?:, *\w+(?:, *(?:(?:zero|one|two|few|many|other|=\d+|\w+) *(?=\{))?)?)?|\} *(?:zero|one|two|few|many|other) *\{|[{}]"
)
"""What a message says to a machine."""
NAMED = {"name", "aliases", "grammar", "author"}
"""Fields whose words are names."""


def texts(shared: Shared) -> Iterator[tuple[Unit, str]]:
    """Every text that readers of a language see, with its values placed."""
    for unit in units_of(shared.store):
        if unit.kind == "interface":
            yield unit, MESSAGE.sub(" ", unit.text.get(shared.locale.code, ""))
        elif unit.kind != "synonyms":
            yield from ((unit, words) for words in said(unit.text, getattr(unit.record, "values", {}), shared))


def words_of(text: str, code: str) -> Iterator[str]:
    """The words of a text as a dictionary has them."""
    for word in WORD.findall(MARKS.sub("", text) if code == "ar" else text):
        if len(word) == 1 or (code == "ar" and word.isascii()):
            continue  # An ending, after what a message says to a machine; a name in its own letters.
        yield word.replace("’", "'").removesuffix("'s") if code == "en" else word


def names_of(shared: Shared) -> set[str]:
    """The words of all names: of records, their other names in any language, and of who wrote sources."""
    found: set[str] = set()
    store = shared.store
    for kind in store.loaded.records:
        for record in store.of_kind(kind).values():
            names: list[str] = list(record.id.split("-"))
            for field in NAMED:
                value = getattr(record, field, None)
                names += _leaves(value)
            found.update(word for name in names for word in words_of(name, shared.locale.code))
    return found


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _leaves(one)


def known_words(code: str) -> set[str]:
    """The house list of a language."""
    return set((HERE / f"known.{code}.txt").read_text(encoding="utf-8").split())


def without_prefix(word: str) -> str:
    """An Arabic word without the particles that are written together with it: *wa-*, *bi-*, *li-*, the article."""
    return PARTICLES.sub("", word) or word


def unknown(words: dict[str, Unit], code: str) -> dict[str, list[str]]:
    """The words that a dictionary lacks, with what it has that is near."""
    answer = subprocess.run(
        [PYTHON, HERE / "lookup.py", DICTIONARIES[code]],
        input=json.dumps(sorted(words)), capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    found: dict[str, list[str]] = json.loads(answer.stdout)
    return found


def main() -> int:
    """Prints each word that is not known, at its record, with the nearest words."""
    count = 0
    for code, shared in check_project(ROOT).renderer.shared.items():
        if code not in DICTIONARIES:
            print(f"{code}: no dictionary, so not spelled")
            continue
        known = known_words(code) | names_of(shared)
        known |= {without_prefix(word) for word in known} if code == "ar" else set()
        words: dict[str, Unit] = {}
        for unit, text in texts(shared):
            for word in words_of(text, code):
                words.setdefault(word, unit)
        asked = {word: unit for word, unit in words.items() if not {word, without_prefix(word)} & known}
        wrong = unknown(asked, code)
        for word, near in wrong.items():
            unit = asked[word]
            print(
                f"{unit.file}: {unit.key}: “{word}” is not in the dictionary ({code}); near: {', '.join(near) or '—'}"
            )
        print(f"{code}: {len(words)} words, {len(wrong)} unknown")
        count += len(wrong)
    if count:
        print("Mend each, or, if it is a name, put it into tests/spelling/known.CODE.txt.")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
