"""How search reads words: spellings that readers take for one become one, in the index and in the query alike.

The rules of a language are a table of regular expressions that Python and JavaScript understand alike. The index is
made with it here; the reader's browser gets the very same table as JSON, and `javascripts/find.js` applies it as
`forms` does. A property test holds the two against each other, so that neither can drift.

The steps, in this order: NFKC and small letters; `text` rules on the whole text; accents taken off (NFD without
non-spacing marks); words, which are runs of letters and digits; `stop` words and single letters left out; `word` rules
on each word. A language with `joined` particles gets further forms of a word, each with one particle fewer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache

Replacements = tuple[tuple[str, str], ...]
"""(regular expression, what takes its place, with $1 for a group), applied in order."""

DIGITS = tuple(zip("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", strict=True))
"""Arabic and Persian digits."""
COMMON: Replacements = (
    # Invisible: soft hyphens, joiners, direction marks. Then Arabic vowel signs and tatweel, which part no word.
    ("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u0652\u0670]", ""),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ø", "o"),
    ("ł", "l"),
    ("[đð]", "d"),
    ("ı", "i"),
    *((f"[{arabic}{persian}]", str(digit)) for digit, (arabic, persian) in enumerate(DIGITS)),
    # Thousands are written with and without a mark between them.
    ("(?<=[0-9])[,٬](?=[0-9]{3}(?![0-9]))", ""),
    # A possessive is no letter of the name.
    ("(?<=[a-z0-9])['’ʼ]s(?![a-z0-9])", ""),
    # Arabic letters: hamza wherever it sits, alef maqsura and ya, ta marbuta and ha, Persian kaf and ya.
    ("ئو", "و"),
    ("[أإآٱ]", "ا"),
    ("ؤ", "و"),
    ("ئ", "ي"),
    ("ء", ""),
    ("[ىی]", "ي"),
    ("ة", "ه"),
    ("ک", "ك"),
    ("وو", "و"),
    ("يي", "ي"),
)  # fmt: skip


@dataclass(frozen=True)
class Rules:
    """How one language reads words."""

    text: Replacements = COMMON
    """Applied to a whole text of small letters, before accents are taken off."""
    stop: str = ""
    """Words, folded by `text`, that are not searched for."""
    word: Replacements = ()
    """Applied to each word: what is left stands for all its forms."""
    joined: str = ""
    """A particle that may be written as part of the next word, or may belong to it: only the index can tell."""
    stems: bool = False
    """Whether `word` takes endings off. If not, the search engine's own stemmer for the language does."""

    def table(self) -> dict[str, object]:
        """The rules as JSON, for the browser."""
        return asdict(self)


STOP = (
    "a about also an and are as at be been both but by did do does for from had has have how if in into is it its more "
    "no not of on only or other out over so than that the their them then there these they this those to was were what "
    "when where which who whom whose why will with would say says said "
    "de del el en la las los y "
    "في من علي الي عن مع او ان انه انها ما ماذا لماذا متي اين كيف كم هل التي الذي الذين هذا هذه ذلك تلك كان كانت يكون "
    "قد لقد لم لا ولا لن هو هي هم كما ثم بين عند حتي كل اي ايضا فيه فيها عليه عليها منه منها اما الا اذا عنه عنها به "
    "بها له لها لهم وهو وهي فان وان بان لان وفي ومن وعلي والي وعن ومع وما ولم وقد وكان وكانت فقد لكن ولكن بعض غير قبل "
    "بعد نحو حيث منذ خلال حول ضد بل سوي فهو فهي بانه بانها وانه وانها قال قالت تقول يقول وقال وتقول"
)

ENGLISH: Replacements = (
    ("(?<=..)ies$", "y"),
    ("(?<=s)ses$", "s"),
    ("(?<=[xz])es$", ""),
    ("(?<=[cs]h)es$", ""),
    ("(?<=[a-z]{2}[^sui])s$", ""),
    # British and American spellings.
    ("(?<=..)iz(e|ed|er|ing|ation)$", "is$1"),
    ("(?<=..)our$", "or"),
    ("ense$", "ence"),
    ("gramme$", "gram"),
    ("(?<=..)tre$", "ter"),
    ("(?<=.)eed$", "ee"),
    ("([aeiouy].*)(?:ed|ing)$", "$1"),
    ("([bdgmnprt])\\1$", "$1"),
    ("(?<=...)e$", ""),
)

