"""Ends a command that is asked to stop, or that met a fault of dalil, in a plain line instead of a traceback."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn

import click

from dalil.cli.saying import words

INTERRUPTED, TERMINATED = 130, 143
"""Exit codes of commands that a signal stops: 128 and the number of the signal, as shells count."""
FAULT = 70
"""EX_SOFTWARE of sysexits.h."""


class Terminated(KeyboardInterrupt):
    """Somebody asked the command to end by SIGTERM or SIGHUP, as systems do when they shut down."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Lets a command that is asked to stop clean up first; it then says so and ends with the signal's exit code."""
    before = _listen()
    try:
        yield
    except KeyboardInterrupt as stopped:
        click.echo(words("stopped"), err=True)
        sys.exit(TERMINATED if isinstance(stopped, Terminated) else INTERRUPTED)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _listen() -> dict[int, Any]:
    """Answers the signals that would end the process at once; gives back what answered them."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    numbers = [one for name in ("SIGTERM", "SIGHUP") if (one := getattr(signal, name, None)) is not None]
    # A signal that whoever started us ignores (nohup) stays ignored.
    return {number: signal.signal(number, _stop) for number in numbers if signal.getsignal(number) is signal.SIG_DFL}


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated


def tell_fault(error: Exception) -> NoReturn:
    """Says that dalil itself is at fault and where the details are, in a new file that only this user can read."""
    # Read only by who needs them.
    import tempfile
    import traceback

    handle, path = tempfile.mkstemp(prefix="dalil-fault-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("".join(traceback.format_exception(error)))
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    click.echo(f"{words('fault', reason=reason)}\n{words('fault-details', path=path)}", err=True)
    sys.exit(FAULT)
