"""Does every group of synonyms say something that search does not know by itself?"""

from __future__ import annotations

from dalil.model.records import Synonyms
from dalil.problems import Problems
from dalil.store import Store
from dalil.text.folding import phrases, rules_of, stems


def check(store: Store, problems: Problems) -> None:
    """Notes groups of a single word, words that search passes over, and words that it reads alike anyway."""
    for kind, record_id, record in store.records():
        if not isinstance(record, Synonyms):
            continue
        for code, text in record.words.items():
            rules, known = rules_of(code), dict[tuple[str, ...], str]()
            found = phrases(text)
            if len(found) < 2:
                problems.add("synonyms-few", store.place(kind, record_id, "words", code), words=text)
            for words in found:
                # With what follows it, so that no longer word before it is taken for it.
                start = text.rfind(words)
                place = store.place(kind, record_id, "words", code, words=text[start : start + len(words) + 1])
                read = tuple(stems(words, rules))
                if not read:
                    problems.add("synonym-unread", place, words=words)
                elif read in known:
                    problems.add("synonym-same", place, words=words, other=known[read])
                known.setdefault(read, words)
