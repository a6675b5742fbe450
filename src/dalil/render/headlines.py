"""Does every headline fit on the lines that it has on a phone, with its values as each locale writes them?"""

from __future__ import annotations

from collections.abc import Mapping

from dalil.problems import Problems
from dalil.render.faults import failures_at
from dalil.render.shared import Shared
from dalil.translation.standing import Standing, place_of

LIMIT = 90
"""Characters: two lines of a title at 360 pixels, and what a result of a search engine shows whole."""


def check_headlines(shared: Mapping[str, Shared], standings: Mapping[str, Standing], problems: Problems) -> None:
    """Notes headlines that are too long, at the record or in the catalogue that has them."""
    for code, one in shared.items():
        for claim in one.store.claims.values():
            if claim.headline is None or code not in claim.headline:
                continue
            place = place_of(one.store, code, standings, "claims", claim.id, "headline")
            with failures_at(place, problems):
                if (count := len(one.headline(claim))) > LIMIT:
                    problems.add("headline-long", place, count=count, limit=LIMIT)
