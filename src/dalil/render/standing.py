"""How a page's claims stand: by status, in disputed questions, and as others may refer to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from markupsafe import Markup, escape

from dalil.model.locales import Locale
from dalil.model.parts import Status
from dalil.model.records import Claim
from dalil.render.shared import Shared
from dalil.render.texts import Link
from dalil.render.views import JudgementView, LinkView
from dalil.render.ways import relative
from dalil.text.markup import element

SHORT = 44
"""Characters by which a claim is named in a list of the page's claims."""


@dataclass(frozen=True)
class StandingView:
    """The claims and statements of a page that have one status."""

    status: str
    """The status, such as `confirmed`."""
    label: str
    """The status in words."""
    means: str
    """What it means, in a sentence."""
    links: list[LinkView]
    """The claims by their first words, in the page's order; each link leads to its place on the page."""


@dataclass(frozen=True)
class QuotableView:
    """A claim as other people's writing may refer to it."""

    address: str
    """The full address of its page."""
    citation: str
    """Its sentence, status and sources, this site and its date, and the address, in one line."""
    citation_html: Markup
    """The same with the address isolated, so that its direction cannot disturb the line."""


@dataclass(frozen=True)
class LocaleView:
    """A locale of the site, as seen from a page."""

    code: str
    """Its code."""
    name: str
    """Its name in its own language."""
    root: str
    """The way to its first page."""


class Standing:
    """The claims of one page, seen from it."""

    def __init__(
        self, shared: Shared, address: str, way: Link, shown: Mapping[str, None], blocks: frozenset[str]
    ) -> None:
        """`shown`: what the page has shown so far; `blocks`: disputed questions that it shows with their versions."""
        self._shared = shared
        self._address = address
        self._way = way
        self._shown = shown
        self._blocks = blocks

    def tally(self) -> list[StandingView]:
        """What the page has shown so far, by status; a status that nothing has is left out. Call it last."""
        groups: dict[str, list[str]] = {status: [] for status in get_args(Status)}
        for claim_id in self._shown:
            groups[self._shared.judgement(self._shared.store.assertion(claim_id)).status].append(claim_id)
        return [
            StandingView(status, self._word(f"status.{status}"), self._word(f"status.means.{status}"), self._short(ids))
            for status, ids in groups.items()
            if ids
        ]

    def _short(self, ids: list[str]) -> list[LinkView]:
        called = [(one, self._shared.headline(self._shared.store.assertion(one), SHORT)) for one in ids]
        return [LinkView(one, f"#{one}", escape(words)) for one, words in called]

    def contests(self, claim_id: str) -> list[LinkView]:
        """The disputed questions of which a claim states a version, on this page where it shows them."""
        found = []
        for dispute_id in self._shared.contested.get(claim_id, []):
            url = f"#dispute-{dispute_id}" if dispute_id in self._blocks else self._way("disputes", dispute_id)
            found.append(LinkView(dispute_id, url, self._shared.title("disputes", dispute_id)))
        return found

    def judgement(self, claim_id: str) -> JudgementView:
        """A claim's status and the rule that gave it."""
        assertion = self._shared.store.assertion(claim_id)
        judged = self._shared.judgement(assertion)
        rule = self._shared.texts.interface(f"status.rule.{judged.rule}", n=judged.independent)
        reason = assertion.status_reason if isinstance(assertion, Claim) and judged.rule == "override" else None
        reason_html = self._shared.texts.html(reason, link=self._way) if reason else None
        return JudgementView(judged.status, self._word(f"status.{judged.status}"), escape(rule), reason_html)

    def verified(self, claim_id: str) -> str | None:
        """The day on which a claim was last verified, in words; None when nothing tells, and of a withdrawn one."""
        assertion = self._shared.store.assertion(claim_id)
        day = None if assertion.retracted else self._shared.verified(assertion)
        return self._shared.texts.interface("verified.on", date=day) if day else None

    def quotable(self, claim_id: str) -> QuotableView:
        """The address of a claim's page, and a citation of it in the page's language."""
        shared = self._shared
        assertion = shared.store.assertion(claim_id)
        kind = "claims" if claim_id in shared.store.claims else "statements"
        address = shared.web_address(kind, claim_id)
        publishers = [shared.store.sources[citation.source].publisher for citation in assertion.citations]
        sources = [shared.texts.entity_name(publisher) for publisher in dict.fromkeys(publishers)]
        status = self._word(f"status.{shared.judgement(assertion).status}")
        citation = shared.texts.interface(
            "claim.citation",
            sentence=str(shared.title(kind, claim_id).striptags()),
            status=status,
            sources=self._word("names.join").join(sources),
            site=shared.texts.plain(shared.store.site.title),
            date=shared.texts.value_plain(shared.store.site.updated),
            address=address,
        )
        isolated = element("bdi", {"dir": "ltr"}, address)
        return QuotableView(address, citation, escape(citation).replace(escape(address), isolated))

    def locales(self) -> list[LocaleView]:
        """Every locale of the site, this one first."""
        return self._locales

    @cached_property
    def _locales(self) -> list[LocaleView]:
        store, here = self._shared.store, self._shared.locale.code
        own = relative("", self._address)
        top = own if here == store.site.default else f"{own}../"
        roots = {code: f"{top}{self._shared.ways.below(code)}" for code in store.locales} | {here: own}
        codes = [here, *(code for code in store.locales if code != here)]
        return [LocaleView(code, Locale(code, store.site.locales[code]).name, roots[code]) for code in codes]

    def elsewhere(self, anchor: str) -> list[LocaleView]:
        """The same place of this page in the other locales, each with the whole way to it."""
        ways = self._shared.ways
        here = f"{ways.below(self._shared.locale.code)}{self._address}"
        return [
            LocaleView(one.code, one.name, ways.between(f"{ways.below(one.code)}{self._address}#{anchor}", here))
            for one in self.locales()[1:]
        ]

    def _word(self, key: str) -> str:
        return self._shared.texts.interface(key)
