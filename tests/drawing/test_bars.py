"""Lengths are as the figures are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.render.geometry.bars import lengths

AMOUNT = st.decimals(min_value=0, max_value=10**15, places=3)


def test_parts_of_a_whole() -> None:
    found = lengths([(Decimal(2), False), (Decimal(1), True), (Decimal(4), False)])
    assert found == [(0, 0.5), (0.5, 0.25), (0, 1)]


def test_nothing_and_less_than_nothing() -> None:
    assert lengths([]) == []
    assert lengths([(Decimal(0), False)]) == [(0, 0)]
    assert lengths([(Decimal(-3), False), (Decimal(3), False)]) == [(0, 0), (0, 1)]


@given(st.lists(st.tuples(AMOUNT, st.booleans()), min_size=1, max_size=12))
def test_lengths_are_in_proportion_and_fill_the_width(amounts: list[tuple[Decimal, bool]]) -> None:
    found = lengths(amounts)
    total = max(start + length for start, length in found)
    if any(amount for amount, _ in amounts):
        assert total == pytest.approx(1)
    for (amount, _), (_, length) in zip(amounts, found, strict=True):
        for (other, _), (_, other_length) in zip(amounts, found, strict=True):
            assert length * float(other) == pytest.approx(other_length * float(amount), rel=1e-6, abs=1e-3)
    for number, (_, onward) in enumerate(amounts[1:], start=1):
        expected = sum(found[number - 1]) if onward else 0
        assert found[number][0] == pytest.approx(expected)
