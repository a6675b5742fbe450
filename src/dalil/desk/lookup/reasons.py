"""Why a look-up came to what it came to: a code with its details, which each language says in its own words."""

from __future__ import annotations

from dalil.desk.lookup.remote import tame
from dalil.model.register import PREFIX, LinkReason
from dalil.problems import Phrase, phrase
from dalil.wording import detail_of


def why(code: LinkReason, **details: object) -> Phrase:
    """A reason; whatever a server had to do with a detail, no word of its own goes further as it is."""
    return phrase(f"{PREFIX}{code}", **{name: tame(str(value)) for name, value in details.items()})


class Reasoned(Exception):
    """Something that did not come about, with its reason."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return detail_of(self.reason)
