"""What every command says in the same way: problems, progress, and the rest."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from dalil.problems import Place, Problem, ProblemsFound
from dalil.problems.limits import MAX_SHOWN
from dalil.system.progress import Step, silent
from dalil.wording import LANGUAGES, Said, embedded, preferred, say, sentence

if TYPE_CHECKING:
    from rich.progress import TaskID

SUMMARY = 250_000
"""Characters of a summary in Markdown; GitHub takes a mebibyte."""
LANGUAGE = "dalil.language"
"""Where a command's context keeps the language that was asked for."""


def _keep_language(context: click.Context, parameter: click.Parameter, code: str | None) -> None:
    if code:
        context.meta[LANGUAGE] = code


def language_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--lang` to a command; what it says is asked of `language`."""
    return click.option(
        "--lang",
        type=click.Choice(sorted(LANGUAGES)),
        envvar="DALIL_LANG",
        expose_value=False,
        callback=_keep_language,
        help="The language that dalil speaks; that of the terminal unless given.",
    )(command)


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--format` to a command: as markdown, all that it says stands in one block that no word of it can end.

    What is said there may be a stranger's or a foreign server's, and a summary of GitHub Actions is read as Markdown.
    """

    @click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
    @functools.wraps(command)
    def told(*arguments: Any, form: str, **options: Any) -> Any:
        if form == "text":
            return command(*arguments, **options)
        # Read only by who writes a summary.
        from dalil.wording.formats.inert import fenced

        said = io.StringIO()
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                return command(*arguments, **options)
        finally:
            click.echo(fenced(said.getvalue()[:SUMMARY]), nl=False)

    return told


def language() -> str:
    """The language in which this command speaks."""
    context = click.get_current_context(silent=True)
    code = context.meta.get(LANGUAGE) if context else None
    return str(code) if code else preferred(os.environ)


def words(key: str, /, **arguments: object) -> Said:
    """One of the commands' own sentences, in the language in which this command speaks."""
    return sentence(key, language(), **arguments)


def at(place: Place, said: str) -> str:
    """What is said of a place, on a line that starts with it, so that terminals and editors find it."""
    return f"{place}: {embedded(said, language())}"


class Refusal(click.ClickException):
    """Why a command does not do what it was asked to."""

    def __init__(self, key: str, /, **arguments: object) -> None:
        super().__init__(words(key, **arguments))
        # Click shows it when the command, which knows its language, is over.
        self.language = language()

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints it, to standard error."""
        click.echo(sentence("error", self.language, reason=Said(self.message)), file=file, err=True)


def must_be_translated(root: Path, codes: Sequence[str], param_hint: str | None = None) -> None:
    """Raises BadParameter for codes that are no translated locale of the site, as far as its settings can be read."""
    # Read only by the few commands that are given codes.
    from dalil.checks.opening import site_of

    site = site_of(root)
    if site and (unknown := tuple(code for code in codes if code not in site.translated)):
        known = tuple(site.translated)
        key = "locale-no-translated" if known else "locale-none"
        raise click.BadParameter(words(key, codes=unknown, known=known), param_hint=param_hint)


@contextmanager
def problems_said() -> Iterator[None]:
    """Prints problems and ends with exit code 1 instead of a traceback."""
    try:
        yield
    except ProblemsFound as found:
        say_problems(found)
        sys.exit(1)


def say_problems(found: ProblemsFound) -> None:
    """Prints each problem, and their number to standard error."""
    show_problems(found.problems)
    say_number(len(found.problems))


def show_problems(problems: Sequence[Problem]) -> None:
    """Prints problems as they are told to people: the first of them, and how many more there are."""
    for problem in problems[:MAX_SHOWN]:
        click.echo(say(problem, language()))
    if (more := len(problems) - MAX_SHOWN) > 0:
        click.echo(words("problems-more", n=more))


def say_number(number: int) -> None:
    """Prints how many problems there are, to standard error."""
    click.echo(sentence("problems", language(), n=number), err=True)


@contextmanager
def progress(quiet: bool) -> Iterator[Step]:
    """A bar a step on a terminal; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    # Read only by who shows a bar.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def step(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(words(f"step-{what}"), total=of)
            bars.update(tasks[what], completed=done, total=of)

        yield step


def teller(quiet: bool) -> Callable[[str], None]:
    """Says a line, or nothing when quiet."""
    return (lambda said: None) if quiet else click.echo
