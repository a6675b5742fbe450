"""What a schema says to editors beyond the descriptions of fields: meanings of words, forms, examples, and rules.

Rules are those of the checks that can be seen in one record; each is said twice, so that one learns of a fault while
writing, and a test holds the two together.
"""

from __future__ import annotations

from typing import Any

from dalil.model.codes import LOCALE_PATTERN
from dalil.model.parts import MAX_LOCATOR_WORDS
from dalil.model.pictures import PICTURE_KINDS
from dalil.model.values import DERIVED_KINDS, ID_PATTERN, NAME_PATTERN, VALUE_KINDS

Schema = dict[str, Any]

SWITCH = {"yes": "It is so.", "no": "It is not so."}

ENUMERATIONS: tuple[dict[str, str], ...] = (
    {
        "supports": "The passage says so.",
        "disputes": "The passage says otherwise.",
        "mentions": "The passage touches the matter without carrying the claim.",
    },
    {
        "confirmed": "A primary document supports it, or two independent sources do.",
        "single-source": "One independent source supports it.",
        "attributed": "We vouch that it was said, not that it is so.",
        "disputed": "A source says otherwise.",
        "unconfirmed": "No source that counts supports it.",
        "superseded": "A newer claim has taken its place.",
    },
    {"anywhere": "In all of a text.", "start": "Only where a text starts."},
    {"all": "Every text of the language.", "headline": "Headlines of claims only."},
    {
        "primary-document": "By a party to the matter, about its own acts.",
        "news": "Reporting.",
        "analysis": "Argument or opinion.",
        "reference": "An encyclopedia, list or database.",
    },
    {
        "country": "Its name comes from CLDR by its code.",
        "person": "A person.",
        "organisation": "A body, agency, company, newspaper or group.",
        "document": "A text that is spoken of. Texts that are cited are sources.",
        "operation": "Something done under a name: an operation, campaign or programme.",
        "place": "A city, building or region.",
    },
    {
        "partisan": "It takes a side in the matter.",
        "mirror": "A copy of a text that stands elsewhere.",
        "opinion": "It argues; it does not report.",
        "machine-made": "Written or translated by a machine. Counts for nothing in the rule of statuses.",
        "state-media": "Run by a government.",
        "tertiary": "It gathers what others wrote. Counts for nothing in the rule of statuses.",
        "tabloid": "It writes for effect.",
        "aggregator": "It passes on what others reported.",
        "advance": "Written before the event.",
        "excerpt": "Only a part of the text is there.",
        "headline": "Only its headline was seen: it supports what that says, and no more.",
        "error": "It is wrong somewhere; the words of the caveat say where.",
    },
    {"integer": "A number, which may choose a plural form.", "text": "Words, a date or a formatted figure."},
    {"undated": "The document bears no date."},
    {
        "correction": "It was wrong.",
        "update": "The matter or its sources moved on.",
        "clarification": "It says the same more clearly.",
    },
    {"never": "It need not be looked at again."},
    {
        "main": "Its answer changes what a reader takes away.",
        "footnote": "No answer would change that: it comes last, its versions folded.",
    },
    {
        "unit": "The amount as it stands.",
        "million": "10⁶.",
        "billion": "10⁹, in every language.",
        "trillion": "10¹², in every language.",
    },
    {
        "minute": "Minutes.",
        "hour": "Hours.",
        "day": "Days.",
        "week": "Weeks.",
        "month": "Months.",
        "year": "Years.",
    },
    {
        "full": "As much as is known.",
        "day-month": "Day and month.",
        "month-year": "Month and year.",
        "year": "The year alone.",
    },
    {
        "solid": "A full colour.",
        "lines": "Slanting lines.",
        "dots": "Dots.",
        "crosses": "Crosses.",
    },
    {
        "yes": "The shape for yes. YAML readers other than dalil want it in quotation marks.",
        "no": "The shape for no. YAML readers other than dalil want it in quotation marks.",
        "partly": "The shape for neither.",
    },
    {"subject": "The row is who did it.", "object": "The row is to whom or what it was done."},
)
"""For each list of possible words, what each means."""

FORMS = {
    ID_PATTERN: "an id: ASCII letters in lower case, digits and single hyphens, such as joint-declaration",
    NAME_PATTERN: "a name of your own: ASCII letters in lower case, digits and underscores, such as partners",
    LOCALE_PATTERN: "a language code such as ar, en or pt-BR",
    r"^[A-Z]{2}$": "a country's two letters of ISO 3166-1, such as AR",
    r"^[A-Z]{3}$": "a currency's three letters of ISO 4217, such as USD",
    r"^[a-z]{4}$": "the four letters of a CLDR numbering system: latn for 123, arab for ١٢٣",
    r"^[A-Za-z0-9.-]+$": "an SPDX identifier such as CC-BY-4.0",
    r"^[MmLlHhVvZz0-9 ,.-]*$": "an SVG path of straight lines",
}
"""Pattern to what one should have written."""

