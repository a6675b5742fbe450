"""How far a claim is borne out, by the written rule of `data/README.md`, section “Citations”."""

from __future__ import annotations

from dataclasses import dataclass

from dalil.model.parts import Citation, Status
from dalil.model.records import Claim, Source, Statement
from dalil.store import Store

WEAK = {"tertiary", "machine-made", "error"}
"""Caveats of sources that copy others unchecked, or are known to be wrong: they count for nothing in the rule."""


@dataclass(frozen=True)
class Judgement:
    """A claim's status, and the rule that gave it (a key of the interface strings `status.rule.*`)."""

    status: Status
    rule: str
    independent: int
    """How many independent sources support it."""


def judge(assertion: Claim | Statement, store: Store) -> Judgement:
    """Applies the rule to a claim or statement whose citations all resolve."""
    standing = [citation for citation in assertion.citations if not is_taken_back(citation, store)]
    support = [citation for citation in standing if citation.stance == "supports"]
    sources = [store.sources[citation.source] for citation in support if citation.source in store.sources]
    strong = [source for source in sources if not WEAK & set(source.caveats)]
    independent = count_independent(strong)
    if assertion.retracted:
        return Judgement("retracted", "retracted", independent)
    if isinstance(assertion, Claim):
        if assertion.superseded_by:
            return Judgement("superseded", "superseded", independent)
        if assertion.status:
            return Judgement(assertion.status, "override", independent)
    if any(citation.stance == "disputes" for citation in standing):
        return Judgement("disputed", "disputed", independent)
    if isinstance(assertion, Claim) and assertion.attribution:
        return Judgement("attributed", "attributed", independent)
    if any(source.type == "primary-document" for source in strong):
        return Judgement("confirmed", "primary", independent)
    if independent >= 2:
        return Judgement("confirmed", "independent", independent)
    if independent == 1:
        return Judgement("single-source", "single", independent)
    return Judgement("unconfirmed", "none", independent)


def is_taken_back(citation: Citation, store: Store) -> bool:
    """Whether the publisher of what is cited took it back: then it neither bears anything out nor speaks against it."""
    source = store.sources.get(citation.source)
    return source is not None and source.retracted is not None


def count_independent(sources: list[Source]) -> int:
    """How many of these sources are independent: those joined by an origin or a publisher count as one."""
    groups: list[set[str]] = []
    for source in sources:
        keys = {f"origin {source.origin or source.id}", f"publisher {source.publisher}", f"origin {source.id}"}
        joined = [group for group in groups if group & keys]
        groups = [group for group in groups if not group & keys]
        groups.append(keys.union(*joined))
    return len(groups)
