import { JanusError, reportUncaught } from './errors.js';
import { EVENT } from './events.js';

/** @typedef {import('./connection.js').Connection} Connection */
/** @typedef {import('./handle.js').Handle} Handle */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {(session: Session) => unknown} Prepare */

/**
 * Catches exceptions of a hook, which would stop the engine in the middle of its work.
 * @param {(a: any, b: any, c: any, d: any, e: any) => void} hook
 * @returns {(a?: any, b?: any, c?: any, d?: any, e?: any) => void}
 */
const guarded = (hook) => (a, b, c, d, e) => {
  try {
    hook(a, b, c, d, e);
  } catch (error) {
    reportUncaught(error);
  }
};

/**
 * Returns the functions that the engine of a connection calls with its output.
 * @param {Connection} connection
 * @param {Map<number, Session>} sessions by the engine's keys
 * @param {Map<number, Handle>} handles by the engine's keys
 * @param {Prepare} [prepare] prepares a rebuilt session before its handles are attached again
 */
export function engineHooks(connection, sessions, handles, prepare) {
  /** @type {import('./hooks.js').Hooks} */
  const hooks = {
    onReply: (request, message) => {
      const pending = connection._take(request);
      if (pending?.handle) pending.handle._examineReply(pending, message);
      else pending?.resolve(message);
    },
    onMade: (request, key, id, message) => {
      const pending = connection._take(request);
      try {
        pending?.resolve(pending.created?.(key, id, message));
      } catch (error) {
        // The constructor of a plugin's class failed: the handle is unused.
        pending?.reject(/** @type {Error} */ (error));
        connection._callIfOpen((core) => core.release(key));
      }
    },
    onFailure: (request, failure) =>
      connection._take(request)?.reject(new JanusError(failure)),
    onOffer: (requests, correlated, handle, message) =>
      handles.get(handle)?._examineOffer([...requests], correlated, message),
    onPluginEvent: (handle, message) =>
      handles.get(handle)?._onPluginEvent(message),
    onCoreEvent: (handle, kind, message) =>
      handles.get(handle)?._onCoreEvent(kind, message),
    onMissed: (handle, count) =>
      handles.get(handle)?.emit(EVENT.HANDLE_MISSED, { count }),
    onHandleEnded: (handle, reason, fault, clause) => {
      const ended = handles.get(handle);
      handles.delete(handle);
      ended?._end({ reason, fault, clause });
    },
    onReadable: (handle, ended) =>
      handles.get(handle)?._onReadable(ended),
    onHandleRebuilt: (handle, id) =>
      handles.get(handle)?._rebuilt(id),
    onRebuiltEvent: (handle, id) =>
      handles.get(handle)?.emit(EVENT.HANDLE_REBUILT, { id }),
    onSessionResumed: (key, id, rebuild) => {
      const session = sessions.get(key);
      session?._resumed(id);
      if (rebuild === undefined || prepare === undefined || session === undefined) return;
      prepareSession(session, prepare).then((prepared) =>
        connection._callIfOpen((core) => (prepared ? core.attachAgain : core.failRebuild).call(core, key, rebuild)),
      );
    },
    onTokenExpiring: (session, { expires_in_s }) =>
      connection.emit(EVENT.CONNECTION_TOKEN_EXPIRING, { session, expires_in_s }),
    onReconnecting: (failure) => {
      connection._onOutage('reconnecting');
      connection._log.write('warning', `reconnecting: ${failure.message}`, { error: failure.message });
      connection.emit(EVENT.CONNECTION_RECONNECTING, new JanusError(failure));
    },
    onResumed: (outage_ms, kept_ids, rebuilt_ids, ended_ids, address) => {
      connection._onAddress(address);
      connection._onOutage('connected');
      const [kept, ended] = [[...kept_ids], [...ended_ids]];
      const rebuilt = [];
      for (let at = 0; at < rebuilt_ids.length; at += 2) rebuilt.push({ before: rebuilt_ids[at], id: rebuilt_ids[at + 1] });
      const events_may_be_lost = kept.length + rebuilt.length + ended.length > 0;
      const counts = { outage_ms: Math.round(outage_ms), kept: kept.length, rebuilt: rebuilt.length, ended: ended.length };
      const sessions = `${counts.kept} sessions kept, ${counts.rebuilt} rebuilt, ${counts.ended} ended`;
      connection._log.writeWithServer('info', `back after ${counts.outage_ms} ms, ${sessions}`, counts);
      connection.emit(EVENT.CONNECTION_RESUMED, { outage_ms, events_may_be_lost, kept, rebuilt, ended });
    },
    onSessionEnded: (session, reason, fault, clause) => {
      const ended = sessions.get(session);
      sessions.delete(session);
      ended?._end({ reason, fault, clause });
    },
    onConnected: (address) => {
      connection._onAddress(address);
      connection._onConnected();
    },
    onDisconnected: (how, failure) => connection._onDisconnected(how, failure),
    onNotice: (isWarning, text, session, handle, transaction) =>
      connection._log.write(isWarning ? 'warning' : 'verbose', text, { session, handle, transaction }),
  };
  return Object.fromEntries(Object.entries(hooks).map(([name, hook]) => [name, guarded(hook)]));
}

/**
 * Lets the application prepare a rebuilt session, and returns whether it did.
 * @param {Session} session
 * @param {Prepare} prepare
 */
async function prepareSession(session, prepare) {
  const { id } = session;
  try {
    await prepare(session);
    return true;
  } catch (error) {
    const text = `session ${id} could not be prepared after its rebuild: ${error instanceof Error ? error.message : error}`;
    session.connection._log.write('error', text, { session: id, error: String(error) });
    return false;
  }
}
