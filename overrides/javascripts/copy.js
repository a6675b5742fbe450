// Buttons beside a citation: one copies it, one saves it as a file for a reference manager. Without JavaScript the text
// is there to be selected, with one click. What happened is said to screen readers too.
const types = {
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  json: 'application/vnd.citationstyles.csl+json',
};
for (const box of document.querySelectorAll('details.cite')) {
  const words = box.dataset;
  const button = (label, action) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', action);
    return made;
  };
  for (const text of box.querySelectorAll('.cite-text')) {
    const tools = document.createElement('p');
    const said = document.createElement('span');
    tools.className = 'cite-tools';
    said.setAttribute('role', 'status');
    const copy = async () => {
      said.textContent = '';
      try {
        await navigator.clipboard.writeText(text.textContent);
        said.textContent = words.copied;
      } catch {
        getSelection().selectAllChildren(text);
        let done = false;
        try {
          done = document.execCommand('copy');
        } catch {}
        said.textContent = done ? words.copied : words.selected;
      }
    };
    tools.append(button(words.copy, copy));
    const name = text.dataset.file;
    if (name) {
      tools.append(
        button(words.save, () => {
          const end = name.slice(name.lastIndexOf('.') + 1);
          const whole = text.textContent + '\n';
          const link = document.createElement('a');
          link.href = URL.createObjectURL(
            new Blob([end === 'ris' ? whole.replaceAll('\n', '\r\n') : whole], { type: types[end] }),
          );
          link.download = name;
          link.click();
          setTimeout(() => URL.revokeObjectURL(link.href), 10000);
        }),
      );
    }
    tools.append(said);
    text.after(tools);
  }
}
