"""Does every text stand on one line, but for the notes of pages, which have paragraphs?"""

from __future__ import annotations

from dalil.model.records import PageRecord
from dalil.model.texts import Path, texts_of
from dalil.problems import Problems
from dalil.store import Store
from dalil.text.messages import MessageError, parse


def check(store: Store, problems: Problems) -> None:
    """Notes line breaks that would show. Those within an argument are ICU's: a choice may stand on several lines."""
    for kind, record_id, record in store.records():
        for path, text in texts_of(record):
            for code, words in text.items():
                if "\n" in words and not has_paragraphs(record, path) and _shows_a_break(words):
                    problems.add("line-break", store.place(kind, record_id, *path, code))


def has_paragraphs(record: object, path: Path) -> bool:
    """Whether a text of a record may have several lines."""
    return isinstance(record, PageRecord) and path[0] == "notes"


def _shows_a_break(words: str) -> bool:
    try:
        return "\n" in parse(words).literal
    except MessageError:
        return False  # The check of messages names the fault.
