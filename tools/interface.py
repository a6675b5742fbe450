"""Keeps the words of the interface that dalil brings along in step with `data/interface`:

    python tools/interface.py            # carries new, changed and deleted texts into src/dalil/translation/interface
    python tools/interface.py --check    # changes nothing; says what is not in step or not translated, and exits with 1

A text that has changed is then marked as fuzzy, and a new one is empty: translate them, and take the mark away.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dalil.desk.start.making import ROWS
from dalil.editing.desk import header_of
from dalil.editing.hints import hints_of
from dalil.model.locales import Locale
from dalil.problems import Problems
from dalil.reading.load import load
from dalil.store import Store
from dalil.translation.catalogue import Catalogue, parse_catalogue, written
from dalil.translation.merging import merged
from dalil.translation.shipped import FOLDER, OWN, SOURCE, STARTER, shipped_codes
from dalil.translation.units import Unit, units_of

ROOT = Path(__file__).resolve().parent.parent


def units(store: Store) -> Iterator[Unit]:
    """The texts of the interface that are the same on every site, and those that new projects start with instead."""
    for unit in units_of(store):
        if unit.kind == "interface" and unit.key not in OWN:
            yield unit
            if unit.record.id == "matrix.entity":
                yield replace(unit, kind=STARTER.rstrip("/"), text=ROWS)


def read(code: str) -> Catalogue:
    """A catalogue as it stands; of a language that is new, an empty one."""
    path, problems = FOLDER / f"{code}.po", Problems()
    catalogue = parse_catalogue(path.read_text(encoding="utf-8"), code, problems) if path.is_file() else Catalogue(code)
    if catalogue is None or len(problems):
        raise SystemExit(f"{path}: {problems.sorted()}")
    return catalogue


def renewed(old: Catalogue, store: Store) -> Catalogue:
    """A catalogue that is in step."""
    new = merged(old, list(units(store)), SOURCE, lambda unit: hints_of(unit, store, SOURCE, old.locale))
    new.header = header_of(old.locale)
    new.remarks = f"{Locale(SOURCE).language(old.locale)} words of the interface, which dalil brings along."
    # What was said once and is no more, no site needs.
    new.obsolete = []
    return new


def main(arguments: list[str]) -> int:
    """Renews the catalogues, or those of the languages that are named, which may be new."""
    check = "--check" in arguments
    store = Store.of(load(ROOT, Problems()))
    behind = 0
    for code in [one for one in arguments if one != "--check"] or shipped_codes():
        old = read(code)
        new = renewed(old, store)
        open_texts = [key for key, one in new.messages.items() if one.fuzzy or not one.translation]
        in_step = old.text == written(new)
        behind += bool(open_texts) or not in_step
        if not check:
            (FOLDER / f"{code}.po").write_text(written(new), encoding="utf-8")
        print(f"{code}: {'in step' if in_step else 'not in step' if check else 'renewed'}; to translate: {open_texts}")
    return 1 if behind and check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
