// What has the words of a query. Loaded only when a reader searches: asks Pagefind word by word for what `reader.js`
// reads, and has `ranking.js` say what is meant. What it shows is told by `field.js` and `results.js`; `near.js` is
// asked where there is no answer.
import { BEGUN, better, CUT, compare, LIKE, ranked, SAME, tallied } from './ranking.js';
import { reader } from './reader.js';

/** @typedef {import('./ranking.js').Result} Result */
/** @typedef {string[]} Forms A word as it is read, the likeliest form first. */
/**
 * What a result shows.
 * @typedef {object} Fragment
 * @property {string} raw_url relative to the root of its locale
 * @property {{ kind: string, id: string, title: string, detail?: string, status?: string }} meta
 */
/**
 * A place where Pagefind has found something.
 * @typedef {object} Hit
 * @property {string} id
 * @property {number} score
 * @property {string[]} [matchedMetaFields]
 * @property {() => Promise<Fragment>} data
 */
/** @typedef {{ hit: Hit, credit: number }} Weighed */
/**
 * What search.py writes beside an index.
 * @typedef {object} Settings
 * @property {import('./reader.js').Rules} rules
 * @property {Record<string, string>} spellings
 * @property {string[][]} synonyms
 * @property {string} edge stands before and after a name
 * @property {Record<string, string>} kinds
 * @property {Record<string, string>} statuses
 */
/** @typedef {{ code: string, dir: string, name: string, root: string }} Language */
/** @typedef {'none' | 'partly' | 'near' | 'elsewhere'} Told Why an answer is another than that to the query. */
/** @typedef {{ word: string, form: string, name: boolean }} Known */
/**
 * @typedef {object} Vocabulary
 * @property {Known[]} words
 * @property {Language[]} languages
 * @property {Record<Told | 'strict' | 'advice' | 'indexes' | 'meant', string>} says
 */
/**
 * @typedef {object} Found
 * @property {string} said
 * @property {Result[]} results
 * @property {Forms[]} words what is marked in results
 * @property {string[]} missing forms that the index lacks
 */
/**
 * What is shown for a query; where that is not what was asked for, with what is said of it.
 * @typedef {Found & {
 *   shown?: string,
 *   told?: { text: string, link?: string, query?: string },
 *   meant?: { text: string, queries: string[] },
 * }} Answer
 */

// How many of the best results are loaded to be compared word for word: as many as are shown at first.
const CLOSE = 10;
// More words than a question has.
const MOST_WORDS = 12;
// A query in quotation marks is looked for as it stands: no near spellings, no synonyms.
const QUOTED = /^["“”„«]\s*(.+?)\s*["“”»]$/su;

/**
 * @template T
 * @param {Promise<T[]>[]} list
 */
const all = async (list) => (await Promise.all(list)).flat();
/**
 * Asked for anew each time, since the index changes with the site under the same address.
 * @param {string} address
 */
const json = async (address) => (await fetch(address, { cache: 'no-cache' })).json();

/**
 * Puts results into those that there are, each once, with the most that it counts for.
 * @param {Map<string, Weighed>} found
 * @param {Weighed[]} more
 */
const merge = (found, more) => {
  for (const one of more) if (!(Number(found.get(one.hit.id)?.credit) >= one.credit)) found.set(one.hit.id, one);
  return found;
};

export class Finder {
  /** @type {Promise<any> | undefined} */
  loading;
  /** @type {Promise<Vocabulary> | undefined} */
  known;
  /** @type {Map<string, Promise<Hit[]>>} */
  asked = new Map();
  /**
   * Of the index of another language than the page's.
   * @type {Language | undefined}
   */
  language;

  /**
   * @param {string} index
   * @param {string} scripts the folder of the index whose script is loaded, since it is the same in all
   */
  static async open(index, scripts = index) {
    const script = scripts === index ? import(`${index}pagefind.js`) : undefined;
    const [settings] = await Promise.all([json(`${index}settings.json`), script]);
    return new Finder(index, scripts, settings);
  }

