// Light or dark by the reader's choice; without one, as the device is set. The head reads the choice before drawing.
const root = document.documentElement;
for (const button of document.querySelectorAll('[data-scheme-switch]')) {
  button.addEventListener('click', () => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const shown = root.dataset.scheme || (dark ? 'dark' : 'light');
    const wanted = shown === 'dark' ? 'light' : 'dark';
    root.dataset.scheme = wanted;
    try {
      localStorage.setItem('scheme', wanted);
    } catch {
      // A browser that keeps nothing still changes this page.
    }
  });
}
