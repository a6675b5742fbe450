// The bibliography's filter. Without JavaScript the whole list is shown and the form stays hidden.
for (const form of document.querySelectorAll('form[data-filter]')) {
  const items = document.getElementById(form.dataset.filter).children;
  const count = form.querySelector('output');
  const apply = () => {
    let shown = 0;
    for (const item of items) {
      const fits = ['type', 'language'].every((name) => !form[name].value || item.dataset[name] === form[name].value);
      item.hidden = !fits;
      shown += fits;
    }
    count.textContent = count.dataset.message.replace('%d', shown);
  };
  form.hidden = false;
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  apply();
}
