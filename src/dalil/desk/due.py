"""What must be looked at again: records whose verification has run out, sources whose look-up came to no good, and what
rests on values that have moved since somebody agreed to it.

What falls due first comes first; of what falls due on one day, first what readers meet first. A static site does not
know how often a page is read, so the order in which readers meet pages stands for it: home, then the navigation's
order, then pages nearer to the root, then what more pages show.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from dalil.model.kinds import ONE
from dalil.model.parts import Record
from dalil.model.pictures import Picture
from dalil.model.records import Claim, Dispute, PageRecord, Source, Statement
from dalil.model.register import Lookup
from dalil.model.texts import Path
from dalil.problems import Place
from dalil.project.whole import Checked
from dalil.render.shared import Shared
from dalil.store import Store
from dalil.store.freshness import KINDS, NOTICED, Verifiable, Verification, Verifications, period_said
from dalil.store.links import liveness
from dalil.translation.resting import Moved, said
from dalil.wording import Said, detail_of, listed, sentence

ATTENTION = ("moved", "changed", "gone")
"""Outcomes of a look-up that ask an editor for a change."""


@dataclass(frozen=True)
class Due:
    """A record that must be looked at again."""

    kind: str
    """The folder in which it stands."""
    id: str
    place: Place
    """Where the record says so, or else where it starts."""
    says: str
    """What it says, in short, in one language."""
    by: datetime.date
    """The day by which it must be looked at; of what has moved, the day of the store's last change."""
    verified: datetime.date | None
    """The day of its last verification."""
    why: tuple[str, ...]
    """Why it is due, each reason a clause."""
    pages: tuple[str, ...]
    """Ids of the pages that show it or something that rests on it, in the order in which readers meet them."""
    keys: tuple[str, ...] = ()
    """The names of its texts that rest on what has moved, which are due at once."""


def due(checked: Checked, locale: str, language: str = "en") -> list[Due]:
    """Every record that falls due some day, in the order of work.

    Texts are in `locale`, one of the site's; our own words are in `language`, one of `dalil.wording`.
    """
    store, shared = checked.store, checked.renderer.shared[locale]
    verifications, showing, moved = Verifications(store), _Showing(shared), _moved(checked)
    found = []
    for kind in dict.fromkeys([*KINDS, *(kind for kind, _ in moved)]):
        for record in store.of_kind(kind).values():
            resting = moved.get((kind, record.id), [])
            reasons = [*_resting(resting, store, language)]
            if kind in KINDS:
                reasons += _reasons(record, verifications.of(record), shared, language)
            if not reasons:
                continue
            by, _, path = min(reasons)
            place = store.place(kind, record.id, *path, key=True)
            says = str(shared.short_title(kind, record.id).striptags())
            why = tuple(words for _, words, _ in reasons)
            verified = verifications.verified(record) if kind in KINDS else None
            keys = tuple(one.sentence.key for one in resting)
            found.append(Due(kind, record.id, place, says, by, verified, why, showing.of(record), keys))
    return sorted(found, key=lambda one: (one.by, showing.rank(one.pages), list(ONE).index(one.kind), one.id))


def _moved(checked: Checked) -> dict[tuple[str, str], list[Moved]]:
    """Folder and id of a record to its sentences that rest on something else than somebody agreed to."""
    found: dict[tuple[str, str], list[Moved]] = {}
    for one in checked.moved:
        if not one.new:
            found.setdefault((one.sentence.kind, one.sentence.record.id), []).append(one)
    return found


Reason = tuple[datetime.date, str, Path]
"""A day, a clause, and the field of the record that it is about, or none."""


def _resting(resting: list[Moved], store: Store, language: str) -> Iterator[Reason]:
    """What has moved is due since the store was last changed."""
    for one in resting:
        moves = listed([Said(detail_of(said(move), language)) for move in one.moves], language)
        words = sentence("due-moved", language, key=one.sentence.key, moves=moves)
        yield store.site.updated.first, words, one.sentence.path


def _reasons(record: Verifiable, verification: Verification, shared: Shared, language: str) -> Iterator[Reason]:
    """Each reason to verify a record again."""
    lookup = shared.store.lookups.get(record.id) if isinstance(record, Source) else None
    if lookup is not None and (words := _found(lookup, shared, language)):
        yield lookup.since.first, words, ("url",)
    if verification.by is not None:
        on = verification.on
        verified = sentence("verified-on", language, on=on) if on else sentence("never-verified", language)
        if verification.rule == NOTICED:
            field = "corrected" if isinstance(record, Source) else "citations"
            yield verification.by, sentence(f"due-{field}", language, verified=verified, day=verification.by), (field,)
        elif verification.rule == "given":
            words = sentence("due-given", language, verified=verified, day=verification.period)
            yield verification.by, words, ("verify_by",)
        else:
            subject = sentence(f"subject-{_assertion(record)}{verification.rule}", language)
            period = period_said(verification.period, language)
            words = sentence("due-rule", language, verified=verified, subject=subject, period=period)
            yield verification.by, words, ()


def _assertion(record: Verifiable) -> str:
    """What the name of a rule's subject starts with: rules of claims are those of statements too."""
    return "claim-" if isinstance(record, Claim) else "statement-" if isinstance(record, Statement) else ""


def _found(lookup: Lookup, shared: Shared, language: str) -> str:
    """What a look-up found that asks for a change, or nothing. A dead page with an archive copy asks for none."""
    life = liveness(lookup.id, shared.store)
    if life.dead_since is not None:
        return "" if life.archive else sentence("due-dead", language, why=lookup.reason)
    return sentence("due-looked", language, on=lookup.looked, why=lookup.reason) if lookup.status in ATTENTION else ""


class _Showing:
    """Which pages show a record, and how soon a reader meets them."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        navigation = {file: number for number, file in enumerate(shared.settings.order)}

        def rank(page: str) -> tuple[bool, int, int, str]:
            address = shared.addresses.of("pages", page) or ""
            place = navigation.get(f"{address.rstrip('/')}.md", len(navigation))
            return address != "", place, address.count("/"), page

        self._ranks = {page: rank(page) for page in shared.pages}

    def of(self, record: Record) -> tuple[str, ...]:
        """The pages, apart from records' own, that show it or what rests on it; of a picture, where it stands first."""
        shared = self._shared
        if isinstance(record, PageRecord | Picture):
            page = record.topic if isinstance(record, Picture) else record.id
            return (page,) if page in self._ranks else ()
        if isinstance(record, Source):
            shown = [assertion.id for assertion, _ in shared.citing[record.id]]
        elif isinstance(record, Dispute):
            shown = [claim_id for version in record.versions for claim_id in version.claims]
        else:
            shown = [record.id]
        pages = {page for one in shown for page in shared.shown_on.get(one, [])}
        return tuple(sorted(pages, key=self._ranks.__getitem__))

    def rank(self, pages: tuple[str, ...]) -> tuple[object, ...]:
        """Sorts what is met sooner first: by the first of its pages, then by how many there are."""
        return (0, self._ranks[pages[0]], -len(pages)) if pages else (1,)