  /**
   * @param {string} index
   * @param {string} scripts
   * @param {Settings} settings
   */
  constructor(index, scripts, settings) {
    this.index = index;
    this.scripts = scripts;
    this.settings = settings;
    this.reader = reader(settings.rules);
    this.synonyms = settings.synonyms.map((group) => group.map((phrase) => phrase.split(' ')));
  }

  /** Pagefind over this index, loaded when it is first asked. */
  engine() {
    const options = { basePath: this.index, noWorker: true };
    this.loading ??= import(`${this.scripts}pagefind.js`).then((pagefind) => pagefind.createInstance(options));
    return this.loading;
  }

  /**
   * Whether the detail of results of this kind holds other names: entities stand before pages (search.py).
   * @param {string} kind
   */
  hasNames(kind) {
    const kinds = Object.keys(this.settings.kinds);
    return kinds.indexOf(kind) < kinds.indexOf('page');
  }

  /**
   * @param {string} said
   * @returns {Forms[]}
   */
  read(said) {
    const { spellings } = this.settings;
    return this.reader.forms(said).map((word) => word.map((form) => spellings[form] ?? form));
  }

  /**
   * @param {string} term
   * @returns {Promise<Hit[]>}
   */
  ask(term) {
    const search = async () => (await (await this.engine()).search(this.reader.coded(term))).results;
    const asked = this.asked.get(term) ?? search();
    this.asked.set(term, asked);
    return asked;
  }

  /**
   * Where a form stands: as it is or, unless it must be whole, as the beginning of a word. Pagefind tells only of the
   * latter in what field they are. It falls back on the longest word that the form begins with; it then finds the same
   * whatever is added to the form.
   * @param {string} form
   * @param {number} credit
   * @param {boolean} whole
   * @returns {Promise<Weighed[]>}
   */
  async hits(form, credit = SAME, whole = true) {
    const [exact, found] = await Promise.all([this.ask(`"${form}"`), this.ask(form)]);
    const sure = new Set(exact.map((hit) => hit.id));
    const more = new Map([...exact, ...found.filter(({ id }) => !whole || sure.has(id))].map((hit) => [hit.id, hit]));
    if (!sure.size && more.size) {
      const fallen = await this.ask(form + this.settings.edge);
      if (fallen.length === more.size && fallen.every((hit) => more.has(hit.id))) return [];
    }
    return [...more.values()].map((hit) => ({ hit, credit: sure.has(hit.id) ? credit : BEGUN }));
  }

  /** @param {Forms} forms */
  async word([form, ...others]) {
    const spelt = Object.entries(this.settings.spellings).filter(([key]) => key.startsWith(form));
    const ways = [...others, ...spelt.map(([, other]) => other)];
    // A pair of signs is whole; one sign begins pairs.
    const whole = this.reader.unspaced(form) && this.reader.signs(form).length > 1;
    let found = await all([this.hits(form, SAME, whole), ...ways.map((other) => this.hits(other))]);
    // Last of all, an ending that the rules do not know.
    for (const cut of form.length > 4 && !whole ? [-1, -2] : []) {
      if (!found.length) found = await this.hits(form.slice(0, cut), CUT);
    }
    return merge(new Map(), found);
  }

  /**
   * Where all the words of a phrase stand, in what is said here; sources have words of their own.
   * @param {string[]} stems
   */
  async phrase(stems) {
    const [first, ...others] = await Promise.all(stems.map((stem) => this.hits(stem, LIKE)));
    const here = first.filter(({ hit }) => !hit.matchedMetaFields?.includes('source'));
    return here.filter(({ hit }) => others.every((found) => found.some((one) => one.hit.id === hit.id)));
  }

  /**
   * Runs of a query that are in a group of synonyms: where each starts, its length, and the others of its group.
   * @param {Forms[]} words
   */
  alike(words) {
    /** @type {(phrase: string[], at: number) => boolean} */
    const fits = (phrase, at) => phrase.every((stem, i) => words[at + i]?.includes(stem));
    return words.flatMap((_, at) =>
      this.synonyms.flatMap((group) =>
        group
          .filter((phrase) => fits(phrase, at))
          .map((own) => ({ at, length: own.length, others: group.filter((phrase) => phrase !== own) })),
      ),
    );
  }

