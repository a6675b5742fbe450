"""The register of look-ups: what the last look at each source's address found. A program writes it, people read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dalil.model.parts import Address, Record, Words
from dalil.model.values import Strict, listed
from dalil.model.verification import Verified
from dalil.problems import Phrase, phrase

LinkStatus = Literal["found", "moved", "changed", "unreadable", "blocked", "unreachable", "private-address", "gone"]
"""found: the page is there, with every passage that is cited by its words. moved: it is found, but at another address.
changed: it is there, but a passage is not. unreadable: it is there, but its text cannot be searched. blocked: programs
are turned away, so nothing is known. unreachable: no answer, or one of a server in trouble. private-address: it is, or
leads to, an address of a private network, which was not asked. gone: it is not there."""


LinkReason = Literal[
    "found-all", "found-none", "corrected", "moved-all", "moved-none", "passage", "passage-near", "passages",
    "answer", "robots", "wall", "wall-answer", "wall-title", "says-gone", "first-page", "door", "private",
    "empty", "no-text", "type", "html", "pdf-library", "pdf-slow", "pdf-broken", "pdf-scan", "too-long", "scripts",
    "reading-slow", "reading-ends",
    "no-address", "port", "password", "no-name", "refused", "unconnected", "connecting-slow", "silent", "endless",
    "certificate", "certificate-expired", "certificate-name", "certificate-unsigned", "insecure", "damaged", "packed",
    "broken-off", "senseless", "circle", "hops", "leads-nowhere", "leads-off",
    "host-slow", "left-alone", "fewer", "fault", "archive-answer", "archive-senseless",
]  # fmt: skip
"""What was found, or why nothing was."""
PREFIX = "look-"
"""What the phrases that say a reason begin with."""
ASKED = "asked"
"""The detail of a reason that names what else was asked for than the page, such as robots.txt."""


def reason_of(code: str, details: Mapping[str, str]) -> Phrase:
    """A reason of the register, to be said in any language."""
    said = phrase(f"{PREFIX}{code}", **details)
    return phrase(f"{PREFIX}asked", reason=said, asked=details[ASKED]) if ASKED in details else said


class SoughtPassage(Strict):
    """A passage that was looked for."""

    words: Words
    """The locator's words."""
    found: bool
    """Whether they stand in the text."""
    nearest: Words | None = None
    """What in the text is most like them, where they do not and anything is."""
    alike: Annotated[int, Field(ge=0, le=100)] | None = None
    """How like, in hundredths."""


class Lookup(Record):
    """The last look at a source's address."""

    url: Words
    """The address that was looked up; one that the source no longer has says nothing of it, whatever it is."""
    status: LinkStatus
    """What came of it."""
    looked: Verified
    """The day of the look-up."""
    since: Verified
    """The day on which a look-up first came to this status, with no other in between."""
    seen: Verified | None = None
    """The last day on which the page was there with every passage."""
    answer: Annotated[int, Field(ge=100, le=999)] | None = None
    """The number with which the server answered in the end (HTTP status)."""
    why: LinkReason
    """What was found, or why nothing was."""
    details: dict[str, Words] = {}
    """What the words for it place, by name."""
    moved_to: Address | None = None
    """Where the address leads for good."""
    archive: Address | None = None
    """A copy that an archive has."""
    etag: Words | None = None
    """The server's name for this state of the page: it is asked for another only."""
    last_modified: Words | None = None
    """The server's date of this state of the page, for the same purpose."""
    passages: Annotated[list[SoughtPassage], BeforeValidator(listed)] = []
    """The passages that were looked for."""

    @property
    def reason(self) -> Phrase:
        """What was found, to be said in any language."""
        return reason_of(self.why, self.details)
