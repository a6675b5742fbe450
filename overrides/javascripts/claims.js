// The sign after a claim opens a small menu: its status in words, its own page here and in the other languages, its
// address and a citation to copy. Without JavaScript the sign leads to the claim's page, where all of that stands.
{
  const card = document.querySelector('floating-card');
  const parts = document.getElementById('claim-card');
  const root = document.getElementById('card-frame')?.dataset.root;
  const absolute = (way) => new URL(way, location.href).href;

  // The claim's own page has its citation, and the day on which it was last verified, in the page's language. The
  // browser reads it as a document of no window, in which nothing runs and for which nothing is loaded.
  const pageOf = (address) =>
    new Promise((found, failed) => {
      const asked = new XMLHttpRequest();
      asked.open('GET', address);
      asked.responseType = 'document';
      asked.onload = () => (asked.response ? found(asked.response) : failed(asked.status));
      asked.onerror = failed;
      asked.send();
    });

  const fill = (sign) => {
    const made = parts.content.cloneNode(true);
    const { status } = sign.closest('[data-claim]').dataset;
    for (const other of made.querySelectorAll(`.card-status > [data-status]:not([data-status="${status}"])`))
      other.remove();
    made.querySelector('.card-own').href = sign.href;
    const address = sign.href.slice(absolute(root).length);
    for (const link of made.querySelectorAll('[hreflang]')) link.href = absolute(link.getAttribute('href')) + address;
    made.querySelector('[data-copy="link"]').dataset.text = sign.href;
    const citation = made.querySelector('[data-copy="citation"]');
    const verified = made.querySelector('.card-verified');
    citation.disabled = true;
    pageOf(sign.href).then(
      (page) => {
        citation.dataset.text = page.querySelector('[data-copy="citation"]').dataset.text;
        citation.disabled = false;
        verified.textContent = page.querySelector('.judgement + .verified')?.textContent ?? '';
      },
      () => citation.closest('li').remove(),
    );
    const word = made.querySelector('.card-status');
    return { label: parts.getAttribute('aria-label'), gist: [word], parts: [...made.children] };
  };

  if (card && parts) {
    const keep = (sign) => sign.closest('[data-claim]');
    card.serve('a.seal', { fill, keep, role: 'dialog', focus: false, click: true });
  }

  const byHand = (said, text) => {
    const field = document.createElement('textarea');
    field.readOnly = true;
    field.value = text;
    field.setAttribute('aria-label', said.dataset.byHand);
    said.replaceChildren(said.dataset.byHand, field);
    field.focus();
    field.select();
  };

  document.addEventListener('click', async (event) => {
    const button = event.target instanceof Element ? event.target.closest('button.copy') : null;
    if (!button) return;
    const said = button.closest('[data-editorial]').querySelector('[role="status"]');
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(button.dataset.text);
      said.textContent = said.dataset.copied;
    } catch {
      byHand(said, button.dataset.text);
    }
  });
  for (const button of document.querySelectorAll('button.copy[hidden]')) button.hidden = false;
}
