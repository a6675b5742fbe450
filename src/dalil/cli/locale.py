"""`dalil locale`: makes a language, keeps it in step, and says how far it is."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dalil.cli.saying import problems_said, teller
from dalil.locales import Locale, is_known
from dalil.model.records import LOCALE_PATTERN


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
        raise click.ClickException(f"{error}.") from None


def _known(context: click.Context, parameter: click.Parameter, code: str) -> str:
    """A code that CLDR knows, written as BCP 47 writes it."""
    import re

    import babel

    parts = code.replace("_", "-").split("-")
    shaped = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]
    found = "-".join(shaped)
    if not re.match(LOCALE_PATTERN, found) or not is_known(found):
        from dalil.problems import nearest

        known = [one.replace("_", "-") for one in babel.localedata.locale_identifiers()]
        near = babel.core.get_global("language_aliases").get(found) or nearest(found, known)
        hint = f" Perhaps “{near}”?" if near else ""
        raise click.BadParameter(f"CLDR knows no locale “{code}”.{hint} Examples: es, pt-BR, zh-Hant.")
    return found


@command.command("add")
@click.argument("code", callback=_known)
@click.option("--fallback", default="", help="What stands in for a missing text, the nearest first: pt,en,ar.")
@click.pass_obj
def add(options: tuple[Path, bool], code: str, fallback: str) -> None:
    """Make a language: its catalogue with every text of the site, and its place in the settings."""
    from dalil.editing.desk import added

    root, quiet = options
    with _refusals_said():
        changes = added(root, code, [one.strip() for one in fallback.split(",") if one.strip()])
        changes.write()
    tell, name = teller(quiet), Locale("en").language(code)
    for path in changes.paths or ["data/site.yml", "mkdocs.yml", f"data/locales/{code}.po"]:
        tell(f"  {path}")
    tell(f"{name} is a language of the site now. Open data/locales/{code}.po in Poedit, or upload it to Weblate.")
    tell(f"See it with: dalil serve --locale {code}")
    tell(f"See how far it is, and what to translate first, with: dalil locale status {code} --next 20")


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
    teller(quiet)(f"“{code}” is no language of the site any more." + (f" {path_of(code)} is kept." if keep else ""))


@command.command("update")
@click.argument("codes", nargs=-1)
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if a catalogue is not in step.")
@click.pass_obj
def update(options: tuple[Path, bool], codes: tuple[str, ...], check: bool) -> None:
    """Carry new, changed and deleted texts into the catalogues of CODES, or of all languages."""
    from dalil.editing.desk import updated
    from dalil.loading import load
    from dalil.problems import Problems

    root, quiet = options
    with _refusals_said():
        site = load(root, Problems()).site
        if site and (unknown := [code for code in codes if code not in site.translated]):
            known = ", ".join(site.translated) or "none"
            raise click.BadParameter(f"the site has no translated language {', '.join(unknown)}; it has {known}")
        changes = updated(root, codes)
        behind = changes.paths
        if not check:
            changes.write()
    tell = teller(quiet)
    if not behind:
        tell("Every catalogue is in step with the texts.")
    elif check:
        click.echo(f"Not in step with the texts: {', '.join(behind)}. Run: dalil locale update", err=True)
        sys.exit(1)
    else:
        for path in behind:
            tell(f"{path}: brought in step")


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
    from dalil.editing.desk import sound_store
    from dalil.problems import Problems, ProblemsFound
    from dalil.translation.reviewing import due, read_agreements
    from dalil.translation.standing import translated
    from dalil.translation.tally import progress_of

    root, _ = options
    if badge and not badge.parent.is_dir():
        raise click.BadParameter(f"there is no folder {badge.parent}", param_hint="--badge")
    with _refusals_said():
        store, problems = sound_store(root), Problems()
        if unknown := [code for code in codes if code not in store.locales]:
            raise click.BadParameter(f"the site has no {', '.join(unknown)}; it has {', '.join(store.locales)}")
        waiting = due(store, read_agreements(root, problems))
        _, standings = translated(root, store, problems)
        if len(problems):
            raise ProblemsFound(problems)
    progress = [one for one in progress_of(store, standings, waiting) if not codes or one.locale in codes]
    if following:
        from dalil.settings import read_settings
        from dalil.translation.work import work_list

        settings = read_settings(root, store, Problems())
        for one in progress:
            if one.locale in standings:
                source = store.site.source_of(one.locale)
                for unit in work_list(root, store, settings, standings[one.locale])[:following]:
                    state = standings[one.locale].states[unit.key]
                    click.echo(f"{one.locale}  {state:8}  {unit.key}\n    {unit.text[source]}")
    elif as_json:
        found = {
            one.locale: {
                "percent": one.all.percent,
                **one.all.counts,
                "kinds": {kind: tally.counts for kind, tally in one.kinds.items()},
            }
            for one in progress
        }
        click.echo(json.dumps(found, indent=2))
    else:
        from dalil.cli.bars import show

        show(progress)
    if badge:
        from dalil.translation.badge import badge_of

        badge.write_text(badge_of(progress), encoding="utf-8")
    if fail_under is not None and (low := [one for one in progress if one.all.percent < fail_under]):
        said = ", ".join(f"{one.locale} {one.all.percent} %" for one in low)
        click.echo(f"Under {fail_under} %: {said}", err=True)
        sys.exit(1)
