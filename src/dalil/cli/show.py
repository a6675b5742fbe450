"""`dalil show`."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from dalil.cli.saying import problems_said, progress
from dalil.model.kinds import ONE
from dalil.problems import Place, Problems, ProblemsFound
from dalil.showing.known import CitationKnown, Known, find, know, open_project
from dalil.showing.uses import Counted, Use

HOW = {
    "own": "its own page",
    "called": "shows it",
    "through": "shows a record that names it",
}


@click.command("show")
@click.argument("record_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def command(options: tuple[Path, bool], record_id: str, as_json: bool) -> None:
    """Print everything known of an id, and where it is used."""
    root, quiet = options
    with problems_said():
        with progress(quiet) as step:
            step("read", 0, 1)
            opened = open_project(root)
            step("read", 1, 1)
        store = opened.store
        try:
            kind, current = find(store, record_id)
        except KeyError as error:
            raise _refused("show-unknown", Place("dalil show"), id=record_id, nearest=error.args[0]) from None
        if current not in store.of_kind(kind):
            raise _refused("show-broken", store.place(kind, current, key=True), id=current)
        known = know(opened, kind, current)
    if as_json:
        click.echo(json.dumps(dataclasses.asdict(known), ensure_ascii=False, indent=2, default=str))
        return
    if current != record_id:
        click.echo(f"“{record_id}” is a former id of “{current}”.\n")
    for line in _lines(known):
        click.echo(line)
    if opened.problems and not quiet:
        count = f"{opened.problems} problem{'' if opened.problems == 1 else 's'}"
        click.echo(f"\n`dalil check` finds {count}; what they concern may be missing here.", err=True)


def _refused(code: str, place: Place, **details: str) -> ProblemsFound:
    problems = Problems()
    problems.add(code, place, **details)
    return ProblemsFound(problems)


def _lines(known: Known) -> list[str]:
    what = _word(known.kind)
    lines = [f"{click.style(known.id, bold=True)}: {what}, {known.place}"]
    if known.former:
        lines.append(f"formerly {', '.join(known.former)}")
    lines += [f"  {name}: {value}" for name, value in known.fields.items()]
    lines += _by_locale("Texts", known.texts)
    lines += _by_locale("Values", known.values)
    if known.status:
        lines += ["", f"Status: {known.status.status} (rule: {known.status.rule})"]
        lines += [f"  {code}: {words}" for code, words in known.status.words.items()]
    lines += _section("Citations", [_citation(number, one) for number, one in enumerate(known.citations, start=1)])
    lines += _section("A version of the dispute", known.disputes)
    lines += _section("Named by", [_use(use) for use in known.uses])
    lines += _section("Counted in", [_use(one) for one in known.counted])
    for page in known.pages:
        lines += ["", f"{'On the page ' + page.page if page.page else 'On a page'}, {HOW[page.how]}"]
        lines += [f"  {code}: {address}" for code, address in known.addresses[page.address].items()]
    if not known.pages:
        lines += ["", "On no page."]
    return lines


def _citation(number: int, one: CitationKnown) -> str:
    publisher = f" ({one.publisher})" if one.publisher else ""
    return f"{number}. {one.source}{publisher}: {one.locator or 'nowhere in it'}, {one.stance}  {one.place}"


def _use(use: Use | Counted) -> str:
    return f"{_word(use.kind)} {use.id}, {use.field}  {use.place}"


def _word(kind: str) -> str:
    return ONE[kind].replace("-", " ")


def _section(title: str, items: list[str]) -> list[str]:
    return ["", title, *(f"  {item}" for item in items)] if items else []


def _by_locale(title: str, found: Mapping[str, Mapping[str, Any]]) -> list[str]:
    items = []
    for name, words in found.items():
        items.append(name)
        items += [f"  {code}: {text}" for code, text in words.items()]
    return _section(title, items)
