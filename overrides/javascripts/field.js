// The search field's list of best results while one types: a combobox with a listbox of links, and a word where there
// is nothing to list.
import { opening } from './find.js';
import { NAMES } from './ranking.js';
import { absolute, addressOf, element, filled, pageFor, parts } from './shown.js';

const SHOWN = 6;
const PAUSE = 200;

/**
 * The list's parts below a field, with the field made a combobox of it.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
const panelOf = (form, input) => {
  const list = element('div', 'search-options');
  const status = element('p', 'search-told');
  const way = element('a', 'search-way');
  const panel = element('div', 'search-list', status, list, way);
  Object.assign(list, { id: `${input.id}-list`, role: 'listbox', hidden: true });
  list.setAttribute('aria-label', form.dataset.results ?? '');
  status.role = 'status';
  way.hidden = true;
  const combobox = {
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  form.append(panel);
  return { list, status, way, panel };
};

/**
 * The list and which of its options is active.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
const listOf = (form, input) => {
  const { list, status, way, panel } = panelOf(form, input);
  let active = -1;
  /** @param {number} next */
  const choose = (next) => {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = next;
    const option = list.children[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  /** @param {boolean} isOpen */
  const open = (isOpen) => {
    panel.toggleAttribute('data-open', isOpen);
    list.hidden = !isOpen || !list.childElementCount;
    input.setAttribute('aria-expanded', String(!list.hidden));
    choose(-1);
  };
  /**
   * @param {string} count
   * @param {import('./find.js').Answer['told']} told
   */
  const tell = (count, told) => {
    status.toggleAttribute('data-note', Boolean(told?.text));
    status.textContent = told?.text ?? count;
    way.hidden = !told?.link;
    if (told?.link) Object.assign(way, { href: pageFor(form, told.query), textContent: told.link });
  };
  const hide = () => {
    way.hidden = true;
    open(false);
  };
  /** @param {KeyboardEvent} event */
  const press = (event) => {
    const last = list.children.length - 1;
    const option = list.children[active];
    if (event.key === 'Enter' && option instanceof HTMLElement) option.click();
    else if (event.key === 'ArrowDown' && !list.hidden) choose(active < last ? active + 1 : -1);
    else if (event.key === 'ArrowUp' && !list.hidden) choose(active < 0 ? last : active - 1);
    else return;
    event.preventDefault();
  };
  return { list, tell, open, hide, press, isOpen: () => panel.hasAttribute('data-open') };
};

/**
 * @param {string} id
 * @param {string} address
 * @param {...(Node | string | undefined)} content
 */
const optionOf = (id, address, ...content) => {
  const link = element('a', 'search-option', ...content);
  Object.assign(link, { href: address, role: 'option', tabIndex: -1, id });
  link.setAttribute('aria-selected', 'false');
  return link;
};

/**
 * Offers the best results below the field of a form from now on.
 * @param {HTMLFormElement} form
 */
export const attend = (form) => {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
  const { list, tell, open, hide, press, isOpen } = listOf(form, input);
  let latest = 0;
  const close = () => {
    latest += 1;
    hide();
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
    if (mine !== latest) return;
    if (!finder.read(said).length) return close();
    const { results, words, told } = await finder.answer(said, SHOWN, true);
    const best = await Promise.all(results.slice(0, SHOWN).map((one) => one.load()));
    if (mine !== latest || document.activeElement !== input) return;
    const options = best.map((fragment, number) => {
      const { title, labels, detail } = parts(finder, results[number], fragment, words);
      if (fragment.meta.kind === 'section') labels.append(NAMES, ...detail);
      const made = optionOf(`${list.id}-${number}`, addressOf(form, results[number], fragment), title, labels);
      made.dataset.searchResult = fragment.meta.id;
      return made;
    });
    if (options.length) options.push(optionOf(`${list.id}-${options.length}`, pageFor(form, said), form.dataset.all));
    list.replaceChildren(...options);
    tell(filled(form.dataset.count, said, results.length), told);
    open(true);
  };

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => offer().catch(close), PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return press(event);
    close();
    event.preventDefault();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close();
  });
  if (input.value.trim()) offer().catch(close);
};
