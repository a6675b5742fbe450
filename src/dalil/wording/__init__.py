"""How dalil speaks, in each language: `english` and `arabic` hold the words, `saying` fills them."""

from __future__ import annotations

from dalil.wording.english import WORDING
from dalil.wording.saying import (
    LANGUAGES,
    Said,
    detail_of,
    embedded,
    hint_of,
    listed,
    message_of,
    preferred,
    reason_of,
    say,
    sentence,
    set_apart,
)

__all__ = [
    "LANGUAGES",
    "WORDING",
    "Said",
    "detail_of",
    "embedded",
    "hint_of",
    "listed",
    "message_of",
    "preferred",
    "reason_of",
    "say",
    "sentence",
    "set_apart",
]
