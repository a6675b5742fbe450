"""What a page says first: the points of its record's summary, each as firm as the weakest claim that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dalil.model.parts import Point, Status
from dalil.model.records import Entity, Event, PageRecord
from dalil.model.values import Value
from dalil.problems import Problems
from dalil.render.faults import failures_at
from dalil.render.shared import Shared
from dalil.render.texts import Link
from dalil.translation.standing import Standing, place_of

Summarised = Entity | Event | PageRecord
WEAKEST_FIRST: tuple[Status, ...] = (
    "retracted", "superseded", "unconfirmed", "disputed", "attributed", "single-source", "confirmed",
)  # fmt: skip
"""Every status, from the one on which least can be built."""
LONGEST = {"pages": 80, "entities": 40, "events": 40}
"""Kind of record to the words of all its sentences, and of all its facts: half a minute on a topic, else a glance."""


@dataclass(frozen=True)
class RestingView:
    """A claim that something rests on."""

    id: str
    """Its id."""
    url: str | None
    """Its page."""
    html: Markup
    """Its headline."""
    status: Status
    """How firm it is: a word of the status rule."""
    status_label: str
    """The same in the page's language."""


@dataclass(frozen=True)
class PointView:
    """One thing that a summary says."""

    label_html: Markup | None
    """What it is told of, where it stands in the fact box."""
    html: Markup
    """What it says."""
    status: str
    """The status of the weakest claim that it rests on; `unknown` where it says what is not known."""
    status_label: str
    """The same in the page's language."""
    claims: list[RestingView]
    """What it rests on."""


def points_of(kind: str, record_id: str, shared: Shared, link: Link) -> list[PointView]:
    """The summary of a page, entity or event; none where it has none."""
    record: Summarised | None = shared.store.of_kind(kind).get(record_id) if kind in LONGEST else None
    return [_view(point, record, shared, link) for point in record.summary] if record else []


def _view(point: Point, record: Summarised, shared: Shared, link: Link) -> PointView:
    found = [_resting(claim_id, shared, link) for claim_id in point.claims]
    status = "unknown" if point.unknown else _status(point, found, shared)
    label = shared.texts.interface("summary.unknown" if point.unknown else f"status.{status}")
    values = _values(record)
    heading = shared.texts.told(point.label, values, link) if point.label else None
    return PointView(heading, shared.texts.told(point.text, values, link), status, label, found)


def _status(point: Point, found: list[RestingView], shared: Shared) -> str:
    """That of the weakest claim; and disputed, where the claims answer one question in several ways."""
    statuses: list[Status] = [one.status for one in found]
    for dispute in shared.store.disputes.values():
        if sum(bool({*version.claims} & {*point.claims}) for version in dispute.versions) > 1:
            statuses.append("disputed")
    return min(statuses, key=WEAKEST_FIRST.index)


def _resting(claim_id: str, shared: Shared, link: Link) -> RestingView:
    assertion = shared.store.assertion(claim_id)
    kind = "claims" if claim_id in shared.store.claims else "statements"
    status = shared.judgement(assertion).status
    label = shared.texts.interface(f"status.{status}")
    return RestingView(claim_id, link(kind, claim_id), shared.title(kind, claim_id), status, label)


def _values(record: Summarised) -> dict[str, Value]:
    return record.values if isinstance(record, PageRecord) else {}


def check_summaries(shared: Mapping[str, Shared], standings: Mapping[str, Standing], problems: Problems) -> None:
    """Notes summaries and boxes of facts that are too long, at the record or in the catalogue that has them."""
    for code, one in shared.items():
        for kind, limit in LONGEST.items():
            for record_id, record in one.store.of_kind(kind).items():
                written = [(number, point) for number, point in enumerate(record.summary) if code in point.text]
                for _, part in groupby(sorted(written, key=_is_fact), key=_is_fact):
                    points = list(part)
                    place = place_of(one.store, code, standings, kind, record_id, "summary", points[0][0], "text")
                    with failures_at(place, problems):
                        count = sum(len(one.texts.plain(point.text, _values(record)).split()) for _, point in points)
                        if count > limit:
                            problems.add("summary-long", place, count=count, limit=limit)


def _is_fact(numbered: tuple[int, Point]) -> bool:
    return numbered[1].label is not None
