// Anchors are the same in every language, so the language switch keeps the reader's place on the page.
for (const link of document.querySelectorAll('a.md-select__link[hreflang]')) {
  link.addEventListener('click', () => {
    link.hash = location.hash;
  });
}
