// The first link to an entity or term in each section explains itself when pointed at or focused: its name, its kind,
// and the claim that says what it is, with its status. The words come in one file, when the first is asked for.
{
  const card = document.querySelector('floating-card');
  const file = document.getElementById('source-card')?.dataset.hints;
  const OUTSIDE = '.references, .standings, .mentions, .index, .entity-list, .page-links, .card-name';
  let words = null;
  // From disk nothing can be fetched; there a script has brought them.
  const load = () =>
    (words ??= globalThis.hints ? Promise.resolve(globalThis.hints) : fetch(file).then((answer) => answer.json()));

  const line = (className, text) => {
    const made = document.createElement('p');
    made.className = className;
    made.textContent = text;
    return made;
  };

  const fill = async (link) => {
    const { entity, term } = link.dataset;
    const hint = (await load())[entity ? `entity:${entity}` : `term:${term}`];
    if (!hint) return null;
    const name = line('card-title', hint.name);
    name.append(' ', Object.assign(document.createElement('small'), { textContent: hint.kind }));
    const parts = [name, line('card-text', hint.text)];
    if (hint.status) {
      const standing = line('card-standing', hint.sources);
      const status = Object.assign(document.createElement('span'), { className: 'status', textContent: hint.label });
      status.dataset.status = hint.status;
      standing.prepend(status, ' ');
      parts.push(standing);
    }
    return { label: hint.name, gist: parts, parts };
  };

  if (card && file) {
    const seen = new Set();
    for (const node of document.querySelectorAll('article :is(h2, a[data-entity], a[data-term])')) {
      const key = `${node.dataset.entity} ${node.dataset.term}`;
      if (node.localName === 'h2') seen.clear();
      else if (!seen.has(key) && !node.closest(OUTSIDE)) {
        seen.add(key);
        node.classList.add('hint');
      }
    }
    card.serve('a.hint', { fill, keep: (link) => link, role: 'tooltip', focus: true, click: false });
    // A screen reader speaks at once, so the words must be there before the focus is.
    document.addEventListener('keydown', (event) => event.key === 'Tab' && load(), { once: true });
  }
}
