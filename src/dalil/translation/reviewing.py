"""Holds the written locales to each other: when one changes, the other is due until somebody says that they agree."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dalil.model.grammar import FIELD
from dalil.problems import Problems
from dalil.reading import read
from dalil.store import Store
from dalil.translation.units import Unit, units_of

FILE = "data/register/agreed.yml"
HEAD = """\
# Which texts somebody found to say the same in every language of the records. Written by `dalil review`: do not edit
# it, commit it. Each entry holds a print of the text in each language; a text that changes is due for review again.
"""
Agreement = dict[str, str]
"""Locale to the print of the text."""


@dataclass(frozen=True)
class Due:
    """A text whose languages nobody has compared since one of them changed."""

    unit: Unit
    changed: tuple[str, ...]
    """Locales whose text has changed since the last agreement; none of a text on which there never was one."""

    @property
    def behind(self) -> tuple[str, ...]:
        """Locales whose text may be behind another's."""
        others = tuple(code for code in self.unit.text if code not in self.changed)
        return others or tuple(self.unit.text)


def read_agreements(root: Path, problems: Problems) -> dict[str, Agreement]:
    """What was agreed, by the key of the text; a file that cannot be read goes to `problems`."""
    found = read(root, root / FILE, problems).data if (root / FILE).is_file() else {}
    return {key: value for key, value in found.items() if isinstance(value, dict)}


def due(store: Store, agreed: dict[str, Agreement]) -> list[Due]:
    """The texts that are to be compared, in the order of the files."""
    found = []
    for unit in _shared(store):
        now, then = agreement(unit, store.written), agreed.get(unit.key, {})
        if now != then:
            changed = tuple(code for code in now if code in then and now[code] != then[code])
            found.append(Due(unit, changed))
    return found


def agreement(unit: Unit, locales: Iterable[str]) -> Agreement:
    """The prints of a text as it is."""
    return {code: _print(unit.text[code]) for code in locales if code in unit.text}


def with_agreements(store: Store, agreed: dict[str, Agreement], keys: Iterable[str]) -> str:
    """The text of the file once the texts of `keys` are agreed on; what is agreed on texts that are gone goes."""
    wanted = set(keys)
    lines = []
    for unit in sorted(_shared(store), key=lambda unit: unit.key):
        entry = agreement(unit, store.written) if unit.key in wanted else agreed.get(unit.key)
        if entry:
            lines.append(f"{unit.key}: {{{', '.join(f'{code}: {seal}' for code, seal in sorted(entry.items()))}}}\n")
    return HEAD + "".join(lines)


def _shared(store: Store) -> Iterable[Unit]:
    """Texts that stand in more than one written locale."""
    return (unit for unit in units_of(store) if len(store.written) > 1 and unit.path != FIELD)


def _print(words: str) -> str:
    """A short hash: an accident in ten million changes is far rarer than a slip of the reviewer."""
    return "x" + hashlib.sha256(words.encode()).hexdigest()[:9]
