"""Which kind of record stands in which folder of the store."""

from __future__ import annotations

from dalil.model.parts import Record
from dalil.model.pictures import Outline, Picture
from dalil.model.records import Claim, Dispute, Entity, Event, PageRecord, Role, Source, Statement, Synonyms, Term
from dalil.model.site import InterfaceString
from dalil.model.style import StyleRule

RECORD_KINDS: dict[str, type[Record] | type[InterfaceString]] = {
    "sources": Source,
    "entities": Entity,
    "events": Event,
    "claims": Claim,
    "statements": Statement,
    "roles": Role,
    "disputes": Dispute,
    "terms": Term,
    "pages": PageRecord,
    "pictures": Picture,
    "outlines": Outline,
    "synonyms": Synonyms,
    "interface": InterfaceString,
    "style": StyleRule,
}
"""Folder of the store to the kind of record in its files."""

ONE = {
    "entities": "entity",
    "events": "event",
    "claims": "claim",
    "terms": "term",
    "pages": "page",
    "sources": "source",
    "roles": "role",
    "disputes": "dispute",
    "statements": "statement",
    "pictures": "picture",
    "outlines": "outline",
    "synonyms": "synonyms",
    "interface": "interface-string",
    "style": "style-rule",
}
"""A folder of the store to the phrase for one record of it."""
