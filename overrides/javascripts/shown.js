// How a result of the search is shown, in the list below the field and on the page of results alike.
import { NAMES } from './ranking.js';

/** @typedef {import('./find.js').Finder} Finder */
/** @typedef {import('./find.js').Fragment} Fragment */
/** @typedef {import('./ranking.js').Result} Result */

// A word with its apostrophes, and a number with its marks.
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0640]|['’,](?=[\p{L}\p{N}]))*/gu;

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {string} className
 * @param {...(Node | string | undefined)} content
 */
export const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter((one) => one !== undefined));
  return made;
};
/**
 * @param {string | undefined} message
 * @param {string} said
 * @param {number} [number]
 */
export const filled = (message, said, number) => `${message}`.replace('%s', () => said).replace('%d', `${number}`);
/** @param {string | undefined} address */
export const absolute = (address) => new URL(`${address}`, document.baseURI).href;
/**
 * @param {HTMLFormElement} form
 * @param {Result} result
 * @param {Fragment} fragment
 */
export const addressOf = (form, { finder }, fragment) => {
  const root = new URL(finder.language?.root ?? '', absolute(form.dataset.root));
  return new URL(fragment.raw_url, root).href;
};
/**
 * The page of results for a query; without one, it has the lists.
 * @param {HTMLFormElement} form
 * @param {string} [said]
 */
export const pageFor = (form, said) => {
  const page = new URL(form.action);
  if (said) page.searchParams.set('q', said);
  return page.href;
};

/**
 * Nodes of text that is marked or not; neighbours that are alike are one.
 * @param {[string, boolean][]} pieces
 */
const joined = (pieces) => {
  /** @type {(HTMLElement | string)[]} */
  const nodes = [];
  for (const [text, isMarked] of pieces) {
    const last = nodes.at(-1);
    if (isMarked && last instanceof HTMLElement) last.append(text);
    else nodes.push(isMarked ? element('mark', '', text) : text);
  }
  return nodes;
};

/**
 * A text as nodes, with the words of the query marked.
 * @param {Finder} finder
 * @param {string} said
 * @param {string[][]} words
 */
const marked = (finder, said, words) => {
  const { reader } = finder;
  const wanted = words.flat();
  /** @param {string[]} own */
  const fits = (own) =>
    own.some((form) => wanted.some((one) => one === form || (one.length > 2 && form.startsWith(one))));
  /** @type {(piece: string) => [string, boolean][]} */
  const judged = (piece) => {
    if (!reader.unspaced(piece)) return [[piece, fits(finder.read(piece).flat())]];
    const signs = reader.signs(piece);
    const pair = (/** @type {number} */ from) =>
      Boolean(signs[from] && signs[from + 1]) && fits(finder.read(signs[from] + signs[from + 1])[0] ?? []);
    return signs.map((sign, from) => [
      sign,
      pair(from - 1) || pair(from) || wanted.includes(finder.read(sign)[0]?.[0] ?? ''),
    ]);
  };
  /** @type {[string, boolean][]} */
  const pieces = [];
  let at = 0;
  for (const match of said.matchAll(WORD)) {
    if (at < match.index) pieces.push([said.slice(at, match.index), false]);
    at = match.index + match[0].length;
    pieces.push(...reader.runs(match[0]).flatMap(judged));
  }
  if (at < said.length) pieces.push([said.slice(at), false]);
  return joined(pieces);
};

/**
 * What a result says: kind and status, name or sentence, and a word more. Names and titles may be in any language, and
 * the whole of a result is in another where another language's index had it; `own` is the finder of the page.
 * @param {Finder} own
 * @param {Result} result
 * @param {Fragment} fragment
 * @param {string[][]} words what is marked
 */
export const parts = (own, { finder }, { meta }, words) => {
  const { kinds, statuses } = own.settings;
  const title = element(meta.kind === 'source' ? 'bdi' : 'span', 'result-title', ...marked(finder, meta.title, words));
  const labels = element('span', 'result-labels', element('span', 'result-kind', kinds[meta.kind]));
  if (meta.status) {
    const status = element('span', 'status', statuses[meta.status]);
    status.dataset.status = meta.status;
    labels.append(' ', status);
  }
  const told = (meta.detail ?? '').split(NAMES).map((name) => element('bdi', '', ...marked(finder, name, words)));
  // Of the other names of an entity, those that say why it was found.
  const names = finder.hasNames(meta.kind);
  const shown = told.filter((name) => !names || (name.querySelector('mark') && !title.querySelector('mark')));
  const detail = shown.flatMap((name, at) => (at ? [NAMES, name] : [name]));
  if (finder.language) {
    const { code, dir, name } = finder.language;
    for (const one of [title, ...told]) Object.assign(one, { lang: code, dir });
    labels.append(NAMES, name);
  }
  return { title, labels, detail };
};
