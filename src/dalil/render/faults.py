"""What goes wrong while a page is made, told to whom it concerns: at the page's call, or at the macro's line."""

from __future__ import annotations

from pathlib import PurePosixPath

from dalil.problems import Place, Problems
from dalil.render.budget import Refused
from dalil.render.calls import Call
from dalil.render.reasons import reason_of
from dalil.render.texts import InterfaceMissing


class CallFailed(Exception):
    """A call of a page could not be made; the cause is its `__cause__`."""

    def __init__(self, call: Call) -> None:
        super().__init__(call.macro)
        self.call = call


def note_failure(error: BaseException, path: str, problems: Problems) -> None:
    """Notes why the page of the skeleton at `path` could not be made.

    What a macro may not do is the macro's fault; anything else is told at the call, whose arguments brought it up.
    """
    call = error.call if isinstance(error, CallFailed) else None
    cause = (error.__cause__ or error) if isinstance(error, CallFailed) else error
    if isinstance(cause, InterfaceMissing):
        problems.add("interface-missing", Place("data/interface"), id=cause.args[0])
        return
    macro = _line_of_macro(cause)
    reason = reason_of(cause)
    if macro and (call is None or isinstance(cause, Refused | RecursionError | MemoryError)):
        problems.add("macro-template", macro, reason=reason)
    else:
        problems.add("page-template", call.place if call else Place(path), reason=reason)


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
