// A citation mark shows its source in the card, taken from the list of references. Without JavaScript the mark leads to
// that list, and the list back.
{
  const card = document.querySelector('floating-card');
  const parts = document.getElementById('source-card');

  const line = (className, nodes) => {
    const found = nodes.filter(Boolean);
    if (!found.length) return null;
    const made = document.createElement('p');
    made.className = className;
    made.append(...found.map((node) => node.cloneNode(true)));
    for (const named of made.querySelectorAll('[id]')) named.removeAttribute('id');
    return made;
  };

  const fill = (mark) => {
    const reference = document.getElementById(mark.hash.slice(1));
    if (!reference) return null;
    const part = (selector) => reference.querySelector(selector);
    const made = parts.content.cloneNode(true);
    const stance = mark.dataset.stance ?? 'supports';
    const { status } = mark.closest('[data-claim]').dataset;
    for (const other of made.querySelectorAll(`.card-stance > [data-stance]:not([data-stance="${stance}"])`))
      other.remove();
    for (const other of made.querySelectorAll(`.card-status > [data-status]:not([data-status="${status}"])`))
      other.remove();
    made
      .querySelector('.card-passage')
      .append(part(`[data-passage="${mark.dataset.passage ?? 0}"] > .passage`).cloneNode(true));
    made.querySelector('.card-list').href = mark.hash;
    const title = line('card-title', [part('cite')]);
    const by = line('card-by', [
      part('.author'),
      part('.publisher'),
      part('.date'),
      part('.source-type'),
      part('.source-language'),
    ]);
    // The publisher's own page is one step away, at the source's: fewer places to stop on the way through the card.
    for (const link of by.querySelectorAll('a')) link.replaceWith(link.textContent);
    // The archive copy of a page that is gone leads.
    const dead = part('.dead');
    const word = made.querySelector('.card-status .status');
    return {
      label: mark.getAttribute('aria-label'),
      gist: [title, made.querySelector('.card-stance'), word],
      parts: [
        title,
        line('card-notice', [...reference.querySelectorAll('.notice')]),
        dead && line('card-dead', [part('.archive'), dead]),
        by,
        line('card-caveat', [part('.caveat')]),
        made.querySelector('.card-stance'),
        line('card-read', [!dead && part('.archive'), part('.via'), part('.accessed')]),
        made.querySelector('.card-status'),
        made.querySelector('.card-foot'),
      ].filter(Boolean),
    };
  };

  if (card && parts) {
    const keep = (mark) => mark.closest('[data-claim]');
    card.serve('a.mark', { fill, keep, role: 'dialog', focus: true, click: true });
  }
}
