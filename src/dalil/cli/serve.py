"""`dalil serve`."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import click

from dalil.cli.saying import Refusal, problems_said, progress, say_problems, teller, words
from dalil.problems import ProblemsFound
from dalil.site.preview import preview
from dalil.site.server import serving


@click.command("serve")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--built", is_flag=True, help="Serve the built site as a host would: compressed, following nothing.")
@click.pass_obj
def command(options: tuple[Path, bool], address: str, built: bool) -> None:
    """Preview the site; it follows changes of data, docs, macros and overrides."""
    root, quiet = options
    host, _, port = address.rpartition(":")
    if not port.isdecimal():
        raise click.BadParameter(words("serve-address"), param_hint="--address")

    def said(news: ProblemsFound | str) -> None:
        if isinstance(news, ProblemsFound):
            say_problems(news)
            click.echo(words("serve-last"), err=True)
        else:
            teller(quiet)(words("serve-at", address=news))

    try:
        if built:
            with serving(root / "site", host=host, port=int(port)) as place:
                said(place)
                threading.Event().wait()
        with problems_said(), progress(quiet) as step:
            preview(root, host, int(port), lambda: step, said)
    except OSError as error:
        raise Refusal("serve-refused", address=address, reason=error.strerror or error) from None
    except KeyboardInterrupt:
        sys.exit(0)
