"""What is new on the site: what was changed in what it says, when and why, and what happened last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from dalil.model.dates import Date
from dalil.model.parts import Revision
from dalil.model.records import Claim, Statement
from dalil.render.order import ordered
from dalil.render.shared import Shared
from dalil.render.texts import Link
from dalil.render.views import LinkView
from dalil.render.withdrawals import ANCHOR, said_of

RETRACTION = "retraction"
"""The kind of change by which a record is withdrawn."""


@dataclass(frozen=True)
class RevisionView:
    """A change of what a claim says."""

    id: str
    """Its place on the record's page, such as `revision-2026-03-01`: named by its day, so that it lasts."""
    kind: str
    """correction, update, clarification or retraction."""
    label: str
    """The same in words."""
    date: Date
    """When."""
    date_html: Markup
    """When."""
    what_html: Markup
    """What was changed."""
    why_html: Markup
    """Why."""


@dataclass(frozen=True)
class ChangeView:
    """A change, with the claim in which it was made."""

    claim: LinkView
    """The claim."""
    revision: RevisionView
    """What was changed, when and why."""


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


def change_views(shared: Shared, way: Link, *kinds: str) -> list[ChangeView]:
    """The changes of the store, newest first; of those of one day withdrawals lead, then it goes by the store.

    `kinds`: only changes of these kinds, all unless given; a withdrawal is a correction too.
    """
    withdrawn = [
        ChangeView(shared.link(kind, record.id, way), withdrawal)
        for kind, record in shared.store.withdrawn()
        if (withdrawal := _withdrawal(kind, record.id, shared, way)) is not None
    ]
    changes = [
        ChangeView(shared.link(kind, assertion.id, way), revision)
        for kind, assertion in shared.store.assertions()
        for revision in revision_views(assertion, shared, way)
    ]
    wanted = {*kinds, RETRACTION} if "correction" in kinds else {*kinds}
    found = [one for one in (*withdrawn, *changes) if not wanted or one.revision.kind in wanted]
    return sorted(found, key=lambda change: change.revision.date.first, reverse=True)


def _withdrawal(kind: str, record_id: str, shared: Shared, way: Link) -> RevisionView | None:
    """A withdrawal as a change; what its record says of it is all there is to say."""
    retraction = shared.store.retraction(kind, record_id)
    if retraction is None:
        return None
    return RevisionView(
        id=ANCHOR,
        kind=RETRACTION,
        label=shared.texts.interface(f"revision.{RETRACTION}"),
        date=retraction.date,
        date_html=shared.texts.date_html(retraction.date),
        what_html=escape(said_of(shared, kind, record_id)),
        why_html=shared.texts.html(retraction.why, link=way),
    )


def latest_events(shared: Shared) -> list[str]:
    """The events that have happened, newest first; none that only repeats what a later one says."""
    events = shared.store.events
    happened = [("events", event.id) for event in events.values() if not (event.planned or event.retracted)]
    telling = {events[one].claims[0]: ("events", one) for _, one in ordered(happened, shared)}
    return [one for _, one in reversed(ordered(telling.values(), shared))]
