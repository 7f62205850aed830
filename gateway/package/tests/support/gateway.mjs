// A gateway before a mock server or a real Janus, and tokens for it.
import { createServer } from 'node:http';
import { once } from 'node:events';

import { GrantToken } from 'bifrons/token';
import { MockJanus } from 'bifrons/testing';
import { createGateway } from 'bifrons-gateway';

export const SECRET = 'the secret that the application and the gateway share';

/** Everything in all rooms, and the echo test. */
export const everything = {
  room: { id: '*', create: true, destroy: true, join: true, subscribe: true, list: true, moderate: true, publish: ['audio', 'video', 'data'] },
  plugins: ['echotest'],
};

export const token = (subject = 'anna', grants = everything, more = {}) =>
  GrantToken.mint({ key: SECRET, issuer: 'app', subject, audience: 'gateway', valid_s: 3600, grants, ...more });

export const issuers = [{ name: 'app', audiences: ['gateway'], secret: SECRET }];

/** A log that notes what it gets at one level. */
export const noting = (level, texts) => ({ debug() {}, info() {}, warn() {}, error() {}, [level]: (text) => texts.push(text) });

/** Starts a gateway on a port of its own; all ends with the test. */
export async function startGateway(t, { mock, ...options } = {}) {
  const janus = options.janus ? undefined : await MockJanus.start(mock);
  const gateway = createGateway({ janus: { addresses: [janus?.url] }, issuers, logger: false, ...options });
  t.after(async () => {
    await gateway.close({ drain: 0 });
    await janus?.stop();
  });
  await gateway.connected();
  return { janus, gateway, ...(await serve(t, createServer(gateway.handler), (server) => gateway.attach(server))) };
}

/** Listens with a server. */
export async function serve(t, server, attach = () => {}) {
  attach(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections?.();
  });
  const { port } = server.address();
  return { server, url: `ws://127.0.0.1:${port}/`, http: `http://127.0.0.1:${port}` };
}
