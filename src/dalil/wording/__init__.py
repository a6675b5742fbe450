"""How each problem is said, in each language: `english` and `arabic` hold the words, `saying` fills them."""

from __future__ import annotations

from dalil.wording.english import WORDING
from dalil.wording.saying import LANGUAGES, detail_of, hint_of, message_of, preferred, reason_of, say, sentence

__all__ = ["LANGUAGES", "WORDING", "detail_of", "hint_of", "message_of", "preferred", "reason_of", "say", "sentence"]
