// A Janus behind a proxy that causes outages.
import { setTimeout as pause } from 'node:timers/promises';

import { connect, EVENT } from 'bifrons';

import { apisecret, startJanus } from '../support/janus.mjs';
import { startProxy } from '../support/tcp_proxy.mjs';

/** How long Janus keeps a session without a transport connection, in seconds; it must outlast the longest fault. */
export const RECLAIM = '30';
/** Longer than any fault but the long suspension of Janus. */
export const REQUEST_TIMEOUT_MS = 10_000;
const DEADLINE_MS = 55_000;

/** Limits a wait; the error has what `instead` returns. */
export async function withinDeadline(what, promise, instead = () => '') {
  const timer = new AbortController();
  const late = pause(DEADLINE_MS, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${what}: not within ${DEADLINE_MS / 1000} s; ${instead()}`);
  });
  late.catch(() => {});
  return Promise.race([promise, late]).finally(() => timer.abort());
}

export async function openStage(...options) {
  const janus = await startJanus(...options);
  const proxy = await startProxy(janus.url);
  const connections = new Set();
  const stage = {
    proxy,
    /** A connection, and the duration of its outages. */
    async connect(rebuild) {
      const config = { address: { url: proxy.url, apisecret }, reconnect: { rebuild }, request_timeout_ms: REQUEST_TIMEOUT_MS };
      const connection = await connect(config);
      connections.add(connection);
      connection.once(EVENT.CONNECTION_CLOSED, () => connections.delete(connection));
      const away = { ms: 0 };
      connection.on(EVENT.CONNECTION_RESUMED, ({ outage_ms }) => (away.ms += outage_ms));
      return { connection, away };
    },
    signal: (which) => process.kill(janus.places.pid, which),
    restart: () => withinDeadline('Janus restarts', janus.restart()),
    sessions: async () => (await janus.admin({ janus: 'list_sessions' })).sessions,
    /** Waits until Janus has ended sessions that no client knows: the response to `create` may have been lost. */
    async untilEmpty() {
      const wait = async () => {
        while ((await stage.sessions()).length > 0) await pause(100);
      };
      await withinDeadline('Janus ends the lost sessions', wait());
    },
    async stop() {
      // A connection that is not closed would keep the process alive.
      await Promise.all([...connections].map((connection) => connection.close({ graceful: false })));
      proxy.stop();
      await janus.stop();
    },
  };
  return stage;
}
