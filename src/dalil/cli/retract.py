"""`dalil retract`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from dalil.checks.opening import open_store
from dalil.cli.asking import Asker
from dalil.cli.saying import problems_said, say_problems, teller, words
from dalil.editing.forms import Field
from dalil.editing.retracting import COMMAND, Retracted, fields_for, find, prepare_retraction
from dalil.model.kinds import ONE
from dalil.problems import Problems, ProblemsFound, phrase
from dalil.reading.documents import Document, read_part
from dalil.store import Store

TEXTS = {"why", "note"}
"""Fields that are given language by language."""


@click.command("retract")
@click.argument("record_id", metavar="ID")
@click.option("--date", help="The day of the withdrawal or of the publisher's notice; today for a withdrawal of ours.")
@click.option("--why", multiple=True, metavar="LANGUAGE=TEXT", help="Why; once for each language of the records.")
@click.option("--replaced-by", metavar="ID", help="The record that says how it is.")
@click.option("--citation", "citations", multiple=True, metavar="YAML", help="What shows it; as in a file, repeatable.")
@click.option("--notice", metavar="ADDRESS", help="Of a source: where its publisher says so.")
@click.option("--accessed", help="Of a source: the day on which the notice was read; today unless given.")
@click.option("--archive", metavar="ADDRESS", help="Of a source: a lasting copy of the notice.")
@click.option("--note", multiple=True, metavar="LANGUAGE=TEXT", help="Of a source: what was wrong, in each language.")
@click.pass_obj
def command(options: tuple[Path, bool], /, record_id: str, **given: Any) -> None:
    """Withdraw a claim, statement or event; or say that a source was taken back by its publisher.

    The record stays, and so does its address: its page says that it is withdrawn, when and why, and nothing else shows
    or counts it. Without options, on a terminal, it asks.
    """
    root, quiet = options
    with problems_said():
        store = open_store(root)
        kind = find(store, record_id)
        fields = fields_for(kind)
        answers = _answers(fields, given)
        if sys.stdin.isatty():
            retracted = _asked(store, root, kind, record_id, fields, answers)
        else:
            _complete(fields, answers)
            retracted = _prepared(store, root, kind, record_id, fields, answers)
    retracted.changes.write()
    tell = teller(quiet)
    done = "retract-source" if kind == "sources" else "retract-done"
    tell(words(done, kind=phrase(ONE[kind]), id=record_id, place=retracted.place))
    if retracted.fixed:
        tell(words("retract-fixed", names=tuple(retracted.fixed)))
    if retracted.updated:
        tell(words("retract-updated", day=retracted.updated))
    tell(words("retract-next"))


def _answers(fields: list[Field], given: Mapping[str, Any]) -> dict[str, Any]:
    """What the options say, as it will stand in the file; raises ProblemsFound for YAML that cannot be read."""
    problems = Problems()
    found: dict[str, Any] = {}
    known = {field.name for field in fields}
    for name, value in given.items():
        if not value:
            continue
        option = "--citation" if name == "citations" else f"--{name.replace('_', '-')}"
        if name not in known:
            raise click.UsageError(words("retract-option", option=option))
        if name in TEXTS:
            found[name] = _by_language(value, option)
        elif name == "citations":
            found[name] = [_yaml(one, option, problems) for one in value]
        else:
            found[name] = value
    if len(problems):
        raise ProblemsFound(problems)
    return found


def _by_language(items: tuple[str, ...], option: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in items:
        code, equals, text = item.partition("=")
        if not equals or not text.strip():
            raise click.BadParameter(words("retract-text-form", sample='"en=It was wrong."'), param_hint=option)
        found[code.strip()] = text.strip()
    return found


def _yaml(text: str, option: str, problems: Problems) -> dict[str, Any]:
    document = Document(option)
    read_part(document, text, 0, problems)
    return document.data


def _complete(fields: list[Field], answers: dict[str, Any]) -> None:
    """Fills in what has a default; raises ProblemsFound with every field that is missing."""
    problems = Problems()
    for field in fields:
        if field.name not in answers and field.default:
            answers[field.name] = field.default()
        if field.required and field.name not in answers:
            problems.add("retract-missing", COMMAND, field=field.name, option=f"--{field.name.replace('_', '-')}")
    if len(problems):
        raise ProblemsFound(problems)


def _prepared(
    store: Store, root: Path, kind: str, record_id: str, fields: list[Field], answers: Mapping[str, Any]
) -> Retracted:
    ordered = {field.name: answers[field.name] for field in fields if answers.get(field.name)}
    return prepare_retraction(store, root, kind, record_id, ordered)


def _asked(
    store: Store, root: Path, kind: str, record_id: str, fields: list[Field], answers: dict[str, Any]
) -> Retracted:
    """Asks for what is missing; a fault of what was answered is said, and the field may be answered again."""
    asker = Asker(store, kind)
    all_of_them = not answers
    for field in fields:
        if field.name not in answers and (field.required or all_of_them):
            answers[field.name] = asker.ask(field, answers)
    while True:
        try:
            retracted = _prepared(store, root, kind, record_id, fields, answers)
        except ProblemsFound as refused:
            say_problems(refused)
            name = click.prompt(
                f"\n{words('retract-again', fields=tuple(field.name for field in fields))}",
                default="",
                show_default=False,
            )
            again = next((field for field in fields if field.name == name), None)
            if again is None:
                raise click.Abort from None
            answers[name] = asker.ask(again, answers)
            continue
        click.echo(f"\n{retracted.block}\n")
        click.confirm(words("new-write", file=retracted.place.path), default=True, abort=True)
        return retracted
