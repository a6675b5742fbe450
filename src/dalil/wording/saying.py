"""Says problems in a language: the tables of `english` and `arabic` filled with a problem's details.

In a language written from right to left, whatever stands in another script (ids, fields, file names, samples of YAML)
is set between isolates (UAX 9), so that a terminal or editor keeps the letters of each in order.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dalil.problems import Detail, Phrase, Problem
from dalil.problems.characters import BREAKS, INVISIBLE
from dalil.problems.gate import BIDI_CONTROLS, CONTROLS, NO_CHARACTERS, PRIVATE, TAGS
from dalil.wording import arabic, english
from dalil.wording.table import Wording

FIRST_STRONG, RIGHT_TO_LEFT, POP = "\u2068", "\u2067", "\u2069"
"""Isolates: in the direction of the first letter, from right to left, and the end of either."""
ISOLATES = ("\u2066", RIGHT_TO_LEFT, FIRST_STRONG)
"""What begins an isolate (UAX 9)."""
STEERING = re.compile(f"[\t\n{BREAKS}{CONTROLS}{NO_CHARACTERS}{BIDI_CONTROLS}{INVISIBLE}{PRIVATE}{TAGS}]")
"""Characters that a quotation must not bring into a message: line ends, terminal commands, direction marks, what nobody
sees."""
QUOTED, SAID = "\ue000-\uefff", "\uf000-\uf8ff"
"""Private characters that stand for details while the words around them are looked at: for quotations, which may be of
any script, and for words of the language itself."""
FOREIGN = re.compile(rf"[!-~…{QUOTED}](?:[ -~…{QUOTED}]*[!-~…{QUOTED}])?")
"""A run of ASCII with the quotations in it."""
SIGNS = re.compile(rf"[A-Za-z0-9<>=~#{{}}\[\]{QUOTED}-]")
"""What of it is set apart in problems, which quote code."""
LETTERS = re.compile("[A-Za-z]")
"""And in sentences, whose figures are counted by the language itself; their quotations are set apart one by one."""


@dataclass(frozen=True)
class Language:
    """A language in which problems are said."""

    icu: str
    """Its locale for ICU."""
    wording: Mapping[str, Wording]
    phrases: Mapping[str, str]
    sentences: Mapping[str, str]
    comma: str
    """What stands between the items of a list."""
    right_to_left: bool = False


LANGUAGES = {
    "en": Language("en", english.WORDING, english.PHRASES, english.SENTENCES, ", "),
    "ar": Language("ar@numbers=latn", arabic.WORDING, arabic.PHRASES, arabic.SENTENCES, "، ", right_to_left=True),
}
"""The languages, by code."""


def preferred(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for: `DALIL_LANG`, else the terminal's locale (POSIX), else English."""
    for name in ("DALIL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if wanted := environment.get(name):
            code = re.split(r"[_.@-]", wanted)[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"


def message_of(problem: Problem, language: str = "en") -> str:
    """What was found."""
    spoken = LANGUAGES[language]
    return _filled(spoken.wording[problem.code].message, problem.details, spoken)


def hint_of(problem: Problem, language: str = "en") -> str:
    """What to do, or an empty string."""
    spoken = LANGUAGES[language]
    for hint in spoken.wording[problem.code].hints:
        if all(problem.details.get(name) for name in placed(hint)):
            return _filled(hint, problem.details, spoken)
    return ""


def reason_of(code: str, language: str = "en") -> str:
    """Why a code is a problem at all."""
    spoken = LANGUAGES[language]
    return _filled(spoken.wording[code].reason, {}, spoken)


def detail_of(detail: Detail, language: str = "en") -> str:
    """One detail of a problem in words."""
    return _said(detail, LANGUAGES[language])


def say(problem: Problem, language: str = "en") -> str:
    """The whole problem, on one line or two: `path:line:column: error[code]: message`, then the hint.

    The first line starts with the place and the code, from left to right, so that terminals and editors find them.
    """
    place, message, hint = _plain(str(problem.place)), message_of(problem, language), hint_of(problem, language)
    if "unit" in problem.details:
        message += f" [{problem.details['unit']}]"
    line = f"{place}: error[{problem.code}]: {embedded(message, language)}"
    return f"{line}\n  {embedded(sentence('hint', language) + ': ' + hint, language)}" if hint else line


def embedded(words: str, language: str) -> str:
    """Words that keep their own order on a line which starts from the left."""
    return f"{RIGHT_TO_LEFT}{words}{POP}" if LANGUAGES[language].right_to_left else words


class Said(str):
    """Words of the language itself: wherever they are placed, they need not be set apart."""


def sentence(key: str, language: str = "en", /, **arguments: object) -> Said:
    """One of the commands' own sentences.

    A number is counted by the forms of the language; a `Phrase`, and what was said by a sentence before, are its own
    words; whatever else is given is a quotation, as in a problem.
    """
    spoken = LANGUAGES[language]
    if not arguments:
        return Said(_composed(spoken.sentences[key], [], spoken, LETTERS))
    # ICU is read only by who counts something.
    from dalil.text.messages import format_message

    values: list[str] = []
    given: dict[str, object] = {}
    for name, value in arguments.items():
        if isinstance(value, int):
            given[name] = value
            continue
        detail = value if isinstance(value, str | Phrase | tuple) else str(value)
        given[name] = _slot(detail, len(values))
        values.append(detail if isinstance(detail, Said) else _said(detail, spoken))
    return Said(_composed(format_message(spoken.sentences[key], spoken.icu, given), values, spoken, LETTERS))


def listed(items: Iterable[Said], language: str) -> Said:
    """Several sentences or parts of one, with the language's comma between them."""
    return Said(LANGUAGES[language].comma.join(items))


def set_apart(text: str, language: str) -> str:
    """A quotation that stands alone on a line; parts of it that are set apart already stay so."""
    text = STEERING.sub(_shown_unless_isolate, text) if _is_balanced(text) else _plain(text)
    return f"{FIRST_STRONG}{text}{POP}" if LANGUAGES[language].right_to_left else text


def placed(template: str) -> set[str]:
    """The names of the details that a template places."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def filled(template: str, details: Mapping[str, Detail], language: str) -> str:
    """A template with its details."""
    return _filled(template, details, LANGUAGES[language])


def _filled(template: str, details: Mapping[str, Detail] | Iterable[tuple[str, Detail]], language: Language) -> str:
    """A template with its details. One that is not there leaves nothing behind."""
    known = dict(details)
    words = ""
    values: list[str] = []
    for literal, name, _, _ in string.Formatter().parse(template):
        words += literal
        if name is not None:
            detail = known.get(name, "")
            words += _slot(detail, len(values))
            values.append(_said(detail, language))
    return _composed(words, values, language, SIGNS).strip()


def _slot(detail: Detail, number: int) -> str:
    """The private character that stands for a detail."""
    quoted = isinstance(detail, str) and not isinstance(detail, Said)
    return chr((0xE000 if quoted else 0xF000) + number)


def _composed(words: str, values: list[str], language: Language, foreign: re.Pattern[str]) -> str:
    """Words with their values in the slots; a run that has anything `foreign` is set apart where that is needed."""
    if language.right_to_left:
        words = FOREIGN.sub(lambda run: _isolated(run, words, foreign), words)
    return re.sub(f"[{QUOTED}{SAID}]", lambda slot: values[ord(slot[0]) & 0xFFF], words)


def _isolated(run: re.Match[str], words: str, foreign: re.Pattern[str]) -> str:
    """A run of ASCII between isolates, but for the marks at its ends that belong to the sentence around it."""
    before = words[: run.start()]
    quoted = before.endswith("«") and words[run.end() :].startswith("»")
    inner = run[0] if quoted else run[0].strip(".:!() ")
    if before.endswith(FIRST_STRONG):
        return run[0]
    if not foreign.search(inner):
        return re.sub(f"[{QUOTED}]", rf"{FIRST_STRONG}\g<0>{POP}", run[0])
    return run[0].replace(inner, f"{FIRST_STRONG}{inner}{POP}", 1)


def _said(detail: Detail, language: Language) -> str:
    if isinstance(detail, Phrase):
        return _filled(language.phrases[detail.key], detail.details, language)
    if isinstance(detail, tuple):
        said = [_said(item, language) for item in detail]
        if language.right_to_left:
            said = [f"{FIRST_STRONG}{word}{POP}" for word in said]
        return language.comma.join(said)
    return _plain(detail)


def _plain(text: str) -> str:
    """A quotation without what could break the line, command the terminal, or turn words around."""
    return STEERING.sub(_shown, text)


def _is_balanced(text: str) -> bool:
    """Whether each isolate of a text ends in it, and none that began before it."""
    depth = 0
    for character in text:
        depth += (character in ISOLATES) - (character == POP)
        if depth < 0:
            return False
    return depth == 0


def _shown_unless_isolate(match: re.Match[str]) -> str:
    return match[0] if match[0] in ISOLATES or match[0] == POP else _shown(match)


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\t\n\r":
        return " "
    return f"U+{ord(character):04X}" if unicodedata.category(character) != "Zl" else " "
