"""`dalil serve`."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import click

from dalil.cli.saying import Refusal, must_be_translated, progress, say_problems, teller, words
from dalil.cli.stopping import Terminated
from dalil.problems import ProblemsFound
from dalil.site.publishing import tidy


@click.command("serve")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--built", is_flag=True, help="Serve the built site as a host would: compressed, following nothing.")
@click.option("--locale", help="Build this language alone, and show each text's name, state and original on request.")
@click.option(
    "--pseudo", is_flag=True, help="Add two made-up languages, to try the design: longer words, right to left."
)
@click.pass_obj
def command(options: tuple[Path, bool], address: str, built: bool, locale: str | None, pseudo: bool) -> None:
    """Preview the site; its pages follow changes of data, docs, macros and overrides, and show problems."""
    root, quiet = options
    tidy(root, root / "site")
    host, port = _host_and_port(address)
    # Read only by who serves.
    from dalil.site.preview import preview
    from dalil.site.server import is_open, serving
    from dalil.store.settings import base_of

    if is_open(host):
        click.secho(words("serve-open", address=address), err=True, bold=True, fg="red")
    tell = teller(quiet)
    if locale is not None:
        must_be_translated(root, [locale], param_hint="--locale")

    def said(place: str, found: ProblemsFound | None) -> None:
        if found is not None:
            say_problems(found)
        shown = f"{place}{locale}/" if locale else place
        tell(words("preview-stands" if found is None else "preview-too", address=shown))

    try:
        if built:
            with serving(root / "site", host=host, port=port, base=base_of(root)) as place:
                said(place, None)
                threading.Event().wait()
        with progress(quiet) as step:
            preview(root, host, port, lambda: step, said, only=locale, pseudo=pseudo)
    except OSError as error:
        raise Refusal("serve-refused", address=address, reason=error.strerror or error) from None
    except Terminated:
        raise
    except KeyboardInterrupt:
        sys.exit(0)  # The way in which a preview ends.


def _host_and_port(address: str) -> tuple[str, int]:
    """The two parts of an address such as 127.0.0.1:8000 or [::1]:8000; raises BadParameter for what is none."""
    host, _, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") if host.startswith("[") else host
    fits = port.isascii() and port.isdecimal() and len(port) <= 5 and int(port) <= 65535
    try:
        host.encode("idna")
    except UnicodeError:
        fits = False
    if not fits or not host or not host.isprintable():
        raise click.BadParameter(words("serve-address"), param_hint="--address")
    return host, int(port)
