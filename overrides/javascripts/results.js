// The page of results.
import { opening } from './find.js';
import { absolute, addressOf, element, filled, pageFor, parts } from './shown.js';

const PAGE = 10;

const linked = (text, address) => Object.assign(element('a', '', text), { href: address });

export const show = async (form, place, said) => {
  const { dataset } = place;
  const status = place.querySelector('[role="status"]');
  const list = place.querySelector('ol');
  const lists = place.querySelector('nav');
  const more = place.querySelector('.search-more');
  status.textContent = filled(dataset.wait, said);
  try {
    const finder = await opening(absolute(form.dataset.index));
    const found = await finder.answer(said);
    const { results, words, told = {}, meant } = found;
    const count = results.length ? filled(dataset.count, found.shown ?? said, results.length) : '';
    status.textContent = [told.text, count].filter(Boolean).join(' ');
    lists.hidden = results.length > 0;
    if (told.query) status.after(element('p', 'search-strict', linked(told.link, pageFor(form, told.query))));
    const links = meant?.queries.flatMap((query) => [' ', linked(query, pageFor(form, query))]);
    if (links?.length) status.after(element('p', 'search-meant', meant.text, ...links));
    const add = async () => {
      const from = list.children.length;
      const next = results.slice(from, from + PAGE);
      const loaded = await Promise.all(next.map((one) => one.load()));
      loaded.forEach((fragment, at) => {
        const { title, labels, detail } = parts(finder, next[at], fragment, words);
        const way = linked(title, addressOf(form, next[at], fragment));
        const address = element(
          'bdi',
          'result-address',
          decodeURI(new URL(way.href).pathname + new URL(way.href).hash),
        );
        address.dir = 'ltr';
        const item = element(
          'li',
          'result',
          labels,
          element('p', 'result-link', way),
          element('p', 'result-detail', ...detail),
          address,
        );
        item.dataset.searchResult = fragment.meta.id;
        list.append(item);
      });
      more.hidden = list.children.length >= results.length;
      return list.children[from];
    };
    await add();
    more.addEventListener('click', async () => (await add())?.querySelector('a').focus());
  } catch (error) {
    status.textContent = dataset.failed;
    lists.hidden = false;
    console.warn(error);
  }
  place.dataset.done = said;
};
