"""Derived values: what is counted, summed and listed, and what cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dalil.model.values import Money, Value
from dalil.store import Store
from dalil.store.derive import CannotDerive, Names, Percent, resolve
from support import STATEMENTS, Project

FILE = "data/statements/all.yml"


def with_values(project: Project, argentina: str, chile: str) -> Store:
    text = STATEMENTS.replace("  topic: home\n", f"  value: {argentina}\n  topic: home\n", 1)
    project.write(
        FILE,
        text[: text.index("chile-signed")]
        + text[text.index("chile-signed") :].replace("  topic: home\n", f"  value: {chile}\n  topic: home\n"),
    )
    return project.check().store


def derive(store: Store, **value: object) -> object:
    return resolve(Value.model_validate(value), store)


def test_counts(project: Project) -> None:
    store = project.check().store
    assert derive(store, count={"statements": {"role": "signed"}}) == 2
    assert derive(store, count={"statements": {"role": "signed", "not": {"subject": "chile"}}}) == 1
    assert derive(store, count={"statements": {"subject": ["chile", "argentina"]}}) == 2
    assert derive(store, count={"statements": {"object": "the-treaty", "subject": "chile"}}) == 1
    assert derive(store, count={"entities": {"kind": "country"}}) == 2
    assert derive(store, count={"entities": {"kind": ["country", "document"]}}) == 3
    assert derive(store, count={"entities": {}}) == 5


def test_a_subject_counts_once(project: Project) -> None:
    project.write(
        "data/statements/again.yml",
        STATEMENTS.split("chile-signed")[0]
        .replace("argentina-signed", "argentina-again")
        .replace("  topic", "  when: 2026-02-03\n  topic"),
    )
    assert derive(project.check().store, count={"statements": {"role": "signed"}}) == 2


def test_lists_keep_the_order_of_the_store(project: Project) -> None:
    store = project.check().store
    assert derive(store, list={"statements": {"role": "signed"}}) == Names(("argentina", "chile"), many=True)
    assert derive(store, list={"statements": {"not": {"subject": "argentina"}}}) == Names(("chile",), many=True)


def test_sums_and_shares_of_money(project: Project) -> None:
    money = "{{money: {{amount: {}, scale: {}, currency: USD}}}}"
    store = with_values(project, money.format("1.5", "billion"), money.format("0.5", "billion"))
    total = derive(store, sum={"statements": {"role": "signed"}})
    assert total == Money.model_validate({"amount": "2.0", "scale": "billion", "currency": "USD"})
    part, whole = {"statements": {"subject": "chile"}}, {"statements": {"role": "signed"}}
    assert derive(store, share={"part": part, "whole": whole}) == Percent(Decimal(25))


def test_scales_are_reconciled(project: Project) -> None:
    money = "{{money: {{amount: {}, scale: {}, currency: USD}}}}"
    store = with_values(project, money.format("1", "billion"), money.format("500", "million"))
    total = derive(store, sum={"statements": {"role": "signed"}})
    assert total == Money(amount=Decimal(1500), scale="million", currency="USD")
    money = "{{money: {{amount: {}, scale: billion, currency: USD}}}}"
    total = derive(
        with_values(project, money.format(700), money.format("780.50")), sum={"statements": {"role": "signed"}}
    )
    assert str(total.amount) == "1480.50" if isinstance(total, Money) else False


def test_sums_of_numbers(project: Project) -> None:
    store = with_values(project, "{integer: 3}", "{decimal: 1.5}")
    assert derive(store, sum={"statements": {"role": "signed"}}) == Decimal("4.5")


@pytest.mark.parametrize(
    ("argentina", "chile", "reason"),
    [
        ("{money: {amount: 1, currency: USD}}", "{money: {amount: 1, currency: EUR}}", "values-of-several-kinds"),
        ("{money: {amount: 1, currency: USD}}", "{integer: 1}", "values-of-several-kinds"),
        ("{integer: 1}", "{date: 2026}", "statement-without-number"),
    ],
)
def test_what_cannot_be_summed_is_refused(project: Project, argentina: str, chile: str, reason: str) -> None:
    store = with_values(project, argentina, chile)
    with pytest.raises(CannotDerive, match=reason):
        derive(store, sum={"statements": {"role": "signed"}})


def test_nothing_is_no_count(project: Project) -> None:
    store = project.check().store
    for kind in ("count", "list", "sum"):
        with pytest.raises(CannotDerive, match="no-statement-fits"):
            derive(store, **{kind: {"statements": {"subject": "the-treaty"}}})
