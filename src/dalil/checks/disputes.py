"""Does every dispute have two versions or more?"""

from __future__ import annotations

from dalil.problems import Problems
from dalil.store import Store


def check(store: Store, problems: Problems) -> None:
    """Notes disputes that are none."""
    for dispute in store.disputes.values():
        if len(dispute.versions) < 2:
            place = store.place("disputes", dispute.id, "versions", key=True)
            problems.add("dispute-one-version", place)
