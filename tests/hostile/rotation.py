"""Which payload stands where: each field meets every kind in turn, and each kind gives its payloads in turn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from hostile.payloads import BY_KIND, KIND_OF, arabic, as_address, as_message
from hostile.planting import Field

MOST = 330
"""Characters of payloads in one text; names end at 500."""
MOST_ONCE = 1_200
"""Characters of payloads in a field without languages; addresses end at 2,000."""
CHAINS = {"Claim.headline": 1, "InterfaceString.text": 1, "SoughtPassage.words": 1}
"""Payloads of a text, for fields of which there are hundreds."""
SHORT = {"Claim.headline": 56}
"""Characters of a payload, for fields that are held to a line or two."""
CHAIN = 8
SINGLE = 13
"""Payloads of a field that has no languages, and so stands once."""
LOOSE = re.compile(r"\w+\.(name|title)|PageRecord\.\w+|PageFigure\.\w+|InterfaceString\.\w+|Site\w*\.\w+|Licence\.\w+")
"""Fields in which words of other scripts may stand."""


@dataclass
class Rotation:
    """Gives payloads out, and keeps where each went."""

    harmless: bool = False
    """Whether plain letters stand in the place of each payload."""
    planted: list[tuple[str, str, str]] = field(default_factory=list)
    """(name of a field, language or nothing, payload as it is to be read)."""
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """(kind of payload, name of a field)."""
    used: Counter[str] = field(default_factory=Counter)
    _where: Field | None = None
    _first: str = ""
    """The language in which the text of this field came first."""
    _owed: list[str] = field(default_factory=list)
    """Payloads with figures that it has: its other languages have the same figures."""
    _turns: Counter[str] = field(default_factory=Counter)
    _kinds: Counter[str] = field(default_factory=Counter)
    _starts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def choose(self, where: Field, code: str, value: str) -> str:
        """A value with payloads before or after it."""
        if code == "" and "words" in where.name.lower() and len(value.split()) > 5:
            return value  # It is as long as it may be.
        if where is not self._where:
            self._where, self._owed, self._first = where, [], code
        count = CHAINS.get(where.name, CHAIN if code else SINGLE)
        # Latin marks must not stand beside Arabic letters.
        between = " / " if code == "ar" else " "
        chain = between.join([*islice(self._written(where, code), count), *self._paid(where, code)])
        turn = self._turns[where.name + code] = self._turns[where.name + code] + 1
        if where.kind == "address":
            return f"{value}#{chain.replace(' ', '')}"
        if where.name.startswith(("Locator.", "SoughtPassage.")):
            chain = re.sub(r"\s", "_", chain)
            return f"{value}{chain}"
        after = turn % 2 or where.name.startswith("Interface")
        # A sign of percent beside a value would be one too many.
        apart = " / " if code else between
        return f"{value}{apart}{chain}" if after else f"{chain}{apart}{value}"

    def word(self, code: str) -> str:
        """A payload for a translation: figures must be those of the original, and letters those of the language."""

        def fits(one: str) -> bool:
            return not _figures(one) and KIND_OF[one] != "homographs"

        found = next(self._following("translation", fits))
        self._note("translation", code, found)
        return self._letter(code) or found

    def _letter(self, code: str) -> str:
        letters = "بتجحخدرس" if code == "ar" else "bcdfghkx"
        return letters[len(self.planted) % 8] if self.harmless else ""

    def _note(self, name: str, code: str, payload: str) -> None:
        self.used[payload] += 1
        self.pairs.add((KIND_OF[payload], name))
        self.planted.append((name, code, arabic(payload) if code == "ar" else payload))

    def _written(self, where: Field, code: str) -> Iterator[str]:
        """Payloads for one place, written as their field wants it, no more than the field may hold."""
        size = sum(len(self._marked(where, code, one)) for one in self._paid_in(code))
        for payload in self._following(where.name, lambda one: not self._is_refused(where, code, one)):
            written = self._marked(where, code, payload)
            if size and size + len(written) > (MOST if code else MOST_ONCE):
                self._kinds[where.name] -= 1  # Its turn is still to come.
                return
            size += len(written) + 1
            if code and code == self._first and _figures(payload):
                self._owed.append(payload)
            yield self._given_out(where, code, payload)

    def _paid(self, where: Field, code: str) -> Iterator[str]:
        """What the first language has with figures, in another one."""
        for payload in self._paid_in(code):
            yield self._given_out(where, code, payload)

    def _paid_in(self, code: str) -> list[str]:
        return self._owed if code != self._first else []

    def _given_out(self, where: Field, code: str, payload: str) -> str:
        self._note(where.name, code, payload)
        return self._marked(where, code, payload, self._letter(code))

    def _marked(self, where: Field, code: str, payload: str, letter: str = "") -> str:
        written = letter or _as(where.kind, arabic(payload) if code == "ar" else payload)
        return f"[{written}](lang:fr)" if self._needs_marks(where, code, payload) else written

    def _is_refused(self, where: Field, code: str, payload: str) -> bool:
        """Whether the check would refuse it there."""
        if where.name.startswith("Synonym") and not all(re.search(r"\w", words) for words in re.split("[,،]", payload)):
            return True  # Nothing of it is ever searched for.
        if len(payload) > SHORT.get(where.name, len(payload)):
            return True
        if code and _figures(payload) != _figures(arabic(payload)):
            return code == "ar" or bool(_figures(payload))
        if code and code != self._first and _figures(payload):
            return True
        return where.kind == "address" and ":~:" in payload

    def _needs_marks(self, where: Field, code: str, payload: str) -> bool:
        if not code:
            return False
        strange = KIND_OF[payload] == "homographs" and code != "ar" and not LOOSE.fullmatch(where.name)
        return strange or bool(_figures(payload))

    def _following(self, name: str, fits: Callable[[str], bool]) -> Iterator[str]:
        """Payloads without end, each of the next kind that fits; of each kind those given out least come first."""
        kinds = list(BY_KIND)
        while True:
            kind = kinds[self._kinds[name] % len(kinds)]
            self._kinds[name] += 1
            start = self._starts[name, kind] % len(BY_KIND[kind])
            self._starts[name, kind] += 1
            if fitting := [one for one in (*BY_KIND[kind][start:], *BY_KIND[kind][:start]) if fits(one)]:
                yield min(fitting, key=self.used.__getitem__)


def _figures(payload: str) -> list[str]:
    return re.findall(r"\d+", payload)


def _as(kind: str, payload: str) -> str:
    return {"address": as_address, "text": as_message}.get(kind, str)(payload)
