// Search itself, loaded only when a reader searches: reads a query by the rules that the index was made with
// (src/dalil/site/folding.py), asks Pagefind word by word, ranks what it found, and shows it.

const all = async (list) => (await Promise.all(list)).flat();
// Asked for anew each time, since the index changes with the site under the same address.
const json = async (address) => (await fetch(address, { cache: 'no-cache' })).json();

// The same steps as `forms` in folding.py; a test holds the two against each other.
export const reader = ({ text, stop, word, joined }) => {
  const compiled = (pairs) => pairs.map(([pattern, put]) => [new RegExp(pattern, 'gu'), put]);
  const replace = (words, pairs) => pairs.reduce((said, [pattern, put]) => said.replace(pattern, put), words);
  const texts = compiled(text);
  const endings = compiled(word);
  const particle = joined && new RegExp(joined, 'u');
  const left = new Set(stop.split(' '));
  const words = (said) => {
    const folded = replace(said.normalize('NFKC').toLowerCase(), texts).normalize('NFD').replace(/\p{Mn}/gu, '');
    const kept = (folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((one) => !left.has(one));
    return kept.filter((one) => [...one].length > 1 || (one >= '0' && one <= '9'));
  };
  const forms = (said) =>
    words(said).map((one) => {
      const found = [replace(one, endings)];
      for (let count = 0; particle && count < 2 && particle.test(one); count += 1) {
        one = one.replace(particle, '');
        found.push(replace(one, endings));
      }
      return [...new Set(found)];
    });
  return { words, forms };
};

// How many letters must change, be put in, left out or changed about to make one word of another.
const distance = (one, other) => {
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

// Stands between the names of an entity (finding.py).
const NAMES = ' · ';

class Finder {
  static async open(index) {
    const [pagefind, settings] = await Promise.all([import(`${index}pagefind.js`), json(`${index}settings.json`)]);
    const engine = pagefind.createInstance({ basePath: index, noWorker: true });
    return new Finder(index, engine, settings);
  }

  constructor(index, engine, settings) {
    Object.assign(this, { index, engine, settings, reader: reader(settings.rules), asked: new Map() });
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
    if (!this.asked.has(term)) this.asked.set(term, this.engine.search(term).then((found) => found.results));
    return this.asked.get(term);
  }

  // Where a form stands: credit 1 as it is, ½ as the beginning of a word. Pagefind falls back on the longest word that
  // the form begins with; it then finds the same whatever is added to the form.
  async hits(form, whole) {
    const [exact, found] = await Promise.all([this.ask(`"${form}"`), whole ? [] : this.ask(form)]);
    const sure = new Set(exact.map((hit) => hit.id));
    const more = new Map([...exact, ...found].map((hit) => [hit.id, hit]));
    if (!sure.size && found.length) {
      const fallen = await this.ask(form + this.settings.edge);
      if (fallen.length === found.length && fallen.every((hit) => more.has(hit.id))) return [];
    }
    return [...more.values()].map((hit) => ({ hit, credit: sure.has(hit.id) ? 1 : 0.5 }));
  }

  async word([form, ...others]) {
    const spelt = Object.entries(this.settings.spellings).filter(([key]) => key.startsWith(form));
    const ways = [
      this.hits(form),
      ...others.map((other) => this.hits(other, true)),
      ...spelt.map(([, other]) => this.hits(other, true)),
    ];
    let found = await all(ways);
    // Last of all, an ending that the rules do not know.
    for (const cut of form.length > 4 ? [-1, -2] : []) {
      if (!found.length) found = (await this.hits(form.slice(0, cut), true)).map((one) => ({ ...one, credit: 0.4 }));
    }
    const best = new Map();
    for (const one of found) if (!(best.get(one.hit.id)?.credit >= one.credit)) best.set(one.hit.id, one);
    return best;
  }

  // Records one of whose names is a run of words of the query, with the length of the longest.
  async named(words) {
    const { edge } = this.settings;
    const runs = words.flatMap((_, from) => words.slice(from).map((__, to) => words.slice(from, from + to + 1)));
    const found = new Map();
    const ways = runs.flatMap((run) => (run.length > 1 ? [run.map(([form]) => form)] : run[0].map((form) => [form])));
    await Promise.all(
      ways.map(async (way) => {
        const hits = await this.ask(`"${[edge, ...way, edge].join(' ')}"`);
        for (const { id } of hits) found.set(id, Math.max(found.get(id) ?? 0, way.length));
      }),
    );
    return found;
  }

  // Every result, best first: whole names; then by words found; then names by kind, texts, sources; then Pagefind's score.
  async find(said) {
    const words = this.read(said).slice(0, 12);
    const [found, named] = await Promise.all([Promise.all(words.map((word) => this.word(word))), this.named(words)]);
    const results = new Map();
    const kinds = Object.keys(this.settings.kinds);
    const rank = (field) => kinds.indexOf(field ?? 'claim');
    for (const hits of found) {
      for (const [id, { hit, credit }] of hits) {
        const one = results.get(id) ?? { id, load: hit.data, credit: 0, words: 0, score: 0, rank: rank(), whole: 0 };
        results.set(id, one);
        one.credit += credit;
        one.score += hit.score;
        one.words += 1;
        const [field] = hit.matchedMetaFields ?? [];
        if (field) one.rank = rank(field);
        one.whole = named.get(id) ?? 0;
      }
    }
    const most = Math.max(0, ...[...results.values()].map((one) => one.words));
    const enough = most > 2 ? most - 1 : most;
    const kept = [...results.values()].filter((one) => one.words >= enough || (one.whole && one.rank < rank()));
    const first = (one) => one.whole === words.length && one.rank < rank();
    kept.sort(
      (a, b) =>
        first(b) - first(a) ||
        b.credit - a.credit ||
        b.whole - a.whole ||
        a.rank - b.rank ||
        b.score - a.score ||
        (a.id < b.id ? -1 : 1),
    );
    await this.putNearestFirst(kept, said, first);
    const missing = words.filter((_, at) => !found[at].size).map(([form]) => form);
    return { results: kept, words, missing, partly: kept.length > 0 && most < words.length };
  }

  // Of several records that may be called so, first the one with a name that is most like it, letter by letter.
  async putNearestFirst(results, said, first) {
    const alike = results.filter(first).slice(0, 8);
    if (alike.length < 2) return;
    const wanted = this.reader.words(said).join(' ');
    const loaded = await Promise.all(alike.map((one) => one.load()));
    const far = new Map(
      loaded.map(({ meta }, at) => {
        const names = [meta.title, ...(this.hasNames(meta.kind) ? meta.detail.split(NAMES) : [])];
        return [alike[at], Math.min(...names.map((name) => distance(this.reader.words(name).join(' '), wanted)))];
      }),
    );
    alike.sort((a, b) => far.get(a) - far.get(b));
    results.splice(0, alike.length, ...alike);
  }

  // Queries like this one, with words that names of the site have.
  async meant(said, missing) {
    const names = await json(`${this.index}names.json`);
    const known = names.flatMap((name) => this.reader.forms(name).map(([form]) => [name, form]));
    const found = [];
    for (const word of said.split(/\s+/)) {
      const form = this.reader.forms(word)[0]?.[0];
      if (!missing.includes(this.settings.spellings[form] ?? form)) continue;
      const most = form.length < 5 ? 1 : 2;
      const near = known.map(([name, other]) => [distance(form, other), name]).filter(([far]) => far <= most);
      near.sort(([a], [b]) => a - b);
      found.push(...near.slice(0, 3).map(([, name]) => said.replace(word, name)));
    }
    return [...new Set(found)];
  }

  // A text as nodes, with the words of the query marked.
  marked(said, words) {
    const nodes = [];
    let at = 0;
    for (const match of said.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0640]|['’,](?=[\p{L}\p{N}]))*/gu)) {
      const own = this.read(match[0]).flat();
      const fits = (form) => own.some((one) => one === form || (form.length > 2 && one.startsWith(form)));
      if (!words.some((word) => word.some(fits))) continue;
      const mark = document.createElement('mark');
      mark.textContent = match[0];
      nodes.push(said.slice(at, match.index), mark);
      at = match.index + match[0].length;
    }
    return [...nodes, said.slice(at)];
  }
}

const opened = new Map();
export const opening = (index) => {
  if (!opened.has(index)) opened.set(index, Finder.open(index).catch((error) => opened.delete(index) && Promise.reject(error)));
  return opened.get(index);
};

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter((one) => one !== undefined));
  return made;
};
const filled = (message, said, number) => message.replace('%s', () => said).replace('%d', number);
const absolute = (address) => new URL(address, document.baseURI).href;

