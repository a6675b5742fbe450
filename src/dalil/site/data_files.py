"""The store for other programs: `data/*.json`, every text in every locale, each with its JSON Schema."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ConfigDict

from dalil.derive import resolve
from dalil.model.records import Claim, Statement
from dalil.project import Checked
from dalil.render.citing import passage_address
from dalil.render.shared import Shared

ByLocale = dict[str, str]
"""Locale code to text or address."""


class Exported(BaseModel):
    """The base of everything that is exported."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class ExportedCitation(Exported):
    """A citation."""

    source: str
    """Id of the source, as in sources.json."""
    stance: str
    """supports, disputes or mentions."""
    locator: dict[str, str | int | bool]
    """Where in the source: words, page, section, paragraph or whole."""
    address: str
    """The address of the passage."""


class ExportedAssertion(Exported):
    """What claims and statements share."""

    id: str
    topic: str
    """Id of the page that it belongs to."""
    text: ByLocale
    """The assertion in words, its values placed."""
    status: str
    """confirmed, single-source, attributed, disputed, unconfirmed or superseded."""
    status_rule: str
    """The rule that gave the status."""
    citations: list[ExportedCitation]
    page: ByLocale
    """Address of its page, relative to the root of the site."""


class ExportedClaim(ExportedAssertion):
    """A claim."""

    values: dict[str, ByLocale]
    """Its typed values, as each locale writes them."""
    attribution: str | None
    """Id of the entity whose word it is."""


class ExportedStatement(ExportedAssertion):
    """A statement: subject, role, object."""

    subject: str
    role: str
    object: str | None
    at: str | None
    """Id of an event."""
    by: str | None
    """Id of who acted for the subject."""


class ExportedSource(Exported):
    """A source."""

    id: str
    type: str
    publisher: ByLocale
    title: ByLocale
    """Our rendering."""
    original_title: str | None
    """Its title word for word, where known."""
    author: str | None
    language: str
    published: str
    """EDTF, or undated."""
    accessed: str
    """EDTF."""
    url: str
    archive: str | None
    caveats: list[str]
    caveat: ByLocale | None
    page: ByLocale


class ExportedEntity(Exported):
    """An entity."""

    id: str
    kind: str
    code: str | None
    """ISO 3166-1 code of a country."""
    name: ByLocale
    aliases: dict[str, list[str]]
    """Other names, by language."""
    page: ByLocale | None
    """None when it has no page."""


class Claims(Exported):
    """Every claim of the store."""

    claims: list[ExportedClaim]


class Statements(Exported):
    """Every statement of the store."""

    statements: list[ExportedStatement]


class Sources(Exported):
    """Every source of the store."""

    sources: list[ExportedSource]


class Entities(Exported):
    """Every entity of the store."""

    entities: list[ExportedEntity]


def data_files(checked: Checked) -> dict[str, str]:
    """Path on the site to JSON text."""
    shared = checked.renderer.shared
    store = checked.store
    files: dict[str, BaseModel] = {
        "claims": Claims(claims=[_claim(claim, shared) for claim in store.claims.values()]),
        "statements": Statements(statements=[_statement(s, shared) for s in store.statements.values()]),
        "sources": Sources(sources=[_source(source_id, shared) for source_id in store.sources]),
        "entities": Entities(entities=[_entity(entity_id, shared) for entity_id in store.entities]),
    }
    found = {}
    for name, model in files.items():
        found[f"data/{name}.json"] = _json(model.model_dump(mode="json"))
        found[f"data/schema/{name}.json"] = _json(type(model).model_json_schema())
    return found


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _page(shared: dict[str, Shared], kind: str, record_id: str) -> ByLocale | None:
    found = {}
    for code, one in shared.items():
        address = one.addresses.of(kind, record_id)
        if address is None:
            return None
        found[code] = address if code == one.store.site.default else f"{code}/{address}"
    return found


def _assertion(assertion: Claim | Statement, kind: str, shared: dict[str, Shared]) -> dict[str, Any]:
    one = next(iter(shared.values()))
    judgement = one.judgement(assertion)
    return {
        "id": assertion.id,
        "topic": assertion.topic,
        "status": judgement.status,
        "status_rule": judgement.rule,
        "citations": [
            ExportedCitation(
                source=citation.source,
                stance=citation.stance,
                locator=citation.locator.model_dump(exclude_defaults=True) if citation.locator else {},
                address=passage_address(one.store.sources[citation.source], citation.locator),
            )
            for citation in assertion.citations
        ],
        "text": {code: each.plain_sentence(assertion) for code, each in shared.items()},
        "page": _page(shared, kind, assertion.id) or {},
    }


def _claim(claim: Claim, shared: dict[str, Shared]) -> ExportedClaim:
    values = {
        name: {code: each.texts.value_plain(resolve(value, each.store), value.show) for code, each in shared.items()}
        for name, value in claim.values.items()
    }
    return ExportedClaim(**_assertion(claim, "claims", shared), values=values, attribution=claim.attribution)


def _statement(statement: Statement, shared: dict[str, Shared]) -> ExportedStatement:
    return ExportedStatement(
        **_assertion(statement, "statements", shared),
        subject=statement.subject,
        role=statement.role,
        object=statement.object,
        at=statement.at,
        by=statement.by,
    )


def _source(source_id: str, shared: dict[str, Shared]) -> ExportedSource:
    source = next(iter(shared.values())).store.sources[source_id]
    return ExportedSource(
        id=source.id,
        type=source.type,
        publisher={code: each.texts.entity_name(source.publisher) for code, each in shared.items()},
        title={code: each.texts.plain(source.title) for code, each in shared.items()},
        original_title=source.original_title,
        author=source.author,
        language=source.language,
        published=str(source.published),
        accessed=str(source.accessed),
        url=source.url,
        archive=source.archive,
        caveats=list(source.caveats),
        caveat={code: each.texts.plain(source.caveat) for code, each in shared.items()} if source.caveat else None,
        page=_page(shared, "sources", source.id) or {},
    )


def _entity(entity_id: str, shared: dict[str, Shared]) -> ExportedEntity:
    entity = next(iter(shared.values())).store.entities[entity_id]
    return ExportedEntity(
        id=entity.id,
        kind=entity.kind,
        code=entity.code,
        name={code: each.texts.entity_name(entity.id) for code, each in shared.items()},
        aliases=entity.aliases,
        page=_page(shared, "entities", entity.id),
    )
