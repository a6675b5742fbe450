"""Holds the written locales to each other: when one changes, the other is due until somebody says that they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dalil.store import Store
from dalil.translation.agreed import Agreement, prints, shared
from dalil.translation.units import Unit


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


def due(store: Store, agreed: Mapping[str, Agreement]) -> list[Due]:
    """The texts that are to be compared, in the order of the files."""
    found = []
    for unit in shared(store):
        now, then = prints(unit, store.written), agreed.get(unit.key, Agreement()).prints
        if now != then:
            changed = tuple(code for code in now if code in then and now[code] != then[code])
            found.append(Due(unit, changed))
    return found
