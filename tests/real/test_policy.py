"""The policy that the build writes holds in a browser: all of a page works under it, and what it forbids is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dalil.site.server import serving
from support import Real

REFUSED = """
async () => {
  const seen = [];
  document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
  const elements = new DOMParser();
  const image = Object.assign(new Image(), { src: 'https://example.org/x.png' });
  const styled = document.createElement('p');
  styled.setAttribute('style', 'color: red');
  document.body.append(image, styled);
  const attempts = {
    script: () => {
      const script = document.createElement('script');
      script.textContent = 'window.slipped = true';
      document.head.append(script);
    },
    html: () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.slipped = true">'),
    inner: () => (styled.innerHTML = '<b>x</b>'),
    parsed: () => elements.parseFromString('<b>x</b>', 'text/html'),
    handler: () => styled.setAttribute('onclick', 'window.slipped = true'),
    timer: () => setTimeout('window.slipped = true'),
    policy: () => trustedTypes.createPolicy('default', { createHTML: (text) => text }),
  };
  const thrown = [];
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      attempt();
    } catch {
      thrown.push(name);
    }
  }
  await new Promise((done) => setTimeout(done, 200));
  return [window.slipped === true, [...new Set(seen)].sort(), thrown];
}
"""


@pytest.mark.parametrize("headers", [True, False], ids=["by header", "by meta element alone"])
def test_what_the_policy_forbids_is_refused(browser: Browser, built: Real, tmp_path: Path, headers: bool) -> None:
    site = built.site
    if not headers:
        site = tmp_path / "site"
        site.mkdir()
        for name in ("index.html", "404.html"):
            shutil.copyfile(built.site / name, site / name)
        for name in ("assets", "fonts"):
            shutil.copytree(built.site / name, site / name)
    context = browser.new_context()
    page = context.new_page()
    with serving(site) as address:
        response = page.goto(address)
        assert response is not None
        assert ("content-security-policy" in response.headers) is headers
        slipped, refused, thrown = page.evaluate(REFUSED)
    assert slipped is False
    assert {"require-trusted-types-for", "trusted-types", "style-src-attr", "img-src"} <= set(refused)
    assert {"html", "inner", "parsed", "policy"} <= set(thrown)
    context.close()


def test_the_site_works_below_a_folder(browser: Browser, built: Real) -> None:
    context = browser.new_context()
    page = context.new_page()
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    with serving(built.site, base="/some/folder/") as address:
        for kind in ("", "origins/", "en/", "en/countries/argentina/", "claims/shield-is/"):
            page.goto(address + kind, wait_until="networkidle")
            for link in page.locator("a[href]").all()[:40]:
                href = str(link.evaluate("link => link.href"))
                if href.startswith("http://127") and "#" not in href:
                    assert href.startswith(address), href
    assert failed == []
    context.close()
