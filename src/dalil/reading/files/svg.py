"""Drawings (SVG): what a drawing may hold, since it draws, is listed; all else is refused, with its line.

A drawing that is opened by its own address is a page, in which scripts, links and what is fetched from elsewhere would
work. It is refused rather than cleaned in silence, so that what is published is what somebody drew and looked at.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from xml.parsers import expat

from dalil.problems import Phrase, phrase

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
_ELEMENTS = """
svg g defs symbol use title desc switch style path rect circle ellipse line polyline polygon text tspan textPath
linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer
feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
feSpotLight feTile feTurbulence
"""
ELEMENTS = frozenset(_ELEMENTS.split())
"""Elements that draw (SVG 2): no script, no link, no picture within, nothing of HTML, nothing that moves."""
_ATTRIBUTES = """
id class style lang role tabindex version baseProfile width height viewBox preserveAspectRatio x y x1 y1 x2 y2 cx
cy r rx ry fx fy fr d points pathLength transform transform-origin dx dy rotate textLength lengthAdjust startOffset
method spacing side offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 order kernelMatrix divisor bias
targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z scale xChannelSelector
yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope intercept
amplitude exponent media systemLanguage requiredExtensions requiredFeatures alignment-baseline baseline-shift clip
clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering cursor direction display
dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
glyph-orientation-vertical image-rendering kerning letter-spacing lighting-color marker marker-end marker-mid
marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color
stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi vector-effect visibility
white-space word-spacing writing-mode
"""
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
"""Attributes that shape what is drawn; those that start with `aria-` may stand too."""
FUNCTION = re.compile(r"([\w-]+)\(")
_FUNCTIONS = """
rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp matrix translate
translatex translatey rotate scale scalex scaley skewx skewy cubic-bezier blur brightness contrast drop-shadow
grayscale hue-rotate invert opacity saturate sepia polygon circle ellipse inset path not is where nth-child
nth-of-type nth-last-child nth-last-of-type lang
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
"""CSS functions that fetch nothing."""
WITHIN = re.compile(r"url\(\s*([\"']?)#([\w:.-]+)\1\s*\)", re.IGNORECASE)
"""A reference to something in the same file."""
AT_RULES = {"media", "supports"}
MOVING = re.compile(r"(?<![\w-])(animation|transition|behavior|-moz-binding)(-[a-z]+)*\s*:", re.IGNORECASE)
MAX_ELEMENTS = 20_000
MAX_NESTED = 20
"""References that lead to references."""
SEVERAL = 10
"""Findings after which no more are told of one drawing."""

Finding = tuple[int, int, Phrase]
"""Line and column from 1, and what is refused."""


def svg_faults(content: bytes) -> list[Finding]:
    """What is not let through of a drawing, each kind once; nothing for a sound one."""
    reader = _Reader()
    with suppress(_Enough):
        try:
            reader.parser.Parse(content, True)
            reader.weigh()
        except expat.ExpatError as error:
            reader.note(phrase("svg-broken", reason=expat.ErrorString(error.code)), error.lineno, error.offset + 1)
        except (ValueError, LookupError):
            reader.note(phrase("svg-encoding"), 1, 1)
    return reader.found


class _Enough(Exception):
    """Nothing more needs to be read."""


