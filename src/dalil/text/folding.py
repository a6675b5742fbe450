"""How search reads words: spellings that readers take for one become one, in the index and in the query alike.

The rules of a language are a table of regular expressions that Python and JavaScript understand alike. The index is
made with it here; the reader's browser gets the very same table as JSON, and `javascripts/reader.js` applies it as
`forms` does. A property test holds the two against each other, so that neither can drift.

The steps, in this order: NFKC, small letters, and the digits 0 to 9; `text` rules on the whole text; accents taken off
(NFD without non-spacing marks, but for those that are vowels of their script); words, which are runs of letters, their
marks and digits; `stop` words and single letters left out; `word` rules on each word, once its `article` is off. A
language with `joined` particles gets further forms of a word, each with one particle fewer.

Where a script has no spaces, each two neighbouring signs are a word: 這條小路 is read as 這條, 條小, 小路. A dictionary
would cut better, but not alike: that of ICU (icu4py here, Intl.Segmenter in Chromium and Safari) differs from version
to version, and Firefox has another. What the index cuts in one way and a query in another is never found; pairs are
the same everywhere, whatever word a reader has in mind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import pairwise

Replacements = tuple[tuple[str, str], ...]
"""(regular expression, what takes its place, with $1 for a group), applied in order."""

VOWELS = "\u0900-\u109f\u1700-\u1aaf\u1b00-\u1c4f\u3099\u309a\ua800-\uabff\U00011000-\U00011fff"
"""Blocks whose marks are letters: vowels of India and South-East Asia, and what makes ka into ga in kana."""
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f"  # Thai, Lao, Burmese, Khmer
    "\u1950-\u1aaf\uaa80-\uaadf\U00011700-\U0001174f"  # Tai Le, New Tai Lue, Buginese, Tai Tham, Tai Viet, Ahom
    "\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese, Bopomofo, kana, Yi
    "\U00016fe0-\U0001b2ff"  # Tangut, Khitan, Nüshu, further kana
)
"""Blocks of scripts that are written without spaces (the classes SA and ID of UAX 14)."""
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
    # The dot below letters of India is often left out.
    ("[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]", ""),
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
    article: str = ""
    """An article that is written as part of the word, perhaps with particles before it. It comes off before `word`."""
    joined: str = ""
    """A particle that may be written as part of the next word, or may belong to it: only the index can tell."""
    stems: bool = False
    """Whether `word` takes endings off. If not, the search engine's own stemmer for the language does."""

    def table(self) -> dict[str, object]:
        """The rules as JSON, for the browser, which takes endings off as they say."""
        rules = {name: value for name, value in asdict(self).items() if name != "stems"}
        return {**rules, "vowels": VOWELS, "unspaced": UNSPACED}


STOP = (
    "a about also an and are as at be been both but by did do does for from had has have how if in into is it its more "
    "no not of on only or other out over so than that the their them then there these they this those to was were what "
    "when where which who whom whose why will with would say says said "
    "de del el en la las los y "
    "في من علي الي عن مع او ان انه انها ما ماذا لماذا متي اين كيف كم هل التي الذي الذين هذا هذه ذلك تلك كان كانت يكون "
    "قد لقد لم لا ولا لن هو هي هم كما ثم بين عند حتي كل اي ايضا فيه فيها عليه عليها منه منها اما الا اذا عنه عنها به "
    "بها له لها لهم وهو وهي فان وان بان لان وفي ومن وعلي والي وعن ومع وما ولم وقد وكان وكانت فقد لكن ولكن بعض غير قبل "
    "بعد نحو حيث منذ خلال حول ضد بل سوي فهو فهي بانه بانها وانه وانها قال قالت تقول يقول وقال وتقول "
    "ليش ليه شو ايش وش وين فين مين امتي ازاي كيفاش علاش شنو اشنو اللي يلي هاي هاد ده مش"  # asked in dialects
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

ARTICLE = "^[وف]?(?:[بك]?ال|لل)(?=..)"
JOINED = "^[وفبلك](?=...)"
ARABIC: Replacements = (
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
    article=ARTICLE,
    joined=JOINED,
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
        "cuantos cuantas dijo dice hay the "
        "estan estaba estuvo estuvieron"
    ),
    word=(*SPANISH, *ARABIC),
    article=ARTICLE,
    joined=JOINED,
    stems=True,
)
"""Spanish, and the Arabic of names. Its own marks between thousands are a point or a narrow space."""

