"""JSON that a command prints for programs, and that a person may read in a terminal all the same."""

from __future__ import annotations

import json
import re

from dalil.problems.characters import BREAKS, INVISIBLE
from dalil.problems.gate import BIDI_CONTROLS, NO_CHARACTERS, PRIVATE, TAGS

UNSEEN = re.compile(f"[\x7f-\x9f{BREAKS}{BIDI_CONTROLS}{NO_CHARACTERS}{PRIVATE}{INVISIBLE}{TAGS}]")
"""What commands a terminal, turns words around or is not seen; `json` itself escapes what is below a space."""


def as_json(value: object) -> str:
    """A value as JSON: letters of every script as they are, what nobody sees as escapes (RFC 8259, section 7)."""
    return UNSEEN.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