// What a result says: kind and status, name or sentence, and a word more. Names and titles may be in any language.
const parts = (finder, { meta }, words) => {
  const { kinds, statuses } = finder.settings;
  const title = element(meta.kind === 'source' ? 'bdi' : 'span', 'result-title', ...finder.marked(meta.title, words));
  const labels = element('span', 'result-labels', element('span', 'result-kind', kinds[meta.kind]));
  if (meta.status) {
    const status = element('span', 'status', statuses[meta.status]);
    status.dataset.status = meta.status;
    labels.append(' ', status);
  }
  const told = (meta.detail ?? '').split(NAMES).map((name) => element('bdi', '', ...finder.marked(name, words)));
  // Of the other names of an entity, those that say why it was found.
  const names = finder.hasNames(meta.kind);
  const shown = told.filter((name) => !names || (name.querySelector('mark') && !title.querySelector('mark')));
  const detail = shown.flatMap((name, at) => (at ? [NAMES, name] : [name]));
  return { title, labels, detail };
};
const addressOf = (form, fragment) => new URL(fragment.raw_url, absolute(form.dataset.root)).href;

// The field's list of best results while one types: a combobox with a listbox of links.
export const attend = (form) => {
  const input = form.elements.q;
  const list = element('div', 'search-list');
  const count = element('p', 'search-count');
  Object.assign(list, { id: `${input.id}-list`, role: 'listbox', hidden: true });
  list.setAttribute('aria-label', form.dataset.results);
  count.role = 'status';
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': false, 'aria-controls': list.id, 'aria-autocomplete': 'list' })) {
    input.setAttribute(name, value);
  }
  form.append(list, count);
  let active = -1;
  let latest = 0;

  const close = () => {
    latest += 1;
    list.hidden = true;
    input.setAttribute('aria-expanded', false);
    choose(-1);
  };
  const choose = (next) => {
    list.children[active]?.setAttribute('aria-selected', false);
    active = next;
    const option = list.children[active];
    option?.setAttribute('aria-selected', true);
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const option = (address, number, ...content) => {
    const link = element('a', 'search-option', ...content);
    Object.assign(link, { href: address, role: 'option', tabIndex: -1, id: `${list.id}-${number}` });
    link.setAttribute('aria-selected', false);
    return link;
  };
  const offer = async () => {
    const said = input.value.trim();
    latest += 1;
    const mine = latest;
    if (said.length < 2) return close();
    const finder = await opening(absolute(form.dataset.index));
    const { results, words } = await finder.find(said);
    const best = await Promise.all(results.slice(0, 6).map((one) => one.load()));
    if (mine !== latest || document.activeElement !== input) return undefined;
    const options = best.map((fragment, number) => {
      const { title, labels, detail } = parts(finder, fragment, words);
      if (fragment.meta.kind === 'section') labels.append(NAMES, ...detail);
      const made = option(addressOf(form, fragment), number, title, labels);
      made.dataset.searchResult = fragment.meta.id;
      return made;
    });
    const page = new URL(form.action);
    page.searchParams.set('q', said);
    if (options.length) options.push(option(page.href, options.length, form.dataset.all));
    list.replaceChildren(...options);
    list.hidden = !options.length;
    input.setAttribute('aria-expanded', !list.hidden);
    count.textContent = filled(form.dataset.count, said, results.length);
    return choose(-1);
  };

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => offer().catch(close), 120);
  });
  input.addEventListener('keydown', (event) => {
    const last = list.children.length - 1;
    if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'Enter' && list.children[active]) list.children[active].click();
    else if (event.key === 'ArrowDown' && !list.hidden) choose(active < last ? active + 1 : -1);
    else if (event.key === 'ArrowUp' && !list.hidden) choose(active < 0 ? last : active - 1);
    else return;
    event.preventDefault();
  });
  form.addEventListener('focusout', (event) => !form.contains(event.relatedTarget) && close());
  if (input.value.trim()) offer().catch(close);
};

