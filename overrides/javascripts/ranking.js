// Which of the things that were found is meant: what makes one better than another.

/** @typedef {import('./find.js').Finder} Finder */
/** @typedef {import('./find.js').Weighed} Weighed */
/**
 * Something that was found, with what speaks for it.
 * @typedef {object} Result
 * @property {string} id
 * @property {Finder} finder whose index has it
 * @property {() => Promise<import('./find.js').Fragment>} load
 * @property {number} words how many words of the query it has
 * @property {number} first how surely it is called as the query says; 0 if not
 * @property {number} credit how many of the query's words it has, and how
 * @property {number} whole how many of them are a name
 * @property {number} exact how many stand as they were written
 * @property {number} kind names before texts before sources
 * @property {number} score Pagefind's
 */

// Stands between the names of an entity (finding.py).
export const NAMES = ' · ';
// What a word counts for by how it was found: as it is; as a synonym that is a whole name; as any other; as the
// beginning of a word; without its ending.
export const [SAME, CALLED, LIKE, BEGUN, CUT] = [1, 0.9, 0.6, 0.5, 0.4];
// As unlike as one word and another of its forms may be: a letter in five.
const ENDING = 0.2;
// As unlike as what is said and a name may be, if it is the name that is meant.
const HALF = 0.5;
// What makes a result better than another, in this order.
const BEST = /** @type {const} */ (['first', 'credit', 'whole', 'exact', 'kind', 'score']);

/**
 * @param {Result} a
 * @param {Result} b
 */
export const better = (a, b) => BEST.map((key) => b[key] - a[key]).find(Boolean) ?? (a.id < b.id ? -1 : 1);

/**
 * How many letters must change, be put in, left out or changed about to make one word of another.
 * @param {string} one
 * @param {string} other
 */
export const distance = (one, other) => {
  /** @type {number[]} */
  let before = [];
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[other.length];
};

/**
 * How unlike two texts are, from 0 to 1.
 * @param {string} one
 * @param {string} other
 */
const unlike = (one, other) => distance(one, other) / Math.max(one.length, other.length, 1);

/**
 * What was found for each word of a query, as results: each once, with all that speaks for it.
 * @param {Finder} finder
 * @param {Map<string, Weighed>[]} found
 * @param {Map<string, number>} like records that are called by a synonym, with its length in words
 * @param {Map<string, number>} named records that are called by words of the query, with their number
 */
export const tallied = (finder, found, like, named) => {
  /** @type {Map<string, Result>} */
  const results = new Map();
  const kinds = Object.keys(finder.settings.kinds);
  const text = -kinds.indexOf('claim');
  const none = { finder, credit: 0, words: 0, score: 0, kind: text, exact: 0 };
  for (const hits of found) {
    for (const [id, { hit, credit }] of hits) {
      const whole = like.get(id) ?? named.get(id) ?? 0;
      const one = results.get(id) ?? { ...none, id, load: hit.data, whole, first: 0 };
      results.set(id, one);
      one.credit += credit;
      one.score += hit.score;
      one.words += 1;
      const [field] = hit.matchedMetaFields ?? [];
      if (field) one.kind = -kinds.indexOf(field);
      one.first = one.kind > text && named.get(id) === found.length ? 1 : 0;
    }
  }
  // What is called by a synonym of the whole query comes after what has all its words, and before all else.
  for (const id of like.keys()) {
    const one = results.get(id);
    if (one) one.credit = Math.max(one.credit, found.length * CALLED);
  }
  return [...results.values()];
};

/**
 * The results that have enough of a query's words, best first.
 * @param {Finder} finder
 * @param {Result[]} results
 * @param {number} least how many words are enough at least
 */
export const ranked = (finder, results, least) => {
  const text = -Object.keys(finder.settings.kinds).indexOf('claim');
  const most = Math.max(0, ...results.map((one) => one.words));
  const enough = Math.max(least, most > 2 ? most - 1 : most);
  return results.filter((one) => one.words >= enough || (one.whole && one.kind > text)).sort(better);
};

/**
 * Notes whether results are called so, and what they have as it was written, give or take an ending: a stem alone may
 * be that of another word (موقع, of the site, and of those who sign).
 * @param {Finder} finder
 * @param {string} said
 * @param {Result[]} results
 */
export const compare = async (finder, said, results) => {
  const { reader } = finder;
  const [every, words, asked] = [reader.every(said), reader.words(said), finder.read(said)];
  const runs = every.flatMap((_, from) =>
    every.slice(from).map((__, to) => every.slice(from, from + to + 1).join(' ')),
  );
  /** @type {(names: string[], others: string[]) => number} */
  const far = (names, others) => Math.min(...names.flatMap((name) => others.map((other) => unlike(name, other))));
  // A name by which a result was found is perhaps none of those that are shown.
  const has = (/** @type {string} */ name) => {
    const read = finder.read(name);
    return asked.every((word) => read.some((one) => one.some((form) => word.includes(form))));
  };
  const loaded = await Promise.all(results.map((one) => one.load()));
  loaded.forEach(({ meta: { kind, title, detail = '' } }, at) => {
    const one = results[at];
    const names = [title, ...(finder.hasNames(kind) ? detail.split(NAMES) : [])];
    const written = names.map((name) => reader.every(name).join(' '));
    if (names.some(has) && far(written, runs) >= HALF) one.first = one.whole = 0;
    if (one.first) one.first = 2 - far(written, [every.join(' '), words.join(' ')]);
    const own = reader.words(['claim', 'section'].includes(kind) ? title : `${title} ${detail}`).map(reader.bare);
    one.exact = words.filter((word) => own.some((other) => unlike(other, reader.bare(word)) <= ENDING)).length;
  });
};
