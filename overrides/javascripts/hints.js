// The first link to an entity or term in each section explains itself when pointed at or focused: its name, its kind,
// and the claim that says what it is, with its status. The words come in one file, when the first is asked for.

/** @typedef {{ name: string, kind: string, text: string, status?: string, label?: string, sources?: string }} Hint */
/** @typedef {Record<string, Hint>} Hints */

const OUTSIDE = '.references, .standings, .mentions, .index, .entity-list, .page-links, .card-name';
const card = /** @type {import('./card.js').Card | null} */ (document.querySelector('floating-card'));
const file = document.getElementById('source-card')?.dataset.hints;
/** @type {Promise<Hints> | undefined} */
let words;

/**
 * From disk nothing can be fetched; there a script has brought them.
 * @param {string} address
 */
const load = (address) => {
  const { hints } = /** @type {{ hints?: Hints }} */ (globalThis);
  words ??= hints ? Promise.resolve(hints) : fetch(address).then((answer) => answer.json());
  return words;
};

/**
 * @param {string} className
 * @param {string | undefined} text
 */
const line = (className, text) => {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text ?? '';
  return made;
};

/** @type {(address: string, link: HTMLAnchorElement) => Promise<import('./card.js').Content | null>} */
const fill = async (address, link) => {
  const { entity, term } = link.dataset;
  const hint = (await load(address))[entity ? `entity:${entity}` : `term:${term}`];
  if (!hint) return null;
  const name = line('card-title', hint.name);
  name.append(' ', Object.assign(document.createElement('small'), { textContent: hint.kind }));
  const parts = [name, line('card-text', hint.text)];
  if (hint.status) {
    const standing = line('card-standing', hint.sources);
    const status = Object.assign(document.createElement('span'), { className: 'status', textContent: hint.label });
    status.dataset.status = hint.status;
    standing.prepend(status, ' ');
    parts.push(standing);
  }
  return { label: hint.name, gist: parts, parts };
};

if (card && file) {
  const seen = new Set();
  const nodes = document.querySelectorAll(/** @type {'a'} */ ('article :is(h2, a[data-entity], a[data-term])'));
  for (const node of nodes) {
    const key = `${node.dataset.entity} ${node.dataset.term}`;
    if (node.matches('h2')) seen.clear();
    else if (!seen.has(key) && !node.closest(OUTSIDE)) {
      seen.add(key);
      node.classList.add('hint');
    }
  }
  card.serve({
    selector: 'a.hint',
    fill: (link) => fill(file, link),
    keep: (link) => link,
    role: 'tooltip',
    focus: true,
    click: false,
  });
  // A screen reader speaks at once, so the words must be there before the focus is.
  document.addEventListener('keydown', (event) => event.key === 'Tab' && load(file), { once: true });
}
