"""An example of wrong and right for each code of which one can be shown in a few lines.

A test applies every one to a small project: the wrong one brings up its code with these very details, the right one
does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dalil.problems import Detail


@dataclass(frozen=True)
class Example:
    """A passage of a file, wrong and right."""

    wrong: str
    right: str
    file: str = "data/claims/all.yml"
    details: Mapping[str, Detail] = field(default_factory=dict)
    """What the message of the wrong one names."""


EXAMPLES: dict[str, Example] = {}
