"""All that a page of a locale may say outside of claims, worked out from the store and the interface strings.

The words of claims and statements are not among it: they stand within an element that names their claim, in a link that
leads to it, or on its own page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dalil.model.site import InterfaceString
from dalil.model.values import Value
from dalil.render.shared import Shared
from dalil.render.texts import BEHIND, PARAGRAPHS
from dalil.site.verifying.known import citations, dates, files, names, sources
from dalil.site.verifying.patterns import rows_of
from dalil.site.verifying.runs import Runs
from dalil.site.verifying.telling import original_of, plain
from dalil.translation.units import Unit, units_of

FORMS = ("BibTeX", "RIS", "CSL-JSON", "CSV", "JSON", "datapackage.json", "…", BEHIND)
"""Names of formats and files, and signs, which are the same in every language."""
HEADS_ONLY = ("description.", "money.", "title.alike", "card.alt", "claim.citation", "cite.title", "date.about")
"""Interface strings of which whole lines are made elsewhere, and checked whole."""


def runs_of(shared: Shared) -> Runs:
    """Every run that pages of a locale are made of."""
    runs = Runs()
    for text in _texts(shared):
        for paragraph in text.split(PARAGRAPHS):
            runs.add(paragraph)
    for text in (*names(shared), *dates(shared), *sources(shared), *files(shared), *FORMS):
        runs.add(text)
    for unit in units_of(shared.store):
        if isinstance(unit.record, InterfaceString):
            _interface(unit.record, shared, runs)
    for whole in citations(shared):
        runs.add_whole(whole)
    for kind, record in shared.store.withdrawn():
        if kind == "events":
            runs.add_whole(plain(shared.title(kind, record.id)))
    return runs


def _is_asserted(unit: Unit) -> bool:
    """Whether a text is a part of claims or statements, and so stands with their sources only."""
    match unit.kind, unit.path:
        case (_, ("grammar",)) | ("claims", ("text" | "headline",)) | ("statements", ("reason",)) | ("roles", _):
            return True
        case (_, ("summary", _, "text")):
            return True  # It stands with what it rests on alone.
        case ("events", ("name",)):
            return unit.record.retracted is not None
        case "pages", ("figures", *_):
            return True
        case "pictures", ("bars", *_) | ("diagram", *_) | ("matrix", _, _, "cells", *_):
            return True
        case _:
            return False


def _texts(shared: Shared) -> Iterator[str]:
    """The editorial texts of every record, and the originals of those that are behind."""
    for unit in units_of(shared.store):
        if isinstance(unit.record, InterfaceString) or _is_asserted(unit):
            continue
        yield from said(unit.text, getattr(unit.record, "values", {}), shared)


def said(text: dict[str, str], values: Mapping[str, Value], shared: Shared) -> Iterator[str]:
    """A text as a page of a locale has it; and what its original says today, if it is behind."""
    html = shared.texts.html(text, values)
    # Joined as plain text: a Markup would escape what is no markup any more.
    yield str(PARAGRAPHS).join(part.striptags() for part in html.split(PARAGRAPHS))
    if original := original_of(shared.texts, text, values):
        yield original


def _interface(string: InterfaceString, shared: Shared, runs: Runs) -> None:
    if string.id.startswith(HEADS_ONLY) and string.arguments:
        return
    owner = shared.texts.owner(string.text)
    for row in rows_of(string.text[owner.locale.code], string.arguments):
        runs.add_pattern(row)
