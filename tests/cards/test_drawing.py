"""Drawing: the right letters in the right order, the same bytes each time, and each picture once."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from dalil.render.cards.design import HEIGHT, SIGNS, WIDTH, Card, name_of, svg
from dalil.render.cards.drawing import draw, draw_all
from dalil.render.cards.fonts import Fonts
from support import ROOT

FONTS = Fonts(ROOT / "fonts")
FILES = [str(face.path) for face in FONTS.faces]
ARABIC = Card("ar", "rtl", "درع الأمريكتين", "دولة", "الأرجنتين", status="confirmed", note="مؤكدة")
ENGLISH = Card("en", "ltr", "Shield of the Americas", "Country", "Argentina", note="12 claims")


def picture(card: Card) -> Image.Image:
    return Image.open(io.BytesIO(draw(svg(card, FONTS), FILES))).convert("L")


def box(image: Image.Image, left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    """Where in a part of the picture anything is lighter than the ground."""
    part = image.crop((left, top, right, bottom)).point(lambda value: 255 if value > 110 else 0)
    found = part.getbbox()
    assert found, "nothing is drawn there"
    return found


def written(word: str, *, direction: str = "rtl") -> Image.Image:
    return picture(Card("ar", direction, "x", "", word))


def test_a_card_has_the_size_that_previews_ask_for_and_few_colours() -> None:
    with Image.open(io.BytesIO(draw(svg(ARABIC, FONTS), FILES))) as image:
        assert image.size == (WIDTH, HEIGHT)
        assert image.mode == "P"
        assert len(image.getcolors() or []) <= 16


@pytest.mark.parametrize(("card", "at_start"), [(ARABIC, 1), (ENGLISH, 0)])
def test_text_starts_at_the_side_on_which_reading_starts(card: Card, at_start: int) -> None:
    left, _, right, _ = box(picture(card), 30, 150, WIDTH - 30, 520)
    assert (left, WIDTH - 60 - right)[at_start] < 70
    assert (left, WIDTH - 60 - right)[1 - at_start] > 300


def test_arabic_letters_are_joined() -> None:
    """Joined, the word is one run of ink along its base line; kept apart, it is several."""

    def gaps(word: str) -> int:
        image = written(word)
        left, top, right, bottom = box(image, 30, 150, WIDTH - 30, 520)
        row = image.crop((30 + left, 150 + top, 30 + right, 150 + bottom)).point(lambda v: 255 if v > 110 else 0)
        inked = [row.crop((x, 0, x + 1, row.height)).getbbox() is not None for x in range(row.width)]
        return sum(1 for before, after in pairwise(inked) if before and not after)

    assert gaps("بيتيهن") == 0
    assert gaps("\u200c".join("بيتيهن")) >= 3


def test_letters_run_from_right_to_left_and_foreign_names_from_left_to_right() -> None:
    """The last letter of the line, a full stop, stands at the left; a Latin word reads as it does by itself."""
    whole, without = written("قال OAS."), written("قال OAS")
    changed = ImageChops.difference(whole, without).getbbox()
    left = box(without, 30, 150, WIDTH - 30, 520)[0] + 30
    assert changed is not None
    assert changed[2] <= left + 4
    oas, sao = written("قال OAS"), written("قال SAO")
    assert ImageChops.difference(oas, sao).getbbox() is not None
    alone = written("OAS", direction="ltr")
    size = box(alone, 30, 150, WIDTH - 30, 520)
    glyphs = alone.crop((30 + size[0], 150 + size[1], 30 + size[2], 150 + size[3]))
    placed = box(oas, 30, 150, WIDTH - 30, 520)
    same = oas.crop((30 + placed[0], 150 + size[1], 30 + placed[0] + glyphs.width, 150 + size[3]))
    difference = sum(ImageChops.difference(glyphs, same).histogram()[80:])
    assert difference < 0.02 * glyphs.width * glyphs.height


def test_what_a_text_says_is_no_markup() -> None:
    drawn = svg(Card("en", "ltr", "<b>&", "", '</text><image href="file:///etc/passwd"/>'), FONTS)
    assert "<image" not in drawn
    assert "&lt;/text&gt;" in drawn


@pytest.mark.parametrize("status", sorted(SIGNS))
def test_each_status_has_a_sign_of_its_own(status: str) -> None:
    card = Card("en", "ltr", "Site", "Claim", "So it is", status=status, note="x")
    assert len({draw(svg(Card(**{**vars(card), "status": one}), FONTS), FILES) for one in SIGNS}) == len(SIGNS)
    assert ImageChops.difference(picture(card), picture(Card(**{**vars(card), "status": ""}))).getbbox() is not None


def test_each_picture_is_drawn_once(tmp_path: Path) -> None:
    cards = {name_of(card, FONTS): card for card in (ARABIC, ENGLISH)}
    told: list[tuple[int, int]] = []
    first = draw_all(cards, FONTS, tmp_path / "cache", lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()}
    again = draw_all(cards, FONTS, tmp_path / "cache", lambda done, of: told.append((done, of)))
    assert again == first
    assert len(told) == 2
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()} == times
    assert draw_all(cards, FONTS, tmp_path / "other") == first


def test_the_name_of_a_picture_follows_what_it_says_and_the_fonts(tmp_path: Path) -> None:
    (tmp_path / "one.ttf").write_bytes((ROOT / "fonts" / "MarkaziText-Regular.ttf").read_bytes())
    names = {
        name_of(ARABIC, FONTS),
        name_of(ENGLISH, FONTS),
        name_of(Card(**{**vars(ARABIC), "note": "x"}), FONTS),
        name_of(ARABIC, Fonts(tmp_path)),
    }
    assert len(names) == 4


def test_several_processes_draw_the_same(tmp_path: Path) -> None:
    few = {name_of(card, FONTS): card for card in (Card("en", "ltr", "S", "", f"Title {n}") for n in range(30))}
    together = draw_all(few, FONTS, tmp_path)
    name, card = next(iter(few.items()))
    assert together[name] == draw(svg(card, FONTS), FILES)


def test_the_cache_does_not_grow_without_bound(tmp_path: Path) -> None:
    for number in range(120):
        (tmp_path / f"old{number}.png").write_bytes(b"")
    cards = {name_of(ARABIC, FONTS): ARABIC}
    draw_all(cards, FONTS, tmp_path)
    assert [path.stem for path in tmp_path.iterdir()] == list(cards)
