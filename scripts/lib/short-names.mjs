// Gives the glue of a module, which wasm-bindgen wrote, the short names that wasm-opt gave imports and exports.
// node short-names.mjs NAMES.json GLUE.js
import { readFileSync, writeFileSync } from 'node:fs';

const [namesPath, gluePath] = process.argv.slice(2);
const { imports, exports } = JSON.parse(readFileSync(namesPath, 'utf8'));
let glue = readFileSync(gluePath, 'utf8');

/** Replaces what must be there once. */
function replace(pattern, to) {
  const found = glue.match(new RegExp(pattern, `${pattern.flags}g`)) ?? [];
  if (found.length !== 1) throw new Error(`${gluePath} has ${found.length} times ${pattern}`);
  glue = glue.replace(pattern, to);
}

/** The objects with the imports, by their modules. wasm-opt makes one module `a` of them. */
const objects = new Map([...glue.matchAll(/^ +"([^"]+)": (import\d+),$/gm)].map(([, module, object]) => [module, object]));
const [own] = objects.keys();
const foreign = [];
for (const [module, name, short] of imports) {
  if (module === own) replace(new RegExp(`^ +${name}: `, 'm'), () => `${JSON.stringify(short)}: `);
  else foreign.push(`${JSON.stringify(short)}: ${objects.get(module)}.${name}`);
}
replace(/return \{\n +__proto__: null,\n(?: +"[^"]+": import\d+,\n)+ +\};/, () => `return { a: { ...${[objects.get(own), ...foreign].join(', ')} } };`);

const shorts = new Map(exports);
glue = glue.replace(/\bwasm\.(\w+)/g, (_, name) => {
  if (!shorts.has(name)) throw new Error(`the module of ${gluePath} has no export ${name}`);
  return `wasm.${shorts.get(name)}`;
});
writeFileSync(gluePath, glue);
