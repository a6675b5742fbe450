// The page of results.
import { opening } from './find.js';
import { absolute, addressOf, element, filled, pageFor, parts } from './shown.js';

/** @typedef {import('./find.js').Answer} Answer */

const PAGE = 10;

/**
 * @param {string} text
 * @param {string} address
 */
const linked = (text, address) => Object.assign(element('a', '', text), { href: address });

/**
 * What an answer says of itself: what was shown in its place, and other queries that may have been meant.
 * @param {HTMLFormElement} form
 * @param {Answer} answer
 */
const notes = (form, { told, meant }) => {
  const made = [];
  const links = meant?.queries.flatMap((query) => [' ', linked(query, pageFor(form, query))]);
  if (meant && links?.length) made.push(element('p', 'search-meant', meant.text, ...links));
  if (told?.query && told.link) {
    made.push(element('p', 'search-strict', linked(told.link, pageFor(form, told.query))));
  }
  return made;
};

/**
 * @param {ReturnType<typeof parts>} shown
 * @param {string} address
 */
const item = ({ title, labels, detail }, address) => {
  const way = Object.assign(element('a', '', title), { href: address });
  const { pathname, hash } = new URL(address);
  const where = element('bdi', 'result-address', decodeURI(pathname + hash));
  where.dir = 'ltr';
  const link = element('p', 'result-link', way);
  return element('li', 'result', labels, link, element('p', 'result-detail', ...detail), where);
};

/**
 * Answers a query on the page of results, ten at a time.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} place
 * @param {string} said
 */
export const show = async (form, place, said) => {
  const { dataset } = place;
  /** @type {(selector: string) => HTMLElement} */
  const part = (selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
  const [status, list, lists, more] = ['[role="status"]', 'ol', 'nav', '.search-more'].map(part);
  status.textContent = filled(dataset.wait, said);
  try {
    const finder = await opening(absolute(form.dataset.index));
    const answer = await finder.answer(said);
    const { results, words } = answer;
    const count = results.length ? filled(dataset.count, answer.shown ?? said, results.length) : '';
    status.textContent = [answer.told?.text, count].filter(Boolean).join(' ');
    lists.hidden = results.length > 0;
    status.after(...notes(form, answer));
    const add = async () => {
      const from = list.children.length;
      const next = results.slice(from, from + PAGE);
      const loaded = await Promise.all(next.map((one) => one.load()));
      loaded.forEach((fragment, at) => {
        const made = item(parts(finder, next[at], fragment, words), addressOf(form, next[at], fragment));
        made.dataset.searchResult = fragment.meta.id;
        list.append(made);
      });
      more.hidden = list.children.length >= results.length;
      return list.children[from];
    };
    await add();
    more.addEventListener('click', async () => (await add())?.querySelector('a')?.focus());
  } catch (error) {
    status.textContent = dataset.failed ?? '';
    lists.hidden = false;
    console.warn(error);
  }
  dataset.done = said;
};
