"""What is new on the site: what was changed in what it says, when and why, and what happened last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dalil.model.dates import Date
from dalil.model.records import Claim, Revision, Statement
from dalil.render.order import ordered
from dalil.render.shared import Shared
from dalil.render.texts import Link
from dalil.render.views import ChangeView, RevisionView


def revision_views(assertion: Claim | Statement, shared: Shared, way: Link) -> list[RevisionView]:
    """The changes of one claim or statement, newest first."""
    texts = shared.texts
    views = [
        RevisionView(
            id=place,
            kind=revision.kind,
            label=texts.interface(f"revision.{revision.kind}"),
            date=revision.date,
            date_html=texts.date_html(revision.date),
            what_html=texts.html(revision.what, link=way),
            why_html=texts.html(revision.why, link=way),
        )
        for place, revision in _placed(assertion.revisions)
    ]
    return sorted(views, key=lambda view: view.date.first)[::-1]


def _placed(revisions: list[Revision]) -> Iterator[tuple[str, Revision]]:
    """Each change with its place on the claim's page, named by its day; those of one day are counted as they stand.

    A place lasts whatever is added, so long as further changes of one day are written below the first.
    """
    counted: Counter[str] = Counter()
    for revision in revisions:
        day = _name_of(revision.date)
        counted[day] += 1
        yield f"revision-{day}" + (f"-{counted[day]}" if counted[day] > 1 else ""), revision


def _name_of(date: Date) -> str:
    """A date as a part of an id: `2026-03-01`, or `2026-03-01--2026-03-05`; whether it is sure makes no difference."""
    return str(date).replace("~", "").replace("/", "--")


def change_views(shared: Shared, way: Link) -> list[ChangeView]:
    """Every change of the store, newest first; those of one day in the order of the store."""
    changes = [
        ChangeView(shared.link(kind, assertion.id, way), revision)
        for kind, assertion in shared.store.assertions()
        for revision in revision_views(assertion, shared, way)
    ]
    return sorted(changes, key=lambda change: change.revision.date.first, reverse=True)


def latest_events(shared: Shared) -> list[str]:
    """The events that have happened, newest first; none that only repeats what a later one says."""
    events = shared.store.events
    happened = [("events", event.id) for event in events.values() if not event.planned]
    telling = {events[one].claims[0]: ("events", one) for _, one in ordered(happened, shared)}
    return [one for _, one in reversed(ordered(telling.values(), shared))]
