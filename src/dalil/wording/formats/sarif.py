"""Problems as SARIF 2.1.0 (OASIS), which code scanners and editors read."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from dalil.problems import Place, Problem
from dalil.wording import hint_of, message_of, reason_of
from dalil.wording.explaining import as_markdown, as_text, title_of
from dalil.wording.formats import machine

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "dalilProblem/v1"
A_PLACE = re.compile(r"^[^\s:]+:\d+:\d+$")


def as_sarif(
    problems: Sequence[Problem], language: str, *, page: str = "", line_of: Callable[[Place], str] = lambda place: ""
) -> str:
    """A SARIF log with one run. Addresses are relative to the project.

    `page` is the address of the page of all codes, if there is one on the web; `line_of` gives the words of a line, so
    that a problem keeps its fingerprint when the lines above it change.
    """
    codes = list(dict.fromkeys(problem.code for problem in problems))
    counted: Counter[str] = Counter()
    results = []
    for problem in problems:
        mark = _fingerprint(problem, line_of(problem.place))
        counted[mark] += 1
        results.append(_result(problem, language, codes.index(problem.code), f"{mark}:{counted[mark]}"))
    driver = {
        "name": "dalil",
        "semanticVersion": version("dalil"),
        "rules": [_rule(code, language, page) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return machine.as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, language: str, page: str) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": title_of(code, language)},
        "fullDescription": {"text": reason_of(code, language)},
        "help": {"text": as_text(code, language), "markdown": as_markdown(code, language)},
        "defaultConfiguration": {"level": "error"},
    }
    return {**rule, "helpUri": f"{page}#{code}"} if page else rule


def _result(problem: Problem, language: str, rule: int, mark: str) -> dict[str, Any]:
    hint = hint_of(problem, language)
    region = {"startLine": problem.place.line, "startColumn": problem.place.column}
    location = {"uri": quote(problem.place.path), "uriBaseId": "%SRCROOT%"}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": "error",
        "message": {"text": "\n".join(filter(None, (message_of(problem, language), hint)))},
        "locations": [{"physicalLocation": {"artifactLocation": location, "region": region}}],
        "partialFingerprints": {FINGERPRINT: mark},
    }


def _fingerprint(problem: Problem, line: str) -> str:
    """What names a problem apart from its line: code, file, details, and the words of the line."""
    details = sorted((name, repr(detail)) for name, detail in problem.details.items() if not _is_place(detail))
    parts = json.dumps([problem.code, problem.place.path, details, line.strip()], ensure_ascii=False)
    return hashlib.sha256(parts.encode()).hexdigest()[:32]


def _is_place(detail: object) -> bool:
    return isinstance(detail, str) and bool(A_PLACE.match(detail))
