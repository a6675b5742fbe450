"""What a macro receives of the files that the site gives out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FileView:
    """One file."""

    form: str
    """CSV or JSON."""
    path: str
    """Where it stands on the site."""
    size: str
    """Its size, as the locale writes it."""


@dataclass(frozen=True)
class ColumnView:
    """One column of a table."""

    name: str
    """Its head."""
    type: str
    """string, integer or boolean."""
    text: str
    """What it means, in English."""


@dataclass(frozen=True)
class DownloadView:
    """One table of records."""

    name: str
    """Its name in the interface strings `data.…`, and of its files."""
    rows: int
    """How many records it holds."""
    files: list[FileView]
    """The files that hold it."""
    schema: str | None
    """Where the JSON Schema of its JSON file stands on the site."""
    columns: list[ColumnView]
    """The columns of its CSV file."""
