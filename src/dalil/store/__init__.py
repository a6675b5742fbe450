"""The store: every record, complete and frozen, with the look-ups that all later steps share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from dalil.model.kinds import RECORD_KINDS
from dalil.model.parts import Citation, Retraction
from dalil.model.pictures import Outline, Picture
from dalil.model.records import Claim, Dispute, Entity, Event, PageRecord, Role, Source, Statement, Synonyms, Term
from dalil.model.register import Lookup
from dalil.model.site import InterfaceString, Site
from dalil.model.style import StyleRule
from dalil.problems import Place
from dalil.reading.load import Loaded
from dalil.text.near import Known

LINK_KINDS = {
    "entity": "entities",
    "event": "events",
    "claim": "claims",
    "term": "terms",
    "page": "pages",
    "dispute": "disputes",
    "source": "sources",
}
"""The word of an inline link to the folder of the store that it points into."""


Retractable = Claim | Statement | Event
RETRACTABLE = ("claims", "statements", "events")
"""Folders of the records that can be withdrawn."""


@dataclass(frozen=True)
class Store:
    """All records by id. Nothing in it changes after loading."""

    site: Site
    sources: Mapping[str, Source]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    statements: Mapping[str, Statement]
    roles: Mapping[str, Role]
    disputes: Mapping[str, Dispute]
    terms: Mapping[str, Term]
    pages: Mapping[str, PageRecord]
    pictures: Mapping[str, Picture]
    outlines: Mapping[str, Outline]
    synonyms: Mapping[str, Synonyms]
    interface: Mapping[str, InterfaceString]
    style: Mapping[str, StyleRule]
    aliases: Mapping[str, str]
    """Former id to the id that took its place, perhaps itself a former one."""
    lookups: Mapping[str, Lookup]
    """Source id to what the last look at its present address found."""
    loaded: Loaded
    only: frozenset[str] | None = None
    """The files whose records are to be checked; all of them unless given."""
    _names: dict[str, Known] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The ids of each folder, once somebody asked for one that is not there."""

    @classmethod
    def of(cls, loaded: Loaded) -> Store:
        """Freezes what was loaded; `loaded.site` must be there."""
        assert loaded.site is not None
        frozen: dict[str, Any] = {kind: MappingProxyType(records) for kind, records in loaded.records.items()}
        aliases, lookups = MappingProxyType(loaded.aliases), MappingProxyType(_lookups(loaded))
        return cls(site=loaded.site, aliases=aliases, lookups=lookups, loaded=loaded, **frozen)

    @property
    def locales(self) -> list[str]:
        """Codes of the site's locales, the default first."""
        return sorted(self.site.locales, key=lambda code: (code != self.site.default, code))

    @property
    def written(self) -> list[str]:
        """Codes of the locales in which the records themselves are written, the default first."""
        return self.site.written

    @cached_property
    def by_role(self) -> Mapping[str, list[Statement]]:
        """The statements of each role."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements.values():
            found.setdefault(statement.role, []).append(statement)
        return found

    def current(self, record_id: str) -> str | None:
        """The id that a former id leads to in the end, or None when its aliases run in a circle."""
        return _current(record_id, self.aliases)

    @cached_property
    def first_ids(self) -> Mapping[str, str]:
        """Id of each record that was renamed to the one that it had first."""
        found: dict[str, str] = {}
        for former in self.loaded.earliest:
            if (current := self.current(former)) is not None:
                found.setdefault(current, former)
        return found

    def of_kind(self, kind: str) -> Mapping[str, Any]:
        """The records of a folder; `site` is one of a single record. Raises KeyError for a folder of none."""
        if kind == "site":
            return {"site": self.site}
        if kind not in RECORD_KINDS:
            raise KeyError(kind)
        records: Mapping[str, Any] = getattr(self, kind)
        return records

    def records(self) -> Iterator[tuple[str, str, Any]]:
        """(folder, id, record) of each record that is to be checked, the site among them."""
        for kind in ("site", *self.loaded.records):
            for record_id, record in self.of_kind(kind).items():
                if self.only is None or self.loaded.documents[kind, record_id].path in self.only:
                    yield kind, record_id, record

    def has(self, kind: str, record_id: str) -> bool:
        """Whether a record stands in the files, even one that could not be read."""
        return record_id in self.of_kind(kind) or record_id in self.loaded.broken[kind]

    def nearest(self, kind: str, record_id: str) -> str:
        """The id that took the place of `record_id`, or the one of this kind most like it, or an empty string."""
        current = self.current(record_id)
        return current if current in self.of_kind(kind) and current else self._known(kind).nearest(record_id)

    def _known(self, kind: str) -> Known:
        if kind not in self._names:
            self._names[kind] = Known(self.of_kind(kind))
        return self._names[kind]

    def place(
        self,
        kind: str,
        record_id: str,
        *path: str | int,
        key: bool = False,
        words: str = "",
        offset: int | None = None,
    ) -> Place:
        """The place of a field of a record in its file."""
        return self.loaded.place(kind, record_id, *path, key=key, words=words, offset=offset)

    def assertions(self) -> Iterator[tuple[str, Claim | Statement]]:
        """Everything that must be cited: claims and statements, each with its folder."""
        for claim in self.claims.values():
            yield "claims", claim
        for statement in self.statements.values():
            yield "statements", statement

    def assertion(self, record_id: str) -> Claim | Statement:
        """The claim or statement of this id; raises KeyError."""
        return self.claims.get(record_id) or self.statements[record_id]

    def standing(self) -> Iterator[tuple[str, Claim | Statement]]:
        """The claims and statements that are not withdrawn, each with its folder."""
        return ((kind, assertion) for kind, assertion in self.assertions() if assertion.retracted is None)

    def withdrawn(self) -> Iterator[tuple[str, Retractable]]:
        """What is withdrawn, each with its folder: its page stays, and nothing else shows or counts it."""
        for kind in RETRACTABLE:
            for record in self.of_kind(kind).values():
                if record.retracted is not None:
                    yield kind, record

    def retraction(self, kind: str, record_id: str) -> Retraction | None:
        """That a claim, statement or event is withdrawn; None of any other record."""
        record = self.of_kind(kind).get(record_id) if kind in RETRACTABLE else None
        found: Retraction | None = record.retracted if record is not None else None
        return found

    def contested(self) -> dict[str, list[str]]:
        """Claim id to the disputed questions of which it states a version."""
        found: dict[str, list[str]] = {}
        for dispute in self.disputes.values():
            for claim_id in dict.fromkeys(claim_id for version in dispute.versions for claim_id in version.claims):
                found.setdefault(claim_id, []).append(dispute.id)
        return found

    def cited(self) -> set[str]:
        """Every source that is cited, be it by what is withdrawn or for its withdrawal."""
        found = {citation.source for _, assertion in self.assertions() for citation in assertion.citations}
        for _, record in self.withdrawn():
            found |= {citation.source for citation in (record.retracted.citations if record.retracted else ())}
        return found

    def citing(self) -> dict[str, list[tuple[Claim | Statement, Citation]]]:
        """Source id to the assertions that stand and cite it."""
        found: dict[str, list[tuple[Claim | Statement, Citation]]] = {source: [] for source in self.sources}
        for _, assertion in self.standing():
            for citation in assertion.citations:
                found.setdefault(citation.source, []).append((assertion, citation))
        return found


def _current(record_id: str, aliases: Mapping[str, str]) -> str | None:
    seen: set[str] = set()
    while record_id in aliases:
        if record_id in seen:
            return None
        seen.add(record_id)
        record_id = aliases[record_id]
    return record_id


def _lookups(loaded: Loaded) -> dict[str, Lookup]:
    """Those that speak of a source that there is, under the id that it has today, and of its present address."""
    sources, found = loaded.records["sources"], {}
    for source_id, lookup in sorted(loaded.lookups.items(), key=lambda one: one[0] not in loaded.aliases):
        current = _current(source_id, loaded.aliases)
        if current in sources and sources[current].url == lookup.url:
            found[current] = lookup.model_copy(update={"id": current})
    return found
