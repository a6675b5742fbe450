// A page of the preview listens: it shows problems, follows the site, and leads to what has changed.

/** @typedef {{ place: string, code: string, message: string, hint: string }} Said */
/** @typedef {Said & { kind: string, id: string, url: string }} Problem */
/** @typedef {{ kind: string, id: string, name: string, url: string }} Changed */
/**
 * What a page is told (`Told` of news.py).
 * @typedef {object} News
 * @property {number} state
 * @property {number} built
 * @property {string} status
 * @property {Problem[]} problems
 * @property {Changed[]} changed
 * @property {string} elsewhere
 */

const BEFORE = 'dalil-built-before';
const MOMENT = 4000;
const panel = /** @type {HTMLElement} */ (document.querySelector('.dalil-news'));
const [status, button, details] = /** @type {Iterable<HTMLElement>} */ (panel.children);
const built = Number(panel.dataset.built);
let since = sessionStorage.getItem(BEFORE) ?? '';
sessionStorage.removeItem(BEFORE);

button.addEventListener('click', () => {
  details.hidden = !details.hidden;
  button.setAttribute('aria-expanded', String(!details.hidden));
});

/** @param {HTMLAnchorElement} link */
const onThisPage = (link) => link.origin === location.origin && link.pathname === location.pathname;
/** @param {HTMLAnchorElement} link */
const target = (link) => (onThisPage(link) && link.hash ? document.getElementById(link.hash.slice(1)) : null);

// Where a record stands on this page: what is marked as it, or what a link that is marked so leads to, as do the
// numbers of citations. On its own page, the title stands for what has no mark; a page that is itself the record needs
// none.
/** @type {(kind: string, record: string, link: HTMLAnchorElement) => Element[]} */
const placesOf = (kind, record, link) => {
  const places = [...document.querySelectorAll(`[data-${kind}="${record}"]`), link]
    .map((one) => (one instanceof HTMLAnchorElement ? target(one) : one))
    .filter((one) => one !== null);
  const own = onThisPage(link) && !link.hash && kind !== 'page';
  return places.length || !own ? places : [...document.querySelectorAll('h1')];
};

/** @param {Element[]} places */
const lead = async (places) => {
  // Once loaded, the browser has put the page back to where it was scrolled.
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done, { once: true }));
  for (const place of places) {
    for (let box = place.closest('details'); box; box = box.parentElement?.closest('details') ?? null) box.open = true;
    place.classList.add('dalil-changed');
  }
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.querySelector('.dalil-changed')?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  setTimeout(() => {
    for (const place of places) place.classList.remove('dalil-changed');
  }, MOMENT);
};

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} content
 */
const element = (name, attributes, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
};

/** @param {Problem} problem */
const told = ({ place, code, message, hint, url }) => {
  const where = element('code', { dir: 'ltr' }, place);
  const head = element(
    'p',
    {},
    url ? element('a', { href: url }, where) : where,
    ' ',
    element('code', { dir: 'ltr' }, code),
  );
  const item = element('li', {}, head, element('p', {}, element('strong', {}, message)));
  if (hint) item.append(element('p', {}, hint));
  return item;
};

// Words that rest on what has moved keep a mark until somebody confirms or changes them.
/** @param {Problem[]} problems */
const mark = (problems) => {
  for (const place of document.querySelectorAll('.dalil-due')) place.classList.remove('dalil-due');
  for (const { kind, id, url } of problems) {
    const places = url ? placesOf(kind, id, element('a', { href: url })) : [];
    for (const place of places) place.classList.add('dalil-due');
  }
};

/** @param {News} news */
const show = (news) => {
  mark(news.problems);
  /** @type {Element[]} */
  const places = [];
  const elsewhere = [];
  for (const { kind, id, name, url } of news.changed) {
    const link = element('a', { href: url, dir: 'auto' }, name);
    const found = placesOf(kind, id, link);
    places.push(...found);
    if (!found.length && !onThisPage(link)) elsewhere.push(element('li', {}, link));
  }
  /** @type {HTMLElement[]} */
  const lists = news.problems.length ? [element('ol', {}, ...news.problems.map(told))] : [];
  if (elsewhere.length) lists.push(element('ul', { 'aria-label': news.elsewhere }, ...elsewhere));
  details.replaceChildren(...lists);
  status.textContent = news.status || (elsewhere.length ? news.elsewhere : '');
  if (places.length) lead(places);
};

// A page in the background asks for nothing: a browser opens few connections to one server, and other pages need them.
let asking = new AbortController();
document.addEventListener('visibilitychange', () => asking.abort());
/** @type {() => Promise<void>} */
const seen = () =>
  new Promise((done) => {
    if (!document.hidden) done();
    else document.addEventListener('visibilitychange', () => done(), { once: true });
  });
/**
 * @param {Record<string, string>} known
 * @returns {Promise<News | null>}
 */
const ask = async (known) => {
  const asked = new URLSearchParams({ ...known, language: document.documentElement.lang });
  asking = new AbortController();
  try {
    return await (await fetch(`/.dalil/news?${asked}`, { signal: asking.signal })).json();
  } catch {
    return null;
  }
};

const follow = async () => {
  let state = '';
  for (;;) {
    await seen();
    const news = await ask({ state, since });
    if (news === null) {
      await new Promise((done) => setTimeout(done, 500));
    } else if (news.built !== built) {
      sessionStorage.setItem(BEFORE, String(built));
      location.reload();
      return;
    } else if (String(news.state) !== state) {
      show(news);
      state = String(news.state);
      since = '';
    }
  }
};
follow();
