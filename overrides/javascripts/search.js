// The search field. Nothing of the search is loaded until a reader goes to the field or opens the page of results.
/** @type {HTMLFormElement[]} */
const fields = [...document.querySelectorAll(/** @type {'form'} */ ('form[data-find]'))];
/** @param {HTMLFormElement} form */
const inputOf = (form) => /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
/**
 * The module of a name, beside the one that the form names.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
const part = (form, name) => import(new URL(name, new URL(form.dataset.find ?? '', document.baseURI)).href);
for (const form of fields) {
  const attend = () => part(form, 'field.js').then((field) => field.attend(form));
  inputOf(form).addEventListener('focus', attend, { once: true });
}

const place = document.querySelector('[data-search]');
const said = new URLSearchParams(location.search).get('q')?.trim();
if (place && said) {
  for (const form of fields) inputOf(form).value = said;
  for (const link of document.querySelectorAll(/** @type {'a'} */ ('a[data-language-switch]'))) {
    link.search = location.search;
  }
  const form = place.querySelector('form');
  if (form) part(form, 'results.js').then(({ show }) => show(form, place, said));
}

// One key leads to the field from anywhere; on the page of results the arrows walk through them.
document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  // A key may be pressed in what is no element of HTML: a picture's link, or the document itself.
  const element = target instanceof Element ? target : document.body;
  if (['/', 's', 'f'].includes(key) && !element.closest('input, textarea, select, [contenteditable]')) {
    const form = (place ?? document).querySelector(/** @type {'form'} */ ('form[data-find]'));
    if (!form) return;
    event.preventDefault();
    inputOf(form).focus();
    inputOf(form).select();
  } else if (place?.contains(element) && ['ArrowDown', 'ArrowUp'].includes(key)) {
    const links = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll('.result a'));
    /** @type {(Element | null)[]} */
    const stops = [place.querySelector('input'), ...links];
    const next = stops[stops.indexOf(element) + (key === 'ArrowDown' ? 1 : -1)];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  }
});
