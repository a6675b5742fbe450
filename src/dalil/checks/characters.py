"""Does every translation pass the gate for characters? What stands in records passed it when it was read."""

from __future__ import annotations

from dalil.model.texts import texts_of
from dalil.problems import Problems
from dalil.problems.gate import stopped
from dalil.store import Store
from dalil.text.encodings import broken_words


def check(store: Store, problems: Problems) -> None:
    """Notes each character of a text that does not pass."""
    for kind, record_id, record in store.records():
        for path, text in texts_of(record):
            for code, words in text.items():
                for word in broken_words(words):
                    word.note(store.place(kind, record_id, *path, code, offset=word.offset), problems)
                for one in stopped(words):
                    one.note(store.place(kind, record_id, *path, code, words=one.character), problems)
