"""The addresses that readers and programs may have kept, and the list of those that the site had last.

Run it after a build to accept what the site has now: `make addresses`.
"""

from __future__ import annotations

from pathlib import Path

from support import ROOT

INVENTORY = ROOT / "tests" / "data" / "addresses.txt"
PASSING = ("assets/", "fonts/", "javascripts/", "pagefind/")
"""Folders of parts that only pages ask for; most of their names change with what they hold."""
COPIES = (".br", ".gz")
"""Endings of compressed copies."""
FOR_HOSTS = {"_headers", "nginx.conf"}
"""Settings for those who serve the site."""


def addresses(site: Path) -> list[str]:
    """The address of each page and each file that is not merely a part of pages, in alphabetical order."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(
        f"/{_place(name)}"
        for name in files
        if not name.startswith(PASSING) and not name.endswith(COPIES) and name not in FOR_HOSTS
    )


def _place(name: str) -> str:
    return name.removesuffix("index.html") if Path(name).name == "index.html" else name


def differences(was: list[str], now: list[str]) -> str:
    """What appears and what vanishes, and what to do; empty when nothing does."""
    vanished, new = sorted(set(was) - set(now)), sorted(set(now) - set(was))
    if not vanished and not new:
        return ""
    lines = [f"The site's addresses differ from {INVENTORY.relative_to(ROOT)}."]
    if vanished:
        lines += ["These vanish:", *(f"  {address}" for address in vanished)]
        lines.append("Readers may have kept them: give a renamed record's former id a line in data/aliases.yml.")
    if new:
        lines += ["These are new:", *(f"  {address}" for address in new)]
    return "\n".join([*lines, "If this is meant, run `make addresses` and commit the list."])


def main() -> None:
    """Writes the list anew, and says what changed."""
    now = addresses(ROOT / "site")
    was = INVENTORY.read_text(encoding="utf-8").split() if INVENTORY.is_file() else []
    INVENTORY.write_text("".join(f"{address}\n" for address in now), encoding="utf-8")
    print(f"{len(now)} addresses: {len(set(now) - set(was))} new, {len(set(was) - set(now))} gone.")


if __name__ == "__main__":
    main()
