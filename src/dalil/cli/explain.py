"""`dalil explain`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dalil.cli.references import note_explanations
from dalil.cli.saying import language, language_option, say_problems, teller, words
from dalil.problems import Problems, ProblemsFound
from dalil.text.near import nearest
from dalil.wording import WORDING, sentence
from dalil.wording.explaining import PAGES, as_page, as_text, groups, title_of


@click.command("explain")
@click.argument("code", required=False)
@click.option("--write", is_flag=True, help="Write data/PROBLEMS.md and data/PROBLEMS.ar.md, the pages of all codes.")
@click.option("--check", "only_check", is_flag=True, help="Fail when the pages are not up to date.")
@language_option
@click.pass_obj
def command(options: tuple[Path, bool], code: str | None, write: bool, only_check: bool) -> None:
    """Explain the CODE of a problem: what it means, why it matters, and an example. Without CODE, list all."""
    root, quiet = options
    if write or only_check:
        _pages(root, quiet, only_check)
    elif code is None:
        click.echo(_list(language()))
    elif code in WORDING:
        click.echo(as_text(code, language()))
    else:
        near = nearest(code, WORDING)
        said = [sentence("no-code", language(), code=code)]
        said += [sentence("meant", language(), nearest=near)] if near else []
        click.echo(" ".join(said), err=True)
        sys.exit(1)


def _list(spoken: str) -> str:
    """Every code with what it says, by group."""
    width = max(len(code) for code in WORDING)
    parts = []
    for name, codes in groups().items():
        lines = [f"  {code:<{width}}  {title_of(code, spoken)}" for code in codes]
        parts.append("\n".join([sentence(f"group-{name}", spoken), *lines]))
    return "\n\n".join(parts)


def _pages(root: Path, quiet: bool, only_check: bool) -> None:
    if only_check:
        problems = Problems()
        note_explanations(root, problems)
        if len(problems):
            say_problems(ProblemsFound(problems))
            sys.exit(1)
        return
    for spoken, name in PAGES.items():
        (root / name).write_text(as_page(spoken), encoding="utf-8")
        teller(quiet)(words("wrote", file=name))
