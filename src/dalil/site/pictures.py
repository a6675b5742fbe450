"""The pictures of link previews, on the site; and what cannot be drawn, in words."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from dalil.project.whole import Checked
from dalil.render.cards.drawing import draw_all
from dalil.render.heads import FOLDER
from dalil.system.progress import Step, silent
from dalil.wording import sentence

CACHE = ".dalil/cards"


def write_pictures(checked: Checked, site: Path, cache: Path, step: Step = silent) -> None:
    """Writes each picture that a page names; `cache` keeps those that were drawn."""
    renderer = checked.renderer
    pictures = {head.picture.path: head.picture.card for head in renderer.heads() if head.picture}
    if not pictures:
        return
    cards = {PurePosixPath(path).stem: card for path, card in pictures.items()}
    drawn = draw_all(cards, renderer.fonts, cache, lambda done, of: step("cards", done, of))
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, png in drawn.items():
        (folder / f"{name}.png").write_bytes(png)


def undrawn(checked: Checked, language: str = "en") -> str:
    """Which pages go without a picture of their own because no font has the letters; empty when none does."""
    if not checked.renderer.fonts.faces:
        return sentence("build-no-font", language)
    lacking = [head.missing for head in checked.renderer.heads() if head.missing]
    if not lacking:
        return ""
    letters = " ".join(sorted(frozenset().union(*lacking))[:12])
    return sentence("build-no-letters", language, n=len(lacking), letters=letters)
