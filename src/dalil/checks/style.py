"""Does a text hold to the rules of the house for its language, which stand in the store?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dalil.model.style import StyleRule
from dalil.model.texts import texts_of
from dalil.problems import Problems
from dalil.store import Store
from dalil.text import inline

VOWELS = "\u064b-\u0655\u0670"
"""Arabic vowel signs, which one writes or leaves out; as a range of a pattern."""
HEADS = re.compile(r"\{\w+\}|\{\w+, *(?:plural|select|selectordinal),|\w+(?=\s*\{(?!\w+\}))")
"""What of a message is no words of its language: places of values, and what a choice goes by."""
START = re.compile(r"[^\w{\\]*")
"""What may stand before the first word: quotation marks, the bracket of a link."""


def check(store: Store, problems: Problems) -> None:
    """Notes each passage that a rule advises against, with what is written instead."""
    rules: dict[str, list[StyleRule]] = defaultdict(list)
    for rule in store.style.values():
        rules[rule.language].append(rule)
    for kind, record_id, record in store.records() if rules else ():
        for path, text in texts_of(record):
            for code in rules.keys() & text.keys():
                for rule, words in _against(rules[code], text[code], headline=path[-1] == "headline"):
                    place = store.place(kind, record_id, *path, code, words=words)
                    other = {"write": rule.write} if rule.write else {"why": rule.why} if rule.why else {}
                    problems.add("style", place, words=words, rule=rule.id, **other)


def _against(rules: Iterable[StyleRule], text: str, *, headline: bool) -> Iterator[tuple[StyleRule, str]]:
    """Rules that a text breaks, each with the words by which it does."""
    plain = _words_alone(text)
    for rule in rules:
        if rule.fields == "headline" and not headline:
            continue
        pattern, allowed = _pattern(tuple(rule.avoid)), _pattern(tuple(rule.allow))
        if rule.where == "anywhere":
            found = pattern.finditer(plain)
        else:
            first = pattern.match(plain, START.match(plain).end())  # type: ignore[union-attr]
            found = iter([first] if first else [])
        for match in found:
            if not (rule.allow and allowed.match(plain, match.start())):
                yield rule, match[0]


def _words_alone(text: str) -> str:
    """A text without targets of links and heads of choices, offsets kept."""
    shown = inline.LINK.sub(lambda link: f"[{link['words']}]".ljust(len(link[0])), text)
    return HEADS.sub(lambda head: " " * len(head[0]), shown)


@lru_cache(maxsize=2_000)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some words, whole; with any vowel signs."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_word, words)) or '(?!)'})")


def _word(word: str) -> str:
    stem = word.removesuffix("*")
    letters = "".join(r"\s+" if letter.isspace() else f"{re.escape(letter)}[{VOWELS}]*" for letter in stem)
    return rf"{letters}[\w{VOWELS}]+" if stem != word else rf"{letters}(?![\w{VOWELS}])"
