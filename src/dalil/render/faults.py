"""What goes wrong while a page is made, told to whom it concerns: at the page's call, or at the macro's line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from dalil.problems import Place, Problems
from dalil.render.border import EngineFault, is_told
from dalil.render.budget import Refused
from dalil.render.calls import Call
from dalil.render.reasons import reason_of
from dalil.render.texts import InterfaceMissing


class CallFailed(Exception):
    """A call of a page could not be made; the cause is its `__cause__`."""

    def __init__(self, call: Call) -> None:
        super().__init__(call.macro)
        self.call = call


@contextmanager
def failures_at(place: Place, problems: Problems) -> Iterator[None]:
    """Notes whatever goes wrong while the text at a place is made into words, and goes on after it."""
    try:
        yield
    except Exception as error:
        note_failure(error, place, problems)


def note_failure(error: BaseException, place: Place, problems: Problems) -> None:
    """Notes why what stands at a place, a skeleton or a text of a record, could not be made.

    What a macro may not do is the macro's fault; anything else is told at the call, whose arguments brought it up.
    Raises EngineFault again: what no editor can mend ends the command with a report (`cli.stopping`).
    """
    call = error.call if isinstance(error, CallFailed) else None
    cause = (error.__cause__ or error) if isinstance(error, CallFailed) else error
    if isinstance(cause, EngineFault):
        raise cause
    if call is None and not is_told(cause):  # No macro stood between.
        raise EngineFault(f"{type(cause).__name__}: {cause}") from cause
    if isinstance(cause, InterfaceMissing):
        problems.add("interface-missing", Place("data/interface"), id=cause.args[0])
        return
    macro = _line_of_macro(cause)
    reason = reason_of(cause)
    if macro and (call is None or isinstance(cause, Refused | RecursionError | MemoryError)):
        problems.add("macro-template", macro, reason=reason)
    else:
        problems.add("page-template", call.place if call else place, reason=reason)


def _line_of_macro(error: BaseException) -> Place | None:
    """The innermost line of a macro that an error passed through; a frame of compiled code knows its template."""
    found, step = None, error.__traceback__
    while step is not None:
        template = step.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            file = PurePosixPath(template.filename).name
            found = Place(f"macros/{file}", template.get_corresponding_lineno(step.tb_lineno))
        step = step.tb_next
    return found
