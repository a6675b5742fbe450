// The sign after a claim opens a small menu: its status in words, its own page here and in the other languages, its
// address and a citation to copy. Without JavaScript the sign leads to the claim's page, where all of that stands.

const card = /** @type {import('./card.js').Card | null} */ (document.querySelector('floating-card'));
const parts = document.getElementById('claim-card');
const root = document.getElementById('card-frame')?.dataset.root;
/** @param {string} way */
const absolute = (way) => new URL(way, location.href).href;

/**
 * The claim's own page has its citation, and the day on which it was last verified, in the page's language. The browser
 * reads it as a document of no window, in which nothing runs and for which nothing is loaded.
 * @param {string} address
 * @returns {Promise<Document>}
 */
const pageOf = (address) =>
  new Promise((found, failed) => {
    const asked = new XMLHttpRequest();
    asked.open('GET', address);
    asked.responseType = 'document';
    asked.onload = () => (asked.response ? found(asked.response) : failed(asked.status));
    asked.onerror = failed;
    asked.send();
  });

/** @type {(frame: HTMLTemplateElement, home: string, sign: HTMLAnchorElement) => import('./card.js').Content} */
const fill = (frame, home, sign) => {
  const made = /** @type {DocumentFragment} */ (frame.content.cloneNode(true));
  /** @type {(selector: string) => HTMLElement | null} */
  const own = (selector) => made.querySelector(selector);
  /** @type {HTMLElement | null} */
  const claim = sign.closest('[data-claim]');
  const others = made.querySelectorAll(`.card-status > [data-status]:not([data-status="${claim?.dataset.status}"])`);
  for (const other of others) other.remove();
  own('.card-own')?.setAttribute('href', sign.href);
  const address = sign.href.slice(absolute(home).length);
  for (const link of made.querySelectorAll('[hreflang]')) {
    link.setAttribute('href', absolute(link.getAttribute('href') ?? '') + address);
  }
  own('[data-copy="link"]')?.setAttribute('data-text', sign.href);
  const citation = own('[data-copy="citation"]');
  const verified = own('.card-verified');
  citation?.toggleAttribute('disabled', true);
  pageOf(sign.href)
    .then((page) => {
      const text = page.querySelector('[data-copy="citation"]')?.getAttribute('data-text');
      if (!text) throw new Error(`${sign.href} has no citation`);
      citation?.setAttribute('data-text', text);
      citation?.toggleAttribute('disabled', false);
      if (verified) verified.textContent = page.querySelector('.judgement + .verified')?.textContent ?? '';
    })
    .catch(() => citation?.closest('li')?.remove());
  const gist = [...made.querySelectorAll('.card-status')];
  return { label: frame.getAttribute('aria-label') ?? '', gist, parts: [...made.children] };
};

if (card && parts instanceof HTMLTemplateElement && root !== undefined) {
  card.serve({
    selector: 'a.seal',
    fill: (sign) => fill(parts, root, sign),
    keep: (sign) => sign.closest('[data-claim]') ?? sign,
    role: 'dialog',
    focus: false,
    click: true,
  });
}
