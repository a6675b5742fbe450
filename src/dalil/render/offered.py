"""What macros may use of the objects that they are given: of a view its fields, of a speaker what is named here."""

from __future__ import annotations

import dataclasses

from jinja2.filters import _GroupTuple
from jinja2.runtime import LoopContext

from dalil.render import (
    colophon,
    downloads,
    picture_views,
    revisions,
    standing,
    summaries,
    translations,
    views,
    withdrawals,
)
from dalil.render.page import Page
from dalil.render.pictures import Pictures

MODULES = (views, picture_views, revisions, withdrawals, standing, summaries, colophon, downloads, translations)
VIEWS = {module.__name__ for module in MODULES}
"""The modules whose frozen dataclasses are handed to macros."""


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


SPEAKERS: dict[type, frozenset[str]] = {
    Page: _names("""
        about alternative changes citations cited claim claims claims_on colophon direction dispute disputes
        downloads entities entity event events feed figures file from_disk heading id key latest level link locale
        mentions note notices number pictures publications questions record_id record_kind references remark
        resting_on revisions source sources standing statements statements_on summary t terms title topics
        translations way withdrawal
    """),
    colophon.Colophon: _names("changed_html citation home licence next parent previous report site source"),
    Pictures: _names("bars calendar diagram map matrix"),
    standing.Standing: _names("contests elsewhere judgement locales quotable tally verified"),
    LoopContext: _names("first index index0 last length"),
    _GroupTuple: _names("grouper list"),
}
"""The objects whose methods macros call; of these, what keeps the page's own state stays out of reach."""


def offered(kind: type) -> frozenset[str]:
    """The attributes of a type that macros may read; of a type that is not meant for them, none."""
    if kind in SPEAKERS:
        return SPEAKERS[kind]
    parameters = getattr(kind, "__dataclass_params__", None)
    if kind.__module__ not in VIEWS or parameters is None or not parameters.frozen:
        return frozenset()
    names = {field.name for field in dataclasses.fields(kind)}
    names |= {name for one in kind.__mro__ for name, value in vars(one).items() if isinstance(value, property)}
    return frozenset(name for name in names if not name.startswith("_"))
