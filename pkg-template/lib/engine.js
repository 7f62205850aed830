import init, { Core, initSync, isTraceWord, unreadableMember } from '../wasm/engine.js';

import { JanusError, unsupported } from './errors.js';
import { platform } from './platform.js';

/** @type {Promise<void> | undefined} */
let loading;

/** Loads the engine once; `connect` calls it. */
export function loadEngine() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  if (typeof WebAssembly === 'undefined') {
    throw unsupported('this runtime has no WebAssembly, which bifrons needs (React Native with Hermes and browsers in lockdown mode have none): connect from a server or from a web view');
  }
  const engine = await platform().loadEngine();
  try {
    // Not `instanceof`: Jest's globals are not those that Node's own modules use.
    const isReady = ArrayBuffer.isView(engine) || engine instanceof WebAssembly.Module;
    if (isReady) initSync({ module: engine });
    else await init({ module_or_path: engine });
  } catch (cause) {
    throw cause instanceof WebAssembly.CompileError ? notCompiled(cause) : cause;
  }
}

/** @param {Error} cause */
function notCompiled(cause) {
  const cures = "a page's Content-Security-Policy needs 'wasm-unsafe-eval' in script-src; for Cloudflare Workers bundle with the condition \"workerd\"";
  const message = `this runtime does not compile WebAssembly, which bifrons needs: ${cures} (${cause.message})`;
  return new JanusError({ code: 'unsupported', message, cause });
}

export { isTraceWord, unreadableMember };

/**
 * @param {object} settings
 * @param {object} hooks
 * @param {import('./transports/choose.js').Opener} open
 * @param {(error: unknown) => void} onTrap
 * @param {(isSent: boolean, text: string) => void} onWire
 * @param {(handle: number, message: any) => void} onEvent takes an event that need not wait in the engine
 * @returns {any} the engine's exports for one connection
 */
export function newCore(settings, hooks, open, onTrap, onWire, onEvent) {
  return new Core(settings, hooks, open, onTrap, onWire, onEvent);
}
