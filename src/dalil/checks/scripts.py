"""Is every text written in the script of its language, with the letters of that language?"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable

from dalil.model.locales import script_of
from dalil.model.records import PageRecord
from dalil.model.site import InterfaceString, Site
from dalil.model.texts import texts_of
from dalil.problems import Place, Problems
from dalil.problems.characters import name_of
from dalil.store import Store
from dalil.text import inline
from dalil.text.letters import ARABIC_MARKS
from dalil.text.messages import MessageError, parse

ARABIC = "\u0620-\u063f\u0641-\u064a"
OTHER_LETTERS = {"ک": "ك", "ڪ": "ك", "ی": "ي", "ے": "ي", "ہ": "ه", "ە": "ه", "ھ": "ه", "ۀ": "هٔ", "ۃ": "ة"}
"""Letters of other languages that are written in Arabic script, to the Arabic ones that they look like."""
PRESENTATION = "\ufb50-\ufbc1\ufbd3-\ufdf1\ufe70-\ufefc"
"""Shapes of letters that old programs and PDF files put in the place of the letters."""
FOREIGN_LETTER = re.compile(f"[{''.join(OTHER_LETTERS)}{PRESENTATION}]")
WITHIN = re.compile(f"([ىة])[{ARABIC_MARKS}]*(?=[{ARABIC}])")
"""Letters that only end a word, before another letter."""


def check(store: Store, problems: Problems) -> None:
    """Notes texts and words of another script, and letters of another language."""
    for kind, record_id, record in store.records():
        # Programs and licences keep their letters on pages and in the interface, and names have no markup.
        has_labels = isinstance(record, PageRecord | InterfaceString | Site)
        for path, text in texts_of(record):
            loose = has_labels or path[0] in ("name", "title")
            for code, words in text.items():
                place = functools.partial(store.place, kind, record_id, *path, code)
                _check_script(code, words, place, problems, loose=loose)
                if code.split("-")[0] == "ar":
                    _check_letters(words, place, problems)


def _check_script(code: str, words: str, place: Callable[..., Place], problems: Problems, *, loose: bool) -> None:
    script = script_of(code)
    found = _foreign(words, script) if script else None
    if found is None:
        return
    has_own, others = found
    if not has_own and len(others) > 1:
        problems.add("wrong-script", place(), locale=code)
    elif has_own and not loose:
        for word in others:
            problems.add("foreign-word", place(words=word), word=word, locale=code, other=_language(word))


def _check_letters(words: str, place: Callable[..., Place], problems: Problems) -> None:
    for match in FOREIGN_LETTER.finditer(_without_foreign(words)):
        letter = match[0]
        arabic = OTHER_LETTERS.get(letter) or unicodedata.normalize("NFKC", letter)
        problems.add("foreign-letter", place(words=letter), letter=letter, name=name_of(letter), arabic=arabic)
    for match in WITHIN.finditer(words):
        word = _word_around(words, match.start())
        problems.add("letter-within", place(words=word), letter=match[1], word=word)


def _without_foreign(words: str) -> str:
    """A text without the runs that are marked as foreign."""
    for _, whole in inline.foreign(words):
        words = words.replace(whole, " " * len(whole))
    return words


def _foreign(words: str, script: str) -> tuple[bool, list[str]] | None:
    """Whether a text has letters of its script, and its words of two letters or more that are of another."""
    try:
        literal = inline.outside_links(parse(words).literal)
    except MessageError:
        return None  # The check of messages names the fault.
    own, others = False, []
    for word in re.findall(r"[^\W\d_]{2,}", literal):
        if _script(word[0]) == script:
            own = True
        else:
            others.append(word)
    return own or bool(re.search(r"\]\(", words)), others


def _language(word: str) -> str:
    """A language that is written in the script of a word, as an example."""
    return {"LATIN": "en", "ARABIC": "ar"}.get(_script(word[0]), "…")


def _script(letter: str) -> str:
    """The first word of its name; of a letter that Unicode gives none, such as those of Tangut, nothing."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _word_around(words: str, offset: int) -> str:
    found = re.finditer(rf"[\w{ARABIC_MARKS}]+", words)
    return next(match[0] for match in found if match.start() <= offset < match.end())