const PAGE = 10;

// The page of results.
export const show = async (form, place, said) => {
  const { dataset } = place;
  const status = place.querySelector('[role="status"]');
  const list = place.querySelector('ol');
  const lists = place.querySelector('nav');
  const say = (message, number) => {
    status.textContent = filled(message, said, number);
  };
  say(dataset.wait);
  try {
    const finder = await opening(absolute(form.dataset.index));
    const { results, words, missing, partly } = await finder.find(said);
    say(results.length ? dataset.count : dataset.none, results.length);
    if (partly) status.append(' ', dataset.partly);
    lists.hidden = results.length > 0;
    if (missing.length) {
      const meant = await finder.meant(said, missing);
      const links = meant.map((other) => {
        const link = element('a', '', other);
        link.href = `?q=${encodeURIComponent(other)}`;
        return link;
      });
      if (links.length) status.after(element('p', 'search-meant', dataset.meant, ...links.flatMap((link) => [' ', link])));
    }
    const more = place.querySelector('.search-more');
    const add = async () => {
      const shown = list.children.length;
      const loaded = await Promise.all(results.slice(shown, shown + PAGE).map((one) => one.load()));
      for (const fragment of loaded) {
        const { title, labels, detail } = parts(finder, fragment, words);
        const link = element('a', '', title);
        link.href = addressOf(form, fragment);
        const address = element('bdi', 'result-address', decodeURI(new URL(link.href).pathname + new URL(link.href).hash));
        address.dir = 'ltr';
        const item = element('li', 'result', labels, element('p', 'result-link', link), element('p', 'result-detail', ...detail), address);
        item.dataset.searchResult = fragment.meta.id;
        list.append(item);
      }
      more.hidden = list.children.length >= results.length;
      return list.children[shown];
    };
    await add();
    more.addEventListener('click', async () => (await add())?.querySelector('a').focus());
  } catch (error) {
    say(dataset.failed);
    lists.hidden = false;
    console.warn(error);
  }
  place.dataset.done = said;
};
