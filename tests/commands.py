"""Calls commands of dalil in this process: the same words and codes as those of a process of its own, and much sooner."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from dalil.cli import main


@dataclass(frozen=True)
class Done:
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str


def dalil(root: Path, *arguments: str, given: str = "", **environment: str) -> Done:
    """Runs a command on a project, with nobody at a terminal; `given` is what stands on its standard input."""
    return called(["--project", str(root), *arguments], given, environment)


def called(arguments: list[str], given: str = "", environment: dict[str, str] | None = None) -> Done:
    """Runs `dalil` with these arguments in this folder; what it raises is raised here."""
    result = CliRunner(env=environment).invoke(main, arguments, input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)
