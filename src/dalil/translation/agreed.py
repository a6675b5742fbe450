"""The register of what was agreed: of each text a print in each language, and the values with which it was right."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dalil.model.grammar import FIELD
from dalil.problems import Problems
from dalil.reading.documents import read
from dalil.store import Store
from dalil.store.grounds import Ground, Grounds, sentences_of
from dalil.translation.units import Unit, units_of

FILE = "data/register/agreed.yml"
HEAD = """\
# Which texts somebody found to say the same in every language of the records, and to be right with the values that they
# rest on. Written by `dalil review`: do not edit it, commit it. Each entry holds a print of the text in each language,
# and under rests_on those values as they were; when a text or a value changes, the text is due for review again.
"""
RESTS_ON = "rests_on"
"""What parts values from prints in an entry; no locale is called so."""
NOTHING = "null"
"""What YAML takes for no value at all."""
PLAIN = re.compile(r"[A-Za-z0-9][\w ./%~-]*", re.ASCII)
"""What needs no quotation marks in YAML, wherever it stands."""


@dataclass(frozen=True)
class Agreement:
    """What somebody said of a text."""

    prints: Mapping[str, str] = field(default_factory=dict)
    """Locale to the print of the text that was compared."""
    grounds: Mapping[str, Ground] | None = None
    """The values with which it was found right; None when nobody was asked."""


def read_agreements(root: Path, problems: Problems) -> dict[str, Agreement]:
    """What was agreed, by the key of the text; a file that cannot be read goes to `problems`."""
    found = read(root, root / FILE, problems).data if (root / FILE).is_file() else {}
    return {key: _agreement(value) for key, value in found.items() if isinstance(value, dict)}


def prints(unit: Unit, locales: Iterable[str]) -> dict[str, str]:
    """The prints of a text as it is."""
    return {code: _print(unit.text[code]) for code in locales if code in unit.text}


def with_agreements(store: Store, agreed: Mapping[str, Agreement], keys: Iterable[str]) -> str:
    """The text of the file once the texts of `keys` are agreed on; what is agreed on texts that are gone goes."""
    wanted = set(keys)
    texts = {unit.key: prints(unit, store.written) for unit in shared(store)}
    grounds = {one.key: one.grounds for one in sentences_of(store)}
    lines = []
    for key in sorted({*texts, *grounds}):
        then = agreed.get(key, Agreement())
        seals = texts.get(key, {}) if key in wanted else then.prints
        values = _known(grounds[key]) if key in wanted and key in grounds else then.grounds
        entry = [f"{code}: {seal}" for code, seal in sorted(seals.items())]
        if values is not None and key in grounds:
            parts = [f"{_scalar(name)}: {_written(value)}" for name, value in sorted(values.items())]
            entry.append(f"{RESTS_ON}: {{{', '.join(parts)}}}")
        if entry:
            lines.append(f"{key}: {{{', '.join(entry)}}}\n")
    return HEAD + "".join(lines)


def _known(grounds: Grounds) -> dict[str, Ground]:
    """The values that can be derived."""
    return {name: value for name, value in grounds.items() if value is not None}


def _agreement(entry: dict[str, Any]) -> Agreement:
    """An entry of the file; what is no value of it counts as one that nobody agreed to."""
    seals = {code: str(seal) for code, seal in entry.items() if code != RESTS_ON}
    if RESTS_ON not in entry:
        return Agreement(seals)
    values = entry[RESTS_ON] if isinstance(entry[RESTS_ON], dict) else {}
    return Agreement(seals, {name: _ground(value) for name, value in values.items()})


def _ground(value: Any) -> Ground:
    return tuple(sorted(map(str, value))) if isinstance(value, list) else str(value)


def shared(store: Store) -> Iterable[Unit]:
    """Texts that stand in more than one written locale."""
    return (unit for unit in units_of(store) if len(store.written) > 1 and unit.path != FIELD)


def _print(words: str) -> str:
    """A short hash: an accident in ten million changes is far rarer than a slip of the reviewer."""
    return "x" + hashlib.sha256(words.encode()).hexdigest()[:9]


def _written(value: Ground) -> str:
    return f"[{', '.join(map(_scalar, value))}]" if isinstance(value, tuple) else _scalar(value)


def _scalar(words: str) -> str:
    """Words as YAML: in double quotation marks, which JSON has too, where they might be taken for something else."""
    plain = PLAIN.fullmatch(words) and not words.endswith(" ") and words != NOTHING
    return words if plain else json.dumps(words, ensure_ascii=False)
