// Anchors are the same in every language, so the language switch keeps the reader's place: the claim whose card is
// open, or the anchor of the address, or else the section that is in sight.
const TOP = 100;
const place = () => {
  /** @type {HTMLElement | null} */
  const open = document.querySelector('[data-claim][data-open]');
  if (open?.dataset.claim && document.getElementById(open.dataset.claim)) return open.dataset.claim;
  if (location.hash) return decodeURIComponent(location.hash.slice(1));
  if (window.scrollY < TOP) return '';
  const sections = [...document.querySelectorAll('article h2[id]')];
  const begun = sections.filter((section) => section.getBoundingClientRect().top < window.innerHeight / 2);
  return begun.at(-1)?.id ?? '';
};
for (const link of document.querySelectorAll(/** @type {'a'} */ ('a[data-language-switch]'))) {
  const keep = () => {
    link.hash = place();
  };
  // Before the click too, for those who open it in another tab.
  for (const event of ['pointerenter', 'focus', 'click', 'contextmenu']) link.addEventListener(event, keep);
}
