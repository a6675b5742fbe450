"""Short ways to give a citation or a value, as one says them, and what they stand for in a file."""

from __future__ import annotations

import re
from typing import Any

from pydantic import ValidationError

from dalil.model.dates import BadDate, Date
from dalil.model.parts import MAX_LOCATOR_WORDS
from dalil.model.values import DURATION, VALUE_KINDS, Value
from dalil.problems import Problems
from dalil.reading.documents import Document, read_part
from dalil.store import Store
from dalil.wording import detail_of, sentence

PLACES = re.compile(r"(?P<kind>page|section|paragraph)s?\s+(?P<place>\S.*)", re.IGNORECASE)
DATE_LIKE = re.compile(r"\d{4}-\d")
AMOUNT = re.compile(
    r"(?P<amount>[-+]?\d+(?:\.\d+)?)\s*(?:(?P<scale>million|billion|trillion)\s+)?(?P<currency>[A-Z]{3})"
)


def split(line: str) -> list[str]:
    """The words of a line with commas or blanks between them."""
    return [word for word in re.split(r"[,،\s]+", line) if word]


def citation_of(source: str, place: str, stance: str, language: str = "en") -> tuple[dict[str, Any], str]:
    """(citation, fault): `place` is `whole`, `page 12`, `section Name`, `paragraph 3`, or words of the source."""
    match = PLACES.fullmatch(place.strip())
    if place.strip().lower() == "whole":
        locator: dict[str, str] = {"whole": "yes"}
    elif match:
        locator = {match["kind"].lower(): match["place"]}
    else:
        locator = {"words": place.strip().strip('“”«»"')}
    if len(locator.get("words", "").split()) > MAX_LOCATOR_WORDS:
        return {}, sentence("answer-words", language, n=MAX_LOCATOR_WORDS)
    if not any(character.isalnum() for text in locator.values() for character in text):
        return {}, sentence("answer-signs", language)
    if not locator.get("paragraph", "1").isdecimal():
        return {}, sentence("answer-paragraph", language)
    citation: dict[str, Any] = {"source": source, "locator": locator}
    return citation if stance == "supports" else {**citation, "stance": stance}, ""


def value_of(text: str, store: Store, language: str = "en") -> tuple[dict[str, Any], str]:
    """(value, fault): a number, percentage, date, length of time, sum of money or id, or a value as YAML has it."""
    text = text.strip()
    found = _guess(text, store)
    if found is None:
        if DATE_LIKE.match(text):
            return {}, _fault_of_date(text, language)
        document = Document("")
        read_part(document, text, 0, Problems())
        found = document.data
    try:
        Value.model_validate(found)
    except ValidationError:
        samples = {"integer": "{integer: 17}", "date": "{date: 2026-03-05}"}
        return {}, sentence("answer-value", language, kinds=tuple(VALUE_KINDS), **samples)
    return found, ""


def _fault_of_date(text: str, language: str) -> str:
    try:
        Date.parse(text)
    except BadDate as error:
        return detail_of(error.reason, language)
    return ""


def _guess(text: str, store: Store) -> dict[str, Any] | None:
    if re.fullmatch(r"[-+]?\d+", text):
        return {"integer": text}
    if re.fullmatch(r"[-+]?\d+\.\d+", text):
        return {"decimal": text}
    if match := re.fullmatch(r"([-+]?\d+(?:\.\d+)?)\s*[%٪]", text):
        return {"percent": match[1]}
    if match := AMOUNT.fullmatch(text):
        scale = {"scale": match["scale"]} if match["scale"] else {}
        return {"money": {"amount": match["amount"], **scale, "currency": match["currency"]}}
    if DURATION.fullmatch(text):
        return {"duration": text}
    if text in store.events:
        return {"date_of": text}
    if text in store.entities:
        return {"entity": text}
    words = split(text)
    if len(words) > 1 and all(word in store.entities for word in words):
        return {"entities": words}
    return None if _fault_of_date(text, "en") else {"date": text}
