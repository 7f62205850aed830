// Takes out of a module what a panic would write: in WebAssembly that goes nowhere, and the panic traps in any case.
// node without-panics.mjs MODULE
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../.cache/tools/package.json', import.meta.url));
const { default: binaryen } = await import(pathToFileURL(require.resolve('binaryen')));

/** The functions that a panic calls, by the compiler's names. */
const PANICS = new RegExp(`^(${[
  'core::panicking::', 'core::(option|result)::(expect|unwrap)_failed', 'core::cell::panic_', 'core::str::slice_error_fail',
  'core::slice::index::slice_index_fail', 'alloc::raw_vec::(handle_error|capacity_overflow)', 'alloc::alloc::handle_alloc_error',
  'std::panicking::', 'std::alloc::rust_oom', '__rustc::rust_(panic|begin_unwind)',
].join('|')})`);

const plain = (name) => name.replace(/\\([\da-f]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16))).replace(/\[[\da-f]{16}\]/g, '');

const [path] = process.argv.slice(2);
const module = binaryen.readBinary(readFileSync(path));
const functions = Array.from({ length: module.getNumFunctions() }, (_, index) => module.getFunctionByIndex(index));
const panics = functions.filter((reference) => {
  const { name, module: from } = binaryen.getFunctionInfo(reference);
  return from === '' && PANICS.test(plain(name));
});
// Another compiler may have other names.
if (panics.length < 15) throw new Error(`${path} has ${panics.length} functions of panics, 15 or more were expected`);
for (const reference of panics) binaryen.Function(reference).body = module.unreachable();
// With the names of functions, which the next tool needs or drops.
binaryen.setDebugInfo(true);
writeFileSync(path, module.emitBinary());
