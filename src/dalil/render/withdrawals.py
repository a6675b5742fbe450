"""What was taken back, as a page shows it: by us, a claim, statement or event; by its publisher, a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dalil.model.parts import Citation, Notice
from dalil.model.records import Source
from dalil.render.mentions import Key
from dalil.render.shared import Shared
from dalil.render.texts import Link, Texts
from dalil.render.views import CitationView, LinkView, NoticeView
from dalil.store import RETRACTABLE

CORRECTED, RETRACTED = "corrected", "retracted"
"""What a publisher can make known of a source, under the name of the field that says so."""
ANCHOR = "withdrawal"
"""The place of a page that says that its record is withdrawn."""


@dataclass(frozen=True)
class WithdrawalView:
    """That the record of a page is withdrawn."""

    id: str
    """The anchor."""
    said: str
    """That it is, and when, in a sentence."""
    why_html: Markup
    """Why."""
    replaced: LinkView | None
    """The record that says how it is."""
    citations: list[CitationView]
    """What shows that it was wrong."""


def said_of(shared: Shared, kind: str, record_id: str) -> str:
    """That a record is withdrawn, and when; raises KeyError of one that is not."""
    retraction = shared.store.retraction(kind, record_id)
    if retraction is None:
        raise KeyError(record_id)
    return shared.texts.interface(f"retracted.said.{kind}", date=shared.locale.date(retraction.date))


def withdrawal_view(
    key: Key, shared: Shared, way: Link, in_full: Callable[[Iterable[Citation]], list[CitationView]]
) -> WithdrawalView | None:
    """That a record is withdrawn, and what took its place; None of one that stands."""
    store, retraction = shared.store, shared.store.retraction(*key)
    if retraction is None:
        return None
    new = retraction.replaced_by
    folder = next((kind for kind in RETRACTABLE if new in store.of_kind(kind)), None)
    return WithdrawalView(
        id=ANCHOR,
        said=said_of(shared, *key),
        why_html=shared.texts.html(retraction.why, link=way),
        replaced=shared.link(folder, new, way) if new and folder else None,
        citations=in_full(retraction.citations),
    )


def notices_of(source: Source) -> Iterator[tuple[str, Notice]]:
    """(state, notice) of each that the publisher of a source gave, the gravest first."""
    for state, notice in ((RETRACTED, source.retracted), (CORRECTED, source.corrected)):
        if notice is not None:
            yield state, notice


def state_of(source: Source) -> str:
    """The gravest thing that the publisher of a source made known of it; empty where there is none."""
    return next((state for state, _ in notices_of(source)), "")


def notice_views(source: Source, texts: Texts, way: Link) -> list[NoticeView]:
    """What the publisher of a source made known of it."""
    return [
        NoticeView(
            state=state,
            said=texts.interface(f"notice.{state}", date=texts.locale.date(notice.date)),
            address=notice.notice,
            archive=notice.archive,
            accessed=texts.interface("reference.accessed", date=texts.locale.date(notice.accessed)),
            note_html=texts.html(notice.note, link=way),
        )
        for state, notice in notices_of(source)
    ]


def notes_of(source: Source, texts: Texts) -> str:
    """The same in a line for reference managers; empty where there is nothing."""
    said = (f"{one.said}: {one.address}" for one in notice_views(source, texts, lambda _kind, _id: None))
    return " · ".join(said)
