"""Are the days of verification possible: none in the future, none before what was verified could be seen?"""

from __future__ import annotations

from dalil.model.dates import Date
from dalil.model.records import Source
from dalil.problems import Phrase, Problems, phrase
from dalil.store import Store
from dalil.store.freshness import KINDS, Verifiable


def check(store: Store, problems: Problems) -> None:
    """Notes impossible days of verification, and deadlines that had passed when they were set."""
    updated = store.site.updated
    for kind in KINDS:
        for record in store.of_kind(kind).values():
            place = store.place(kind, record.id, "verified")
            if record.verified is not None and record.verified.first > updated.last:
                problems.add("date-in-future", place, date=record.verified, updated=updated)
            verified, deadline = _verified(record), record.verify_by
            if verified and isinstance(deadline, Date) and deadline.last <= verified.first:
                by = store.place(kind, record.id, "verify_by")
                problems.add("verify-by-too-early", by, by=deadline, verified=verified)
            if record.verified is not None and (earliest := _earliest(record, store)) is not None:
                what, date = earliest
                if record.verified.last < date.first:
                    problems.add("verified-too-early", place, verified=record.verified, what=what, date=date)


def _verified(record: Verifiable) -> Date | None:
    """The day that the record itself gives. One that follows from others may move on without its editor's doing."""
    return record.verified or (record.accessed if isinstance(record, Source) else None)


def _earliest(record: Verifiable, store: Store) -> tuple[Phrase, Date] | None:
    """What must have been there when the record was verified, and since when."""
    if isinstance(record, Source):
        return phrase("it-was-read"), record.accessed
    cited = [store.sources.get(citation.source) for citation in getattr(record, "citations", [])]
    dates = [(source.published, source.id) for source in cited if source and isinstance(source.published, Date)]
    if not dates:
        return None
    newest, source_id = max(dates, key=lambda one: one[0].first)
    return phrase("source-published", id=source_id), newest
