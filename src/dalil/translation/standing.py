"""How each text of a locale stands, and which of its translations the site may show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from dalil.checks import (
    characters,
    figures,
    grammar,
    lines,
    messages,
    scripts,
    signs,
    style,
    synonyms,
    translations,
    typography,
    writing,
)
from dalil.model.grammar import FIELD
from dalil.model.texts import Stale, key_of
from dalil.problems import Place, Problem, Problems
from dalil.reading.load import Loaded
from dalil.store import Store
from dalil.translation.catalogue import Catalogue, Message, read_catalogue
from dalil.translation.units import retexted, units_of

State = Literal["done", "stale", "proposed", "missing", "broken"]
"""done: somebody's translation of the text as it is. stale: of what the text was. proposed: taken over from elsewhere,
never shown. missing: none. broken: one that would lose or change something, never shown."""
STATES: tuple[State, ...] = ("done", "stale", "proposed", "missing", "broken")
CHECKS = (
    characters.check,
    lines.check,
    messages.check,
    writing.check,
    typography.check,
    figures.check,
    style.check,
    signs.check,
    grammar.check,
    scripts.check,
    translations.check,
    synonyms.check,
)
"""What is asked of a translation: the same as of the texts of records, and whether it writes figures itself."""

HARMLESS = {"typography"}
"""Codes of what a translator is told, and readers may see all the same: nothing is lost or changed by it."""


@dataclass(frozen=True)
class Standing:
    """The texts of one locale."""

    locale: str
    states: dict[str, State]
    """Key to state, in the order of the files."""
    shown: dict[str, str] = field(default_factory=dict)
    """Key to the translation that the site shows; one that is behind its original is a `Stale`."""
    lacking: frozenset[str] = frozenset()
    """Keys of the grammar of names that its sentences ask for and do not get."""
    problems: tuple[Problem, ...] = ()
    """Why translations are broken, and what is harmless; each names its text as `unit`."""
    catalogue: Catalogue | None = None

    def count(self, *states: State) -> int:
        """How many texts stand so."""
        return sum(state in states for state in self.states.values())


def translated(root: Path, store: Store, problems: Problems) -> tuple[Store, dict[str, Standing]]:
    """The store with every translation that may be shown, and how each translated locale stands.

    A catalogue that is missing or cannot be read goes to `problems`; a broken translation does not: its place is taken
    by the fallback.
    """
    standings = {}
    for code in store.site.translated:
        catalogue = read_catalogue(root, code, problems)
        standings[code] = stand(store, catalogue or Catalogue(code))
    if not standings:
        return store, standings

    def with_translations(key: str, text: dict[str, str]) -> dict[str, str]:
        return {**text, **{code: one.shown[key] for code, one in standings.items() if key in one.shown}}

    return retexted(store, with_translations), standings


def stand(store: Store, catalogue: Catalogue) -> Standing:
    """How the texts of a store, as written in records, stand in a catalogue."""
    code = catalogue.locale
    source = store.site.source_of(code)
    states: dict[str, State] = {}
    usable: dict[str, str] = {}
    for unit in units_of(store):
        message = catalogue.messages.get(unit.key)
        states[unit.key] = state = _state(message, unit.text.get(source, ""))
        if message and state in ("done", "stale"):
            usable[unit.key] = message.translation
    found = list(_faults(store, source, catalogue, usable))
    faulty = {str(problem.details["unit"]) for problem in found if problem.code not in HARMLESS}
    for key in faulty:
        if states[key] == "done":
            states[key] = "broken"
    lacking = frozenset(str(one.details["unit"]) for one in found if one.code == "name-lacks-form")
    for key, state in list(states.items()):
        if state == "missing" and key.split("/")[2:] == [*FIELD] and key not in lacking:
            del states[key]  # No sentence of the language asks for it.
    shown = {
        key: Stale(words) if states[key] == "stale" else words for key, words in usable.items() if key not in faulty
    }
    told = {"broken": found, "done": [problem for problem in found if problem.code in HARMLESS]}
    broken = tuple(one for one in found if one in told.get(states[str(one.details["unit"])], []))
    return Standing(code, states, shown, lacking, broken, catalogue)


def _state(message: Message | None, source: str) -> State:
    if message is None or not message.translation.strip():
        return "missing"
    if message.proposed:
        return "proposed"
    return "stale" if message.fuzzy or message.source != source else "done"


def place_of(
    store: Store, code: str, standings: Mapping[str, Standing], kind: str, record_id: str, *path: str | int
) -> Place:
    """Where a locale's words of a text stand: in its catalogue, or else in the record."""
    standing = standings.get(code)
    if standing is not None and standing.catalogue is not None:
        return standing.catalogue.place(key_of(kind, record_id, path))
    return store.place(kind, record_id, *path, code)


class _Trial(Loaded):
    """Places of translations stand in the catalogue; no other place matters."""

    catalogue: Catalogue

    def place(
        self,
        kind: str,
        record_id: str,
        *path: str | int,
        key: bool = False,
        words: str = "",
        offset: int | None = None,
    ) -> Place:
        """The place in the catalogue, with the key of the text in the place of the path."""
        if path and path[-1] == self.catalogue.locale:
            text = key_of(kind, record_id, path[:-1])
            found = self.catalogue.place(text, words, offset)
            return Place(f"{text}\0{found.path}", found.line, found.column)
        return Place("")


def _faults(store: Store, source: str, catalogue: Catalogue, usable: dict[str, str]) -> Iterator[Problem]:
    """What is wrong with translations. They are put beside their originals and asked what records are asked."""
    code = catalogue.locale

    def side_by_side(key: str, text: dict[str, str]) -> dict[str, str]:
        both = {source: text[source]} if source in text else {}
        return {**both, code: usable[key]} if key in usable else both

    trial = retexted(store, side_by_side)
    locales = {source: store.site.locales[source], code: store.site.locales[code]}
    loaded = _Trial(records=store.loaded.records, broken=store.loaded.broken)
    loaded.catalogue = catalogue
    site = trial.site.model_copy(update={"locales": locales, "default": source})
    trial = replace(trial, site=site, loaded=loaded, only=None)
    problems = Problems()
    for check in CHECKS:
        check(trial, problems)
    for problem in problems.sorted():
        key, _, path = problem.place.path.rpartition("\0")
        # Whether a text may type a figure, its record says; a translation has those of its original.
        if key and problem.code != "literal-figure":
            place = Place(path, problem.place.line, problem.place.column)
            yield Problem(problem.code, place, {**problem.details, "unit": key})