ARABIC: Replacements = (
    ("^[وف]?(?:[بك]?ال|لل)(?=..)", ""),
    ("(?<=...)(?:يات|تين|تان|ات|ين|وا|يه|ها|هم)$", ""),
    ("(?<=....)ون$", ""),
    ("(?<=...)[هيت]$", ""),
)

BOTH = Rules(
    text=(
        *COMMON,
        ("(?<=[0-9])(?:st|nd|rd|th)(?![a-z0-9])", ""),
        # Both Arabic spellings of America are common.
        ("اميرك", "امريك"),
        ("امريكي(?=ت[يا]ن)", "امريك"),
    ),
    stop=STOP,
    word=(*ENGLISH, *ARABIC),
    joined="^[وفبلك](?=...)",
    stems=True,
)
"""Arabic and English at once: their letters keep their rules apart, and names of both stand in either index."""

SPANISH: Replacements = (
    ("(?<=...)mente$", ""),
    ("(?<=..)ces$", "z"),
    # The plural after a consonant, and after a vowel.
    ("(?<=..[dlnrsyjz])es$", ""),
    ("(?<=..[aeo])s$", ""),
    # Forms of verbs; then gender, and the last vowel of all.
    ("(?<=....)(?:aron|ieron|ando|iendo|ad[oa]|id[oa]|ar|er|ir)$", ""),
    ("(?<=...)[aeo]$", ""),
)

BY_SPANISH = Rules(
    text=(*COMMON, ("(?<=[0-9])[.\u00a0\u202f ](?=[0-9]{3}(?![0-9]))", ""), ("(?<=[0-9])[ºª]", "")),
    stop=(
        f"{STOP} un una unos unas lo al que se por para con sin su sus como mas ante sobre entre ha han fue fueron son "
        "era ni pero si ya este esta estos estas ese esa esos esas quien quienes cual cuales donde cuando cuanto "
        "cuantos cuantas dijo dice hay the"
    ),
    word=(*SPANISH, *ARABIC),
    joined="^[وفبلك](?=...)",
    stems=True,
)
"""Spanish, and the Arabic of names. Its own marks between thousands are a point or a narrow space."""

PLAIN = Rules()
RULES = {"ar": BOTH, "en": BOTH, "es": BY_SPANISH}
WORD = re.compile(r"[^\W_]+")
MOST_JOINED = 2
"""Arabic joins at most a conjunction and a preposition."""


def rules_of(locale: str) -> Rules:
    """The rules of a locale's language; without any of its own, case and accents alone are folded."""
    return RULES.get(locale.split("-")[0], PLAIN)


def forms(text: str, rules: Rules) -> list[tuple[str, ...]]:
    """The words of a text that are searched for, each as its forms: as it stands first, then with particles off."""
    return [_forms(word, rules) for word in _words(text, rules)]


def stems(text: str, rules: Rules) -> list[str]:
    """The first form of each word."""
    return [found[0] for found in forms(text, rules)]


def _words(text: str, rules: Rules) -> Iterator[str]:
    text = _replace(unicodedata.normalize("NFKC", text).lower(), rules.text)
    text = "".join(sign for sign in unicodedata.normalize("NFD", text) if unicodedata.category(sign) != "Mn")
    for word in WORD.findall(text):
        if word not in _stop(rules) and (len(word) > 1 or "0" <= word <= "9"):
            yield word


@lru_cache(maxsize=100_000)
def _forms(word: str, rules: Rules) -> tuple[str, ...]:
    found = [_replace(word, rules.word)]
    for _ in range(MOST_JOINED):
        rest = re.sub(rules.joined, "", word) if rules.joined else word
        if rest == word:
            break
        word = rest
        if (form := _replace(word, rules.word)) not in found:
            found.append(form)
    return tuple(found)


def _replace(text: str, replacements: Replacements) -> str:
    for pattern, replacement in replacements:
        text = re.sub(pattern, replacement.replace("$1", r"\1"), text)
    return text


@lru_cache(maxsize=16)
def _stop(rules: Rules) -> frozenset[str]:
    return frozenset(rules.stop.split())
