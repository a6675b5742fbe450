"""Counts what a project holds: records, citations, and how far claims are borne out."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dalil.model.texts import texts_of
from dalil.project.whole import Checked


def count(checked: Checked) -> dict[str, Any]:
    """Figures of a project, by name."""
    store = checked.store
    judged = Counter(checked.renderer.shared[store.site.default].judgement(a).status for _, a in store.assertions())
    claims = [claim for claim in store.claims.values() if claim.retracted is None]
    cited = {source for source, by in store.citing().items() if by}
    several = sum(len({citation.source for citation in claim.citations}) >= 2 for claim in claims)
    return {
        "claims": len(claims),
        "statements": sum(statement.retracted is None for statement in store.statements.values()),
        "withdrawn": sum(1 for _ in store.withdrawn()),
        "disputes": len(store.disputes),
        "events": sum(event.retracted is None for event in store.events.values()),
        "sources": len(store.sources),
        "sources_cited": len(cited),
        "entities": len(store.entities),
        "terms": len(store.terms),
        "locales": store.locales,
        "texts": _texts(checked),
        "pages": checked.renderer.count(),
        "citations": sum(len(assertion.citations) for _, assertion in store.standing()),
        "claims_with_two_citations": several,
        "claims_with_two_citations_percent": round(100 * several / len(claims)) if claims else 0,
        "claims_without_citation": sum(not assertion.citations for _, assertion in store.assertions()),
        "status": dict(sorted(judged.items())),
        "topics": dict(sorted(Counter(claim.topic for claim in claims).items())),
    }


def _texts(checked: Checked) -> dict[str, int]:
    """How many texts there are in each locale."""
    found: Counter[str] = Counter()
    for kind in checked.store.loaded.records:
        for record in checked.store.of_kind(kind).values():
            for _, text in texts_of(record):
                found.update(text.keys())
    return dict(sorted(found.items()))
