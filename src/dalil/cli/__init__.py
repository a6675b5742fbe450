"""The command `dalil`. Each command stands in a file of its own, which is read only when the command is called."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from dalil.cli.saying import language_option
from dalil.cli.stopping import stoppable, tell_fault

COMMANDS = (
    "build",
    "check",
    "due",
    "explain",
    "impact",
    "init",
    "locale",
    "macros",
    "new",
    "rename",
    "retract",
    "review",
    "schema",
    "serve",
    "show",
    "sources",
    "stats",
)
"""A command is the function `command` of the module of its name."""


class Commands(click.Group):
    """The commands; a fault of dalil itself is said in a line, and its details go into a file."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Every command's name."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Reads the command's module, so that a quick command need not wait for the rest of the engine."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"dalil.cli.{name}").command
        return command

    def invoke(self, context: click.Context) -> Any:
        """Runs a command; nobody gets a traceback."""
        try:
            with stoppable():
                return super().invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            # Whoever read the output, such as `head`, has had enough; Python would complain once more when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(0)
        except Exception as error:
            tell_fault(error)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The project's folder; this folder unless given.",
)
@language_option
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but problems.")
@click.pass_context
def main(context: click.Context, project: Path, quiet: bool) -> None:
    """Turns a store of cited facts into an explainer site."""
    context.obj = (project.resolve(), quiet)
