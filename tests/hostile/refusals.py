"""What no text may hold, and what the check says of it."""

from __future__ import annotations

from hostile.signs import OWN

BIDI = ["\u202e", "\u202d", "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c"]  # fmt: skip
INVISIBLE = ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u3164", "\u115f", "\u2800", "\u180e", "\u200d", "\ufe0f", "\U000e0041", "\U000e0100"]  # fmt: skip
CONTROLS = ["\x00", "\x01", "\x08", "\x0b", "\x1b[2J", "\x7f", "\x9b31m", "\ufffe", "\ufdd0", "\U0001ffff"]
PRIVATE = ["\ue000", "\ue001n\ue002", "\uf8ff", "\U000f0000", "\U0010fffd"]
ALIKE = ["аррӏе", "раураl", "ѕсrірt", "ΟΟΟ", "ｈttps"]

REFUSALS: dict[str, str] = {
    **{f"x{sign}{OWN}": "bidi-control" for sign in BIDI},
    **{f"x{sign}{OWN}": "invisible-character" for sign in INVISIBLE},
    **{f"x{sign}{OWN}": "control-character" for sign in CONTROLS},
    **{f"x{sign}{OWN}": "private-character" for sign in PRIVATE},
    **{f"{word}{OWN}": "look-alike" for word in ALIKE},
    **{f"x\n{line}": "line-break" for line in (f"# {OWN}", f"TY  - {OWN}", f"- {OWN}")},
}
"""Payload to the code that is said at each text that holds it."""
