"""The words of the interface in the languages that dalil brings along: catalogues of the engine, `interface/*.po`.

A site's catalogue takes over what is a translation of the very text that the site has. tools/interface.py keeps these
files in step with `data/interface`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import polib

from dalil.model.locales import Locale, script_of
from dalil.text.near import likeness
from dalil.translation.catalogue import Catalogue, Message
from dalil.translation.merging import LIKENESS
from dalil.translation.units import Unit

FOLDER = Path(__file__).parent / "interface"
SOURCE = "en"
"""The language from which they are translated."""
STARTER = "starter/"
"""How the key of a text starts that new projects have in the place of this repository's."""
OWN = {"interface/search.short/text"}
"""Texts that every site writes for itself."""


@dataclass(frozen=True)
class Shipped:
    """A text of the interface, as dalil has it."""

    translation: str
    text: Mapping[str, str]
    """Its words in the languages that dalil's interface is written in, by the name of the language in itself."""

    def source(self, code: str) -> str:
        """Its words in one of these languages, or an empty string."""
        return self.text.get(Locale(code).name, "")

    def is_of(self, words: str, code: str) -> bool:
        """Whether these are its words in one of these languages; a comment loses the space at its end."""
        return words == self.source(code) if code == SOURCE else words.rstrip() == self.source(code).rstrip() != ""


def shipped_codes() -> list[str]:
    """The languages that there are."""
    return sorted(path.stem for path in FOLDER.glob("*.po"))


def shipped_for(code: str) -> str:
    """The language among them in which a locale can be read (de for de-AT), or an empty string."""
    near = (code, code.split("-")[0])
    return next((one for one in near if one in shipped_codes() and script_of(one) == script_of(code)), "")


@cache
def shipped(code: str) -> Mapping[str, tuple[Shipped, ...]]:
    """Key of a text to what dalil has for it, of which there may be several; none for another language."""
    found: dict[str, tuple[Shipped, ...]] = {}
    for entry in polib.pofile(str(FOLDER / f"{code}.po")) if code in shipped_codes() else ():
        if entry.translated() and not entry.obsolete:
            lines = (line.partition(": ") for line in entry.comment.split("\n"))
            text = {name: words for name, _, words in lines} | {Locale(SOURCE).name: entry.msgid}
            key = f"interface/{entry.msgctxt.partition('/')[2]}"
            found[key] = (*found.get(key, ()), Shipped(entry.msgstr, text))
    return found


def with_shipped(catalogue: Catalogue, units: Iterable[Unit], source: str) -> Catalogue:
    """A catalogue in which every text of the interface that nobody has translated yet has the words that dalil brings.

    They are a translation of the text as it stands; of one that the site has changed a little, they are proposed.
    """
    known = shipped(shipped_for(catalogue.locale))
    messages = dict(catalogue.messages)
    worked_on = {one.key for one in catalogue.obsolete if one.translation}
    for unit in units if known else ():
        own = messages.get(unit.key)
        if unit.kind != "interface" or source not in unit.text or (own and own.translation and not own.proposed):
            continue
        if own is None and unit.key in worked_on:
            continue  # The merging finds it.
        words = unit.text[source]
        found = known.get(unit.key, ())
        message = replace(own or Message(unit.key, words), source=words, fuzzy=False, previous="", proposed="")
        if same := next((one for one in found if one.is_of(words, source)), None):
            messages[unit.key] = replace(message, translation=same.translation)
        elif like := next((one for one in found if _like(one.source(source), words)), None):
            before = like.source(source)
            messages[unit.key] = replace(
                message, translation=like.translation, fuzzy=True, previous=before, proposed=unit.key
            )
    return replace(catalogue, messages=messages)


def _like(one: str, other: str) -> bool:
    return bool(one) and likeness(one, other) >= LIKENESS


def count_shipped(catalogue: Catalogue) -> int:
    """How many texts of a catalogue have the very words that dalil brings."""
    known = shipped(shipped_for(catalogue.locale))
    return sum(
        not message.fuzzy and message.translation in [one.translation for one in known.get(key, ())]
        for key, message in catalogue.messages.items()
    )
