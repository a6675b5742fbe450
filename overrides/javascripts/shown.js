// How a result of the search is shown, in the list below the field and on the page of results alike.
import { NAMES } from './find.js';

export const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter((one) => one !== undefined));
  return made;
};
export const filled = (message, said, number) => message.replace('%s', () => said).replace('%d', number);
export const absolute = (address) => new URL(address, document.baseURI).href;
export const addressOf = (form, { finder }, fragment) => {
  const root = new URL(finder.root ?? '', absolute(form.dataset.root));
  return new URL(fragment.raw_url, root).href;
};
// The page of results for a query; without one, it has the lists.
export const pageFor = (form, said) => {
  const page = new URL(form.action);
  if (said) page.searchParams.set('q', said);
  return page.href;
};

// What a result says: kind and status, name or sentence, and a word more. Names and titles may be in any language, and
// the whole of a result is in another where another language's index had it; `own` is the finder of the page.
export const parts = (own, { finder }, { meta }, words) => {
  const { kinds, statuses } = own.settings;
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
  if (finder.language) {
    const { code, dir, name } = finder.language;
    for (const one of [title, ...told]) Object.assign(one, { lang: code, dir });
    labels.append(NAMES, name);
  }
  return { title, labels, detail };
};
