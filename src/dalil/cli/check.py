"""`dalil check`."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dalil.cli.references import stale_references
from dalil.cli.saying import Refusal, language, language_option, say_number, show_problems, teller
from dalil.problems import Place, Problem, Problems, ProblemsFound
from dalil.problems.limits import MAX_BYTES
from dalil.reading.files.real import read_real
from dalil.site.publishing import tidy
from dalil.wording import sentence

if TYPE_CHECKING:
    from dalil.project.whole import Checked

FORMATS = ("text", "json", "github", "sarif")


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--base", help="Ask for a note of each claim that says something else than at this commit.")
@click.option("--with-code", is_flag=True, help="With --base: run this state's own macros though they differ.")
@click.option("--watch", is_flag=True, help="Check again after every change, until interrupted.")
@language_option
@click.pass_obj
def command(
    options: tuple[Path, bool], files: tuple[Path, ...], form: str, base: str | None, with_code: bool, watch: bool
) -> None:
    """Check the store, the pages and the macros; print every problem.

    With FILES, only these files or folders are checked, quickly and without making pages.
    """
    root, quiet = options
    tidy(root, root / "site")
    if watch and form != "text":
        raise click.UsageError("--watch goes with --format text only.")
    if files and base is not None:
        raise click.UsageError("--base goes without files: a claim may say something else because of another file.")

    def once() -> bool:
        problems, sound = _check_files(root, files, quiet) if files else _check_all(root, base, quiet, with_code)
        _write(problems, form, root)
        if form == "text" and not problems:
            teller(quiet)(sound)
        return not problems

    if not watch:
        sys.exit(0 if once() else 1)
    sys.exit(0 if _watch(root, once, quiet) else 1)


def _check_all(root: Path, base: str | None, quiet: bool, with_code: bool) -> tuple[Sequence[Problem], str]:
    """The problems of a project, and what to say if there is none. With `base`, also changes that are not noted."""
    # Rendering takes long to read, and only the whole check needs it.
    from dalil.project.whole import check_project

    try:
        checked = check_project(root, strict=True) if base is None else _check_since(root, base, quiet, with_code)
    except ProblemsFound as found:
        every = [*found.problems, *stale_references(root).sorted()]
        return sorted(every, key=lambda one: one.sort_key), ""
    store = checked.store
    if stale := stale_references(root, store.written).sorted():
        return stale, ""
    counted = {kind: len(store.of_kind(kind)) for kind in ("claims", "statements", "disputes", "sources")}
    return [], sentence("sound", language(), **counted, pages=checked.renderer.count(), locales=tuple(store.locales))


def _check_since(root: Path, base: str, quiet: bool, with_code: bool) -> Checked:
    """Checks a project and the notes of its changes; code that differs from the base's is not run."""
    from dalil.desk.impact.history import NoHistory
    from dalil.desk.impact.notes import check_notes, former_state
    from dalil.project.whole import check_project

    problems = Problems()
    try:
        with former_state(root, base) as former:
            code = former.root if former.code and not with_code else None
            if code is not None and not quiet:
                click.echo(sentence("code-of-base", language(), files=tuple(former.code), base=base), err=True)
            checked = check_project(root, strict=True, code=code)
            check_notes(root, former, problems, code)
    except NoHistory as error:
        raise Refusal("history", reason=error.reason) from None
    if len(problems):
        raise ProblemsFound(problems)
    return checked


def _check_files(root: Path, files: Sequence[Path], quiet: bool) -> tuple[Sequence[Problem], str]:
    """The problems of some files, and what to say if there is none."""
    from dalil.project.some_files import check_files

    partly = check_files(root, files)
    number = len(partly.files)
    if not quiet and partly.passed_over:
        click.echo(sentence("passed-over", language(), files=tuple(partly.passed_over)), err=True)
    if not quiet and partly.problems:
        click.echo(sentence("checked-alone", language(), n=number), err=True)
    stale = stale_references(root, files=partly.files).sorted()
    return sorted([*partly.problems, *stale], key=lambda one: one.sort_key), sentence(
        "sound-alone", language(), n=number
    )


def _write(problems: Sequence[Problem], form: str, root: Path) -> None:
    """Prints problems in a format; their number goes to standard error."""
    if form == "text":
        show_problems(problems)
    elif form == "json":
        from dalil.wording.formats.records import as_json

        click.echo(as_json(problems, language()))
    elif form == "github":
        from dalil.wording.formats.github import as_github

        if said := as_github(_from_here(problems, root), language()):
            click.echo(said)
    else:
        from dalil.wording.formats.sarif import as_sarif

        click.echo(as_sarif(_from_here(problems, root), language(), page=_page(root), line_of=_lines()))
    if problems:
        say_number(len(problems))


def _from_here(problems: Sequence[Problem], root: Path) -> list[Problem]:
    """The problems with paths from the present folder, which for GitHub is the repository."""
    here = Path.cwd().resolve()
    if root == here or not root.is_relative_to(here):
        return list(problems)
    folder = root.relative_to(here).as_posix()
    return [replace(one, place=replace(one.place, path=f"{folder}/{one.place.path}")) for one in problems]


def _lines() -> Callable[[Place], str]:
    """Gives the words of a line of a file."""
    read: dict[str, list[str]] = {}

    def line_of(place: Place) -> str:
        if place.path not in read:
            try:
                read[place.path] = read_real(Path(place.path), MAX_BYTES).decode(errors="replace").split("\n")
            except OSError:
                read[place.path] = []
        lines = read[place.path]
        return lines[place.line - 1] if place.line <= len(lines) else ""

    return line_of


def _page(root: Path) -> str:
    """The address of the page of all codes in the repository, if mkdocs.yml says where that is."""
    from dalil.problems import Problems
    from dalil.reading.documents import read

    path = root / "mkdocs.yml"
    address = read(root, path, Problems()).data.get("repo_url") if path.is_file() else None
    return f"{str(address).rstrip('/')}/blob/HEAD/data/PROBLEMS.md" if address else ""


def _watch(root: Path, once: Callable[[], bool], quiet: bool) -> bool:
    """Checks again after every change, until interrupted; says whether the last check found nothing."""
    from dalil.system.watching import watching

    sound = once()
    try:
        with watching(root) as wait:
            while True:
                if not quiet:
                    now = datetime.datetime.now().strftime("%H:%M:%S")
                    click.echo(sentence("watching", language(), time=now), err=True)
                wait()
                sound = once()
    except KeyboardInterrupt:
        return sound
