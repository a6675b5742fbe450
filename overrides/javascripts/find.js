// Search itself, loaded only when a reader searches: reads a query by the rules that the index was made with
// (src/dalil/text/folding.py), asks Pagefind word by word, and ranks what it found. What it shows is told by `field.js`
// and `results.js`; `near.js` is asked where there is no answer.

const all = async (list) => (await Promise.all(list)).flat();
// Asked for anew each time, since the index changes with the site under the same address.
const json = async (address) => (await fetch(address, { cache: 'no-cache' })).json();

// The value of a digit: Unicode has those of a script one after the other, from its nought.
const digit = (sign) => {
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(sign.codePointAt(0) - value - 1))) value += 1;
  return value;
};

// The same steps as `forms` in folding.py; a test holds the two against each other.
export const reader = ({ text, stop, word, article, joined, vowels, unspaced }) => {
  const compiled = (pairs) => pairs.map(([pattern, put]) => [new RegExp(pattern, 'gu'), put]);
  const replace = (words, pairs) => pairs.reduce((said, [pattern, put]) => said.replace(pattern, put), words);
  const texts = compiled(text);
  const endings = compiled(word);
  const [particle, definite] = [joined, article].map((pattern) => pattern && new RegExp(pattern, 'u'));
  const left = new Set(stop.split(' '));
  const accents = new RegExp(`(?![${vowels}])\\p{Mn}`, 'gu');
  const piece = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu');
  const sign = new RegExp(`[${unspaced}]`, 'u');
  const signs = (said) => said.match(/.\p{M}*/gsu);
  const pairs = (said) => {
    const found = signs(said);
    return found.length > 1 ? found.slice(1).map((one, at) => found[at] + one) : found;
  };
  // A text's runs of scripts without spaces and of others; then every run of letters and digits; then the words.
  const runs = (said) => said.match(piece);
  const every = (said) => {
    const plain = said
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Nd}/gu, digit);
    const folded = replace(plain, texts).normalize('NFD').replace(accents, '');
    return (folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).flatMap(runs);
  };
  const kept = (one) => !left.has(one) && ([...one].length > 1 || (one >= '0' && one <= '9'));
  const words = (said) => every(said).flatMap((one) => (sign.test(one) ? pairs(one) : kept(one) ? [one] : []));
  const bare = (one) => (definite ? one.replace(definite, '') : one);
  const stem = (one) => replace(bare(one), endings);
  const forms = (said) =>
    words(said).map((one) => {
      const found = [stem(one)];
      for (let count = 0; particle && count < 2 && particle.test(one); count += 1) {
        one = one.replace(particle, '');
        found.push(stem(one));
      }
      return [...new Set(found)];
    });
  // As `coded` in folding.py.
  const hex = (one) => one.codePointAt(0).toString(16).padStart(5, '0');
  const code = (one) => (sign.test(one) || /\p{M}/u.test(one) ? `q${[...one].map(hex).join('')}` : one);
  const coded = (said) => said.replace(/[\p{L}\p{N}\p{M}]+/gu, code);
  return { every, words, bare, forms, coded, runs, signs, unspaced: (said) => sign.test(said) };
};

// How many letters must change, be put in, left out or changed about to make one word of another.
export const distance = (one, other) => {
  let before = [];
  let last = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[other.length];
};

// How unlike two texts are, from 0 to 1.
const unlike = (one, other) => distance(one, other) / Math.max(one.length, other.length, 1);
// As unlike as one word and another of its forms may be: a letter in five.
const ENDING = 0.2;
// As unlike as what is said and a name may be, if it is the name that is meant.
const HALF = 0.5;

// Stands between the names of an entity (finding.py).
export const NAMES = ' · ';
// How many of the best results are loaded to be compared word for word: as many as are shown at first.
const CLOSE = 10;
// A query in quotation marks is looked for as it stands: no near spellings, no synonyms.
const QUOTED = /^["“”„«]\s*(.+?)\s*["“”»]$/su;
// What a word counts for by how it was found: as it is; as a synonym that is a whole name; as any other; as the
// beginning of a word; without its ending.
const [SAME, CALLED, LIKE, BEGUN, CUT] = [1, 0.9, 0.6, 0.5, 0.4];

// What makes a result better than another, in this order: a name that is the query; how many of its words it has, and
// how; how many of them are a name; how many stand as they were written; names before texts before sources; Pagefind's
// score.
const BEST = ['first', 'credit', 'whole', 'exact', 'kind', 'score'];
const better = (a, b) => BEST.map((key) => b[key] - a[key]).find(Boolean) ?? (a.id < b.id ? -1 : 1);

// Puts results into those that there are, each once, with the most that it counts for.
const merge = (found, more) => {
  for (const one of more) if (!(found.get(one.hit.id)?.credit >= one.credit)) found.set(one.hit.id, one);
  return found;
};

