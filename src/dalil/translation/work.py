"""In which order texts are worth translating: what readers meet first comes first."""

from __future__ import annotations

import re
from pathlib import Path

from dalil.problems import Problems
from dalil.reading.documents import read_text
from dalil.store import Store
from dalil.store.settings import Settings
from dalil.translation.standing import Standing
from dalil.translation.units import Unit, units_of

FRAME = ("theme", "nav", "search", "home", "status")
"""The parts of the interface that stand on every page or on the first."""


def work_list(root: Path, store: Store, settings: Settings, standing: Standing) -> list[Unit]:
    """The texts of a locale that are not done: home, leads, headings, then page after page in the order of reading."""
    met = _met(root, store, settings)
    units = [unit for unit in units_of(store) if standing.states.get(unit.key, "done") != "done"]
    return sorted(units, key=lambda unit: _rank(unit, store, met))


def _rank(unit: Unit, store: Store, met: dict[str, int]) -> tuple[int, int]:
    """How early a reader meets a text: a step, then a place within it."""
    record = unit.record
    place = met.get(record.id, len(met))
    match unit.kind:
        case "site":
            return 0, 0
        case "interface":
            return (0, 1) if record.id.split(".")[0] in FRAME else (4, 0)
        case "pages":
            if record.id == "home":
                return 1, 0
            return (3, place) if unit.path[0] in ("title", "sections") else (5, place)
        case "claims":
            figures = {figure.claim for page in store.pages.values() for figure in page.figures.values()}
            leads = {entity.lead for entity in store.entities.values()} | figures
            return (2, place) if record.id in leads else (5, place)
        case "entities" | "events" | "disputes" | "terms" | "pictures" | "roles":
            return (5 if record.id in met else 6), place
        case _:
            return 7, place


def _met(root: Path, store: Store, settings: Settings) -> dict[str, int]:
    """Id to when it first appears, reading the pages in their order."""
    found: dict[str, int] = {}
    for file in settings.order:
        text = read_text(root / "docs" / file, f"docs/{file}", Problems()) or ""
        for record_id in re.findall(r'"([a-z0-9][a-z0-9-]+)"', text):
            found.setdefault(record_id, len(found))
    return found
