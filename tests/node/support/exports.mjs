// The engine's exports. The package has short names for them, which the build keeps beside the module.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { exports } = JSON.parse(readFileSync(join(process.env.BIFRONS_ROOT, 'pkg/build/engine.names.json'), 'utf8'));
const names = new Map(exports);

/** Returns the package's name of an export. */
export function exportName(name) {
  if (!names.has(name)) throw new Error(`the engine has no export ${name}`);
  return names.get(name);
}
