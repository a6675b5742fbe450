"""The packages that a new project needs, out of all that are pinned for work on dalil itself."""

from __future__ import annotations

import re
from collections.abc import Collection

OWN = "dalil (pyproject.toml)"
"""What uv names as the reason of a package that dalil needs to run."""
ENTRY = re.compile(r"^(?=[A-Za-z0-9][A-Za-z0-9._-]*(?:\[[^\]]*\])?==)", re.MULTILINE)
NAME = re.compile(r"[A-Za-z0-9._-]+")
REASON = re.compile(r"^ +#(?: via|  ) +(\S.*)$", re.MULTILINE)


def lock_for(text: str, also: Collection[str]) -> str:
    """The entries of a lock file of uv that dalil needs, those of some packages more, and all that these need."""
    entries = {_name(entry): entry for entry in ENTRY.split(text) if ENTRY.match(entry)}
    reasons = {name: set(REASON.findall(entry)) for name, entry in entries.items()}
    needed = {name for name in entries if OWN in reasons[name] or name in also}
    while more := {name for name in entries if name not in needed and reasons[name] & needed}:
        needed |= more
    return "".join(entry for name, entry in entries.items() if name in needed)


def _name(entry: str) -> str:
    match = NAME.match(entry)
    assert match is not None
    return match[0]
