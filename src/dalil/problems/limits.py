"""How much of anything a project may hold. What is beyond is a slip or an attack, and is named before it costs time.

Counts leave at least ten times what a site of thousands of pages needs; `data/README.md` lists them for editors.
"""

from __future__ import annotations

MAX_BYTES = 2_000_000
"""Bytes of a file of the store. One written by hand is far smaller; a larger one is a mistake, such as an export."""
MAX_CATALOGUE_BYTES = 20_000_000
"""Bytes of a catalogue: it holds every text of the site, so it grows with the site."""
MAX_FILES = 20_000
"""Files in one part of a project, such as `data` or `docs`."""
MAX_RECORDS = 2_000
"""Records of a file."""
MAX_REGISTERED = 20_000
"""Entries of a register, which has one for each text or source of a site."""
MAX_TEXT = 5_000
"""Characters of a text in one language: a long page of a book has three thousand."""
MAX_NAME = 500
"""Characters of a name, title, label or heading in one language."""
MAX_SCALAR = 50_000
"""Characters of whatever else stands after a field's name, such as a country's outline."""
MAX_KEY = 200
"""Characters of a field's name, or of what stands in its place."""
MAX_ENTRIES = 1_000
"""Entries of a list or mapping within a record."""
ENTRIES = {"citations": 100, "values": 100, "rests_on": 100, "revisions": 200, "locales": 100, "fallback": 100}
"""Entries of those that no record has so many of."""
MAX_LINKS = 100
"""Links and runs of foreign words in a text."""
MAX_NESTING = 10
"""Choices within choices in a text; each level doubles what a translator has to write at least."""
MAX_SHOWN = 200
"""Problems that are shown on a terminal; the rest are counted."""
SUGGESTING = 400
"""Known names up to which each is compared with an unknown one; of more, the nearest in the order of their letters."""
