"""The command `dalil`: `check`, `build`, `serve`, `stats`, `macros`."""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table

from dalil.problems import ProblemsFound
from dalil.project import Step, check_project, silent
from dalil.wording import say

STEPS = {
    "check": "Checking",
    "render": "Rendering pages",
    "site": "Making the site",
    "cards": "Drawing pictures",
    "compress": "Compressing",
    "verify": "Verifying pages",
}


class Commands(click.Group):
    """The commands; a fault of dalil itself is said in a line, and its details go into a file."""

    def invoke(self, context: click.Context) -> Any:
        """Runs a command; nobody gets a traceback."""
        try:
            return super().invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            path = Path(tempfile.gettempdir(), "dalil-fault.txt")
            path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            click.echo(f"dalil could not go on: {reason}\nThe details are in {path}; please report them.", err=True)
            sys.exit(70)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The project's folder; this folder unless given.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but problems.")
@click.pass_context
def main(context: click.Context, project: Path, quiet: bool) -> None:
    """Turns a store of cited facts into an explainer site."""
    context.obj = (project.resolve(), quiet)


@contextmanager
def _problems_said() -> Iterator[None]:
    """Prints problems and ends with exit code 1 instead of a traceback."""
    try:
        yield
    except ProblemsFound as found:
        _print(found)
        sys.exit(1)


def _print(found: ProblemsFound) -> None:
    for problem in found.problems:
        click.echo(say(problem))
    number = len(found.problems)
    click.echo(f"{number} problem{'' if number == 1 else 's'}.", err=True)


@contextmanager
def _progress(quiet: bool) -> Iterator[Step]:
    """A bar a step on a terminal; nothing elsewhere."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def step(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(STEPS.get(what, what), total=of)
            progress.update(tasks[what], completed=done, total=of)

        yield step


def _say(quiet: bool) -> Callable[[str], None]:
    return (lambda words: None) if quiet else click.echo


@main.command()
@click.pass_obj
def check(options: tuple[Path, bool]) -> None:
    """Check the store, the pages and the macros; print every problem."""
    root, quiet = options
    with _problems_said():
        checked = check_project(root)
    store = checked.store
    _say(quiet)(
        f"No problems: {len(store.claims)} claims, {len(store.statements)} statements, {len(store.disputes)} disputes, "
        f"{len(store.sources)} sources, {checked.renderer.count()} pages in {', '.join(store.locales)}."
    )


@main.command()
@click.option("--site", type=click.Path(path_type=Path), default=None, help="Where the site goes; `site` unless given.")
@click.pass_obj
def build(options: tuple[Path, bool], site: Path | None) -> None:
    """Build the whole site; the last one stays if anything is wrong."""
    from dalil.site.build import build as build_site
    from dalil.site.pictures import undrawn

    root, quiet = options
    target = site.resolve() if site else root / "site"
    with _problems_said(), _progress(quiet) as step:
        built = build_site(root, target, step)
    seen = built.seen
    _say(quiet)(
        f"Built {seen.pages} pages into {target}: {seen.links} links lead somewhere, {seen.claims} claims shown with "
        f"{seen.marks} citation marks, {seen.without_marks} without one, {seen.prose_outside} words outside claims."
    )
    if (notice := undrawn(built.checked)) and not quiet:
        click.echo(notice, err=True)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--built", is_flag=True, help="Serve the built site as a host would: compressed, following nothing.")
@click.pass_obj
def serve(options: tuple[Path, bool], address: str, built: bool) -> None:
    """Preview the site; it follows changes of data, docs, macros and overrides."""
    from dalil.site.preview import preview
    from dalil.site.server import serving

    root, quiet = options
    host, _, port = address.rpartition(":")
    if not port.isdecimal():
        raise click.BadParameter("an address is written such as 127.0.0.1:8000", param_hint="--address")

    def said(news: ProblemsFound | str) -> None:
        if isinstance(news, ProblemsFound):
            _print(news)
            click.echo("The preview shows the last sound state.", err=True)
        else:
            _say(quiet)(f"The preview stands at {news}")

    try:
        if built:
            with serving(root / "site", host=host, port=int(port)) as place:
                said(place)
                threading.Event().wait()
        with _problems_said(), _progress(quiet) as step:
            preview(root, host, int(port), lambda: step, said)
    except OSError as error:
        raise click.ClickException(f"{address} cannot be served: {error.strerror or error}") from None
    except KeyboardInterrupt:
        sys.exit(0)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def stats(options: tuple[Path, bool], as_json: bool) -> None:
    """Count records, citations and coverage."""
    from dalil.stats import count

    with _problems_said():
        figures = count(check_project(options[0]))
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False, indent=2))
        return
    table = Table(show_header=False, box=None)
    for name, figure in figures.items():
        table.add_row(name.replace("_", " "), _shown(figure))
    Console().print(table)


def _shown(figure: Any) -> str:
    if isinstance(figure, dict):
        return ", ".join(f"{name} {number}" for name, number in figure.items())
    return ", ".join(figure) if isinstance(figure, list) else str(figure)


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Fail when the reference is not up to date.")
@click.pass_obj
def macros(options: tuple[Path, bool], only_check: bool) -> None:
    """Write macros/README.md, the reference of all macros."""
    from dalil.render.reference import reference

    root, quiet = options
    path = root / "macros" / "README.md"
    text = reference(root / "macros")
    if only_check:
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            click.echo("macros/README.md:1:1: error[reference-stale]: not up to date\n  hint: Run `dalil macros`.")
            sys.exit(1)
        return
    path.write_text(text, encoding="utf-8")
    _say(quiet)(f"Wrote {path.relative_to(root)}.")


if __name__ == "__main__":
    main()
