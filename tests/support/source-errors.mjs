// Compares the error codes of tests/inventory.json with those of a checkout of Janus's source:
//   node tests/support/source-errors.mjs FOLDER
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node tests/support/source-errors.mjs FOLDER, a checkout of janus-gateway');
const inventory = JSON.parse(readFileSync(new URL('../inventory.json', import.meta.url), 'utf8'));
let wrong = 0;
for (const [plugin, { errors = {} }] of Object.entries(inventory)) {
  let source;
  try {
    source = readFileSync(join(folder, `src/plugins/janus_${plugin}.c`), 'utf8');
  } catch {
    console.log(`${plugin}: not in this version`);
    continue;
  }
  for (const [, name, number] of source.matchAll(/#define\s+JANUS_\w+?_ERROR_(\w+)\s+(\d+)/g)) {
    if (errors[name] === Number(number)) continue;
    console.log(`${plugin}: ${name} is ${number} in the source, ${errors[name]} in the inventory`);
    wrong += 1;
  }
}
process.exitCode = wrong ? 1 : 0;
