"""How search reads words: spellings that readers take for one, and what every reading keeps to."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dalil.text.folding import BOTH, BY_SPANISH, PLAIN, forms, lasts, phrases, rules_of, stems

ALIKE = {
    "hamza": ["إعلان", "اعلان", "أعلان", "الإعلان", "الاعلان"],
    "hamza on its seats": ["مسؤول", "مسئول", "مسوول"],
    "alef maqsura": ["القومي", "القومى"],
    "ta marbuta": ["القمة", "القمه", "قمة", "للقمة", "بالقمة", "والقمة", "وبالقمة"],
    "vowel signs, tatweel": ["ترمب", "تُرَمْب", "تـــرمب"],
    "article": ["إكوادور", "الإكوادور", "والإكوادور", "فالإكوادور", "للإكوادور", "كالإكوادور"],
    "plural": ["كارتل", "كارتلات", "الكارتلات", "للكارتلات"],
    "dual, plural, gender": ["دولة", "دولتان", "دولتين", "الدولة"],
    "masculine plural": ["موقع", "الموقعون", "الموقعين"],
    "relation": ["عملية", "عمليات", "العملية"],
    "America": ["أمريكية", "أميركية", "الأميركية"],
    "dual of America": ["الأمريكتين", "الأميركتين", "الأميركيتين", "الأمريكيتين", "الأمريكتان"],
    "digits": ["2026", "٢٠٢٦", "۲۰۲۶"],
    "thousands": ["11015", "11,015", "١١٠١٥", "١١٬٠١٥"],
    "accents": ["Peña", "Pena", "PEÑA", "peña"],
    "possessive": ["Trump", "Trump's", "Trump’s", "TRUMP"],
    "plural in English": ["country", "countries"],
    "es": ["speech", "speeches"],
    "tense": ["sign", "signs", "signed", "signing"],
    "tense with e": ["invite", "invites", "invited", "inviting"],
    "doubled": ["ban", "bans", "banned", "banning"],
    "British and American": ["organisation", "organization", "organizations"],
    "defence": ["defence", "defense"],
    "programme": ["programme", "program", "programmes"],
    "ordinal": ["5", "5th", "٥"],
}


@pytest.mark.parametrize("words", ALIKE.values(), ids=ALIKE)
def test_spellings_that_are_one_word(words: list[str]) -> None:
    read = {word: forms(word, BOTH) for word in words}
    assert all(len(found) == 1 for found in read.values()), read
    assert len({found[0][0] for found in read.values()}) == 1, read


@pytest.mark.parametrize(
    ("one", "other"),
    [("كوبا", "كوب"), ("الصين", "الصيف"), ("sign", "sing"), ("gas", "gap"), ("us", "use"), ("17", "7")],
)
def test_words_that_are_two(one: str, other: str) -> None:
    assert stems(one, BOTH) != stems(other, BOTH)


UNSPACED = {
    "說這條小路每年冬天都會點亮": ("小路", "冬天", "點亮", "路"),
    "ランプの小道は南極の冬に毎年点灯される": ("小道", "冬", "点灯", "ランプ", "ﾗﾝﾌﾟ"),
    "ทางโคมไฟจะสว่างขึ้นทุกฤดูหนาว": ("ฤดูหนาว", "โคมไฟ", "สว่าง"),
    "ផ្លូវចង្កៀងភ្លឺរៀងរាល់រដូវរងា": ("ចង្កៀង", "រដូវរងា"),
    "ທາງໂຄມໄຟສະຫວ່າງທຸກລະດູໜາວ": ("ໂຄມໄຟ", "ລະດູໜາວ"),
    "မီးအိမ်လမ်းသည်ဆောင်းရာသီတိုင်းလင်းသည်": ("ဆောင်းရာသီ", "မီးအိမ်"),
}


@pytest.mark.parametrize(("clause", "words"), UNSPACED.items(), ids=["zh", "ja", "th", "km", "lo", "my"])
def test_a_word_is_found_within_a_clause_without_spaces(clause: str, words: tuple[str, ...]) -> None:
    """Whatever a dictionary would cut: all that is read in the word is read in the clause, and nothing in another's."""
    indexed = {*stems(clause, PLAIN), *lasts(clause, PLAIN)}
    for word in words:
        asked = stems(word, PLAIN)
        assert asked
        assert all(any(one.startswith(stem) for one in indexed) for stem in asked), word
    for other in UNSPACED.keys() - {clause}:
        assert not set(stems(other, PLAIN)) & indexed


