import { getEventListeners, on, once } from 'node:events';

import { EVENT, Logger } from 'bifrons';
import type { Connection, Session } from 'bifrons';
import type { Handle } from 'bifrons/handle';

/** The functions of node:events with emitters. */
export async function events(connection: Connection, session: Session, handle: Handle): Promise<void> {
  const { signal } = new AbortController();
  const [event] = await once(handle, EVENT.HANDLE_EVENT, { signal });
  for await (const [candidate] of on(handle, EVENT.HANDLE_TRICKLE, { signal })) Logger.info(candidate, event);
  await Promise.all([once(connection, EVENT.CONNECTION_CLOSED), once(session, EVENT.SESSION_DESTROYED)]);
  handle.on(EVENT.HANDLE_HANGUP, ({ reason }) => Logger.info(reason), { signal });
  handle.on('newListener', (name, listener) => Logger.info(name, listener));
  const [raw] = handle.rawListeners(EVENT.HANDLE_WEBRTCUP);
  raw?.({});
  Logger.info(getEventListeners(handle, EVENT.HANDLE_HANGUP).length);
}
