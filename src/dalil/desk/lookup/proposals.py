"""What an editor may change after a look-up: an address, an archive copy, the words of a locator.

Nothing is changed that is not asked for, one by one.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalil.desk.lookup.edits import add_after, replace_value
from dalil.desk.lookup.reach import may_be_cited
from dalil.editing.changes import Changes
from dalil.model.dates import Date
from dalil.model.records import Claim
from dalil.model.register import Lookup, SoughtPassage
from dalil.problems import Phrase, phrase
from dalil.reading.documents import KeyPath
from dalil.store import Store
from dalil.text.web_page import page_of


@dataclass(frozen=True)
class Proposal:
    """One change of one file."""

    source: str
    """Id of the source that was looked up."""
    why: Phrase
    """What speaks for it, in words."""
    file: str
    """The file, relative to the project."""
    path: KeyPath
    """The field that is changed, or after which one is added."""
    old: str
    """What it holds."""
    new: str
    """What it would hold, or what the new field would."""
    added: str = ""
    """The name of the field that is added, if one is."""

    def apply_to(self, text: str) -> str:
        """The file's text with the change; raises CannotEdit."""
        if self.added:
            return add_after(text, self.path, self.added, self.new)
        return replace_value(text, self.path, self.old, self.new)

    def diff(self, root: Path) -> str:
        """The change as a unified diff; raises CannotEdit."""
        text = Changes(root).text(self.file)
        before, after = text.splitlines(keepends=True), self.apply_to(text).splitlines(keepends=True)
        pieces = difflib.unified_diff(before, after, f"a/{self.file}", f"b/{self.file}", n=2)
        return "".join(
            piece if piece.endswith("\n") else f"{piece}\n\\ No newline at end of file\n" for piece in pieces
        )

    def apply(self, root: Path) -> None:
        """Makes the change; raises CannotEdit, and then changes nothing."""
        changes = Changes(root)
        changes.put(self.file, self.apply_to(changes.text(self.file)))
        changes.write()


def proposals(store: Store, lookups: dict[str, Lookup], *, allow_private: bool = False) -> Iterator[Proposal]:
    """Every change that the entries of the register suggest, in the order of the store.

    The register is a file like any other, which anybody may have written: no address of it is proposed that a source
    should not have. `allow_private`: that includes addresses of private networks.
    """
    for source in store.sources.values():
        lookup = lookups.get(source.id)
        if lookup is None or lookup.url != source.url:
            continue
        yield from _address(lookup, store, allow_private)
        if lookup.archive and not source.archive and may_be_cited(lookup.archive, "", allow_private=allow_private):
            why = phrase("copy-known")
            yield _on_source(source.id, why, source.url, lookup.archive, store, added="archive")
        yield from _passages(lookup, store)


def _address(lookup: Lookup, store: Store, allow_private: bool) -> Iterator[Proposal]:
    moved = lookup.moved_to if lookup.status in ("moved", "found") else None
    if moved and may_be_cited(moved, lookup.url, allow_private=allow_private):
        far = page_of(lookup.url) != page_of(moved)
        why = phrase("moved-far" if far else "moved-near")
        yield _on_source(lookup.id, why, lookup.url, moved, store)


def _on_source(source_id: str, why: Phrase, old: str, new: str, store: Store, added: str = "") -> Proposal:
    file = store.place("sources", source_id, "url").path
    return Proposal(source_id, why, file, (source_id, "url"), old, new, added)


def _passages(lookup: Lookup, store: Store) -> Iterator[Proposal]:
    """The nearest passage in the place of one that is not there, in each citation that has it."""
    nearest = {one.words: one for one in lookup.passages if not one.found and one.nearest}
    for kind, assertion in store.assertions():
        for number, citation in enumerate(assertion.citations):
            words = citation.locator.words if citation.locator and citation.source == lookup.id else None
            if words in nearest and words:
                one = nearest[words]
                what = phrase("claim" if isinstance(assertion, Claim) else "statement")
                why = phrase("passage-near", alike=one.alike, what=what)
                path = (assertion.id, "citations", number, "locator", "words")
                file = store.place(kind, assertion.id, *path[1:]).path
                yield Proposal(lookup.id, why, file, path, words, _short(one.nearest or ""))


def _short(words: str) -> str:
    return " ".join(words.split()[:6])


def accepted(lookup: Lookup, proposal: Proposal, today: Date) -> Lookup:
    """The entry of a source once a change that it suggested was made."""
    if proposal.added:
        return lookup
    changes: dict[str, Any]
    if proposal.path[-1] == "url":
        changes = {"url": proposal.new, "moved_to": None, "etag": None, "last_modified": None}
        good = lookup.status == "moved"
    else:
        passages = [
            SoughtPassage(words=proposal.new, found=True) if one.words == proposal.old else one
            for one in lookup.passages
        ]
        changes = {"passages": passages}
        good = lookup.status == "changed" and all(one.found for one in passages)
    if good:
        changes |= {"status": "found", "since": today, "seen": lookup.looked, "why": "corrected", "details": {}}
    return lookup.model_copy(update=changes)
