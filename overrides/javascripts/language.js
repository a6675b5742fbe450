// Anchors are the same in every language, so the language switch keeps the reader's place on the page.
for (const link of document.querySelectorAll('a[data-language-switch]')) {
  link.addEventListener('click', () => {
    link.hash = location.hash;
  });
}