PLAIN = Rules()
RULES = {"ar": BOTH, "en": BOTH, "es": BY_SPANISH}
MOST_JOINED = 2
"""Arabic joins at most a conjunction and a preposition."""
COMMA = re.compile("[,،、，]")
DIGIT = re.compile(r"\d")
VOWEL = re.compile(f"[{VOWELS}]")
PIECE = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
SIGN = re.compile(f"[{UNSPACED}]")


def rules_of(locale: str) -> Rules:
    """The rules of a locale's language; without any of its own, case and accents alone are folded."""
    return RULES.get(locale.split("-")[0], PLAIN)


def forms(text: str, rules: Rules) -> list[tuple[str, ...]]:
    """The words of a text that are searched for, each as its forms: as it stands first, then with particles off."""
    return [_forms(word, rules) for word in _words(text, rules)]


def stems(text: str, rules: Rules) -> list[str]:
    """The first form of each word."""
    return [found[0] for found in forms(text, rules)]


def phrases(text: str) -> list[str]:
    """The words and short phrases of a list that is written with commas, of whatever script."""
    return [words for part in COMMA.split(text) if (words := part.strip())]


def lasts(text: str, rules: Rules) -> set[str]:
    """The last sign of each run without spaces: with it in the index, every sign begins a word there."""
    return {_signs(piece)[-1] for piece in _pieces(text, rules) if SIGN.match(piece)}


def coded(words: Iterable[str]) -> str:
    """Words as Pagefind gets them: those of scripts without spaces, and those with marks, as numbers.

    Its script would cut a query in Chinese, Japanese or Thai once more, by the browser's dictionary, and strip every
    mark. Each letter has five digits, so that the beginning of a word is that of its number.
    """
    return " ".join(
        "q" + "".join(f"{ord(sign):05x}" for sign in word) if SIGN.search(word) or _is_marked(word) else word
        for word in words
    )


def _is_marked(word: str) -> bool:
    return not word.isascii() and any(unicodedata.category(sign)[0] == "M" for sign in word)


def _words(text: str, rules: Rules) -> Iterator[str]:
    for piece in _pieces(text, rules):
        if SIGN.match(piece):
            yield from _pairs(piece)
        elif piece not in _stop(rules) and (len(piece) > 1 or "0" <= piece <= "9"):
            yield piece


def _pieces(text: str, rules: Rules) -> Iterator[str]:
    """Runs of letters and digits, each either of scripts without spaces or of others."""
    text = DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), unicodedata.normalize("NFKC", text).lower())
    text = _replace(text, rules.text)
    for word in "".join(map(_read, unicodedata.normalize("NFD", text))).split(" "):
        yield from PIECE.findall(word)


@lru_cache(maxsize=10_000)
def _read(sign: str) -> str:
    """A sign that is part of a word, nothing for an accent, and a space for all else."""
    category = unicodedata.category(sign)
    if category == "Mn" and not VOWEL.match(sign):
        return ""
    return sign if category[0] in "LMN" else " "


def _pairs(piece: str) -> list[str]:
    signs = _signs(piece)
    return [one + other for one, other in pairwise(signs)] or signs


def _signs(piece: str) -> list[str]:
    """Letters, each with the marks that follow it."""
    signs: list[str] = []
    for sign in piece:
        if signs and unicodedata.category(sign)[0] == "M":
            signs[-1] += sign
        else:
            signs.append(sign)
    return signs


@lru_cache(maxsize=100_000)
def _forms(word: str, rules: Rules) -> tuple[str, ...]:
    found = [_stem(word, rules)]
    for _ in range(MOST_JOINED):
        rest = re.sub(rules.joined, "", word) if rules.joined else word
        if rest == word:
            break
        word = rest
        if (form := _stem(word, rules)) not in found:
            found.append(form)
    return tuple(found)


def _stem(word: str, rules: Rules) -> str:
    return _replace(re.sub(rules.article, "", word) if rules.article else word, rules.word)


def _replace(text: str, replacements: Replacements) -> str:
    for pattern, replacement in replacements:
        text = re.sub(pattern, replacement.replace("$1", r"\1"), text)
    return text


@lru_cache(maxsize=16)
def _stop(rules: Rules) -> frozenset[str]:
    return frozenset(rules.stop.split())
