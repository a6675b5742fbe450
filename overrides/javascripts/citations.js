// A citation mark shows its source in the card, taken from the list of references. Without JavaScript the mark leads to
// that list, and the list back.

const card = /** @type {import('./card.js').Card | null} */ (document.querySelector('floating-card'));
const parts = document.getElementById('source-card');

/** @param {(Element | null | false)[]} list */
const present = (list) => list.filter((one) => one instanceof Element);

/**
 * Copies of nodes in one paragraph; null without any.
 * @param {string} className
 * @param {(Element | null | false)[]} nodes
 */
const line = (className, nodes) => {
  const found = present(nodes);
  if (!found.length) return null;
  const made = document.createElement('p');
  made.className = className;
  made.append(...found.map((node) => node.cloneNode(true)));
  for (const named of made.querySelectorAll('[id]')) named.removeAttribute('id');
  return made;
};

/**
 * Leaves, of words for all values of a datum, those for one.
 * @param {DocumentFragment} made
 * @param {string} place
 * @param {'status' | 'stance'} datum
 * @param {string | undefined} value
 */
const only = (made, place, datum, value) => {
  const others = made.querySelectorAll(`${place} > [data-${datum}]:not([data-${datum}="${value}"])`);
  for (const other of others) other.remove();
};

/** @type {(frame: HTMLTemplateElement, mark: HTMLAnchorElement) => import('./card.js').Content | null} */
const fill = (frame, mark) => {
  const reference = document.getElementById(mark.hash.slice(1));
  if (!reference) return null;
  /** @type {(selector: string) => Element | null} */
  const part = (selector) => reference.querySelector(selector);
  const made = /** @type {DocumentFragment} */ (frame.content.cloneNode(true));
  /** @type {(selector: string) => Element | null} */
  const own = (selector) => made.querySelector(selector);
  /** @type {HTMLElement | null} */
  const claim = mark.closest('[data-claim]');
  only(made, '.card-stance', 'stance', mark.dataset.stance ?? 'supports');
  only(made, '.card-status', 'status', claim?.dataset.status);
  const passage = part(`[data-passage="${mark.dataset.passage ?? 0}"] > .passage`);
  if (passage) own('.card-passage')?.append(passage.cloneNode(true));
  own('.card-list')?.setAttribute('href', mark.hash);
  const title = line('card-title', [part('cite')]);
  const about = ['.author', '.publisher', '.date', '.source-type', '.source-language'];
  const by = line('card-by', about.map(part));
  // The publisher's own page is one step away, at the source's: fewer places to stop on the way through the card.
  for (const link of by?.querySelectorAll('a') ?? []) link.replaceWith(link.textContent);
  // The archive copy of a page that is gone leads.
  const dead = part('.dead');
  return {
    label: mark.getAttribute('aria-label') ?? '',
    gist: present([title, own('.card-stance'), own('.card-status .status')]),
    parts: present([
      title,
      line('card-notice', [...reference.querySelectorAll('.notice')]),
      dead && line('card-dead', [part('.archive'), dead]),
      by,
      line('card-caveat', [part('.caveat')]),
      own('.card-stance'),
      line('card-read', [!dead && part('.archive'), part('.via'), part('.accessed')]),
      own('.card-status'),
      own('.card-foot'),
    ]),
  };
};

if (card && parts instanceof HTMLTemplateElement) {
  card.serve({
    selector: 'a.mark',
    fill: (mark) => fill(parts, mark),
    keep: (mark) => mark.closest('[data-claim]') ?? mark,
    role: 'dialog',
    focus: true,
    click: true,
  });
}
