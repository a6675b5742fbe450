// The search field's list of best results while one types: a combobox with a listbox of links, and a word where there
// is nothing to list.
import { NAMES, opening } from './find.js';
import { absolute, addressOf, element, filled, pageFor, parts } from './shown.js';

const SHOWN = 6;

export const attend = (form) => {
  const input = form.elements.q;
  const list = element('div', 'search-options');
  const status = element('p', 'search-told');
  const way = element('a', 'search-way');
  const panel = element('div', 'search-list', status, list, way);
  Object.assign(list, { id: `${input.id}-list`, role: 'listbox', hidden: true });
  list.setAttribute('aria-label', form.dataset.results);
  status.role = 'status';
  way.hidden = true;
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': false,
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  })) {
    input.setAttribute(name, value);
  }
  form.append(panel);
  let active = -1;
  let latest = 0;

  const open = (isOpen) => {
    panel.toggleAttribute('data-open', isOpen);
    list.hidden = !isOpen || !list.childElementCount;
    input.setAttribute('aria-expanded', !list.hidden);
    choose(-1);
  };
  const close = () => {
    latest += 1;
    way.hidden = true;
    open(false);
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
  const tell = (count, { text, link, query } = {}) => {
    status.toggleAttribute('data-note', Boolean(text));
    status.textContent = text ?? count;
    way.hidden = !link;
    if (link) Object.assign(way, { href: pageFor(form, query), textContent: link });
  };
  const offer = async () => {
    const said = input.value.trim();
    latest += 1;
    const mine = latest;
    // One letter says little, but one sign of Chinese may be a word.
    if (said.length < 2 && !/\p{Lo}/u.test(said)) return close();
    const finder = await opening(absolute(form.dataset.index));
    await finder.engine();
    // Whoever typed on while the index came wants nothing of what was typed before.
    if (mine !== latest) return undefined;
    if (!finder.read(said).length) return close();
    const found = await finder.answer(said, SHOWN, true);
    const { results, words } = found;
    const best = await Promise.all(results.slice(0, SHOWN).map((one) => one.load()));
    if (mine !== latest || document.activeElement !== input) return undefined;
    const options = best.map((fragment, number) => {
      const { title, labels, detail } = parts(finder, results[number], fragment, words);
      if (fragment.meta.kind === 'section') labels.append(NAMES, ...detail);
      const made = option(addressOf(form, results[number], fragment), number, title, labels);
      made.dataset.searchResult = fragment.meta.id;
      return made;
    });
    if (options.length) options.push(option(pageFor(form, said), options.length, form.dataset.all));
    list.replaceChildren(...options);
    tell(filled(form.dataset.count, said, results.length), found.told);
    return open(true);
  };

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => offer().catch(close), 200);
  });
  input.addEventListener('keydown', (event) => {
    const last = list.children.length - 1;
    if (event.key === 'Escape' && panel.hasAttribute('data-open')) close();
    else if (event.key === 'Enter' && list.children[active]) list.children[active].click();
    else if (event.key === 'ArrowDown' && !list.hidden) choose(active < last ? active + 1 : -1);
    else if (event.key === 'ArrowUp' && !list.hidden) choose(active < 0 ? last : active - 1);
    else return;
    event.preventDefault();
  });
  form.addEventListener('focusout', (event) => !form.contains(event.relatedTarget) && close());
  if (input.value.trim()) offer().catch(close);
};