export class Finder {
  // `scripts`: the folder of the index whose script is loaded, since it is the same in all.
  static async open(index, scripts = index) {
    const script = scripts === index ? import(`${index}pagefind.js`) : undefined;
    const [settings] = await Promise.all([json(`${index}settings.json`), script]);
    return new Finder(index, scripts, settings);
  }

  constructor(index, scripts, settings) {
    Object.assign(this, { index, scripts, settings, reader: reader(settings.rules), asked: new Map() });
    this.synonyms = settings.synonyms.map((group) => group.map((phrase) => phrase.split(' ')));
  }

  // Pagefind over this index, loaded when it is first asked.
  engine() {
    const options = { basePath: this.index, noWorker: true };
    this.loading ??= import(`${this.scripts}pagefind.js`).then((pagefind) => pagefind.createInstance(options));
    return this.loading;
  }

  // Whether the detail of results of this kind holds other names: entities stand before pages (search.py).
  hasNames(kind) {
    const kinds = Object.keys(this.settings.kinds);
    return kinds.indexOf(kind) < kinds.indexOf('page');
  }

  read(said) {
    const { spellings } = this.settings;
    return this.reader.forms(said).map((word) => word.map((form) => spellings[form] ?? form));
  }

  ask(term) {
    const search = async () => (await (await this.engine()).search(this.reader.coded(term))).results;
    if (!this.asked.has(term)) this.asked.set(term, search());
    return this.asked.get(term);
  }

  // Where a form stands: as it is or, unless it must be whole, as the beginning of a word. Pagefind tells only of the
  // latter in what field they are. It falls back on the longest word that the form begins with; it then finds the same
  // whatever is added to the form.
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

  // Where all the words of a phrase stand, in what is said here; sources have words of their own.
  async phrase(stems) {
    const [first, ...others] = await Promise.all(stems.map((stem) => this.hits(stem, LIKE)));
    const here = first.filter(({ hit }) => !hit.matchedMetaFields?.includes('source'));
    return here.filter(({ hit }) => others.every((found) => found.some((one) => one.hit.id === hit.id)));
  }

  // Runs of a query that are in a group of synonyms: where each starts, its length, and the others of its group.
  alike(words) {
    const fits = (phrase, at) => phrase.every((stem, i) => words[at + i]?.includes(stem));
    return words.flatMap((_, at) =>
      this.synonyms.flatMap((group) =>
        group
          .filter((phrase) => fits(phrase, at))
          .map((own) => ({ at, length: own.length, others: group.filter((phrase) => phrase !== own) })),
      ),
    );
  }

  // Records one of whose names is a run of words of the query, with the length of the longest.
  async named(words) {
    const runs = words.flatMap((_, from) => words.slice(from).map((__, to) => words.slice(from, from + to + 1)));
    return this.called(
      runs.flatMap((run) => (run.length > 1 ? [run.map(([form]) => form)] : run[0].map((form) => [form]))),
    );
  }

  async called(names) {
    const { edge } = this.settings;
    const found = new Map();
    await Promise.all(
      names.map(async (name) => {
        const hits = await this.ask(`"${[edge, ...name, edge].join(' ')}"`);
        for (const { id } of hits) found.set(id, Math.max(found.get(id) ?? 0, name.length));
      }),
    );
    return found;
  }

  // Every result, best first (BEST), of which `close` are put in order by what they say word for word.
  async find(said, close = CLOSE, strict = undefined) {
    const words = this.read(said).slice(0, 12);
    const alike = strict ? [] : this.alike(words);
    const [found, named] = await Promise.all([Promise.all(words.map((word) => this.word(word))), this.named(words)]);
    const like = new Map();
    for (const { at, length, others } of alike) {
      const hits = await all(others.map((phrase) => this.phrase(phrase)));
      for (const one of found.slice(at, at + length)) merge(one, hits);
      if (length === words.length) for (const [id] of await this.called(others)) like.set(id, length);
    }
    const results = new Map();
    const kinds = Object.keys(this.settings.kinds);
    const text = -kinds.indexOf('claim');
    for (const hits of found) {
      for (const [id, { hit, credit }] of hits) {
        const one = results.get(id) ?? { id, finder: this, load: hit.data, credit: 0, words: 0, score: 0, kind: text };
        results.set(id, one);
        one.credit += credit;
        one.score += hit.score;
        one.words += 1;
        const [field] = hit.matchedMetaFields ?? [];
        if (field) one.kind = -kinds.indexOf(field);
        one.whole = like.get(id) ?? named.get(id) ?? 0;
        one.first = one.kind > text && named.get(id) === words.length ? 1 : 0;
        one.exact = 0;
      }
    }
    // What is called by a synonym of the whole query comes after what has all its words, and before all else.
    for (const id of like.keys()) results.get(id).credit = Math.max(results.get(id).credit, words.length * CALLED);
    const most = Math.max(0, ...[...results.values()].map((one) => one.words));
    // One pair of signs says little of a word of several.
    const least = this.reader.unspaced(said) ? words.length / 2 : 0;
    const enough = Math.max(least, most > 2 ? most - 1 : most);
    const kept = [...results.values()]
      .filter((one) => one.words >= enough || (one.whole && one.kind > text))
      .sort(better);
    const best = kept.slice(0, close);
    if (best.length > 1) await this.compare(said, best);
    kept.splice(0, close, ...best.sort(better));
    const missing = words.filter((_, at) => !found[at].size).map(([form]) => form);
    const marks = [...words, ...alike.flatMap(({ others }) => others)];
    return { said, results: kept, words: marks, missing };
  }

