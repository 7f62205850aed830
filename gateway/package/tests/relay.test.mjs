// Pages through the gateway, before the mock server.
import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { describe, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';

import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { offerOf } from 'bifrons/testing';
import VideoRoom from 'bifrons/plugins/videoroom';
import { createGateway } from 'bifrons-gateway';
import { WebSocket } from 'ws';

import { everything, issuers, startGateway, token } from './support/gateway.mjs';
import { Page, post } from './support/page.mjs';

describe('by WebSocket', () => {
  test('an echo test', async (t) => {
    const { gateway, url } = await startGateway(t);
    const page = await Page.open(url, { token: await token() });
    const place = await page.attach('janus.plugin.echotest');
    const answer = await page.message(place, { audio: true }, offerOf(['audio']));
    assert.equal(answer.plugindata.data.result, 'ok');
    assert.equal(answer.jsep.type, 'answer');
    assert.deepEqual(gateway.counts(), { sessions: 1, handles: 1 });
    await page.close();
  });

  test('a room by the client of this project', async (t) => {
    const { url } = await startGateway(t);
    const connection = await Bifrons.connect({ address: { url, token: await token('anna') } });
    t.after(() => connection.close());
    const session = await connection.create();
    const room = await session.attach(VideoRoom);
    const { room: id } = await room.create({ publishers: 3 });
    const joined = await room.joinPublisher({ room: id, display: 'Anna' });
    assert.equal(joined.room, id);
    await assert.rejects(session.attach(EchoTest).then((echo) => echo.request({ request: 'unknown' })));
  });

  test('what is not granted is refused with the grant that is missing', async (t) => {
    const { url } = await startGateway(t);
    const page = await Page.open(url, { token: await token('guest', { room: { id: 1234, join: true } }) });
    const place = await page.attach('janus.plugin.videoroom');
    const refused = await page.message(place, { request: 'create' });
    assert.equal(refused.error.code, 403);
    assert.match(refused.error.reason, /room\.create/);
  });

  test('a page without a token is closed', async (t) => {
    const { url } = await startGateway(t, { limits: { page: { token_within: 0.1 } } });
    const page = await Page.open(url);
    assert.equal((await page.ask({ janus: 'ping' })).janus, 'pong');
    assert.equal((await page.ask({ janus: 'create' })).error.code, 403);
    assert.deepEqual(await page.closed, { code: 1008, reason: 'no token was accepted in time' });
  });

  test('the subprotocol is needed, and may hold the token', async (t) => {
    const { url } = await startGateway(t);
    await assert.rejects(Page.open(url, { protocols: [] }), /400/);
    const page = await Page.open(url, { protocols: ['janus-protocol', `bifrons.token.${await token()}`] });
    assert.equal(page.socket.protocol, 'janus-protocol');
    assert.equal((await page.ask({ janus: 'create' })).janus, 'success');
    const other = await Page.open(url, { headers: { authorization: `Bearer ${await token()}` } });
    assert.equal((await other.ask({ janus: 'create' })).janus, 'success');
  });

  test('a message that is too long, or binary, closes the page', async (t) => {
    const { url } = await startGateway(t, { limits: { page: { message_bytes: 1000 } } });
    const long = await Page.open(url);
    long.socket.send('x'.repeat(1001));
    assert.equal((await long.closed).code, 1009);
    const binary = await Page.open(url);
    binary.socket.send(Buffer.from('{}'));
    assert.deepEqual(await binary.closed, { code: 1003, reason: 'a message is a text' });
  });

  test('a page that reads nothing is left, and no other page waits', async (t) => {
    const { gateway, url } = await startGateway(t, {
      limits: { page: { queue_bytes: 100_000 }, rates: { subject: { requests: 'none' }, address: { requests: 'none' } } },
    });
    const page = await Page.open(url, { token: await token() });
    await page.ask({ janus: 'create' });
    page.socket._socket.pause();
    let isLeft = false;
    const pages = () => Number(/^bifrons_gateway_pages (\d+)$/m.exec(gateway.metrics())[1]);
    const other = await Page.open(url, { token: await token('ben') });
    for (let round = 0; round < 400 && !isLeft; round += 1) {
      for (let count = 0; count < 200; count += 1) page.socket.send('{"janus":"ping","transaction":"' + 'x'.repeat(200) + '"}');
      assert.equal((await other.ask({ janus: 'ping' })).janus, 'pong');
      isLeft = pages() === 1;
    }
    assert.ok(isLeft);
  });

  test('a page that reads slowly misses events that may be dropped, and no others', async (t) => {
    const { janus, gateway, url } = await startGateway(t, { limits: { page: { queue_bytes: 10_000_000 } } });
    const page = await Page.open(url, { token: await token() });
    const place = await page.attach('janus.plugin.echotest');
    const spy = janus.spy();
    await page.message(place, { audio: true });
    const { session_id, handle_id: sender } = spy.messages[0];
    const send = (kind, more) => janus.inject('send_text', JSON.stringify({ janus: kind, session_id, sender, pad: 'x'.repeat(50_000), ...more }));
    const dropped = () => Number(/^bifrons_gateway_events_dropped_total (\d+)$/m.exec(gateway.metrics())?.[1] ?? 0);
    page.socket._socket.pause();
    for (let count = 0; count < 1000 && dropped() < 10; count += 1) {
      send('slowlink', { uplink: true, lost: 1 });
      await nextTurn();
    }
    assert.ok(dropped() >= 10);
    send('webrtcup');
    page.socket._socket.resume();
    while (!page.events.some((event) => event.janus === 'webrtcup')) await nextTurn();
    assert.equal(gateway.counts().sessions, 1);
  });

  test('pings find out who is gone', async (t) => {
    const { url } = await startGateway(t, { listen: { ping_interval: 0.1, pong_timeout: 1.5 } });
    const page = await Page.open(url, { autoPong: false });
    let pings = 0;
    page.socket.on('ping', () => { pings += 1; });
    assert.equal((await page.closed).code, 1006);
    assert.ok(pings > 0);
  });
});

describe('over HTTP', () => {
  test('a session with long polls', async (t) => {
    const { http } = await startGateway(t);
    const bearer = { authorization: `Bearer ${await token()}` };
    const { data: { id } } = await post(`${http}/janus`, { janus: 'create' }, bearer);
    const { data: { id: handle } } = await post(`${http}/janus/${id}`, { janus: 'attach', plugin: 'janus.plugin.echotest' }, bearer);
    assert.equal((await post(`${http}/janus/${id}/${handle}`, { janus: 'message', body: { audio: true }, jsep: offerOf(['audio']) }, bearer)).janus, 'ack');
    const events = await (await fetch(`${http}/janus/${id}?maxev=5`, { headers: bearer })).json();
    assert.equal(events[0].plugindata.data.result, 'ok');
    assert.equal((await fetch(`${http}/janus/${id}`)).status, 403);
    assert.equal((await fetch(`${http}/janus/1?token=${await token()}`)).status, 404);
    assert.equal((await fetch(`${http}/janus/${id}?token=a&token=b`)).status, 400);
    assert.equal((await post(`${http}/janus/${id}`, { janus: 'destroy' }, bearer)).janus, 'success');
  });

  test('info, health, CORS and errors', async (t) => {
    const { http } = await startGateway(t, { limits: { page: { message_bytes: 1000 } }, listen: { body_timeout: 0.2 } });
    assert.equal((await (await fetch(`${http}/janus/info`)).json()).janus, 'server_info');
    assert.equal(await (await fetch(`${http}/healthz`)).text(), 'ok\n');
    assert.deepEqual(await (await fetch(`${http}/readyz`)).json(), { ready: true });
    assert.equal((await fetch(`${http}/other`)).status, 404);
    assert.equal((await fetch(`${http}/`)).status, 426);
    assert.equal((await fetch(`${http}/janus/1/2/3`)).status, 404);
    assert.equal((await fetch(`${http}/janus`, { method: 'POST' })).status, 400);
    assert.equal((await fetch(`${http}/janus`, { method: 'POST', body: 'x'.repeat(1001) })).status, 413);
    assert.equal((await fetch(`${http}/janus`, { method: 'POST', body: new Uint8Array([0xff]) })).status, 400);
    assert.equal((await (await fetch(`${http}/janus`, { method: 'PUT', body: '{}' })).json()).error.code, 450);
    const preflight = await fetch(`${http}/janus`, { method: 'OPTIONS', headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' } });
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    assert.equal(preflight.headers.get('access-control-allow-methods'), 'POST');
    const slow = await new Promise((resolve, reject) => {
      const request = httpRequest(`${http}/janus`, { method: 'POST' }, (response) => { response.resume(); resolve(response.statusCode); });
      request.on('error', reject);
      request.write('{');
    });
    assert.equal(slow, 408);
  });

  test('a redirect leads from a handle to its session', async (t) => {
    const { http } = await startGateway(t);
    const { status, headers } = await fetch(`${http}/janus/12/34`, { redirect: 'manual' });
    assert.deepEqual([status, headers.get('location')], [302, '../12']);
  });
});

test('origins and host names', async (t) => {
  const { url, http } = await startGateway(t, { listen: { origins: ['https://app.example'], hosts: ['127.0.0.1'], allow_missing_origin: false } });
  await assert.rejects(Page.open(url), /403/);
  await assert.rejects(Page.open(url, { origin: 'https://other.example' }), /403/);
  await (await Page.open(url, { origin: 'https://app.example' })).close();
  await assert.rejects(Page.open(url, { origin: 'https://app.example', headers: { host: 'other.example' } }), /403/);
  const response = await fetch(`${http}/janus/info`, { headers: { origin: 'https://app.example' } });
  assert.equal(response.headers.get('access-control-allow-origin'), 'https://app.example');
});

test('connections are limited, for each address', async (t) => {
  const { url } = await startGateway(t, { listen: { max_connections: 3, max_connections_per_address: 2, trusted_proxies: ['127.0.0.1'.concat('/32')] } });
  const from = (address) => Page.open(url, { headers: { 'x-forwarded-for': address } });
  const pages = [await from('192.0.2.1'), await from('192.0.2.1')];
  await assert.rejects(from('192.0.2.1'), /503/);
  pages.push(await from('192.0.2.2'));
  await assert.rejects(from('192.0.2.3'), /503/);
  await pages[0].close();
  await (await from('192.0.2.3')).close();
});

test('requests that come too often get error 490', async (t) => {
  const { url } = await startGateway(t, { limits: { rates: { subject: { creates: { per_second: 0.1, burst: 2 } } } } });
  const page = await Page.open(url, { token: await token() });
  const responses = [];
  for (let count = 0; count < 3; count += 1) responses.push(await page.ask({ janus: 'create' }));
  assert.deepEqual(responses.map(({ error }) => error?.code), [undefined, undefined, 490]);
});

test('the gateway drains, and ends', async (t) => {
  const { gateway, url, http, janus } = await startGateway(t);
  const page = await Page.open(url, { token: await token() });
  const { data: { id } } = await page.ask({ janus: 'create' });
  gateway.drain();
  await assert.rejects(Page.open(url), /503/);
  assert.equal((await fetch(`${http}/readyz`)).status, 503);
  assert.equal((await page.ask({ janus: 'create' })).error.code, 490);
  assert.equal((await page.ask({ janus: 'keepalive', session_id: id })).janus, 'ack');
  const closed = gateway.close({ drain: 0.2 });
  assert.deepEqual(await page.closed, { code: 1001, reason: 'the gateway is shutting down' });
  await closed;
  assert.equal(gateway.isConnected, false);
  assert.ok(janus);
});

test('a Janus that is lost is connected again', async (t) => {
  const { gateway, url, janus } = await startGateway(t, { mock: { reclaim_session_timeout: 10 } });
  const page = await Page.open(url, { token: await token() });
  const place = await page.attach('janus.plugin.echotest');
  const lost = new Promise((resolve) => gateway.on('disconnected', resolve));
  janus.inject('disconnect');
  await lost;
  await gateway.connected();
  assert.equal((await page.message(place, { audio: true }, offerOf(['audio']))).plugindata.data.result, 'ok');
});

test('two gateways of a process do not know each other', async (t) => {
  const [one, other] = [await startGateway(t), await startGateway(t, { issuers: [{ ...issuers[0], name: 'other' }] })];
  const page = await Page.open(other.url, { token: await token() });
  assert.equal((await page.ask({ janus: 'create' })).error.code, 403);
  assert.deepEqual(one.gateway.counts(), { sessions: 0, handles: 0 });
  assert.equal(typeof createGateway, 'function');
  assert.ok(WebSocket && everything);
});
