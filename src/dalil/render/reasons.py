"""Says in our words what the template engine, or Python below it, says in its own of a macro that cannot be used."""

from __future__ import annotations

import re

from jinja2 import TemplateNotFound
from jinja2.exceptions import SecurityError

from dalil.problems import Detail, Phrase, phrase
from dalil.render.budget import DEEPEST, LONGEST

KNOWN: tuple[tuple[str, str], ...] = (
    # Names
    (r"'(?P<name>[^']+)' is undefined", "nothing-called"),
    (r"has no attribute '(?P<name>[^']+)'", "nothing-called"),
    (r"(?:'(?P<kind>[^']+)'|(?P<other>[\w.]+)(?: object)?) has no element (?P<name>.+)", "macro-no-item"),
    (r"[Nn]o filter named '(?P<name>[^']+)'", "macro-no-filter"),
    (r"[Nn]o test named '(?P<name>[^']+)'", "macro-no-test"),
    (r"does not export the requested name '(?P<name>[^']+)'", "macro-not-in-file"),
    # Arguments
    (r"parameter '(?P<name>[^']+)' was not provided", "macro-argument-lacks"),
    (r"takes no keyword argument '(?P<name>[^']+)'", "macro-argument-unknown"),
    (r"got an unexpected keyword argument '(?P<name>[^']+)'", "macro-argument-unknown"),
    (r"'(?P<name>[^']+)' is an invalid keyword argument", "macro-argument-unknown"),
    (r"unexpected keyword argument '(?P<name>[^']+)'", "macro-argument-unknown"),
    (r"takes not more than \d+ argument", "macro-arguments-many"),
    (r"takes (?:from \d+ to |exactly |at most )?(?:\d+|no|one) (?:positional )?arguments?\b", "macro-arguments-many"),
    (r"missing \d+ required (?:positional|keyword-only) arguments?", "macro-arguments-few"),
    (r"expected at (?:least|most) \d+ arguments?", "macro-arguments-many"),
    (r"multiple values for (?:keyword )?argument '(?P<name>[^']+)'", "macro-argument-twice"),
    (r"two values for the special caller argument", "macro-argument-caller"),
    # Kinds of values
    (r"unsupported operand type\(s\) for (?P<operator>[^:]+): '(?P<kind>[^']+)'", "macro-operator"),
    (r"bad operand type for unary (?P<operator>.): '(?P<kind>[^']+)'", "macro-operator"),
    (r"'(?P<operator>[^']+)' not supported between instances of '(?P<kind>[^']+)'", "macro-operator"),
    (r"can only concatenate (?P<kind>\w+)", "macro-joined"),
    (r"can't multiply sequence by non-int of type '(?P<kind>[^']+)'", "macro-joined"),
    (r"'(?P<kind>[^']+)' object is not iterable", "macro-no-list"),
    (r"object of type '(?P<kind>[^']+)' has no len\(\)", "macro-no-list"),
    (r"argument of type '(?P<kind>[^']+)' is not (?:iterable|a container)", "macro-no-list"),
    (r"'(?P<kind>[^']+)' object is not callable", "macro-call"),
    (r"'(?P<kind>[^']+)' object is not (?:subscriptable|reversible)", "macro-no-list"),
    (r"unhashable type: '(?P<kind>[^']+)'", "macro-not-plain"),
    (r"cannot unpack non-iterable (?P<kind>\w+)", "macro-no-list"),
    (r"(?:too many|not enough) values to unpack", "macro-unpacked"),
    (r"division by zero|modulo by zero|division undefined", "macro-by-nothing"),
    # What is written
    (r"Encountered unknown tag '(?P<name>[^']+)'.* looking for (?P<tags>.+?)\.(?: |$)", "macro-tag-instead"),
    (r"Encountered unknown tag '(?P<name>[^']+)'", "macro-tag-unknown"),
    (r"Unexpected end of template.* looking for (?P<tags>.+?)\.(?: |$)", "macro-tag-never-closed"),
    (r"[Uu]nexpected end of template", "macro-ends-early"),
    (r"Missing end of (?:comment tag|raw directive)", "comment-never-closed"),
    (r"expected token '(?P<write>[^']+)', got '(?P<found>[^']+)'", "macro-token-instead"),
    (r"unexpected '(?P<found>[^']+)', expected '(?P<write>[^']+)'", "macro-token-instead"),
    (r"unexpected char ['\"](?P<found>.+)['\"] at \d+", "macro-token-odd"),
    (r"Expected an expression, got '(?P<found>[^']+)'", "macro-token-odd"),
    (r"unexpected '(?P<found>.+)'", "macro-token-odd"),
    (r"tag name expected", "macro-tag-nameless"),
    (r"can't assign to '(?P<name>[^']+)'", "macro-assigned"),
    (r"non-default argument follows default argument", "macro-default-first"),
    (r"(?P<name>\w+) is not for macros", "macro-construction"),
    (r"chain multiple tests", "macro-tests-chained"),
)
"""What is said, as a regular expression, to the phrase that says it; its groups are what the phrase places."""
TOKENS: dict[str, Detail] = {
    "begin of print statement": "{{",
    "end of print statement": "}}",
    "begin of statement block": "{%",
    "end of statement block": "%}",
    "begin of comment": "{#",
    "end of comment": "#}",
    "end of template": phrase("token-end"),
    "template data / text": phrase("token-text"),
    "name": phrase("token-name"),
    "string": phrase("token-string"),
    "integer": phrase("token-number"),
    "float": phrase("token-number"),
}
"""What the engine calls a part of a template, as it is written, or as we call it."""
COMPILED = [(re.compile(pattern, re.DOTALL), key) for pattern, key in KNOWN]


def reason_of(error: BaseException) -> Phrase:
    """What went wrong. What none of our phrases says is told as such, with the words of the engine as a quotation."""
    if isinstance(error, RecursionError):
        return phrase("macro-depth", limit=DEEPEST)
    if isinstance(error, MemoryError):
        return phrase("macro-characters", limit=LONGEST)
    if isinstance(error, KeyError) and error.args:
        return phrase("there-is-no", name=error.args[0])
    if isinstance(error, TemplateNotFound):
        return phrase("there-is-no", name=f"macros/{error.name}")
    if error.args and isinstance(error.args[0], Phrase):
        return error.args[0]
    said = str(error)
    if isinstance(error, SecurityError):
        return phrase("macro-refused", words=said)
    for pattern, key in COMPILED:
        if found := pattern.search(said):
            details = {name: value for name, value in found.groupdict().items() if value is not None}
            return phrase(key, **_details(details))
    return phrase("macro-other", words=said or type(error).__name__)


def _details(found: dict[str, str]) -> dict[str, Detail]:
    details: dict[str, Detail] = {name: TOKENS.get(value, value) for name, value in found.items()}
    if "other" in found:
        details["kind"] = details.pop("other")
    if "tags" in found:
        details["tags"] = tuple(re.findall("'([^']+)'", found["tags"]))
    return details
