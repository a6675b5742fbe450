"""The order of names in lists, as readers expect it."""

from __future__ import annotations


def sort_key(name: str) -> str:
    """Alphabetical order as readers expect it: without the Arabic article, hamzas, accents and quotation marks."""
    plain = name.casefold().strip("«»“”‘’").removeprefix("ال")
    return plain.translate(str.maketrans("أإآáéíóúñ", "اااaeioun"))
