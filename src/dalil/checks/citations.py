"""Does every claim and statement carry citations that lead to a passage?"""

from __future__ import annotations

from dalil.model.kinds import ONE
from dalil.model.records import Claim
from dalil.problems import Problems, phrase
from dalil.store import Store


def check(store: Store, problems: Problems) -> None:
    """Notes missing citations and locators, repeated citations, and overrides without a reason."""
    for kind, assertion in store.assertions():
        what = phrase(ONE[kind])
        if not assertion.citations:
            place = store.place(kind, assertion.id, key=True)
            problems.add("claim-without-citation", place, what=what, id=assertion.id)
        seen: set[str] = set()
        for index, citation in enumerate(assertion.citations):
            if citation.locator is None:
                problems.add("locator-missing", store.place(kind, assertion.id, "citations", index))
            if (same := citation.model_dump_json()) in seen:
                place = store.place(kind, assertion.id, "citations", index)
                problems.add("citation-twice", place, source=citation.source)
            seen.add(same)
        if isinstance(assertion, Claim) and assertion.status and not assertion.status_reason:
            problems.add("status-without-reason", store.place(kind, assertion.id, "status"))
