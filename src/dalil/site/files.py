"""Which file of a built site stands for an address, and with which headers it is sent."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import unquote

ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
"""What a browser may accept, best first, and how the copy beside a file ends."""
TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json"}
"""Types that some systems' tables lack or give otherwise."""


class BadPath(ValueError):
    """An address that no site has: it is not UTF-8, or holds what no file's name may."""


def names_of(path: str) -> list[str]:
    """The names in a path as it was asked for, decoded once; the last is empty for a folder. Raises BadPath.

    No name leads elsewhere: neither up, nor to the root of a disk, nor over a backslash on systems that part names so.
    """
    if not path.startswith("/"):
        raise BadPath(path)
    try:
        names = [unquote(name, errors="strict") for name in path[1:].split("/")]
    except UnicodeDecodeError:
        raise BadPath(path) from None
    for number, name in enumerate(names):
        empty = name == "" and number < len(names) - 1
        if (
            empty
            or name in (".", "..")
            or any(sign in name for sign in "/\\:")
            or not (name.isprintable() or name == "")
        ):
            raise BadPath(path)
    return names


def headers_of(site: Path) -> dict[str, dict[str, str]]:
    """Path pattern to headers, from a site's `_headers` (the form of Netlify and Cloudflare); empty without one."""
    found: dict[str, dict[str, str]] = {}
    path = site / "_headers"
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
        if line.startswith("/"):
            current = found.setdefault(line.strip(), {})
        elif ":" in line:
            name, _, value = line.partition(":")
            current[name.strip()] = value.strip()
    return found


class Files:
    """The files of one folder, below one base path."""

    def __init__(self, site: Path, base: str = "/") -> None:
        self.site, self.base = site, base

    def find(self, path: str) -> Path | None:
        """The file or folder that a path stands for, if it is there and in the site; raises BadPath."""
        names = names_of(path)
        if not f"{path}/".startswith(self.base):
            return None
        own = [name for name in names[self.base.strip("/").count("/") + 1 if self.base != "/" else 0 :] if name]
        try:
            file = self.site.joinpath(*own).resolve(strict=True)
            if names[-1] == "" and not file.is_dir():
                return None
            # A link may lead from one place of the site to another, and nowhere else.
            return file if file.is_relative_to(self.site.resolve()) else None
        except (OSError, ValueError, RuntimeError):
            return None

    def headers(self, file: Path, path: str) -> dict[str, str]:
        """The headers of a file that is sent for a path."""
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        textual = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        headers = {"Content-Type": f"{kind}; charset=utf-8" if textual else kind, "Vary": "Accept-Encoding"}
        for pattern, named in headers_of(self.site).items():
            if path.removeprefix(self.base.rstrip("/")).startswith(pattern.rstrip("*")):
                headers |= named
        return headers

    @staticmethod
    def packed(file: Path, accepted: str) -> tuple[bytes, dict[str, str]]:
        """A file's bytes, of the best packed copy beside it that a browser accepts, and the header that says so."""
        wanted = [word.split(";")[0].strip() for word in accepted.split(",")]
        for encoding, ending in ENCODINGS:
            copy = file.with_name(file.name + ending)
            if encoding in wanted and copy.is_file() and not copy.is_symlink():
                return copy.read_bytes(), {"Content-Encoding": encoding}
        return file.read_bytes(), {}
