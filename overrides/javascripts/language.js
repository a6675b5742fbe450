// Anchors are the same in every language, so the language switch keeps the reader's place: the claim whose card is
// open, or the anchor of the address, or else the section that is in sight.
{
  const place = () => {
    const open = document.querySelector('[data-claim][data-open]')?.dataset.claim;
    if (open && document.getElementById(open)) return open;
    if (location.hash) return decodeURIComponent(location.hash.slice(1));
    if (window.scrollY < 100) return '';
    const begun = [...document.querySelectorAll('article h2[id]')].filter(
      (h) => h.getBoundingClientRect().top < innerHeight / 2,
    );
    return begun.at(-1)?.id ?? '';
  };
  for (const link of document.querySelectorAll('a[data-language-switch]')) {
    const keep = () => {
      link.hash = place();
    };
    // Before the click too, for those who open it in another tab.
    for (const event of ['pointerenter', 'focus', 'click', 'contextmenu']) link.addEventListener(event, keep);
  }
}
