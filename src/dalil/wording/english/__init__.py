"""What dalil says in English: problems, and what the commands say beside them, a file a concern."""

from __future__ import annotations

from dalil.wording.english.checking import CHECKING
from dalil.wording.english.editing import EDITING
from dalil.wording.english.problems import PHRASES as IN_PROBLEMS
from dalil.wording.english.problems import WORDING
from dalil.wording.english.reading import READING
from dalil.wording.english.reasons import GIT, LOOKING
from dalil.wording.english.showing import SHOWING
from dalil.wording.english.starting import STARTING
from dalil.wording.english.working import WORKING

PHRASES: dict[str, str] = {**IN_PROBLEMS, **READING, **GIT, **LOOKING}
"""Words of ours within a problem or a refusal, by key; `{name}` places a detail of the phrase."""
SENTENCES: dict[str, str] = {**CHECKING, **WORKING, **SHOWING, **EDITING, **STARTING}
"""What the commands say, as ICU messages by key."""

__all__ = ["PHRASES", "SENTENCES", "WORDING"]
