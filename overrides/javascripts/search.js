// The search field. Nothing of the search is loaded until a reader goes to the field or opens the page of results.
const fields = [...document.querySelectorAll('form[data-find]')];
// The module of a name, beside the one that the form names.
const part = (form, name) => import(new URL(name, new URL(form.dataset.find, document.baseURI)));
for (const form of fields) {
  form.elements.q.addEventListener('focus', () => part(form, 'field.js').then(({ attend }) => attend(form)), {
    once: true,
  });
}

const place = document.querySelector('[data-search]');
const said = new URLSearchParams(location.search).get('q')?.trim();
if (place && said) {
  for (const form of fields) form.elements.q.value = said;
  for (const link of document.querySelectorAll('[data-language-switch]')) link.search = location.search;
  const form = place.querySelector('form');
  part(form, 'results.js').then(({ show }) => show(form, place, said));
}

// One key leads to the field from anywhere; on the page of results the arrows walk through them.
document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (['/', 's', 'f'].includes(key) && !target.closest('input, textarea, select, [contenteditable]')) {
    const input = (place ?? document).querySelector('form[data-find] input');
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  } else if (place?.contains(target) && ['ArrowDown', 'ArrowUp'].includes(key)) {
    const stops = [place.querySelector('input'), ...place.querySelectorAll('.result a')];
    const next = stops[stops.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
});