EXAMPLES: dict[tuple[str, str], tuple[str | int | float, ...]] = {
    ("Source", "language"): ("ar", "en", "es"),
    ("Source", "published"): ("2026-03-05", "2026-03", "2026-03-05~"),
    ("Source", "accessed"): ("2026-03-05",),
    ("Source", "url"): ("https://example.org/report",),
    ("Source", "archive"): ("https://web.archive.org/web/20260305000000/https://example.org/report",),
    ("Entity", "code"): ("AR", "EG"),
    ("Event", "date"): ("2026-03-05", "2026-03", "2026-03-04/2026-03-05"),
    ("Locator", "words"): ("at most six words from it",),
    ("Locator", "page"): (12, "12–14"),
    ("Locator", "section"): ("Article 3",),
    ("Revision", "date"): ("2026-03-05",),
    ("Statement", "when"): ("2026-03-05", "2026-03", 2026),
    ("Money", "currency"): ("USD", "EUR"),
    ("Value", "decimal"): (6.54,),
    ("Value", "date"): ("2026-03-05", "2026-03", 2026),
    ("Value", "duration"): ("50 days",),
    ("LocaleSettings", "digits"): ("latn", "arab"),
    ("LocaleSettings", "formats"): ("en-GB",),
    ("LocaleSettings", "second_months"): ("ar-SY",),
    ("Licence", "spdx"): ("CC-BY-4.0",),
    ("Site", "updated"): ("2026-03-05",),
    ("StyleRule", "language"): ("ar", "en", "es"),
}
"""(model, field) to values that show its form; a program also offers them."""


def _given(*names: str) -> Schema:
    """Whether these fields are there and not empty."""
    return {"required": list(names), "properties": {name: {"not": {"type": "null"}} for name in names}}


def _without(*names: str) -> Schema:
    return {"not": {"anyOf": [_given(name) for name in names]}}


def _demand(condition: Schema, message: str) -> Schema:
    """Refuses what does not fit, in words: the server says those of a failed `type`, and nothing is ever null here."""
    return {"if": condition, "else": {"type": "null", "errorMessage": message}}


def _one_of(*names: str) -> Schema:
    return _demand({"oneOf": [_given(name) for name in names]}, f"Expected: exactly one of {', '.join(names)}.")


_NOT_WHOLE: Schema = {"anyOf": [{"enum": [False, 0]}, {"type": "string", "pattern": "^([nN].*|[fF].*|[oO][fF]+|0)$"}]}
_WHOLE: Schema = {"required": ["whole"], "properties": {"whole": {"not": _NOT_WHOLE}}}

RULES: dict[str, Schema] = {
    "Locator": {
        "allOf": [
            _demand(
                {"anyOf": [*(_given(name) for name in ("words", "page", "section", "paragraph")), _WHOLE]},
                "Expected: words, page, section or paragraph; whole: yes if the whole document says it.",
            )
        ]
    },
    "Citation": {"required": ["locator"]},
    "Source": {
        "allOf": [
            {
                "if": {"required": ["caveats"], "properties": {"caveats": {"type": "array", "minItems": 1}}},
                "then": {"required": ["caveat"]},
            }
        ]
    },
    "Entity": {
        "allOf": [
            _demand(
                {"anyOf": [_given("name"), _given("code")]},
                "Expected: a name in every language; a country may have its code instead.",
            )
        ]
    },
    "Claim": {
        "required": ["citations"],
        "allOf": [{"if": _given("status"), "then": {"required": ["status_reason"]}}],
    },
    "Statement": {"required": ["citations"]},
    "Selection": {"allOf": [_one_of("statements", "entities")]},
    "Value": {"allOf": [_one_of(*VALUE_KINDS)]},
    "Derived": {"allOf": [_one_of(*DERIVED_KINDS)]},
    "Picture": {"allOf": [_one_of(*PICTURE_KINDS)]},
    "Bar": {
        "allOf": [
            _demand(
                {
                    "oneOf": [
                        {**_given("statement"), **_without("claim", "value")},
                        {**_given("claim", "value", "label"), **_without("statement")},
                    ]
                },
                "Expected: either a statement, or a claim with the name of its value and a label.",
            )
        ]
    },
}
"""Model to what must hold of it beyond its fields."""

FIELD_RULES: dict[tuple[str, str], Schema] = {
    ("Claim", "citations"): {"minItems": 1, "errorMessage": "Expected: a list of at least one citation."},
    ("Statement", "citations"): {"minItems": 1, "errorMessage": "Expected: a list of at least one citation."},
    ("Dispute", "versions"): {"minItems": 2, "errorMessage": "Expected: a list of at least two versions."},
    ("Locator", "words"): {
        "pattern": rf"^\s*\S+(\s+\S+){{0,{MAX_LOCATOR_WORDS - 1}}}\s*$",
        "patternErrorMessage": f"Expected: at most {MAX_LOCATOR_WORDS} words.",
    },
    # A language that asks for nothing has no need of it.
    ("Entity", "grammar"): {"required": []},
    ("Event", "grammar"): {"required": []},
}
"""(model, field) to what must hold of it beyond its type."""
