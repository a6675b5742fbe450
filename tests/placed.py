"""A small site with every kind of address, built for each kind of place at which a site may stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dalil.editing.renaming import prepare_rename
from dalil.project.whole import Checked
from dalil.site.build import build
from dalil.site.server import serving
from rich_project import CALLS, MORE
from support import ROOT, Project

PLACES = {
    "root": "https://the-site.example/",
    "one segment": "https://user.github.io/repo/",
    "three segments": "https://the-site.example/a/b/c/",
    "disk": "https://the-site.example/folder/",
}
"""Where a site may stand; the last is opened from disk."""
PAGES = """\
search:
  title: {ar: البحث, en: Search}
  description: {ar: حيث يبحث المرء., en: Where one looks.}
data:
  title: {ar: البيانات, en: Data}
  description: {ar: ملفات., en: Files.}
changes:
  title: {ar: التعديلات, en: Changes}
  description: {ar: ما تغيّر., en: What was changed.}
"""
NOTES = """\
    signing: {ar: التوقيع, en: The signing}
  notes:
    alt: {ar: طريق., en: A road.}
    caption: {ar: الطريق., en: The road.}
"""
REVISION = "  revisions:\n    - {date: 2026-04-01, kind: correction, what: {ar: اليوم., en: The day.}, why: {ar: كان خطأ., en: It was wrong.}}\n"


def project_at(root: Path, address: str) -> Project:
    """The rich project with pages for search, data and changes, a picture, a correction and a former address."""
    project = Project(root)
    for name, text in MORE.items():
        project.write(name, text)
    picture = '{{ picture("assets/road.svg", alt="alt", caption="caption", width=720, height=160) }}'
    project.replace("docs/index.md", '{{ claims("two-signed") }}', f"{CALLS}\n{picture}\n\n{{{{ latest(3) }}}}")
    project.write("docs/index.md", project.read("docs/index.md") + "\n{{ foot() }}\n")
    project.write("docs/assets/road.svg", (ROOT / "docs/assets/road.svg").read_bytes())
    project.write("docs/search.md", '---\npage: search\n---\n{{ title() }}\n\n{{ search_page("home", "glossary") }}\n')
    project.write("docs/data.md", "---\npage: data\n---\n{{ title() }}\n\n{{ downloads() }}\n\n{{ data_columns() }}\n")
    project.write("docs/changes.md", "---\npage: changes\n---\n{{ title() }}\n\n{{ feed() }}\n\n{{ changes() }}\n")
    project.write("data/pages/placed.yml", PAGES)
    project.replace("data/pages/all.yml", "    signing: {ar: التوقيع, en: The signing}\n", NOTES)
    project.write("data/claims/all.yml", project.read("data/claims/all.yml") + REVISION)
    project.replace(
        "mkdocs.yml",
        "  - nav.home: index.md\n",
        "  - nav.home: index.md\n  - nav.site:\n      - data.md\n      - changes.md\n",
    )
    project.replace("mkdocs.yml", "site_url: https://example.org/", f"site_url: {address}")
    prepare_rename(root, "the-treaty", "the-accord").changes.write()
    return project


@dataclass(frozen=True)
class Placed:
    """A built site at its place."""

    name: str
    address: str
    """Where it says that it stands."""
    site: Path
    checked: Checked
    root: str
    """Where a browser of this machine finds it, ending in a slash."""

    @property
    def from_disk(self) -> bool:
        """Whether it is opened from disk."""
        return self.root.startswith("file:")

    def at(self, address: str) -> str:
        """What a browser is given for an address in the root of the site."""
        path, mark, anchor = address.partition("#")
        index = "index.html" if self.from_disk and (path == "" or path.endswith("/")) else ""
        return f"{self.root}{path}{index}{mark}{anchor}"

    def here(self, whole: str) -> str:
        """A whole address of the site as this machine finds it."""
        assert whole.startswith(self.address), whole
        return self.at(whole.removeprefix(self.address))

    def file(self, url: str) -> Path:
        """The file that a browser shows for an address of this machine."""
        path = url.partition("#")[0].partition("?")[0]
        assert path.startswith(self.root), url
        name = path.removeprefix(self.root)
        return self.site / (f"{name}index.html" if not self.from_disk and (name == "" or name.endswith("/")) else name)


@contextmanager
def placed(folder: Path, name: str) -> Iterator[Placed]:
    """Builds the site for a place and puts it there."""
    address, from_disk = PLACES[name], name == "disk"
    project = project_at(folder / "project", address)
    # Copies from disk are opened wherever they were unpacked.
    site = folder / ("a folder, ورق" if from_disk else "site")
    checked = build(project.root, site, from_disk=from_disk).checked
    if from_disk:
        yield Placed(name, address, site, checked, f"{site.as_uri()}/")
    else:
        with serving(site, base=urlsplit(address).path) as root:
            yield Placed(name, address, site, checked, root)
