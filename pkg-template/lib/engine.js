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
  const { init, initSync } = platform().engine;
  const module = await platform().loadEngine();
  try {
    // Not `instanceof`: Jest's globals are not those that Node's own modules use.
    if (initSync && ArrayBuffer.isView(module)) initSync({ module: /** @type {BufferSource} */ (module) });
    else await init({ module_or_path: module });
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

/** @type {import('./platform.js').Engine['isTraceWord']} */
export const isTraceWord = (name, text) => platform().engine.isTraceWord(name, text);

/** @type {import('./platform.js').Engine['unreadableMember']} */
export const unreadableMember = (members) => platform().engine.unreadableMember(members);

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
  return new (platform().engine.Core)(settings, hooks, open, onTrap, onWire, onEvent);
}
