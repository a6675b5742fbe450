"""What a change takes back: records that it withdraws, sources whose publisher did so, and records that vanish.

It is read off the fields of records, so that it is known of a state with problems too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dalil.desk.impact.compare import Impact, RecordChange
from dalil.store import RETRACTABLE

NOTICES = ("retracted", "corrected")


@dataclass(frozen=True)
class TakenBack:
    """A record that was taken back, or a source that was corrected."""

    record: RecordChange
    state: str
    """retracted or corrected."""
    date: str
    words: str
    """Why, or what was wrong, in the language of the report where the record has it."""
    replaced_by: str = ""


def withdrawn(impact: Impact, language: str) -> list[TakenBack]:
    """Claims, statements and events that the change withdraws."""
    return [
        TakenBack(one, "retracted", date, _words(one, "retracted.why", language), _new(one, "retracted.replaced_by"))
        for one in impact.records
        if one.key[0] in RETRACTABLE and (date := _set(one, "retracted.date"))
    ]


def noticed(impact: Impact, language: str) -> list[TakenBack]:
    """Sources that their publisher corrected or took back, as the change says."""
    return [
        TakenBack(one, state, date, _words(one, f"{state}.note", language))
        for one in impact.records
        for state in NOTICES
        if one.key[0] == "sources" and (date := _set(one, f"{state}.date"))
    ]


def standing_again(impact: Impact) -> list[RecordChange]:
    """Records that were withdrawn and, as the change has it, are not."""
    return [
        one
        for one in impact.records
        if one.change != "removed"
        and any(field.path == "retracted.date" and field.before and not field.after for field in one.fields)
    ]


def vanished(impact: Impact) -> list[RecordChange]:
    """Claims, statements and events that are gone, and with them a page to which no other address leads."""
    gone = {address.rstrip("/").rpartition("/")[2] for one in impact.addresses.values() for address in one.gone}
    return [
        one
        for one in impact.records
        if one.change == "removed" and one.key[0] in RETRACTABLE and (one.key[1] in gone or not impact.sound)
    ]


def _set(record: RecordChange, path: str) -> str:
    """What a field holds that held nothing before."""
    return next((field.after for field in record.fields if field.path == path and not field.before), "")


def _new(record: RecordChange, path: str) -> str:
    return next((field.after for field in record.fields if field.path == path), "")


def _words(record: RecordChange, path: str, language: str) -> str:
    found = dict(_texts(record, path))
    return found.get(language) or next(iter(found.values()), "")


def _texts(record: RecordChange, path: str) -> Iterator[tuple[str, str]]:
    for field in record.fields:
        text, _, code = field.path.rpartition(".")
        if text == path and field.after:
            yield code, field.after
