"""Opens pages of a built site and says what ran, what left, and what became markup."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from dalil.site.server import serving
from hostile.signs import OWN, OWN_ARABIC

WATCH = f"""
window.hostileRan = [];
window.{OWN} = (...said) => {{ window.hostileRan.push(said.join() || 'ran'); return ''; }};
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) window[name] = () => window.{OWN}(name);
"""
ADDRESSES = ["href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset", "to", "values", "content"]
FOUND = f"""() => {{
  const found = [...window.hostileRan];
  const ours = (words) => words.includes('{OWN}') || words.includes('{OWN_ARABIC}');
  const addresses = {ADDRESSES};
  const roots = [document, ...[...document.querySelectorAll('template')].map((one) => one.content)];
  for (const root of roots) {{
    for (const one of root.querySelectorAll('*')) {{
      for (const {{ name, value }} of one.attributes) {{
        if (name.startsWith('on') || ours(name) || name === 'srcdoc' || (name === 'style' && ours(value))) found.push(`<${{one.localName}} ${{name}}>`);
        if (['id', 'class', 'name', 'for', 'rel', 'target'].includes(name) && ours(value)) found.push(`${{name}}="${{value}}"`);
        if (addresses.includes(name) && /^[\\0- ]*(java|vb)script:/i.test(value) && one.localName !== 'meta') found.push(`${{name}}="${{value}}"`);
      }}
      if (ours(one.localName)) found.push(`<${{one.localName}}>`);
      if (['SCRIPT', 'STYLE'].includes(one.tagName) && one.type !== 'application/ld+json' && ours(one.textContent))
        found.push(one.outerHTML.slice(0, 80));
      if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FRAME'].includes(one.tagName)) found.push(`<${{one.localName}}>`);
    }}
  }}
  return found;
}}"""
STIRRED = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  for (const one of document.querySelectorAll('[popover]')) { try { one.showPopover(); } catch { /* it is no popover */ } }
  for (const one of document.querySelectorAll('body *')) {
    for (const kind of ['mouseover', 'pointerover', 'focusin']) one.dispatchEvent(new Event(kind, { bubbles: false }));
  }
}"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@dataclass
class Seen:
    """What a page did that no page may do; empty lists are what is hoped for."""

    ran: list[str] = field(default_factory=list)
    """Scripts that ran, and payloads that became markup."""
    left: list[str] = field(default_factory=list)
    """Addresses elsewhere that were asked for."""
    errors: list[str] = field(default_factory=list)

    @property
    def anything(self) -> bool:
        """Whether there is anything to complain of."""
        return bool(self.ran or self.left or self.errors)


def without_policy(site: Path, target: Path) -> Path:
    """A copy of a site that has no policy, neither by headers nor in its pages."""
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("*.br", "*.gz", "_headers", "nginx.conf"))
    for path in target.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert POLICY.search(text), path
        path.write_text(POLICY.sub("", text), encoding="utf-8")
    return target


def _nothing(page: Page) -> None:
    pass


def opened(page: Page, address: str, root: str, act: Callable[[Page], None] = _nothing) -> Seen:
    """Opens a page, stirs all that a reader could, and says what happened; `root` is the address of the site.

    `act` does what a reader does there.
    """
    seen = Seen()

    def asked(request: Request) -> None:
        if not request.url.startswith((root, "data:image/", "blob:")):
            seen.left.append(request.url)

    page.on("request", asked)

    def said(message: ConsoleMessage) -> None:
        if message.type == "error" and "404 (Not Found)" not in message.text:
            seen.errors.append(message.text)

    def asked_of(dialog: Dialog) -> None:
        seen.ran.append(dialog.message)
        dialog.dismiss()

    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("console", said)
    page.on("dialog", asked_of)
    page.goto(address)
    page.evaluate(STIRRED)
    page.wait_for_timeout(30)
    act(page)
    if not page.url.split("#")[0].startswith(root):
        seen.left.append(page.url)
    seen.ran += page.evaluate(FOUND)
    page.remove_listener("request", asked)
    return seen


def visit(browser: Browser, site: Path, paths: list[str], act: Callable[[Page], None] = _nothing) -> dict[str, Seen]:
    """Opens pages of a site in a fresh profile; returns those that did something they must not."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    found = {}
    with serving(site) as root:
        for path in paths:
            page = context.new_page()
            seen = opened(page, root + path, root, act)
            page.close()
            if seen.anything:
                found[path] = seen
    context.close()
    return found
