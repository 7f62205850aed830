import init, { Core, initSync, unreadableMember } from '../wasm/engine.js';

import { platform } from './platform.js';

/** @type {Promise<void> | undefined} */
let loading;

/** Loads the engine, once; users need not know. */
export function loadEngine() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const engine = await platform().loadEngine();
  if (engine instanceof Uint8Array) initSync({ module: engine });
  else await init({ module_or_path: engine });
}

export { unreadableMember };

/**
 * @param {object} settings
 * @param {object} hooks
 * @param {import('./transports/choose.js').Opener} open
 * @param {(error: unknown) => void} onTrap
 * @returns {any} the engine's exports for one connection
 */
export function newCore(settings, hooks, open, onTrap) {
  return new Core(settings, hooks, open, onTrap);
}
