// A translator's preview: on request, each text of the page tells its name, its state and what it is translated from.
const { label } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const button = Object.assign(document.createElement('button'), {
  type: 'button',
  className: 'dalil-texts',
  textContent: label,
});
const box = Object.assign(document.createElement('aside'), { className: 'dalil-text', hidden: true });
box.setAttribute('role', 'status');
const name = document.createElement('code');
const source = document.createElement('p');
box.append(name, source);
button.setAttribute('aria-pressed', 'false');
document.body.prepend(button);
document.body.append(box);

/** @param {Event} event */
const tell = (event) => {
  /** @type {HTMLElement | null} */
  const text = event.target instanceof Element ? event.target.closest('[data-text]') : null;
  if (!text || button.getAttribute('aria-pressed') === 'false') return;
  if (event.type === 'click') event.preventDefault();
  name.textContent = `${text.dataset.text} · ${text.dataset.state}`;
  source.textContent = text.dataset.sourceText ?? '';
  box.hidden = false;
};
button.addEventListener('click', () => {
  const on = button.getAttribute('aria-pressed') === 'false';
  button.setAttribute('aria-pressed', String(on));
  document.documentElement.classList.toggle('dalil-texts-on', on);
  for (const text of document.querySelectorAll('[data-text]')) text.setAttribute('tabindex', on ? '0' : '-1');
  box.hidden = true;
});
for (const kind of ['click', 'focusin', 'mouseover']) document.addEventListener(kind, tell);
