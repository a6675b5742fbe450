// How a query is read: by the very steps with which the index was made (src/dalil/text/folding.py).

/**
 * The rules of a language, as folding.py writes them down.
 * @typedef {object} Rules
 * @property {[string, string][]} text what is put in the place of what, in a whole text
 * @property {[string, string][]} word the same in one word: its endings
 * @property {string} stop words that say nothing, between spaces
 * @property {string} article
 * @property {string} joined particles that are written together with a word
 * @property {string} vowels
 * @property {string} unspaced signs of scripts without spaces
 */
/** @typedef {ReturnType<typeof reader>} Reader */

// How many particles may be joined to a word (MOST_JOINED).
const MOST_JOINED = 2;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The value of a digit: Unicode has those of a script one after the other, from its nought.
 * @param {string} sign
 */
const digit = (sign) => {
  const at = Number(sign.codePointAt(0));
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
};

/** @param {[string, string][]} pairs */
const replacing = (pairs) => {
  const compiled = pairs.map(([pattern, put]) => /** @type {const} */ ([new RegExp(pattern, 'gu'), put]));
  return (/** @type {string} */ words) => compiled.reduce((said, [pattern, put]) => said.replace(pattern, put), words);
};

/** @param {string} pattern */
const removing = (pattern) => {
  const compiled = pattern ? new RegExp(pattern, 'u') : undefined;
  return (/** @type {string} */ word) => (compiled ? word.replace(compiled, '') : word);
};

/**
 * The same steps as `forms` in folding.py; a test holds the two against each other.
 * @param {Rules} rules
 */
export const reader = ({ text, stop, word, article, joined, vowels, unspaced }) => {
  const [inTexts, endings, bare, unjoined] = [replacing(text), replacing(word), removing(article), removing(joined)];
  const left = new Set(stop.split(' '));
  const accents = new RegExp(`(?![${vowels}])\\p{Mn}`, 'gu');
  const piece = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu');
  const sign = new RegExp(`[${unspaced}]`, 'u');
  /** @param {string} said */
  const signs = (said) => said.match(/.\p{M}*/gsu) ?? [];
  /** @param {string} said */
  const pairs = (said) => {
    const found = signs(said);
    return found.length > 1 ? found.slice(1).map((one, at) => found[at] + one) : found;
  };
  /**
   * A text's runs of scripts without spaces and of others.
   * @param {string} said
   */
  const runs = (said) => said.match(piece) ?? [];
  /**
   * Every run of letters and digits, folded.
   * @param {string} said
   */
  const every = (said) => {
    const plain = said
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Nd}/gu, digit);
    const folded = inTexts(plain).normalize('NFD').replace(accents, '');
    return (folded.match(WORDS) ?? []).flatMap(runs);
  };
  /** @param {string} one */
  const kept = (one) => !left.has(one) && ([...one].length > 1 || (one >= '0' && one <= '9'));
  /** @param {string} said */
  const words = (said) => every(said).flatMap((one) => (sign.test(one) ? pairs(one) : kept(one) ? [one] : []));
  /** @param {string} one */
  const stem = (one) => endings(bare(one));
  /**
   * Each word's stem, then those that it has without the particles joined to it.
   * @param {string} said
   */
  const forms = (said) =>
    words(said).map((one) => {
      const found = [one];
      while (found.length <= MOST_JOINED && unjoined(found[found.length - 1]) !== found[found.length - 1]) {
        found.push(unjoined(found[found.length - 1]));
      }
      return [...new Set(found.map(stem))];
    });
  // As `coded` in folding.py.
  const hex = (/** @type {string} */ one) => Number(one.codePointAt(0)).toString(16).padStart(5, '0');
  const code = (/** @type {string} */ one) =>
    sign.test(one) || /\p{M}/u.test(one) ? `q${[...one].map(hex).join('')}` : one;
  const coded = (/** @type {string} */ said) => said.replace(WORDS, code);
  return { every, words, bare, forms, coded, runs, signs, unspaced: (/** @type {string} */ said) => sign.test(said) };
};