class _Reader:
    """Walks through one drawing; expat is asked itself, since it alone tells lines and columns."""

    def __init__(self) -> None:
        self.found: list[Finding] = []
        self._told: set[Phrase] = set()
        self._open: list[str] = []
        self._ids: list[str] = []
        self._drawn: dict[str, list[str]] = {}
        """The id of a part to those that it draws too; an empty one for the whole."""
        self._elements = 0
        self._css = ""
        parser = self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.ordered_attributes = False
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = lambda *_: self._stop(phrase("svg-doctype"))
        parser.ProcessingInstructionHandler = lambda target, _: self._note(phrase("svg-instruction", name=target))
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def note(self, what: Phrase, line: int, column: int) -> None:
        """Notes what is refused, once; raises _Enough when there is enough of it."""
        if what not in self._told:
            self._told.add(what)
            self.found.append((line, column, what))
        if len(self.found) >= SEVERAL:
            raise _Enough

    def _note(self, what: Phrase) -> None:
        self.note(what, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _stop(self, what: Phrase) -> None:
        self._note(what)
        raise _Enough

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8"):
            self._stop(phrase("svg-encoding"))

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            self._stop(phrase("svg-large", count=MAX_ELEMENTS))
        space, _, local = name.rpartition(" ")
        if not self._open and (space, local) != (SVG, "svg"):
            self._stop(phrase("svg-root"))
        if space != SVG or local not in ELEMENTS:
            self._note(phrase("svg-element", name=local))
        if self._open[-1:] == ["style"]:
            self._note(phrase("svg-element", name=local))  # It would part the text of the stylesheet.
        elif local == "style":
            self._css = ""
        self._open.append(local)
        self._ids.append(attributes.get("id", ""))
        for attribute, value in attributes.items():
            for target in _targets(attribute, value):
                self._refers(target)
            for what in _attribute(attribute, value):
                self._note(what)

    def _refers(self, target: str) -> None:
        """Keeps in mind that whatever is open draws what another part of the drawing draws."""
        for one in {*self._ids, ""}:
            self._drawn.setdefault(one, []).append(target)

    def weigh(self) -> None:
        """Notes a drawing that draws a part of itself again and again, until a browser can draw nothing else."""
        costs: dict[str, float] = {}

        def cost(one: str, above: tuple[str, ...]) -> float:
            if one in above or len(above) > MAX_NESTED:
                return math.inf
            if one not in costs:
                costs[one] = 1 + sum(cost(target, (*above, one)) for target in self._drawn.get(one, ()))
            return costs[one]

        if cost("", ()) > MAX_ELEMENTS:
            self.note(phrase("svg-large", count=MAX_ELEMENTS), 1, 1)

    def _text(self, text: str) -> None:
        if self._open[-1:] == ["style"]:
            self._css += text

    def _end(self, _name: str) -> None:
        self._ids.pop()
        if self._open.pop() == "style":
            for what in _css(self._css):
                self._note(what)


def _targets(name: str, value: str) -> list[str]:
    """The ids of the parts of a drawing that an attribute draws again."""
    if name.rpartition(" ")[2] == "href":
        return [value.strip()[1:]] if value.strip().startswith("#") else []
    return [target for _, target in WITHIN.findall(value)]


def _attribute(name: str, value: str) -> Iterator[Phrase]:
    space, _, local = name.rpartition(" ")
    if local == "href" and space in ("", XLINK):
        if not value.strip().startswith("#"):
            yield phrase("svg-reference", address=value.strip()[:40])
        return
    known = (not space and (local in ATTRIBUTES or local.startswith("aria-"))) or (
        space == XML and local in ("space", "lang")
    )
    if not known:
        yield phrase("svg-attribute", name=local)
    elif not local.startswith("aria-"):
        yield from _css(value)


def _css(text: str) -> Iterator[Phrase]:
    """What is refused of a stylesheet, a declaration or a value."""
    if "\\" in text or "<" in text:
        # An escape can write any word so that it is not found by its letters.
        yield phrase("svg-escape")
        return
    plain = re.sub(r"/\*.*?(\*/|$)", " ", text, flags=re.DOTALL)
    for rule in re.findall(r"@([\w-]*)", plain):
        if rule.lower() not in AT_RULES:
            yield phrase("svg-rule", name=f"@{rule}")
    for name in FUNCTION.findall(WITHIN.sub(" ", plain)):
        if name.lower() not in FUNCTIONS:
            yield phrase("svg-rule", name=f"{name}()")
    for name, _ in MOVING.findall(plain):
        yield phrase("svg-rule", name=name)
