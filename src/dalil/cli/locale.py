"""`dalil locale`: makes a language, keeps it in step, and says how far it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dalil.cli.saying import Refusal, format_option, language, must_be_translated, problems_said, teller, words
from dalil.model.locales import Locale, UnknownLocale, known_code
from dalil.wording import Said, listed, set_apart
from dalil.wording.formats import machine

if TYPE_CHECKING:
    from dalil.store import Store

SHOWN = 12
"""How many letters are given as examples."""


@click.group("locale")
def command() -> None:
    """Add a language, keep its translations in step with the texts, see how far they are."""


@contextmanager
def _refusals_said() -> Iterator[None]:
    from dalil.editing.desk import CannotAdd
    from dalil.editing.layout import CannotEdit

    try:
        with problems_said():
            yield
    except (CannotAdd, CannotEdit) as error:
        raise Refusal("refused", reason=error.reason) from None


def _known(context: click.Context, parameter: click.Parameter, code: str) -> str:
    """A code that CLDR knows, written as BCP 47 writes it."""
    try:
        return known_code(code)
    except UnknownLocale as error:
        near = error.nearest
        said = words("locale-unknown-near", code=code, nearest=near) if near else words("locale-unknown", code=code)
        raise click.BadParameter(said) from None


def faces_said(code: str, store: Store, root: Path, *kinds: str) -> Iterator[str]:
    """Which letters of a language the published faces lack: those that it gets a face for, those left to the system."""
    from dalil.site.faces import letters_of

    letters = letters_of(code, store, root)
    for kind in kinds:
        if lacking := getattr(letters, kind):
            shown = " ".join(sorted(lacking)[:SHOWN])
            name = Said(Locale(language()).language(code))
            yield words(f"locale-face-{kind}", language=name, count=len(lacking), letters=shown)


@command.command("add")
@click.argument("code", callback=_known)
@click.option("--fallback", default="", help="What stands in for a missing text, the nearest first: pt,en,ar.")
@click.pass_obj
def add(options: tuple[Path, bool], code: str, fallback: str) -> None:
    """Make a language: its catalogue with every text of the site, and its place in the settings."""
    from dalil.checks.opening import Need, open_store
    from dalil.editing.desk import added
    from dalil.problems import Problems
    from dalil.translation.catalogue import parse_catalogue, path_of
    from dalil.translation.shipped import count_shipped
    from dalil.translation.standing import translated

    root, quiet = options
    with _refusals_said():
        changes = added(root, code, [one.strip() for one in fallback.split(",") if one.strip()])
        paths = changes.paths
        changes.write()
    tell, name = teller(quiet), Said(Locale(language()).language(code))
    for path in paths:
        tell(f"  {set_apart(path, language())}")
    tell(words("locale-added", language=name, code=code))
    catalogue = parse_catalogue(changes.text(path_of(code)), code, Problems())
    if catalogue and (count := count_shipped(catalogue)):
        tell(words("locale-shipped", count=count))
    for line in faces_said(code, translated(root, open_store(root, Need.SOUND), Problems())[0], root, "made", "system"):
        tell(line)
    tell(words("locale-see", code=code))
    tell(words("locale-how-far", code=code))


@command.command("remove")
@click.argument("code")
@click.option("--keep", is_flag=True, help="Keep the catalogue, so that adding the language again goes on from it.")
@click.pass_obj
def remove(options: tuple[Path, bool], code: str, keep: bool) -> None:
    """Take a language out of the site, and delete its catalogue."""
    from dalil.editing.desk import removed
    from dalil.translation.catalogue import path_of

    root, quiet = options
    with _refusals_said():
        removed(root, code).write()
    if not keep:
        path = root / path_of(code)
        path.unlink(missing_ok=True)
        if path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
    kept = words("locale-kept", code=code, file=path_of(code)) if keep else words("locale-removed", code=code)
    teller(quiet)(kept)


@command.command("update")
@format_option
@click.argument("codes", nargs=-1)
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if a catalogue is not in step.")
@click.pass_obj
def update(options: tuple[Path, bool], codes: tuple[str, ...], check: bool) -> None:
    """Carry new, changed and deleted texts into the catalogues of CODES, or of all languages."""
    from dalil.editing.desk import updated

    root, quiet = options
    with _refusals_said():
        must_be_translated(root, codes)
        changes = updated(root, codes)
        behind = changes.paths
        if not check:
            changes.write()
    tell = teller(quiet)
    if not behind:
        tell(words("locale-in-step"))
    elif check:
        click.echo(words("locale-behind", files=tuple(behind)), err=True)
        sys.exit(1)
    else:
        for path in behind:
            tell(words("locale-brought", file=path))


@command.command("template")
@click.pass_obj
def template(options: tuple[Path, bool]) -> None:
    """Print the texts to be translated as a PO template, for tools that start languages themselves."""
    from dalil.editing.desk import template as template_of

    with _refusals_said():
        click.echo(template_of(options[0]), nl=False)


@command.command("status")
@click.argument("codes", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option(
    "--next", "following", type=click.IntRange(1), help="List so many texts to translate, the first met first."
)
@click.option(
    "--fail-under", type=click.IntRange(0, 100), help="Exit with 1 if a language has less than so many percent."
)
@click.option(
    "--badge", type=click.Path(path_type=Path, dir_okay=False), help="Write a picture with the figures (SVG)."
)
@click.pass_obj
def status(
    options: tuple[Path, bool],
    codes: tuple[str, ...],
    as_json: bool,
    following: int | None,
    fail_under: int | None,
    badge: Path | None,
) -> None:
    """Say how far each language is: done, stale, proposed, missing, broken, by kind of text."""
    from dalil.checks.opening import Need, open_store
    from dalil.problems import Problems, ProblemsFound
    from dalil.translation.agreed import read_agreements
    from dalil.translation.reviewing import due
    from dalil.translation.standing import translated
    from dalil.translation.tally import progress_of

    root, _ = options
    if following and as_json:
        raise click.UsageError(words("locale-json-next"))
    if badge and not badge.parent.is_dir():
        raise click.BadParameter(words("locale-no-folder", folder=badge.parent), param_hint="--badge")
    with _refusals_said():
        store, problems = open_store(root, Need.SOUND), Problems()
        if unknown := [code for code in codes if code not in store.locales]:
            raise click.BadParameter(words("locale-not-there", codes=tuple(unknown), known=tuple(store.locales)))
        waiting = due(store, read_agreements(root, problems))
        _, standings = translated(root, store, problems)
        if len(problems):
            raise ProblemsFound(problems)
    progress = [one for one in progress_of(store, standings, waiting) if not codes or one.locale in codes]
    if following:
        from dalil.store.settings import read_settings
        from dalil.translation.work import work_list

        settings = read_settings(root, store, Problems())
        for one in progress:
            if one.locale in standings:
                source = store.site.source_of(one.locale)
                for unit in work_list(root, store, settings, standings[one.locale])[:following]:
                    state = standings[one.locale].states[unit.key]
                    head = f"{set_apart(one.locale, language())}  {words(f'state-{state}'):8}"
                    click.echo(
                        f"{head}  {set_apart(unit.key, language())}\n    {set_apart(unit.text[source], language())}"
                    )
    elif as_json:
        found = {
            one.locale: {
                "percent": one.all.percent,
                **one.all.counts,
                "kinds": {kind: tally.counts for kind, tally in one.kinds.items()},
            }
            for one in progress
        }
        click.echo(machine.as_json(found))
    else:
        from dalil.cli.bars import show

        show(progress)
    if badge:
        from dalil.translation.badge import badge_of

        badge.write_text(badge_of(progress), encoding="utf-8")
    if fail_under is not None and (low := [one for one in progress if one.all.percent < fail_under]):
        figures = [words("locale-figure", code=one.locale, percent=one.all.percent) for one in low]
        click.echo(words("locale-under", limit=fail_under, figures=listed(figures, language())), err=True)
        sys.exit(1)
