import { JanusError } from './errors.js';
import { platform } from './platform.js';

/**
 * The WebSocket to use: the caller's own; in Node the package `ws`, which takes
 * options and half the CPU; else the runtime's.
 * @param {{ WebSocket?: Function, ws_options?: object, max_message_size?: number }} config
 * @returns {Promise<{ constructor: Function | undefined, options: object | undefined }>}
 */
export async function chooseSocket({ WebSocket, ws_options, max_message_size }) {
  if (WebSocket !== undefined) return { constructor: WebSocket, options: ws_options };
  const ws = await platform().loadWs();
  if (ws !== undefined) {
    return { constructor: ws, options: { perMessageDeflate: false, maxPayload: max_message_size, ...ws_options } };
  }
  if (ws_options !== undefined) {
    throw new JanusError({
      code: 'unsupported',
      message: 'ws_options need the package ws (npm install ws); the WebSocket of this runtime takes none',
    });
  }
  return { constructor: undefined, options: undefined };
}
