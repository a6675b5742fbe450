// The clipboard, for every button that copies: the address and the citation of a claim, and each form of a page's or a
// source's citation, which can be saved as a file for a reference manager too. Without JavaScript the text is there to
// be selected. What happened is said to screen readers too.

/** @type {Record<string, string>} */
const TYPES = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/vnd.citationstyles.csl+json',
};
// Until then a browser has surely begun to save.
const SAVED = 10000;

/** @typedef {Record<string, string>} Words What a template has to say, in the attributes of an element. */

/**
 * Copies a text; where the browser lets no script do so, it is given by hand.
 * @param {string} text
 * @param {Element} said where it is told
 * @param {string} copied what is told then
 * @param {() => void} byHand
 */
const copy = async (text, said, copied, byHand) => {
  said.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = copied;
  } catch {
    byHand();
  }
};

/**
 * Shows a text in a field, selected.
 * @param {Element} said
 * @param {string} text
 * @param {string} label
 */
const show = (said, text, label) => {
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.value = text;
  field.setAttribute('aria-label', label);
  said.replaceChildren(label, field);
  field.focus();
  field.select();
};

/**
 * Selects a text where it stands; whether an old browser has copied it then.
 * @param {Element} text
 */
const select = (text) => {
  getSelection()?.selectAllChildren(text);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
};

/**
 * Saves a text as a file.
 * @param {string} name
 * @param {string} text
 */
const save = (name, text) => {
  const end = name.slice(name.lastIndexOf('.') + 1);
  const whole = `${text}\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([end === 'ris' ? whole.replaceAll('\n', '\r\n') : whole], { type: TYPES[end] }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVED);
};

/**
 * @param {string} label
 * @param {() => void} action
 */
const button = (label, action) => {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', action);
  return made;
};

document.addEventListener('click', ({ target }) => {
  /** @type {HTMLElement | null} */
  const pressed = target instanceof Element ? target.closest('button.copy') : null;
  /** @type {HTMLElement | null | undefined} */
  const said = pressed?.closest('[data-editorial]')?.querySelector('[role="status"]');
  if (!pressed || !said) return;
  const { text } = /** @type {Words} */ (pressed.dataset);
  const words = /** @type {Words} */ (said.dataset);
  copy(text, said, words.copied, () => show(said, text, words.byHand));
});
for (const hidden of document.querySelectorAll('button.copy[hidden]')) hidden.removeAttribute('hidden');

for (const box of document.querySelectorAll(/** @type {'details'} */ ('details.cite'))) {
  const words = /** @type {Words} */ (box.dataset);
  for (const text of box.querySelectorAll(/** @type {'p'} */ ('.cite-text'))) {
    const tools = document.createElement('p');
    const said = document.createElement('span');
    tools.className = 'cite-tools';
    said.setAttribute('role', 'status');
    const byHand = () => {
      said.textContent = select(text) ? words.copied : words.selected;
    };
    tools.append(button(words.copy, () => copy(text.textContent, said, words.copied, byHand)));
    const name = text.dataset.file;
    if (name) tools.append(button(words.save, () => save(name, text.textContent)));
    tools.append(said);
    text.after(tools);
  }
}
