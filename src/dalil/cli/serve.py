"""`dalil serve`."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import click

from dalil.cli.saying import language, progress, say_problems, teller
from dalil.problems import ProblemsFound
from dalil.site.preview import preview
from dalil.site.server import serving
from dalil.wording import sentence


@click.command("serve")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--built", is_flag=True, help="Serve the built site as a host would: compressed, following nothing.")
@click.pass_obj
def command(options: tuple[Path, bool], address: str, built: bool) -> None:
    """Preview the site; its pages follow changes of data, docs, macros and overrides, and show problems."""
    root, quiet = options
    host, _, port = address.rpartition(":")
    if not port.isdecimal():
        raise click.BadParameter("an address is written such as 127.0.0.1:8000", param_hint="--address")

    tell = teller(quiet)

    def said(place: str, found: ProblemsFound | None) -> None:
        if found is not None:
            say_problems(found)
        tell(sentence("preview-stands" if found is None else "preview-too", language(), address=place))

    try:
        if built:
            with serving(root / "site", host=host, port=int(port)) as place:
                said(place, None)
                threading.Event().wait()
        with progress(quiet) as step:
            preview(root, host, int(port), lambda: step, said)
    except OSError as error:
        raise click.ClickException(f"{address} cannot be served: {error.strerror or error}") from None
    except KeyboardInterrupt:
        sys.exit(0)
