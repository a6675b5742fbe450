"""The Content-Security-Policy of the site: nothing from elsewhere, no inline script but those of the theme's templates.

A template asks for it by an empty `<meta http-equiv="Content-Security-Policy" content="">`. One policy serves all
pages; it is also written as headers, for hosts that send them. The scripts that it allows are read from the templates,
never from pages: a script that got into a page in any other way is in no policy.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dalil.problems import Place, Problems, ProblemsFound
from dalil.reading.files.generated import HEADERS, NGINX

ASKED = '<meta http-equiv="Content-Security-Policy" content="">'
INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
DATA = re.compile(r"\btype=[\"']?application/(?:ld\+)?json")
"""Blocks of data are never run, so the policy has nothing to say of them (HTML, “prepare the script element”)."""

COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
TEMPLATED = re.compile(r"{[{%]")

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # WebAssembly is the search
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    # No text becomes markup or a script in a browser: our scripts make nodes, and of Pagefind's that are shipped none
    # makes either. (It would start a worker by its address; `find.js` asks for none.)
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
ONLY_AS_HEADER = {"frame-ancestors": "'none'"}
"""Browsers ignore this directive in a meta element (CSP level 3, section 3.3)."""
OTHER_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
CACHED = {
    "/assets/": "public, max-age=31536000, immutable",  # a name changes with what the file holds
    "/fonts/": "public, max-age=2592000",
    "/faces/": "public, max-age=2592000",
}
"""Folder of the site to how long browsers may keep its files."""


@dataclass(frozen=True)
class Shipped:
    """What a theme's templates bring into pages, known before any page is made."""

    asks: bool
    """Whether pages ask for the policy; a theme that does not has scripts of which nothing is known here."""
    scripts: frozenset[str]
    """Each inline script as it stands in a template."""

    @property
    def hashes(self) -> list[str]:
        """The CSP source expression of each inline script, in alphabetical order."""
        return sorted(map(source_expression, self.scripts))


def shipped(theme: Path) -> Shipped:
    """Reads the templates of a theme's folder.

    Raises ProblemsFound for an inline script that is made from a template's values: nobody can know it in advance.
    """
    problems, scripts, asks = Problems(), set(), False
    for path in sorted(theme.rglob("*.html")):
        text = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), path.read_text(encoding="utf-8"))
        asks = asks or ASKED in text
        for match in INLINE.finditer(text):
            if SOURCE.search(match["attributes"]) or DATA.search(match["attributes"]):
                continue
            if TEMPLATED.search(match[0]):
                place = Place(path.relative_to(theme.parent).as_posix(), text.count("\n", 0, match.start()) + 1)
                problems.add("site-script", place)
            scripts.add(match["code"])
    if asks and len(problems):
        raise ProblemsFound(problems)
    return Shipped(asks, frozenset(scripts))


def source_expression(script: str) -> str:
    """The CSP source expression that allows one inline script (CSP level 3, section 6.7.3.3)."""
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def policy(scripts: list[str], *, header: bool, from_disk: bool = False) -> str:
    """The policy as one line; `scripts` as from `Shipped.hashes`.

    `from_disk`: for pages that are opened from disk, where browsers differ in what they take for the page's own origin.
    """
    own = "'self' file:" if from_disk else "'self'"
    directives = {name: sources.replace("'self'", own) for name, sources in DIRECTIVES.items()}
    directives |= ONLY_AS_HEADER if header else {}
    directives["script-src"] = " ".join([directives["script-src"], *scripts])
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def asked_for(scripts: list[str], *, from_disk: bool = False) -> str:
    """The element by which a page has the policy, once it is written in."""
    return ASKED.replace('content=""', f'content="{policy(scripts, header=False, from_disk=from_disk)}"')


def write_policy(site: Path, theme: Shipped, *, from_disk: bool = False) -> None:
    """Writes the policy into every page that asks for it, `_headers` (Netlify, Cloudflare) and `nginx.conf`."""
    if not theme.asks:
        return
    scripts = theme.hashes
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        if ASKED in text:
            path.write_text(text.replace(ASKED, asked_for(scripts, from_disk=from_disk), 1), encoding="utf-8")
    headers = {"Content-Security-Policy": policy(scripts, header=True), **OTHER_HEADERS}
    (site / HEADERS).write_text(_netlify(headers), encoding="utf-8")
    (site / NGINX).write_text(_nginx(headers), encoding="utf-8")


def _netlify(headers: dict[str, str]) -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for folder, kept in CACHED.items():
        lines += [f"{folder}*", f"  Cache-Control: {kept}"]
    return "\n".join([*lines, ""])


def _nginx(headers: dict[str, str]) -> str:
    sent = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    lines = [
        "# For a `server` block, by `include`. It sends the compressed files that stand beside the others.",
        "gzip_static on;",
        "# brotli_static on;  # with the module ngx_brotli",
        "error_page 404 /404.html;",
        *sent,
    ]
    for folder, kept in CACHED.items():
        # nginx: a location with a header of its own inherits none, so all are said again.
        lines += [
            f"location {folder} {{",
            f'    add_header Cache-Control "{kept}";',
            *(f"    {line}" for line in sent),
            "}",
        ]
    return "\n".join([*lines, ""])
