"""How is a project opened, and how much of it must hold for who opens it?"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from dalil.checks import check_store
from dalil.checks.languages import UNUSABLE
from dalil.model.dates import Date
from dalil.model.site import Site
from dalil.problems import Problems, ProblemsFound
from dalil.reading.load import load
from dalil.store import Store


class Need(Enum):
    """What must hold before a project is worked with."""

    SITE = "its languages are known"
    """`data/site.yml` can be read; any other record may have faults, or be missing for them."""
    RECORDS = "every record is there"
    """Every file of the store could be read as records: who follows ids or counts entries misses none."""
    LANGUAGES = "its texts can be shown"
    """The checks were asked, and each text has a language that shows it, whatever else they found."""
    SOUND = "no check finds a fault"


def open_store(
    root: Path, need: Need = Need.SITE, problems: Problems | None = None, as_of: Date | None = None
) -> Store:
    """The store of a project; raises ProblemsFound, with all that was found, when less holds than is needed.

    `problems` takes what was found, for who goes on in spite of it; with what it held before, it counts as found.
    `as_of` takes the place of the day on which the store says that it was last changed.
    """
    problems = Problems() if problems is None else problems
    loaded = load(root, problems)
    if loaded.site is None or (need is Need.RECORDS and len(problems)):
        raise ProblemsFound(problems)
    if as_of is not None:
        loaded.site = loaded.site.model_copy(update={"updated": as_of})
    store = Store.of(loaded)
    if need in (Need.LANGUAGES, Need.SOUND):
        check_store(store, problems)
    unusable = any(problem.code in UNUSABLE for problem in problems.sorted())
    if (need is Need.SOUND and len(problems)) or (need is Need.LANGUAGES and unusable):
        raise ProblemsFound(problems)
    return store


def site_of(root: Path) -> Site | None:
    """The settings of a project's site, or None when they cannot be read; nobody is told why."""
    try:
        return open_store(root).site
    except ProblemsFound:
        return None
