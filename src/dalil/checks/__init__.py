"""What must hold of a store, beyond what each record's model says: one question a file, all asked in every run."""

from __future__ import annotations

from collections.abc import Callable

from dalil.checks import (
    aliases,
    citations,
    dates,
    disputes,
    duplicates,
    entities,
    figures,
    grammar,
    languages,
    lengths,
    lines,
    messages,
    pictures,
    references,
    scripts,
    signs,
    sources,
    statements,
    style,
    synonyms,
    typography,
    values,
    verification,
    withdrawals,
    writing,
)
from dalil.problems import Problems
from dalil.store import Store

Check = Callable[[Store, Problems], None]

CHECKS: tuple[Check, ...] = (
    references.check,
    aliases.check,
    languages.check,
    lengths.check,
    messages.check,
    lines.check,
    writing.check,
    typography.check,
    figures.check,
    signs.check,
    style.check,
    grammar.check,
    scripts.check,
    values.check,
    statements.check,
    citations.check,
    sources.check,
    entities.check,
    dates.check,
    verification.check,
    disputes.check,
    duplicates.check,
    pictures.check,
    withdrawals.check,
    synonyms.check,
)
"""Every check, in the order in which a newcomer would ask the questions. None depends on another."""


def check_store(store: Store, problems: Problems) -> None:
    """Runs every check; nothing is raised."""
    for check in CHECKS:
        check(store, problems)
