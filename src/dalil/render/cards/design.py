"""What a card says and how it looks: 1200 by 630 pixels, the size that link previews ask for, as SVG."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from markupsafe import escape

from dalil.render.cards.fonts import SPACES, Fonts
from dalil.render.cards.setting import LEADING, Block, Type, set_block

WIDTH, HEIGHT = 1200, 630
GROUND, INK, ACCENT = "#0e4a50", "#ffffff", "#7fd1d6"
"""The site's ground, and what stands on it."""
MARGIN, SPINE = 84, 18
TOP, BOTTOM = 132, 500
"""Between them stand title and text."""
STRONG, PLAIN = 600, 400
TITLE_SIZES = (104, 92, 82, 74, 66, 60, 54, 48, 43)
TEXT_SIZES = (40, 36)
START, END = {"ltr": "\u2066", "rtl": "\u2067"}, "\u2069"
"""Isolates (UAX #9): a line keeps the page's direction whatever letters it starts with."""

SIGNS = {
    "confirmed": '<circle r="15" fill="{ink}"/><path d="M-7 0 l5 6 l9 -11" stroke="{ground}" stroke-width="4"/>',
    "single-source": '<circle r="13"/><circle r="5" fill="{ink}" stroke="none"/>',
    "attributed": '<path d="M-13 -11 h26 v17 h-14 l-7 8 v-8 h-5 z"/>',
    "disputed": '<path d="M-3 -13 a13 13 0 0 0 0 26 z" fill="{ink}"/><path d="M5 -13 a13 13 0 0 1 0 26 z"/>',
    "unconfirmed": '<circle r="13" stroke-dasharray="6 4.2"/>',
    "retracted": '<path d="M-11 -11 L11 11 M-11 11 L11 -11" stroke-width="5"/>',
    "superseded": '<circle r="13"/><path d="M-9 9 L9 -9"/>',
}
"""A shape for each status, about the point where it stands."""


@dataclass(frozen=True)
class Card:
    """What a picture says, in one locale; all words are plain."""

    locale: str
    direction: str
    """rtl or ltr."""
    site: str
    """The site's name."""
    kind: str
    """What sort of page it is; empty on the home page."""
    title: str
    """In the largest type: a page's title, a claim's sentence."""
    text: str = ""
    """In smaller type below it."""
    status: str = ""
    """A claim's status, such as `confirmed`."""
    note: str = ""
    """At the foot, beside the sign of the status."""

    @property
    def words(self) -> str:
        """Everything that is written on it."""
        return " ".join((self.site, self.kind, self.title, self.text, self.note))


def name_of(card: Card, fonts: Fonts) -> str:
    """The name of a card's picture: a hash of what it says and of everything that decides how it looks."""
    return hashlib.sha256("\0".join((repr(card), fonts.digest, _manner())).encode()).hexdigest()[:16]


@cache
def _manner() -> str:
    """Changes with the code that sets and draws cards, and with the libraries that it uses."""
    code = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py"))]
    return "\0".join([*code, *(version(library) for library in ("icu4py", "pillow", "resvg-py", "uharfbuzz"))])


def svg(card: Card, fonts: Fonts) -> str:
    """The card as SVG; its text is text, for a renderer that shapes and orders letters."""
    width = WIDTH - 2 * MARGIN
    text = (
        set_block(card.text, Type(fonts, PLAIN, card.locale, TEXT_SIZES), width, 3 * TEXT_SIZES[0] * LEADING)
        if card.text
        else Block((), TEXT_SIZES[0])
    )
    gap = 20 if card.text else 0
    title = set_block(
        card.title, Type(fonts, STRONG, card.locale, TITLE_SIZES), width, BOTTOM - TOP - text.height - gap
    )
    top = TOP + (BOTTOM - TOP - title.height - gap - text.height) / 2
    page = _Page(card.direction, fonts)
    site = card.site if card.site != card.title else ""
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{GROUND}"/>',
        f'<rect x="{page.x(0, SPINE)}" width="{SPINE}" height="{HEIGHT}" fill="{ACCENT}"/>',
        page.words(card.kind, 92, 34, STRONG, ACCENT),
        *page.block(title, top, STRONG, INK),
        *page.block(text, top + title.height + gap, PLAIN, _tint(0.86)),
        f'<rect x="{MARGIN}" y="534" width="{width}" height="2" fill="{_tint(0.3)}"/>' if site or card.note else "",
        page.words(site, 588, 36, STRONG, INK),
        page.words(card.note, 588, 32, PLAIN, INK, at_end=True),
    ]
    if card.status in SIGNS:
        away = fonts.width(card.note, PLAIN) * 32 + 32
        sign = SIGNS[card.status].format(ink=INK, ground=GROUND)
        place = f"translate({page.x(WIDTH - MARGIN - away, 0):.1f} 577)"
        parts.append(f'<g transform="{place}" fill="none" stroke="{INK}" stroke-width="3">{sign}</g>')
    body = "".join(parts)
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>'


def _tint(share: float) -> str:
    """A colour between ground and ink."""
    mixed = [round(g + (i - g) * share) for g, i in zip(rgb(GROUND), rgb(INK), strict=True)]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def rgb(colour: str) -> tuple[int, int, int]:
    """`#0e4a50` as three numbers of 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


@dataclass(frozen=True)
class _Page:
    """Places things from the side on which reading starts."""

    direction: str
    fonts: Fonts

    def x(self, start: float, width: float) -> float:
        """The left edge of something that lies `start` pixels from the starting side."""
        return start if self.direction == "ltr" else WIDTH - start - width

    def words(self, text: str, baseline: float, size: int, weight: int, colour: str, *, at_end: bool = False) -> str:
        """A line of text."""
        if not text:
            return ""
        left = (self.direction == "ltr") is not at_end
        edge, anchor = (MARGIN, "start") if left else (WIDTH - MARGIN, "end")
        family = ", ".join(f"'{family}'" for family in self.fonts.families)
        shown = escape(f"{START[self.direction]}{text.translate(SPACES)}{END}")
        return (
            f'<text x="{edge}" y="{baseline:.1f}" text-anchor="{anchor}" font-family="{escape(family)}" '
            f'font-size="{size}" font-weight="{weight}" fill="{colour}">{shown}</text>'
        )

    def block(self, block: Block, top: float, weight: int, colour: str) -> list[str]:
        """Lines of text below each other."""
        first = top + block.size * 0.93
        return [
            self.words(line, first + number * block.size * LEADING, block.size, weight, colour)
            for number, line in enumerate(block.lines)
        ]
