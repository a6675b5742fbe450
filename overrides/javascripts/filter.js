// The bibliography's filter. Without JavaScript the whole list is shown and the form stays hidden.
for (const form of document.querySelectorAll(/** @type {'form'} */ ('form[data-filter]'))) {
  const list = document.getElementById(form.dataset.filter ?? '');
  const count = form.querySelector('output');
  const apply = () => {
    const chosen = [...form.querySelectorAll('select')].filter((choice) => choice.value);
    let shown = 0;
    for (const item of /** @type {Iterable<HTMLElement>} */ (list?.children ?? [])) {
      const fits = chosen.every((choice) => item.dataset[choice.name] === choice.value);
      item.hidden = !fits;
      shown += Number(fits);
    }
    if (count) count.textContent = `${count.dataset.message}`.replace('%d', String(shown));
  };
  form.hidden = false;
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
