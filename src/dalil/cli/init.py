"""`dalil init`."""

from __future__ import annotations

import datetime
import os
import shlex
import sys
from pathlib import Path

import click

from dalil.cli.saying import language, teller
from dalil.model.locales import Locale
from dalil.wording import message_of, sentence


@click.command("init")
@click.argument("directory", type=click.Path(path_type=Path))
@click.option(
    "--locales",
    default="ar,en",
    show_default=True,
    metavar="CODES",
    help="The site's languages, the default one first. The example is there in ar and en; others get a catalogue.",
)
@click.option(
    "--title",
    "titles",
    multiple=True,
    required=True,
    metavar="[CODE=]TITLE",
    help="The site's title: once for all languages, or once for each, as in --title ar=… --title en=….",
)
@click.pass_obj
def command(options: tuple[Path, bool], directory: Path, locales: str, titles: tuple[str, ...]) -> None:
    """Start a new explainer in DIRECTORY, with an example of every kind of record."""
    from dalil.desk.start.making import start
    from dalil.desk.start.wish import CannotStart, wish_of

    spoken, target = language(), Path(os.path.abspath(directory))
    try:
        wish = wish_of(locales, titles)
        start(target, wish, datetime.date.today())
    except CannotStart as refusal:
        details = {name: str(value) for name, value in refusal.details.items()}
        if refusal.problem:
            details["reason"] = message_of(refusal.problem, spoken)
        click.echo(sentence(refusal.key, spoken, **details), err=True)
        sys.exit(1)
    tell, speaker = teller(options[1]), Locale(spoken)
    names = speaker.list([speaker.language(code) for code in wish.locales])
    tell(sentence("init-made", spoken, folder=str(directory), languages=names))
    enter = [] if target == Path.cwd() else [f"cd {shlex.quote(str(directory))}"]
    for line in [*enter, "git init", "make site", "make serve"]:
        tell(f"  {line}")
    tell(sentence("init-next", spoken))
