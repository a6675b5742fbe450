// Sorts a matrix by any of its columns: by name, or by the order in which a column's words are defined. Without
// JavaScript the whole table stands in alphabetical order.
for (const table of document.querySelectorAll(/** @type {'table'} */ ('table[data-sortable]'))) {
  const [body] = table.tBodies;
  const heads = [...(table.tHead?.rows[0].cells ?? [])];
  const rows = [...body.rows];
  /** @type {(row: HTMLTableRowElement, column: number) => number} */
  const rank = (row, column) => (column ? Number(row.cells[column].dataset.rank) : rows.indexOf(row));
  /**
   * @param {number} column
   * @param {1 | -1} direction
   */
  const sort = (column, direction) => {
    const sorted = direction > 0 ? 'ascending' : 'descending';
    heads.forEach((head, index) => {
      head.setAttribute('aria-sort', index === column ? sorted : 'none');
    });
    /** @type {(a: HTMLTableRowElement, b: HTMLTableRowElement) => number} */
    const order = (a, b) => direction * (rank(a, column) - rank(b, column)) || rows.indexOf(a) - rows.indexOf(b);
    body.append(...[...rows].sort(order));
  };
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sort(column, head.getAttribute('aria-sort') === 'ascending' ? -1 : 1));
  });
  sort(0, 1);
}
