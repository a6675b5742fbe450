"""Makes `tests/data/schema-org.json` anew: what schema.org says of the types that the site's pages use.

The vocabulary comes from the npm package schema-dts, which is generated from schema.org's own files. Run it with
`python tools/vocabulary.py` after a type was added to `TYPES`; it needs npm.
"""

from __future__ import annotations

import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "schema-dts@2.1.0"
TARGET = Path(__file__).resolve().parent.parent / "tests" / "data" / "schema-org.json"
TYPES = (
    "Article", "BreadcrumbList", "Claim", "CollectionPage", "Country", "CreativeWork", "DataDownload", "Dataset",
    "DefinedTerm", "DefinedTermSet", "EntryPoint", "Event", "ListItem", "NewsArticle", "Organization", "Person",
    "Place", "Project", "Question", "SearchAction", "WebPage", "WebSite",
)  # fmt: skip
"""The types that pages use; those above them come along."""

INTERFACE = re.compile(r"interface (\w+?)(?:Base|Leaf) extends ([\w<>, ]+) \{\n(.*?)^\}", re.MULTILINE | re.DOTALL)
PROPERTY = re.compile(r'^    "([\w-]+)"\?: SchemaValue<(.*?), "[\w-]+">;', re.MULTILINE)
LIST = re.compile(r'^export type (\w+) = ("https://schema\.org/.*);$', re.MULTILINE)


def main() -> None:
    """Fetches the vocabulary and keeps what is needed."""
    with tempfile.TemporaryDirectory() as temporary:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=temporary, check=True)
        with tarfile.open(next(Path(temporary).glob("*.tgz"))) as archive:
            text = archive.extractfile("package/dist/schema.d.ts").read().decode()  # type: ignore[union-attr]
    kept = extract(text)
    TARGET.write_text(json.dumps({"from": PACKAGE, **kept}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def extract(text: str) -> dict[str, object]:
    """`types`: name to `above` (names) and `properties` (name to names of what it may hold); `members` of lists."""
    known: dict[str, dict[str, object]] = {}
    for name, bases, body in INTERFACE.findall(text):
        above = {base.removesuffix("Base") for base in re.findall(r"\w+Base\b", bases)} - {name}
        properties = {one: re.findall(r"\w+", ranges) for one, ranges in PROPERTY.findall(body)}
        entry = known.setdefault(name, {"above": set(), "properties": {}})
        entry["above"] |= above  # type: ignore[operator]
        entry["properties"] |= properties  # type: ignore[operator]
    wanted, found = list(TYPES), {}
    while wanted:
        name = wanted.pop()
        if name not in found and name in known:
            above = sorted(known[name]["above"])  # type: ignore[call-overload]
            found[name] = {"above": above, "properties": known[name]["properties"]}
            wanted += above
    used = {held for one in found.values() for ranges in one["properties"].values() for held in ranges}
    members = {name: re.findall(r'"(https:[^"]+)"', values) for name, values in LIST.findall(text) if name in used}
    return {"types": found, "members": members}


if __name__ == "__main__":
    main()
