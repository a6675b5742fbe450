// The citation card: hovering, focusing or tapping a mark shows its source, taken from the list of references. Without
// JavaScript the mark leads to that list. Escape closes the card; focus goes back to the mark.
const references = document.querySelector('ol.references');
if (references) {
  const card = document.createElement('div');
  card.className = 'cite-card';
  card.id = 'cite-card';
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', references.dataset.card);
  card.dataset.editorial = 'card';
  card.hidden = true;
  references.closest('article').append(card);
  let current = null;
  let timer = 0;

  const part = (reference, selector, className) => {
    const found = reference.querySelector(selector);
    if (!found) return null;
    const line = document.createElement('p');
    line.className = className;
    for (const node of found.childNodes) line.append(node.cloneNode(true));
    return line;
  };

  const fill = (mark, reference) => {
    const claim = mark.closest('[data-claim]');
    const status = document.createElement('p');
    status.className = 'cite-card-status';
    const word = document.createElement('span');
    word.className = `status status--${claim.dataset.status}`;
    word.textContent = claim.dataset.statusLabel;
    status.append(word);
    const more = document.createElement('a');
    more.href = mark.hash;
    more.textContent = references.dataset.cardMore;
    more.addEventListener('click', () => hide(false));
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = references.dataset.cardClose;
    close.addEventListener('click', () => hide(true));
    const foot = document.createElement('p');
    foot.className = 'cite-card-foot';
    foot.append(more, close);
    card.replaceChildren(
      ...[
        status,
        part(reference, '.source', 'cite-card-source'),
        part(reference, '.caveat', 'cite-card-caveat caveat'),
        part(reference, `[data-passage="${mark.dataset.passage}"]`, 'cite-card-passage'),
        part(reference, '.archive', 'cite-card-archive'),
        foot,
      ].filter(Boolean),
    );
    for (const element of card.querySelectorAll('[id]')) element.removeAttribute('id');
  };

  // Below the claim, or above it where there is no room, so that the sentence stays in sight.
  const place = (mark) => {
    const claim = mark.closest('[data-claim]').getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const width = Math.min(card.offsetWidth, room - 16);
    const centre = mark.getBoundingClientRect().left + mark.offsetWidth / 2;
    const left = Math.max(8, Math.min(centre - width / 2, room - width - 8));
    const below = claim.bottom + 6 + card.offsetHeight <= window.innerHeight || claim.top < card.offsetHeight + 70;
    const top = below ? claim.bottom + 6 : claim.top - card.offsetHeight - 6;
    const parent = card.offsetParent ? card.offsetParent.getBoundingClientRect() : { left: 0, top: 0 };
    card.style.setProperty('left', `${left - parent.left}px`);
    card.style.setProperty('top', `${top - parent.top}px`);
  };

  const show = (mark) => {
    clearTimeout(timer);
    if (current === mark) return;
    const reference = document.getElementById(mark.hash.slice(1));
    if (!reference) return;
    if (current) current.removeAttribute('aria-describedby');
    current = mark;
    fill(mark, reference);
    card.hidden = false;
    place(mark);
    mark.setAttribute('aria-describedby', card.id);
  };

  const hide = (back) => {
    clearTimeout(timer);
    if (!current) return;
    const mark = current;
    current = null;
    card.hidden = true;
    mark.removeAttribute('aria-describedby');
    if (back) {
      quiet = true;
      mark.focus();
      quiet = false;
    }
  };
  let quiet = false;
  const soon = (action, wait) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  };
  const markOf = (event) => (event.target instanceof Element ? event.target.closest('a.mark') : null);

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const mark = markOf(event);
    if (mark) soon(() => show(mark), 120);
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (current && !card.contains(document.activeElement) && document.activeElement !== current) soon(() => hide(false), 300);
  });
  document.addEventListener('focusin', (event) => {
    const mark = markOf(event);
    if (mark && !quiet) show(mark);
    else if (current && !quiet && !card.contains(event.target)) hide(false);
  });
  document.addEventListener('click', (event) => {
    const mark = markOf(event);
    if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(mark);
      if (event.detail === 0) card.querySelector('a, button').focus();
    } else if (current && !card.contains(event.target)) hide(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && current) hide(true);
  });
  window.addEventListener('resize', () => current && place(current));
}