  /**
   * Records one of whose names is a run of words of the query, with the length of the longest.
   * @param {Forms[]} words
   */
  async named(words) {
    const runs = words.flatMap((_, from) => words.slice(from).map((__, to) => words.slice(from, from + to + 1)));
    return this.called(
      runs.flatMap((run) => (run.length > 1 ? [run.map(([form]) => form)] : run[0].map((form) => [form]))),
    );
  }

  /**
   * Records that have one of these names, with the length of the longest.
   * @param {string[][]} names
   */
  async called(names) {
    const { edge } = this.settings;
    /** @type {Map<string, number>} */
    const found = new Map();
    await Promise.all(
      names.map(async (name) => {
        const hits = await this.ask(`"${[edge, ...name, edge].join(' ')}"`);
        for (const { id } of hits) found.set(id, Math.max(found.get(id) ?? 0, name.length));
      }),
    );
    return found;
  }

  /**
   * Adds what synonyms find to what the words themselves did; tells what a synonym of the whole query names.
   * @param {ReturnType<Finder['alike']>} alike
   * @param {Map<string, Weighed>[]} found
   */
  async addAlike(alike, found) {
    /** @type {Map<string, number>} */
    const like = new Map();
    for (const { at, length, others } of alike) {
      const hits = await all(others.map((phrase) => this.phrase(phrase)));
      for (const one of found.slice(at, at + length)) merge(one, hits);
      if (length === found.length) for (const [id] of await this.called(others)) like.set(id, length);
    }
    return like;
  }

  /**
   * Every result, best first, of which `close` are put in order by what they say word for word.
   * @param {string} said
   * @param {number} close
   * @param {boolean} strict without synonyms
   * @returns {Promise<Found>}
   */
  async find(said, close = CLOSE, strict = false) {
    const words = this.read(said).slice(0, MOST_WORDS);
    const alike = strict ? [] : this.alike(words);
    const [found, named] = await Promise.all([Promise.all(words.map((word) => this.word(word))), this.named(words)]);
    const like = await this.addAlike(alike, found);
    // One pair of signs says little of a word of several.
    const least = this.reader.unspaced(said) ? words.length / 2 : 0;
    const results = ranked(this, tallied(this, found, like, named), least);
    const best = results.slice(0, close);
    if (best.length > 1) await compare(this, said, best);
    results.splice(0, close, ...best.sort(better));
    const missing = words.filter((_, at) => !found[at].size).map(([form]) => form);
    const marks = [...words, ...alike.flatMap(({ others }) => others)];
    return { said, results, words: marks, missing };
  }

  /**
   * What to show for a query, with what is `told` of it. While one types, a word that is not there may not be finished:
   * as long as anything is found, nothing takes its place.
   * @param {string} said
   * @param {number} close
   * @returns {Promise<Answer>}
   */
  async answer(said, close = CLOSE, typing = false) {
    const quoted = said.match(QUOTED)?.[1];
    const strict = quoted !== undefined;
    const own = await this.find(quoted ?? said, close, strict);
    if (own.results.length && (typing || strict || !own.missing.length)) return own;
    return (await import('./near.js')).instead(this, said, own, close, strict);
  }

  /**
   * For when there is no answer: the words of names and all others, each as it is written and as it is read; the other
   * languages of the site; and what to say.
   */
  vocabulary() {
    this.known ??= json(`${this.index}words.json`).then(({ names, others, ...more }) => {
      /** @type {string[]} */
      const written = [...names, ...others];
      const forms = this.reader.forms(written.join(' '));
      return { ...more, words: written.map((word, at) => ({ word, form: forms[at][0], name: at < names.length })) };
    });
    return this.known;
  }
}

/** @type {Map<string, Promise<Finder>>} */
const opened = new Map();
/**
 * The finder of an index, opened once; one that could not be opened is tried again.
 * @param {string} index
 * @param {string} [scripts]
 */
export const opening = (index, scripts) => {
  const opening = opened.get(index) ?? Finder.open(index, scripts);
  opened.set(index, opening);
  opening.catch(() => opened.delete(index));
  return opening;
};
