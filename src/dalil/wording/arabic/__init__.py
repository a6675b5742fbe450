"""What dalil says in Arabic: problems, and what the commands say beside them, a file a concern."""

from __future__ import annotations

from dalil.wording.arabic.checking import CHECKING
from dalil.wording.arabic.editing import EDITING
from dalil.wording.arabic.problems import PHRASES as IN_PROBLEMS
from dalil.wording.arabic.problems import WORDING
from dalil.wording.arabic.reading import READING
from dalil.wording.arabic.reasons import GIT, LOOKING
from dalil.wording.arabic.showing import SHOWING
from dalil.wording.arabic.starting import STARTING
from dalil.wording.arabic.working import WORKING

PHRASES: dict[str, str] = {**IN_PROBLEMS, **READING, **GIT, **LOOKING}
"""Words of ours within a problem or a refusal, by key; `{name}` places a detail of the phrase."""
SENTENCES: dict[str, str] = {**CHECKING, **WORKING, **SHOWING, **EDITING, **STARTING}
"""What the commands say, as ICU messages by key."""

__all__ = ["PHRASES", "SENTENCES", "WORDING"]
