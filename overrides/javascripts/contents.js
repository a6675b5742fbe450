// The table of contents follows the reader: the section that is being read is marked in it.
const contents = document.getElementById('page-toc');
if (contents) {
  /** @type {Map<Element, Element>} */
  const links = new Map();
  for (const link of contents.querySelectorAll(/** @type {'a'} */ ('a[href^="#"]'))) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  /** @type {Set<Element>} */
  const passed = new Set();
  // Asking the browser to tell, instead of measuring while it draws, keeps long pages quick.
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting || entry.boundingClientRect.top < 0) passed.add(entry.target);
        else passed.delete(entry.target);
      }
      let current = null;
      for (const heading of links.keys()) if (passed.has(heading)) current = heading;
      for (const [heading, link] of links) {
        if (heading === current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { rootMargin: '0px 0px -66% 0px' },
  );
  for (const heading of links.keys()) watcher.observe(heading);
  contents.addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (link && contents.matches(':popover-open')) contents.hidePopover();
  });
}
