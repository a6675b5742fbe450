"""What a parser of YAML says, in words of ours: its own are English, and speak of grammar."""

from __future__ import annotations

import re

import yaml

from dalil.problems import Phrase, phrase

REASONS = {
    r"expected ',' or '\}'": "yaml-in-braces",
    r"expected ',' or '\]'": "yaml-in-brackets",
    r"expected key|expected <block end>|mapping keys are not allowed": "yaml-field",
    r"expected '-' indicator|block sequence entries": "yaml-item",
    r"mapping values are not allowed|unexpected ':'": "yaml-colon",
    r"could not find expected ':'": "yaml-no-colon",
    r"cannot start any token|expected node content|expected the node content": "yaml-start",
    r"unexpected end of stream|unexpected document indicator": "yaml-end",
    r"escape c|hexdecimal|hexadecimal|Unicode|surrogate": "yaml-escape",
    r"undefined alias|duplicate anchor|alphabetic or numeric": "yaml-alias",
    r"directive|version number|incompatible YAML|<document start>": "yaml-directive",
    r"tab character": "yaml-tab",
    r"tag|'!'|'>'": "yaml-tag",
    r"nesting depth": "yaml-deep",
    r"control characters|special characters": "yaml-control",
    r"comment or line break|indentation indicator|whitespace": "yaml-block",
}
"""What libyaml and PyYAML say, as a pattern, to a phrase."""
OPENED = {
    "quoted scalar": "yaml-quotation",
    "flow mapping": "yaml-brace",
    "flow sequence": "yaml-bracket",
}
"""What they call something that has an end, to a phrase."""


def reason_of(error: yaml.MarkedYAMLError, *, at_end: bool) -> Phrase:
    """Why a text is no YAML; `at_end` if that was noticed only where the text ends."""
    if at_end:
        opened = next((key for name, key in OPENED.items() if name in str(error.context)), None)
        if opened:
            return phrase("never-closed", what=phrase(opened))
    return said(str(error.problem or error.context))


def said(words: str) -> Phrase:
    """A parser's words in ours."""
    return phrase(next((key for pattern, key in REASONS.items() if re.search(pattern, words)), "yaml-other"))
