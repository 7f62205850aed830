// Planted secrets appear only in sent messages.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { inspect } from 'node:util';

import { connect, Logger } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';

import { startFake } from './support/fake.mjs';
import { offer } from './support/offer.mjs';

const SECRETS = ['planted-secret', 'planted-token', 'planted-user', 'planted-password', 'planted-query', 'planted-header', 'planted-pin'];

/** A transport connection over HTTP that is lost as its polls fail; returns their URLs. */
async function pollsThatFail(userInfo, secret, show, failed) {
  const polls = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (data) => (text += data)).on('end', () => {
      if (/^\/janus\/7/.test(request.url)) {
        polls.push(request.url);
        return request.socket.destroy();
      }
      const { janus, transaction } = text ? JSON.parse(text) : { janus: 'info' };
      if (janus === 'ping') return response.writeHead(502).end(text);
      response.end(JSON.stringify({ janus: janus === 'info' ? 'server_info' : 'success', transaction, data: { id: 7 } }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://${userInfo}127.0.0.1:${server.address().port}/janus?planted-query`;
  const connection = await connect({ address: { url, ...secret }, max_retries: 0 });
  await failed(connection.ping());
  const lost = once(connection, 'connection_error');
  show(connection, await connection.create());
  show(...(await lost));
  show(connection);
  server.close();
  return polls;
}

test('planted secrets', async () => {
  const shown = [];
  const show = (...values) => {
    for (const value of values) shown.push(typeof value === 'string' ? value : inspect(value, { depth: 20, showHidden: true, getters: true }));
    for (const value of values) if (value instanceof Error) shown.push(`${value}`, value.stack, JSON.stringify(value));
  };
  const failed = (promise) => promise.then(() => assert.fail('the request should have failed'), (error) => (show(error), error));
  Logger.setLevel('trace');
  Logger.setSink((level, args, fields) => show(...args, fields));

  const secret = { apisecret: 'planted-secret', token: 'planted-token' };
  const ws_options = { headers: { authorization: 'planted-header' } };
  const userInfo = 'planted-user:planted-password@';

  await failed(connect({ address: { url: `ws://${userInfo}127.0.0.1:1/?planted-query`, ...secret }, max_retries: 1, retry_time_secs: 0 }));
  await failed(connect({ address: { url: `ws://${userInfo}[/?planted-query`, ...secret } }));
  await failed(connect({ address: { url: `ws://${userInfo}host/#planted-query`, ...secret } }));
  await failed(connect({ address: { url: `http://${userInfo}127.0.0.1:1/?planted-query`, ...secret }, max_retries: 0 }));
  await failed(connect({ address: { url: `http://${userInfo}[/?planted-query`, ...secret } }));
  await failed(connect({ address: { url: `gopher://${userInfo}host/`, ...secret } }));
  await failed(connect({ address: { url: `${userInfo}host`, ...secret } }));
  await failed(connect({ address: { url: 'ws://host', ...secret }, max_retries: 'x' }));

  let refuse = false;
  const fake = await startFake(({ janus, transaction }) => {
    if (refuse) return { janus: 'error', error: { code: 403, reason: 'Unauthorized request' } };
    if (janus === 'message') return ['garbage', { janus: 'event', plugindata: { data: { error_code: 1, error: 'no' } }, transaction }];
    return undefined;
  });
  const url = `${fake.url.replace('ws://', `ws://${userInfo}`)}/?planted-query`;
  const connection = await connect({ address: { url, ...secret }, ws_options });
  assert.equal(fake.headers.authorization, 'planted-header');
  const session = await connection.create();
  const echo = await session.attach(EchoTest);
  await failed(echo.start({ audio: true, jsep: offer(), pin: 'planted-pin' }));
  await failed(connection.sendRequest({ janus: 'x', apisecret: 'planted-secret', circular: (() => { const c = {}; c.c = c; return c; })() }));
  refuse = true;
  await failed(connection.sendRequest({ janus: 'x', apisecret: 'planted-secret' }));
  await failed(session.attach(EchoTest));
  show(connection, session, echo, connection.stats());
  refuse = false;
  const pending = failed(connection.sendRequest({ janus: 'ping' }));
  fake.socket.terminate();
  await pending;
  show(connection, session, echo);
  const polls = await pollsThatFail(userInfo, secret, show, failed);
  Logger.setSink();
  Logger.setLevel('info');
  await fake.stop();
  assert.ok(polls.some((poll) => poll.includes('planted-secret') && poll.includes('planted-token')));

  const wire = JSON.stringify(fake.requests);
  assert.ok(wire.includes('planted-secret') && wire.includes('planted-token') && wire.includes('planted-pin'));
  const text = shown.join('\n');
  assert.ok(text.length > 5000, 'much was shown');
  for (const planted of SECRETS) assert.ok(!text.includes(planted), `${planted} in: ${text.slice(Math.max(0, text.indexOf(planted) - 300), text.indexOf(planted) + 50)}`);
  assert.ok(!text.includes('a=ice-pwd'), 'no SDP in logs');
});
