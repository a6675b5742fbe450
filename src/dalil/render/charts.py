"""Bars: values of statements and claims as lengths on one scale."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from dalil.model.pictures import Bar
from dalil.render.geometry.bars import lengths
from dalil.render.numbers import mirrored, percent
from dalil.render.picture_views import BarsView, BarView, Caption
from dalil.render.shared import Shared
from dalil.render.texts import Assert, Link
from dalil.store.derive import measure, resolve
from dalil.store.drawn import value_of


def bars_view(record: list[Bar], caption: Caption, shared: Shared, way: Link, claim: Assert) -> BarsView:
    """Bars that grow in the direction in which the page is read."""
    rtl = shared.locale.direction == "rtl"
    values = [value_of(bar, shared.store) for bar in record]
    resolved = [resolve(value, shared.store) for value in values if value is not None]
    amounts = [(measure(value) or ("", Decimal(0)))[1] for value in resolved]
    spans = lengths([(amount, bar.onward) for amount, bar in zip(amounts, record, strict=True)])
    found = []
    for bar, value, (start, length) in zip(record, resolved, spans, strict=True):
        found.append(
            BarView(
                label_html=_label(bar, shared, way),
                value_html=shared.texts.value_html(value, way),
                x=percent(mirrored(start, length, rtl=rtl)),
                width=percent(length),
                end=percent(mirrored(start + length, 0, rtl=rtl)),
                at_least=bar.at_least,
                assertion=claim(bar.statement or bar.claim or ""),
            )
        )
    return BarsView(caption, found)


def _label(bar: Bar, shared: Shared, way: Link) -> Markup:
    if bar.label is not None or bar.statement is None:
        return shared.texts.html(bar.label or {}, link=way)
    return shared.name(shared.store.statements[bar.statement].subject, way)
