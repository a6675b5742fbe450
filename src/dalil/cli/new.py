"""`dalil new`."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import click

from dalil.checks.opening import open_store
from dalil.cli.asking import Asker
from dalil.cli.saying import language, problems_said, say_problems, teller, words
from dalil.editing.adding import New, Prepared, Refused, prepare_all
from dalil.editing.forms import KINDS, Field, fields_of
from dalil.editing.likeness import note_twins, twins
from dalil.editing.naming import propose, taken
from dalil.editing.next_steps import next_steps
from dalil.model.kinds import ONE
from dalil.model.values import ID_PATTERN
from dalil.problems import Place, Problems, ProblemsFound, both, phrase
from dalil.reading.documents import Document, read, read_part
from dalil.reading.validation import form_of
from dalil.store import Store
from dalil.text.near import nearest

SEVERAL = "several"
"""Adds records of any kinds together."""


class Kinds(click.Group):
    """A command for each kind of record, with an option for each of its fields."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The kinds, as one calls them."""
        return [*KINDS, SEVERAL]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Reads the fields off the model, and the languages off the project's site file."""
        if name == SEVERAL:
            return several
        if name not in KINDS:
            return None
        root = context.obj[0] if context.obj else Path()
        try:
            locales = open_store(root).written
        except ProblemsFound:
            locales = []
        return _command(name, locales)


@click.group("new", cls=Kinds)
def command() -> None:
    """Add a record: asks for what it needs, or takes it as options."""


@click.command(SEVERAL)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--anyway", is_flag=True, help="Add them although the store may have one already.")
@click.pass_obj
def several(project: tuple[Path, bool], file: Path, anyway: bool) -> None:
    """Add the records of FILE, all or none: records that name one another, such as an event and its claim.

    FILE holds the folder of each kind, and below it the records as they would stand there.
    """
    root, quiet = project
    with problems_said():
        store = open_store(root)
        prepared = _prepared(store, root, _records(file), anyway=anyway)
    prepared[0].changes.write()
    tell = teller(quiet)
    for one in prepared:
        tell(words("new-added", kind=phrase(ONE[PurePosixPath(one.place.path).parts[1]]), id=one.id, place=one.place))
    if prepared[0].updated:
        tell(words("new-updated", day=prepared[0].updated))


def _records(path: Path) -> list[New]:
    """What a file of several kinds holds; raises ProblemsFound for what is no YAML, no known kind or no record."""
    problems = Problems()
    document = read(path.parent, path, problems)
    kinds = tuple(KINDS.values())
    found = []
    for kind, records in document.data.items():
        if kind not in kinds:
            place, near = document.place((kind,), key=True), nearest(kind, kinds)
            problems.add("new-kind", place, kind=kind, kinds=kinds, nearest=near)
            continue
        if not isinstance(records, dict) or not records:
            problems.add("record-not-mapping", document.place((kind,), key=True), id=kind)
            continue
        for record_id, fields in records.items():
            place = document.place((kind, record_id), key=True)
            if not record_id:
                problems.add("bad-id", place, id=record_id, nearest="")
            elif isinstance(fields, dict):
                found.append(New(kind, fields, record_id, at=place))
            else:
                problems.add("record-not-mapping", place, id=record_id)
    if len(problems):
        raise ProblemsFound(problems)
    return found


def _command(word: str, locales: list[str]) -> click.Command:
    kind = KINDS[word]
    fields = fields_of(kind)
    options: list[click.Parameter] = [option for field in fields for option in _options(field, locales)]
    options += [
        click.Option(["--id", "record_id"], default="", help="Its id; one is proposed unless given."),
        click.Option(
            ["--file"], default="", help=f"The file of data/{kind} that it goes into, instead of that of its like."
        ),
        click.Option(["--anyway"], is_flag=True, help="Add it although the store may have it already."),
    ]

    @click.pass_obj
    def run(project: tuple[Path, bool], /, record_id: str, file: str, anyway: bool, **given: Any) -> None:
        root, quiet = project
        with problems_said():
            store = open_store(root)
            answers = _answers(fields, locales, given)
            if sys.stdin.isatty():
                prepared = _asked(store, root, word, answers, record_id, file, anyway)
            else:
                _check_complete(word, fields, answers, locales)
                prepared = _prepared(store, root, [_new(kind, answers, record_id, file)], anyway=anyway)[0]
        prepared.changes.write()
        tell = teller(quiet)
        tell(words("new-added", kind=phrase(ONE[kind]), id=prepared.id, place=prepared.place))
        if prepared.updated:
            tell(words("new-updated", day=prepared.updated))
        tell(words("new-next"))
        for step in next_steps(root, store, kind, prepared.id, answers, language()):
            tell(f"  - {step}")

    help_text = f"Add {'an' if word[0] in 'aeiou' else 'a'} {word}. Without options, on a terminal, it asks."
    return click.Command(word, params=options, callback=run, help=help_text)


def _options(field: Field, locales: list[str]) -> list[click.Option]:
    """The options by which a field is given."""
    name = field.name.replace("_", "-")
    several = _singular(name)
    help_text = field.description
    match field.shape:
        case "text":
            return [
                click.Option([f"--{name}-{code.lower()}", f"{field.name}__{code}"], help=f"{help_text} In {code}.")
                for code in locales
            ]
        case "words by language":
            declared = [f"--{several}", field.name]
            return [
                click.Option(declared, multiple=True, metavar="LANGUAGE=NAME", help=f"{help_text} May be repeated.")
            ]
        case "many":
            kind = click.Choice(list(field.choices)) if field.choices else None
            return [
                click.Option(
                    [f"--{several}", field.name], multiple=True, type=kind, help=f"{help_text} May be repeated."
                )
            ]
        case "yaml items" | "yaml entries":
            declared = [f"--{several}", field.name]
            return [
                click.Option(
                    declared, multiple=True, metavar="YAML", help=f"{help_text} As in a file; may be repeated."
                )
            ]
        case "yaml":
            return [click.Option([f"--{name}", field.name], metavar="YAML", help=f"{help_text} As in a file.")]
    kind = click.Choice(list(field.choices)) if field.choices else None
    default = f" Unless given: {field.default()}." if field.default else ""
    return [click.Option([f"--{name}", field.name], type=kind, help=f"{help_text}{default}")]


