"""When each record was last verified and when it must be again, by the written rule of `data/README.md`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.model.dates import Date
from dalil.model.records import Claim, Dispute, Source, Statement
from dalil.model.verification import NEVER, PERIOD, later
from dalil.store import Store
from dalil.store.status import is_taken_back, judge
from dalil.wording import Said, sentence

Verifiable = Claim | Statement | Source | Dispute
NOTICED = "noticed"
"""The rule of what must be looked at because a publisher corrected a source, or took it back."""
KINDS = ("claims", "statements", "sources", "disputes")
"""Folders of the records that are verified."""


@dataclass(frozen=True)
class Verification:
    """How fresh a record is."""

    on: datetime.date | None
    """The day on which somebody last verified it; None when nothing tells."""
    by: datetime.date | None
    """The day by which it must be verified again; None for never."""
    rule: str
    """What set that day: `given` when the record does, `noticed` when the publisher of a source did, else a name of
    `Periods`, such as `single-source`."""
    period: str
    """How long what was verified is trusted, such as `6 months`; as the record writes its own deadline when given."""


class Verifications:
    """The verifications of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._happened = {
            claim for event in store.events.values() if self._over(event.date, event.planned) for claim in event.claims
        }

    def of(self, record: Verifiable) -> Verification:
        """How fresh one record is."""
        on = self.verified(record)
        if (since := self._noticed(record)) is not None and on is not None and on < since:
            return Verification(on, since, NOTICED, NEVER)
        if record.verify_by is not None:
            by = record.verify_by.last if isinstance(record.verify_by, Date) else None
            return Verification(on, by, "given", str(record.verify_by))
        rule = self._rule(record)
        period = self._store.site.verify.of(rule)
        return Verification(on, later(on, period) if on and period != NEVER else None, rule, period)

    def verified(self, record: Verifiable) -> datetime.date | None:
        """The day that the record gives, or else the one that follows from what it rests on.

        A source was verified when it was read, or when a look-up last found it with every passage; a claim or statement
        when the newest of the sources was read that support it, or of all if none does; a disputed question when the
        stalest of its versions' claims was.
        """
        if isinstance(record, Source):
            return max(self._read(record), self._seen(record))
        if record.verified is not None:
            return record.verified.first
        if isinstance(record, Dispute):
            return min(self._of_versions(record), default=None)
        citations = [one for one in record.citations if not is_taken_back(one, self._store)]
        supporting = [citation for citation in citations if citation.stance == "supports"]
        cited = {citation.source for citation in supporting or citations} & set(self._store.sources)
        return max((self._read(self._store.sources[source_id]) for source_id in cited), default=None)

    def _noticed(self, record: Verifiable) -> datetime.date | None:
        """The last day on which a publisher corrected or took back a source, on which somebody must look again."""
        if isinstance(record, Source):
            return record.corrected.date.last if record.corrected and not record.retracted else None
        if isinstance(record, Dispute) or record.retracted:
            return None
        cited = [self._store.sources[one.source] for one in record.citations if one.source in self._store.sources]
        notices = [notice for source in cited for notice in (source.corrected, source.retracted) if notice]
        return max((notice.date.last for notice in notices), default=None)

    def _of_versions(self, dispute: Dispute) -> Iterator[datetime.date]:
        for claim_id in {claim_id for version in dispute.versions for claim_id in version.claims}:
            claim = self._store.claims.get(claim_id)
            if claim is not None and (on := self.verified(claim)) is not None:
                yield on

    def _read(self, source: Source) -> datetime.date:
        """The day on which somebody last read a source."""
        return (source.verified or source.accessed).last

    def _seen(self, source: Source) -> datetime.date:
        """The day on which a look-up last found it. That serves its address only: nobody weighed what it says."""
        lookup = self._store.lookups.get(source.id)
        return lookup.seen.first if lookup and lookup.seen else datetime.date.min

    def _rule(self, record: Verifiable) -> str:
        if isinstance(record, Source):
            return "retracted" if record.retracted else record.type
        if isinstance(record, Dispute):
            return "dispute"
        status = judge(record, self._store).status
        return "past" if status == "confirmed" and self._is_past(record) else status

    def _is_past(self, assertion: Claim | Statement) -> bool:
        """Whether it says what happened and cannot unhappen: a claim of an event that is over, or a dated statement."""
        if isinstance(assertion, Claim):
            return assertion.id in self._happened
        if assertion.when is not None:
            return self._over(assertion.when)
        event = self._store.events.get(assertion.at or "")
        return event is not None and self._over(event.date, event.planned)

    def _over(self, date: Date, planned: bool = False) -> bool:
        return not planned and date.last <= self._store.site.updated.last


def period_said(period: str, language: str) -> Said:
    """A length of time as a record writes it, such as `6 months` or `never`, in words of a language."""
    match = PERIOD.fullmatch(period)
    return sentence(f"period-{match[2]}", language, n=int(match[1])) if match else sentence("period-never", language)
