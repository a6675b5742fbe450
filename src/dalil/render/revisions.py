"""What was changed in what the site says, when and why."""

from __future__ import annotations

from dalil.model.records import Claim, Statement
from dalil.render.shared import Shared
from dalil.render.texts import Link
from dalil.render.views import ChangeView, RevisionView


def revision_views(assertion: Claim | Statement, shared: Shared, way: Link) -> list[RevisionView]:
    """The changes of one claim or statement, newest first."""
    texts = shared.texts
    oldest_first = sorted(assertion.revisions, key=lambda revision: revision.date.first)
    views = [
        RevisionView(
            id=f"revision-{number}",
            kind=revision.kind,
            label=texts.interface(f"revision.{revision.kind}"),
            date=revision.date,
            date_html=texts.date_html(revision.date),
            what_html=texts.html(revision.what, link=way),
            why_html=texts.html(revision.why, link=way),
        )
        for number, revision in enumerate(oldest_first, start=1)
    ]
    return views[::-1]


def change_views(shared: Shared, way: Link) -> list[ChangeView]:
    """Every change of the store, newest first; those of one day in the order of the store."""
    changes = [
        ChangeView(shared.link(kind, assertion.id, way), revision)
        for kind, assertion in shared.store.assertions()
        for revision in revision_views(assertion, shared, way)
    ]
    return sorted(changes, key=lambda change: change.revision.date.first, reverse=True)