def _singular(name: str) -> str:
    return name.removesuffix("es") if name.endswith("ases") else name.removesuffix("s")


def _answers(fields: list[Field], locales: list[str], given: Mapping[str, Any]) -> dict[str, Any]:
    """What the options say, as it will stand in the file; raises ProblemsFound for YAML that cannot be read."""
    found: dict[str, Any] = {}
    problems = Problems()
    for field in fields:
        value = given.get(field.name)
        option = f"--{_singular(field.name)}"
        if field.shape == "text":
            value = {code: text for code in locales if (text := given.get(f"{field.name}__{code}")) is not None}
        elif field.shape == "words by language":
            value = _by_language(value or (), option)
        elif field.shape == "yaml" and value is not None:
            value = _yaml(value, f"--{field.name}", problems)
        elif field.shape == "yaml items":
            value = [_yaml(item, option, problems) for item in value or ()]
        elif field.shape == "yaml entries":
            value = {name: part for item in value or () for name, part in _yaml(item, option, problems).items()}
        elif field.shape == "many":
            value = list(value or ())
        if value:
            found[field.name] = value
    if len(problems):
        raise ProblemsFound(problems)
    return found


def _by_language(items: tuple[str, ...], option: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in items:
        code, equals, name = item.partition("=")
        if not equals or not name.strip():
            raise click.BadParameter(words("new-name-form"), param_hint=option)
        found.setdefault(code.strip(), []).append(name.strip())
    return found


def _yaml(text: str, option: str, problems: Problems) -> dict[str, Any]:
    document = Document(option)
    read_part(document, text, 0, problems)
    return document.data


def _check_complete(word: str, fields: list[Field], answers: dict[str, Any], locales: list[str]) -> None:
    """Fills in what has a default; raises ProblemsFound with every field that is missing."""
    problems = Problems()
    for field in fields:
        if field.name not in answers and field.default:
            answers[field.name] = field.default()
        if field.required and field.name not in answers and not (field.name == "name" and "code" in answers):
            options = both(*(option.opts[0] for option in _options(field, locales)))
            problems.add("new-missing", Place(f"dalil new {word}"), field=field.name, options=options)
    if len(problems):
        raise ProblemsFound(problems)


def _new(kind: str, answers: dict[str, Any], record_id: str, file: str) -> New:
    """The record that answers make, its fields in the order of the model."""
    return New(
        kind, {field.name: answers[field.name] for field in fields_of(kind) if field.name in answers}, record_id, file
    )


def _prepared(store: Store, root: Path, records: list[New], *, anyway: bool) -> list[Prepared]:
    try:
        return prepare_all(store, root, records, anyway=anyway)
    except Refused as refused:
        if refused.block:
            click.echo(f"{words('new-would-stand', place=refused.place)}\n\n{refused.block}\n", err=True)
        raise


def _asked(
    store: Store, root: Path, word: str, answers: dict[str, Any], record_id: str, file: str, anyway: bool
) -> Prepared:
    """Asks for what is missing until the record is sound or the editor gives up."""
    kind = KINDS[word]
    asker = Asker(store, kind)
    fields = {field.name: field for field in asker.order(fields_of(kind))}
    all_of_them = not answers
    for field in fields.values():
        if field.name not in answers and asker.wants(field, answers, all_of_them=all_of_them):
            answer = asker.ask(field, answers)
            if answer:
                answers[field.name] = answer
                anyway = anyway or _is_another(store, kind, answers)
    record_id = record_id or _asked_id(store, kind, answers)
    while True:
        try:
            prepared = _prepared(store, root, [_new(kind, answers, record_id, file)], anyway=anyway)[0]
        except Refused as refused:
            say_problems(refused)
            question = words("new-again", fields=tuple(fields))
            name = click.prompt(f"\n{question}", default="", show_default=False)
            if not name:
                raise click.Abort from None
            if name == "id":
                record_id = _asked_id(store, kind, answers)
            elif name in fields:
                answers[name] = asker.ask(fields[name], answers)
                answers = {key: value for key, value in answers.items() if value}
            continue
        click.echo(f"\n{prepared.block}\n")
        click.confirm(words("new-write", file=prepared.place.path), default=True, abort=True)
        return prepared


def _is_another(store: Store, kind: str, answers: Mapping[str, Any]) -> bool:
    """Says which records the store may have already; whether the editor goes on anyway."""
    problems = Problems()
    note_twins(store, twins(store, kind, "", answers), problems)
    if not len(problems):
        return False
    say_problems(ProblemsFound(problems))
    click.confirm(words("new-another"), default=False, abort=True)
    return True


def _asked_id(store: Store, kind: str, answers: Mapping[str, Any]) -> str:
    proposed = propose(store, kind, answers)
    click.echo(f"\n{click.style(words('new-id'), bold=True)}. {words('new-id-kept')}")
    while True:
        record_id = str(click.prompt(f"  {words('new-id-prompt')}", default=proposed or None)).strip()
        if not re.fullmatch(ID_PATTERN, record_id):
            click.echo(f"  {words('new-expected', form=form_of(ID_PATTERN))}")
        elif record_id in taken(store):
            click.echo(f"  {words('new-taken', id=record_id)}")
        else:
            return record_id
