"""What a link to an entity or term says of it when a reader points at it: `hints/<locale>.json`.

Pages fetch the file when the first such link is pointed at, so that none of them carries these words itself.
"""

from __future__ import annotations

import json

from dalil.project.whole import Checked
from dalil.reading.files.generated import HINTS
from dalil.render.shared import Shared

Hint = dict[str, str]
"""`name`, `kind`, `text`, and where the text is a claim its `status` with `label` and `sources` in words."""


def hint_files(checked: Checked) -> dict[str, str]:
    """Path on the site to JSON text: an object from `entity:<id>` or `term:<id>` to what is said.

    A page that is opened from disk may fetch nothing, so there the same text is a script that it brings along.
    """
    found = {}
    for code, shared in checked.shared.items():
        text = json.dumps(hints(shared), ensure_ascii=False, separators=(",", ":"))
        found[f"{HINTS}/{code}.json"] = f"{text}\n"
        if shared.settings.from_disk:
            found[f"{HINTS}/{code}.js"] = f"globalThis.hints={text};\n"
    return found


def hints(shared: Shared) -> dict[str, Hint]:
    """Every entity that has a page, and every term."""
    found: dict[str, Hint] = {}
    for entity_id in shared.store.entities:
        if shared.addresses.of("entities", entity_id) is not None:
            found[f"entity:{entity_id}"] = _entity(entity_id, shared)
    for term_id, term in shared.store.terms.items():
        kind = shared.texts.interface("hint.term")
        text = shared.texts.plain(term.meaning)
        found[f"term:{term_id}"] = {"name": shared.texts.plain(term.name), "kind": kind, "text": text}
    return found


def _entity(entity_id: str, shared: Shared) -> Hint:
    """An entity by the claim that says what it is; without one, by how much the site says of it."""
    texts, entity = shared.texts, shared.store.entities[entity_id]
    hint = {"name": texts.entity_name(entity_id), "kind": texts.interface(f"kind.{entity.kind}")}
    if entity.lead is None:
        said = len(shared.mentions.speaking_of("entities", entity_id))
        return hint | {"text": texts.interface("hint.said", n=said)}
    claim = shared.store.assertion(entity.lead)
    status = shared.judgement(claim).status
    sources = list(dict.fromkeys(citation.source for citation in claim.citations))
    publisher = texts.entity_name(shared.store.sources[sources[0]].publisher)
    return hint | {
        "text": shared.plain_sentence(claim),
        "status": status,
        "label": texts.interface(f"status.{status}"),
        "sources": texts.interface("hint.sources", n=len(sources), publisher=publisher),
    }
