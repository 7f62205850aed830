import { JanusError, reportUncaught } from './errors.js';
import { EVENT } from './events.js';
import { Logger } from './logger.js';

/** @typedef {import('./connection.js').Connection} Connection */
/** @typedef {import('./errors.js').Failure} Failure */
/** @typedef {import('./handle.js').Handle} Handle */
/** @typedef {import('./session.js').Session} Session */

/**
 * Catches exceptions of a hook, which would stop the engine in the middle of its work.
 * @param {(a: any, b: any, c: any, d: any) => void} hook
 * @returns {(a: any, b: any, c: any, d: any) => void}
 */
const guarded = (hook) => (a, b, c, d) => {
  try {
    hook(a, b, c, d);
  } catch (error) {
    reportUncaught(error);
  }
};

/**
 * Returns the functions that the engine of a connection calls with its output.
 * @param {Connection} connection
 * @param {Map<number, Session>} sessions by the engine's keys
 * @param {Map<number, Handle>} handles by the engine's keys
 */
export function engineHooks(connection, sessions, handles) {
  const hooks = {
    onReply: (/** @type {number} */ request, /** @type {any} */ message) => {
      const pending = connection._take(request);
      if (pending?.handle) pending.handle._examineReply(pending, message);
      else pending?.resolve(message);
    },
    onMade: (/** @type {number} */ request, /** @type {number} */ key, /** @type {number} */ id) => {
      const pending = connection._take(request);
      try {
        pending?.resolve(pending.created?.(key, id));
      } catch (error) {
        // The constructor of a plugin's class failed: the handle is unused.
        pending?.reject(/** @type {Error} */ (error));
        connection._callIfOpen((core) => core.release(key));
      }
    },
    onFailure: (/** @type {number} */ request, /** @type {Failure} */ failure) =>
      connection._take(request)?.reject(new JanusError(failure)),
    onOffer: (/** @type {Float64Array} */ requests, /** @type {boolean} */ tied, /** @type {number} */ handle, /** @type {any} */ message) =>
      handles.get(handle)?._examineOffer([...requests], tied, message),
    onPluginEvent: (/** @type {number} */ handle, /** @type {any} */ message) =>
      handles.get(handle)?._onPluginEvent(message),
    onCoreEvent: (/** @type {number} */ handle, /** @type {string} */ kind, /** @type {any} */ message) =>
      handles.get(handle)?._onCoreEvent(kind, message),
    onMissed: (/** @type {number} */ handle, /** @type {number} */ count) =>
      handles.get(handle)?.emit(EVENT.HANDLE_MISSED, { count }),
    onHandleEnded: (/** @type {number} */ handle, /** @type {string} */ reason, /** @type {string} */ fault, /** @type {string} */ clause) => {
      const ended = handles.get(handle);
      handles.delete(handle);
      ended?._end(reason, { fault, clause });
    },
    onReadable: (/** @type {number} */ handle, /** @type {boolean} */ ended) =>
      handles.get(handle)?._onReadable(ended),
    onHandleRebuilt: (/** @type {number} */ handle, /** @type {number} */ id) =>
      handles.get(handle)?._rebuilt(id),
    onRebuiltEvent: (/** @type {number} */ handle, /** @type {number} */ id) =>
      handles.get(handle)?.emit(EVENT.HANDLE_REBUILT, { id }),
    onSessionResumed: (/** @type {number} */ session, /** @type {number} */ id) => sessions.get(session)?._resumed(id),
    onReconnecting: (/** @type {Failure} */ failure) => {
      Logger.warning(`${connection.name} reconnecting: ${failure.message}`);
      connection.emit(EVENT.CONNECTION_RECONNECTING, new JanusError(failure));
    },
    onResumed: (/** @type {number} */ outage_ms, /** @type {boolean} */ events_may_be_lost, /** @type {number} */ address) => {
      connection._onAddress(address);
      Logger.info(`${connection.name} back after ${outage_ms} ms`);
      connection.emit(EVENT.CONNECTION_RESUMED, { outage_ms, events_may_be_lost });
    },
    onSessionEnded: (/** @type {number} */ session, /** @type {string} */ reason, /** @type {string} */ fault, /** @type {string} */ clause) => {
      const ended = sessions.get(session);
      sessions.delete(session);
      ended?._end(reason, { fault, clause });
    },
    onConnected: (/** @type {number} */ address) => {
      connection._onAddress(address);
      connection._onConnected();
    },
    onDisconnected: (/** @type {string} */ how, /** @type {Failure} */ failure) => connection._onDisconnected(how, failure),
    onNotice: (/** @type {boolean} */ isWarning, /** @type {string} */ text) =>
      isWarning ? Logger.warning(connection.name, text) : Logger.verbose(connection.name, text),
  };
  return Object.fromEntries(Object.entries(hooks).map(([name, hook]) => [name, guarded(hook)]));
}