  // Whether results are called so, and what they have as it was written, give or take an ending: a stem alone may be
  // that of another word (موقع, of the site, and of those who sign).
  async compare(said, results) {
    const { reader } = this;
    const [every, words, asked] = [reader.every(said), reader.words(said), this.read(said)];
    const runs = every.flatMap((_, from) =>
      every.slice(from).map((__, to) => every.slice(from, from + to + 1).join(' ')),
    );
    const far = (names, others) => Math.min(...names.flatMap((name) => others.map((other) => unlike(name, other))));
    const loaded = await Promise.all(results.map((one) => one.load()));
    loaded.forEach(({ meta: { kind, title, detail = '' } }, at) => {
      const one = results[at];
      const names = [title, ...(this.hasNames(kind) ? detail.split(NAMES) : [])];
      const written = names.map((name) => reader.every(name).join(' '));
      // A name by which it was found is perhaps none of those that are shown.
      const has = (name) =>
        asked.every((word) => this.read(name).some((one) => one.some((form) => word.includes(form))));
      const shown = names.some(has);
      if (shown && far(written, runs) >= HALF) one.first = one.whole = 0;
      if (one.first) one.first = 2 - far(written, [every.join(' '), words.join(' ')]);
      const own = reader.words(['claim', 'section'].includes(kind) ? title : `${title} ${detail}`).map(reader.bare);
      one.exact = words.filter((word) => own.some((other) => unlike(other, reader.bare(word)) <= ENDING)).length;
    });
  }

  // What to show for a query, with what is `told` of it. While one types, a word that is not there may not be finished:
  // as long as anything is found, nothing takes its place.
  async answer(said, close = CLOSE, typing = false) {
    const quoted = said.match(QUOTED)?.[1];
    const own = await this.find(quoted ?? said, close, quoted);
    if (own.results.length && (typing || quoted || !own.missing.length)) return own;
    return (await import('./near.js')).instead(this, said, own, close, quoted);
  }

  // For when there is no answer: the words of names and all others, each as it is written and as it is read; the other
  // languages of the site; and what to say.
  vocabulary() {
    this.known ??= json(`${this.index}words.json`).then(({ names, others, ...more }) => {
      const written = [...names, ...others];
      const forms = this.reader.forms(written.join(' '));
      return { ...more, words: written.map((word, at) => ({ word, form: forms[at][0], name: at < names.length })) };
    });
    return this.known;
  }

  // A text as nodes, with the words of the query marked.
  marked(said, words) {
    const wanted = words.flat();
    const fits = (own) =>
      own.some((form) => wanted.some((one) => one === form || (one.length > 2 && form.startsWith(one))));
    const nodes = [];
    const put = (text, isMarked) => {
      const last = nodes.at(-1);
      if (!isMarked || !last?.append)
        nodes.push(isMarked ? Object.assign(document.createElement('mark'), { textContent: text }) : text);
      else last.append(text);
    };
    let at = 0;
    for (const match of said.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0640]|['’,](?=[\p{L}\p{N}]))*/gu)) {
      if (at < match.index) put(said.slice(at, match.index), false);
      at = match.index + match[0].length;
      for (const piece of this.reader.runs(match[0])) {
        if (!this.reader.unspaced(piece)) put(piece, fits(this.read(piece).flat()));
        else {
          const signs = this.reader.signs(piece);
          const pair = (from) =>
            Boolean(signs[from] && signs[from + 1]) && fits(this.read(signs[from] + signs[from + 1])[0] ?? []);
          signs.forEach((sign, from) =>
            put(sign, pair(from - 1) || pair(from) || wanted.includes(this.read(sign)[0]?.[0])),
          );
        }
      }
    }
    if (at < said.length) put(said.slice(at), false);
    return nodes;
  }
}

const opened = new Map();
export const opening = (index, scripts) => {
  if (!opened.has(index)) {
    opened.set(
      index,
      Finder.open(index, scripts).catch((error) => opened.delete(index) && Promise.reject(error)),
    );
  }
  return opened.get(index);
};
