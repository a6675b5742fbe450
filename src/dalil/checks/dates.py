"""Are dates possible: nothing in the future, nothing read before it was published, no source older than its news?"""

from __future__ import annotations

from collections.abc import Iterator

from dalil.model.dates import Date
from dalil.model.parts import Notice
from dalil.model.records import Source
from dalil.problems import Place, Problems
from dalil.store import Store


def check(store: Store, problems: Problems) -> None:
    """Notes impossible dates."""
    updated = store.site.updated
    for place, date in _past_dates(store):
        if date.first > updated.last:
            problems.add("date-in-future", place, date=date, updated=updated)
    for source in store.sources.values():
        if isinstance(source.published, Date) and source.accessed.last < source.published.first:
            problems.add(
                "accessed-before-published",
                store.place("sources", source.id, "accessed"),
                accessed=source.accessed,
                published=source.published,
            )
        for name, notice in _notices(source):
            if notice.accessed.last < notice.date.first:
                place = store.place("sources", source.id, name, "accessed")
                problems.add("accessed-before-published", place, accessed=notice.accessed, published=notice.date)
    _check_events(store, problems)


def _notices(source: Source) -> Iterator[tuple[str, Notice]]:
    """(field, notice) of each that the publisher of a source gave."""
    for name, notice in (("corrected", source.corrected), ("retracted", source.retracted)):
        if notice is not None:
            yield name, notice


def _past_dates(store: Store) -> Iterator[tuple[Place, Date]]:
    for source in store.sources.values():
        if isinstance(source.published, Date):
            yield store.place("sources", source.id, "published"), source.published
        yield store.place("sources", source.id, "accessed"), source.accessed
        for name, notice in _notices(source):
            yield store.place("sources", source.id, name, "date"), notice.date
            yield store.place("sources", source.id, name, "accessed"), notice.accessed
    for event in store.events.values():
        if not event.planned:
            yield store.place("events", event.id, "date"), event.date
    for kind, assertion in store.assertions():
        for index, revision in enumerate(assertion.revisions):
            yield store.place(kind, assertion.id, "revisions", index, "date"), revision.date
    for kind, record in store.withdrawn():
        if record.retracted is not None:
            yield store.place(kind, record.id, "retracted", "date"), record.retracted.date
    for statement in store.statements.values():
        if statement.when is not None:
            yield store.place("statements", statement.id, "when"), statement.when


def _check_events(store: Store, problems: Problems) -> None:
    """An event needs a source that is not older than itself, unless it is only announced."""
    for event in store.events.values():
        cited = [
            store.sources[citation.source]
            for claim_id in event.claims
            if claim_id in store.claims
            for citation in store.claims[claim_id].citations
            if citation.stance != "disputes" and citation.source in store.sources
        ]
        dates = [source.published for source in cited if isinstance(source.published, Date)]
        if not event.planned and dates and len(dates) == len(cited) and max(d.last for d in dates) < event.date.first:
            newest = max(dates, key=lambda date: date.last)
            problems.add("event-after-sources", store.place("events", event.id, "date"), date=event.date, newest=newest)
