"""What the page of translations shows: how far each language is, as figures and as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dalil.model.locales import Locale
from dalil.render.numbers import mirrored, percent
from dalil.render.shared import Shared
from dalil.translation.catalogue import path_of
from dalil.translation.standing import STATES, State
from dalil.translation.tally import Progress, Tally


@dataclass(frozen=True)
class PartView:
    """One state's part of a bar."""

    state: str
    x: str
    """Where it starts, as a share of the bar from its left end."""
    width: str


@dataclass(frozen=True)
class BarView:
    """How far some texts are."""

    name: str
    percent: str
    """The share that is done, as the locale writes it."""
    percent_done: int
    parts: list[PartView]


@dataclass(frozen=True)
class StateView:
    """How many texts stand in one state."""

    state: str
    count: str


@dataclass(frozen=True)
class LanguageView:
    """One language of the site."""

    code: str
    name: str
    """Its name in itself."""
    local_name: str
    """Its name in the page's language; empty where that is the same."""
    direction: str
    whole: BarView
    states: list[StateView]
    """The states but `done` in which a text of any language stands."""
    kinds: list[BarView]
    file: str | None
    """Where its catalogue stands on the site; None of a language that the records are written in."""


def language_views(progress: Sequence[Progress], shared: Shared) -> list[LanguageView]:
    """Every language of the site, those of the records first."""
    met = [state for state in STATES if state != "done" and any(one.all.counts[state] for one in progress)]
    return [_language(one, met, shared) for one in progress]


def _language(one: Progress, met: Sequence[State], shared: Shared) -> LanguageView:
    locale, store = Locale(one.locale, shared.store.site.locales[one.locale]), shared.store
    return LanguageView(
        code=one.locale,
        name=locale.name,
        local_name="" if one.locale == shared.locale.code else shared.locale.language(one.locale),
        direction=locale.direction,
        whole=_bar("", one.all, shared),
        states=[StateView(state, shared.locale.number(one.all.counts[state])) for state in met],
        kinds=[
            _bar(shared.texts.interface(f"translations.kind.{kind}"), tally, shared)
            for kind, tally in one.kinds.items()
        ],
        file=path_of(one.locale) if one.locale in store.site.translated else None,
    )


def _bar(name: str, tally: Tally, shared: Shared) -> BarView:
    parts, at = [], 0.0
    for state in STATES:
        width = tally.counts[state] / max(tally.total, 1)
        if width and state != "missing":
            start = mirrored(at, width, rtl=shared.locale.direction == "rtl")
            parts.append(PartView(state, percent(start), percent(width)))
        at += width
    return BarView(name, shared.locale.percent(Decimal(tally.percent)), tally.percent, parts)
