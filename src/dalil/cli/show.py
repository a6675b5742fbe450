"""`dalil show`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from dalil.cli.saying import language, problems_said, progress, words
from dalil.desk.show.freshness import Freshness, Looked
from dalil.desk.show.known import CitationKnown, Known, find, know, open_project
from dalil.desk.show.uses import Counted, Use
from dalil.model.kinds import ONE
from dalil.model.register import reason_of
from dalil.problems import Place, Problems, ProblemsFound, phrase
from dalil.store.freshness import NOTICED, period_said
from dalil.translation.standing import State
from dalil.wording import Said, set_apart
from dalil.wording.formats import machine


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
        known = know(opened, kind, current, language())
    if as_json:
        click.echo(machine.as_json(dataclasses.asdict(known)))
        return
    if current != record_id:
        click.echo(f"{words('show-former-id', id=record_id, current=current)}\n")
    for line in _lines(known):
        click.echo(line)
    if opened.problems and not quiet:
        click.echo(f"\n{words('show-problems', n=opened.problems)}", err=True)


def _refused(code: str, place: Place, **details: str) -> ProblemsFound:
    problems = Problems()
    problems.add(code, place, **details)
    return ProblemsFound(problems)


def _lines(known: Known) -> list[str]:
    kind = words("show-kind", kind=phrase(ONE[known.kind]), place=known.place)
    lines = [f"{click.style(_apart(known.id), bold=True)}: {kind}"]
    for one in known.taken_back:
        key = f"show-{one.state}" if known.kind == "sources" else "show-withdrawn"
        lines.append(click.style(words(key, on=one.on, words=one.words), bold=True))
        lines += [f"  {_apart(f'{name}: {value}')}" for name, value in one.fields.items()]
    if known.former:
        lines.append(words("show-formerly", ids=tuple(known.former)))
    lines += [f"  {_apart(f'{name}: {value}')}" for name, value in known.fields.items()]
    lines += _by_locale("show-texts", known.texts, known.translations)
    lines += _by_locale("show-values", known.values)
    if known.status:
        status = words(f"status-{known.status.status}")
        lines += ["", words("show-status", status=status, rule=known.status.rule)]
        lines += [f"  {_apart(f'{code}: {text}')}" for code, text in known.status.words.items()]
    if known.freshness:
        lines += _section("show-freshness", _freshness(known.freshness))
    if known.looked:
        lines += _section("show-look", _looked(known.looked))
    lines += _section("show-citations", [_citation(number, one) for number, one in enumerate(known.citations, start=1)])
    lines += _section("show-disputes", [_apart(one) for one in known.disputes])
    lines += _section("show-uses", [_use(use) for use in known.uses])
    lines += _section("show-counted", [_use(one) for one in known.counted])
    for page in known.pages:
        how = words(f"show-how-{page.how}")
        lines += ["", words("show-on-page", page=page.page, how=how) if page.page else words("show-on-own", how=how)]
        lines += [f"  {_apart(f'{code}: {address}')}" for code, address in known.addresses[page.address].items()]
    if not known.pages:
        lines += ["", words("show-on-none")]
    return lines


def _freshness(found: Freshness) -> list[str]:
    verified = words("verified-on", on=found.verified) if found.verified else words("never-verified")
    if found.rule == "given":
        again = words("show-due-given", day=found.due) if found.due else words("show-never-due-given")
    elif found.rule == NOTICED:
        again = words("show-due-noticed", day=found.due)
    elif found.due:
        again = words("show-due", day=found.due, rule=found.rule, period=period_said(found.period, language()))
    else:
        again = words("show-never-due", rule=found.rule)
    return [verified, again]


def _looked(found: Looked) -> list[str]:
    status = words(f"link-{found.status}")
    copy = words("show-archive", address=found.archive) if found.archive else words("show-no-archive")
    return [
        words("show-looked", on=found.on, status=status, since=found.since, why=reason_of(found.why, found.details)),
        copy,
    ]


def _citation(number: int, one: CitationKnown) -> str:
    told = {
        "number": number,
        "source": one.source,
        "locator": Said(one.locator) if one.locator else words("show-nowhere"),
        "stance": words(f"stance-{one.stance}"),
        "place": one.place,
    }
    if one.publisher:
        return words("show-citation-published", publisher=one.publisher, **told)
    return words("show-citation", **told)


def _use(use: Use | Counted) -> str:
    return words("show-use", kind=phrase(ONE[use.kind]), id=use.id, field=use.field, place=use.place)


def _apart(text: str) -> str:
    return set_apart(text, language())


def _section(title: str, items: list[str]) -> list[str]:
    return ["", words(title), *(f"  {item}" for item in items)] if items else []


def _by_locale(
    title: str, found: Mapping[str, Mapping[str, Any]], states: Mapping[str, Mapping[str, State]] | None = None
) -> list[str]:
    """Each name with its words in each locale; of a translation that is not done, how it stands."""
    items = []
    for name, by_locale in found.items():
        items.append(_apart(name))
        for code, text in by_locale.items():
            state = (states or {}).get(name, {}).get(code, "done")
            note = "" if state == "done" else f" {words(f'show-{state}')}"
            items.append(f"  {_apart(f'{code}: {text}')}{note}")
    return _section(title, items)