def test_every_sign_of_a_script_without_spaces_begins_a_word_of_the_index() -> None:
    text = "新茶。2026年3月，tea茶"
    assert stems(text, PLAIN) == ["新茶", "2026", "年", "3", "月", "tea", "茶"]
    assert lasts(text, PLAIN) == {"茶", "年", "月"}


def test_vowels_that_are_marks_tell_words_apart_where_they_are_letters() -> None:
    assert stems("दिल्ली", PLAIN) == ["दिल्ली"]
    assert stems("क़लम", PLAIN) == stems("कलम", PLAIN)
    assert stems("か", PLAIN) != stems("が", PLAIN)
    assert stems("שָׁלוֹם", PLAIN) == stems("שלום", PLAIN)


@pytest.mark.parametrize("digits", ["٢٠٢٦", "۲۰۲۶", "२०२६", "২০২৬", "๒๐๒๖", "໒໐໒໖", "២០២៦", "၂၀၂၆", "２０２６"])
def test_digits_of_every_script_are_the_same(digits: str) -> None:
    assert stems(digits, PLAIN) == ["2026"]


def test_questions_in_dialect_are_no_words() -> None:
    assert stems("ليش غابت المكسيك", BOTH) == stems("لماذا غابت المكسيك", BOTH)
    assert stems("شو قال ترامب", BOTH) == stems("ماذا قال ترامب", BOTH)


def test_phrases_are_parted_by_the_commas_of_any_script() -> None:
    assert phrases("member, member state,، عضو، 成員、会員，团员 ,") == [
        "member",
        "member state",
        "عضو",
        "成員",
        "会員",
        "团员",
    ]


@pytest.mark.parametrize(
    ("written", "word"),
    [("بكوبا", "كوبا"), ("لكولومبيا", "كولومبيا"), ("وتشيلي", "تشيلي"), ("وببنما", "بنما"), ("فكندا", "كندا")],
)
def test_a_joined_particle_may_come_off(written: str, word: str) -> None:
    assert stems(word, BOTH)[0] in forms(written, BOTH)[0]
    assert forms(written, BOTH)[0][0] != stems(word, BOTH)[0]


def test_what_is_not_searched_for_is_left_out() -> None:
    assert stems("من وقع على الإعلان؟", BOTH) == stems("وقع الإعلان", BOTH)
    assert stems("Who signed the Declaration?", BOTH) == stems("signed declaration", BOTH)
    assert stems("counter-cartel, A3C; x 7", BOTH) == ["counter", "cartel", "a3c", "7"]


def test_a_language_without_rules_folds_case_and_accents() -> None:
    assert rules_of("fr") is PLAIN
    assert stems("L’Équateur, Œuvre et ÎLES", PLAIN) == ["equateur", "oeuvre", "et", "iles"]
    assert stems("תֵּה וְסֻכָּר", PLAIN) == ["תה", "וסכר"]


def test_a_locale_takes_the_rules_of_its_language() -> None:
    assert rules_of("ar-EG") is rules_of("ar")
    assert rules_of("en-GB") is rules_of("en")


@given(st.text())
def test_reading_never_fails_and_gives_letters_with_their_marks_and_digits_only(text: str) -> None:
    for rules in (BOTH, BY_SPANISH, PLAIN):
        for found in forms(text, rules):
            assert found
            assert all(form and all(unicodedata.category(sign)[0] in "LMN" for sign in form) for form in found)
            assert len(set(found)) == len(found)


@given(st.lists(st.text(alphabet="ابتوفلكيهةأإءىnaeisgd", min_size=1, max_size=9), max_size=6))
def test_words_are_read_each_by_itself(words: list[str]) -> None:
    together = forms(" ".join(words), BOTH)
    assert together == [found for word in words for found in forms(word, BOTH)]
