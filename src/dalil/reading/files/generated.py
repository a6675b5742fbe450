"""The files that the build itself makes on a site, by name: whoever writes one takes its name from here.

Nothing else may stand at such a name. That a whole site has no file beyond these, the pages, and what `docs` and the
theme give is asked by a test, so that a new kind of file is entered here.
"""

from __future__ import annotations

from dalil.text.letters import as_file

DATA = "data"
"""The records, for programs."""
SEARCH = "pagefind"
HINTS = "hints"
CARDS = "assets/cards"
"""The pictures of link previews."""
FACES = "faces"
"""The faces of languages whose letters those of the theme lack."""
FOLDERS = (DATA, SEARCH, HINTS, CARDS, FACES)
"""Folders in which nothing else stands; at the address of one there may be a page."""
BUNDLE = "assets/site."
"""How the names of the bundled stylesheet and script start."""
FEED = "feed.xml"
DESCRIPTION = "opensearch.xml"
IN_EACH_LOCALE = (FEED, DESCRIPTION)
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
HEADERS = "_headers"
NGINX = "nginx.conf"
MISSING = "404.html"
AT_ROOT = (SITEMAP, f"{SITEMAP}.gz", ROBOTS, HEADERS, NGINX, MISSING, *IN_EACH_LOCALE)
LEFT_OUT = "templates"
"""A folder of `docs` that MkDocs leaves out by itself."""
PACKED = (".br", ".gz")
"""Ends of the names of compressed copies."""


def is_generated(file: str, prefix: str = "") -> bool:
    """Whether the build makes a file of this name on the site, in a folder of its own or below a locale's prefix."""
    name = as_file(file)
    own = (*AT_ROOT, *(f"{as_file(prefix)}{one}" for one in IN_EACH_LOCALE))
    return name in own or name.startswith((*(f"{folder}/" for folder in FOLDERS), BUNDLE, f"{LEFT_OUT}/"))
