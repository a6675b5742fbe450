"""The Content-Security-Policy of the site: nothing from elsewhere, no inline script but the ones that are there.

A page asks for it by an empty `<meta http-equiv="Content-Security-Policy" content="">`. One policy serves all pages; it
is also written as headers, for hosts that send them.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

ASKED = '<meta http-equiv="Content-Security-Policy" content="">'
INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
DATA = re.compile(r"\btype=[\"']?application/(?:ld\+)?json")
"""Blocks of data are never run, so the policy has nothing to say of them (HTML, “prepare the script element”)."""

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
}
"""Folder of the site to how long browsers may keep its files."""


def hashes(pages: Iterable[str]) -> list[str]:
    """The CSP source expressions of every inline script of some pages of HTML, each once, in alphabetical order."""
    found = set()
    for html in pages:
        for script in INLINE.finditer(html):
            attributes = script["attributes"]
            if "src=" not in attributes and not DATA.search(attributes):
                digest = base64.b64encode(sha256(script["code"].encode()).digest()).decode()
                found.add(f"'sha256-{digest}'")
    return sorted(found)


def policy(scripts: list[str], *, header: bool) -> str:
    """The policy as one line; `scripts` as from `hashes`."""
    directives = {**DIRECTIVES, **(ONLY_AS_HEADER if header else {})}
    directives["script-src"] = " ".join([directives["script-src"], *scripts])
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def write_policy(site: Path) -> None:
    """Writes the policy into every page that asks for it, `_headers` (Netlify, Cloudflare) and `nginx.conf`."""
    pages = {path: text for path in sorted(site.rglob("*.html")) if ASKED in (text := path.read_text(encoding="utf-8"))}
    if not pages:
        return
    scripts = hashes(pages.values())
    filled = ASKED.replace('content=""', f'content="{policy(scripts, header=False)}"')
    for path, text in pages.items():
        path.write_text(text.replace(ASKED, filled, 1), encoding="utf-8")
    headers = {"Content-Security-Policy": policy(scripts, header=True), **OTHER_HEADERS}
    (site / "_headers").write_text(_netlify(headers), encoding="utf-8")
    (site / "nginx.conf").write_text(_nginx(headers), encoding="utf-8")


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
