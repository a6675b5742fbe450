// What to show in the place of an answer that is not there: a near spelling, or what other languages of the site have.
import { opening } from './find.js';
import { distance } from './ranking.js';

/** @typedef {import('./find.js').Finder} Finder */
/** @typedef {import('./find.js').Found} Found */
/** @typedef {import('./find.js').Known} Known */
/** @typedef {Known & { far: number, begins: boolean }} Near A word, how far it is off, and whether it begins alike. */
/** @typedef {{ said: string, slip?: boolean }} Spelling Another query, and whether this one is but a slip of it. */
/** @typedef {Found & { told: import('./find.js').Told, meant: Spelling[], shown?: string }} Instead */

/**
 * How many letters a word may be off: a short one becomes another too easily.
 * @param {string} form
 */
const mostOff = (form) => (form.length < 4 ? 0 : form.length < 7 ? 1 : 2);

/**
 * The words of this index that are near one that it lacks, the likeliest first.
 * @param {string} form
 * @param {Known[]} known
 * @returns {Near[]}
 */
const nearTo = (form, known) => {
  const most = mostOff(form);
  const near = known
    .filter((one) => Math.abs(one.form.length - form.length) <= most)
    .map((one) => ({ ...one, far: distance(form, one.form), begins: one.form[0] === form[0] }))
    .filter(({ far, begins }) => far <= most && (far < 2 || begins));
  /** @type {(a: Near, b: Near) => number} */
  const order = (a, b) => a.far - b.far || Number(b.begins) - Number(a.begins) || Number(b.name) - Number(a.name);
  return near.sort(order).filter(({ form: own }, at, every) => every.findIndex((one) => one.form === own) === at);
};

/**
 * Queries like this one, with words that the index has in the place of those that it lacks, the nearest first.
 * @param {Finder} finder
 * @param {string} said
 * @param {string[]} missing
 * @returns {Promise<Spelling[]>}
 */
const spellings = async (finder, said, missing) => {
  const { words: known } = await finder.vocabulary();
  const lacking = said.split(/\s+/).flatMap((word) => {
    const read = finder.read(word);
    const near = read.length === 1 && missing.includes(read[0][0]) ? nearTo(read[0][0], known) : [];
    return near.length ? [{ word, near }] : [];
  });
  if (!lacking.length) return [];
  const best = lacking.reduce((text, { word, near }) => text.replace(word, () => near[0].word), said);
  // One letter off, and not the first, is a slip of the finger; anything else may be another word.
  const first = { said: best, slip: lacking.every(({ near: [one] }) => one.far < 2 && one.begins) };
  const [{ word, near }] = lacking;
  const others = lacking.length > 1 ? [] : near.slice(1, 3);
  return [first, ...others.map((one) => ({ said: said.replace(word, () => one.word) }))];
};

/**
 * The first other language whose index has the words, and what it has. An index is only asked if its words say so.
 * @param {Finder} own
 * @param {string} said
 * @param {number} close
 */
const elsewhere = async (own, said, close) => {
  for (const language of (await own.vocabulary()).languages) {
    const finder = await opening(new URL(`../${language.code}/`, own.index).href, own.scripts);
    const forms = new Set((await finder.vocabulary()).words.map(({ form }) => form));
    const asked = finder.read(said).flat();
    if (!finder.reader.unspaced(said) && !asked.some((form) => forms.has(form))) continue;
    finder.language = language;
    const found = await finder.find(said, close);
    if (found.results.length) return found;
  }
  return undefined;
};

/**
 * What takes the place of an answer. Where nothing is found and it is no mere slip, the word may be one of another
 * language, which is asked first.
 * @param {Finder} finder
 * @param {string} said
 * @param {Found} own
 * @param {number} close
 * @returns {Promise<Instead>}
 */
const found = async (finder, said, own, close) => {
  const near = await spellings(finder, said, own.missing);
  const slip = near[0]?.slip;
  if (!own.results.length && !slip) {
    const other = await elsewhere(finder, said, close);
    if (other) return { ...other, told: 'elsewhere', meant: near };
  }
  if (slip || (near.length && !own.results.length)) {
    const shown = near[0].said;
    const other = await finder.find(shown, close);
    if (other.results.length) return { ...other, told: 'near', shown, meant: near.slice(1) };
  }
  return { ...own, told: own.results.length ? 'partly' : 'none', meant: near };
};

/**
 * An answer with what is said of it: a text, a link on from there, and other queries that may have been meant.
 * @param {Finder} finder
 * @param {string} said
 * @param {Found} own
 * @param {number} close
 * @param {boolean} strict
 * @returns {Promise<import('./find.js').Answer>}
 */
export const instead = async (finder, said, own, close, strict) => {
  /** @type {Instead} */
  const answer = strict ? { ...own, told: 'none', meant: [] } : await found(finder, said, own, close);
  const { told, shown } = answer;
  const { says } = await finder.vocabulary();
  const put = (/** @type {string} */ text) => text.replace('%s', () => said).replace('%r', () => shown ?? '');
  const text = [put(says[told]), told === 'none' ? says.advice : ''].join(' ').trim();
  const link = told === 'none' ? says.indexes : told === 'near' ? put(says.strict) : undefined;
  const meant = { text: says.meant, queries: answer.meant.map((other) => other.said) };
  return { ...answer, said, told: { text, link, query: shown && `"${said}"` }, meant };
};
