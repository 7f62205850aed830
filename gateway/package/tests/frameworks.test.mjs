// The gateway as a part of servers by Express, Fastify and Hono.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { serve as serveHono } from '@hono/node-server';
import { offerOf } from 'bifrons/testing';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { Registry } from 'prom-client';

import { serve, startGateway, token } from './support/gateway.mjs';
import { Page, post } from './support/page.mjs';

/** A session by long polls at this URL. */
async function overHttp(http) {
  const bearer = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
  const { data: { id } } = await post(`${http}/janus`, { janus: 'create' }, bearer);
  const { data: { id: handle } } = await post(`${http}/janus/${id}`, { janus: 'attach', plugin: 'janus.plugin.echotest' }, bearer);
  await post(`${http}/janus/${id}/${handle}`, { janus: 'message', body: { audio: true }, jsep: offerOf(['audio']) }, bearer);
  const event = await (await fetch(`${http}/janus/${id}`, { headers: bearer })).json();
  assert.equal(event.plugindata.data.result, 'ok');
  assert.equal((await post(`${http}/janus/${id}`, { janus: 'destroy' }, bearer)).janus, 'success');
  assert.equal(await (await fetch(`${http}/healthz`)).text(), 'ok\n');
}

async function overWebSocket(url) {
  const page = await Page.open(url, { token: await token() });
  const answer = await page.message(await page.attach('janus.plugin.echotest'), { audio: true }, offerOf(['audio']));
  assert.equal(answer.plugindata.data.result, 'ok');
  await page.close();
}

test('Express, also behind a parser of bodies and on a path of its own', async (t) => {
  const { gateway } = await startGateway(t);
  const app = express();
  app.use('/parsed', express.json(), gateway.express());
  app.use('/media', gateway.express());
  app.get('/own', (_, response) => response.send('own'));
  const { http, url } = await serve(t, createServer(app), (server) => gateway.attach(server, { path: '/media/ws' }));
  await overHttp(`${http}/media`);
  await overHttp(`${http}/parsed`);
  await overWebSocket(`${url}media/ws`);
  assert.equal(await (await fetch(`${http}/own`)).text(), 'own');
  assert.equal((await fetch(`${http}/media/other`)).status, 404);
  await assert.rejects(overWebSocket(url), /404/);
});

test('another WebSocket server of the application has its own paths', async (t) => {
  const { gateway } = await startGateway(t);
  const { url } = await serve(t, createServer(), (server) => {
    gateway.attach(server, { path: '/media' });
    server.on('upgrade', ({ url: path }, socket) => { if (path === '/own') socket.end('HTTP/1.1 418 Own\r\n\r\n'); });
  });
  await overWebSocket(`${url}media`);
  await assert.rejects(overWebSocket(`${url}own`), /418/);
});

test('Fastify, with and without a prefix', async (t) => {
  const { gateway } = await startGateway(t);
  for (const prefix of ['', '/media']) {
    const app = fastify();
    app.register(gateway.fastify, { prefix });
    app.post('/own', async ({ body }) => body);
    const http = await app.listen({ host: '127.0.0.1', port: 0 });
    t.after(() => app.close());
    await overHttp(`${http}${prefix}`);
    await overWebSocket(`${http.replace('http', 'ws')}${prefix}/janus-ws`);
    const own = await fetch(`${http}/own`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' });
    assert.deepEqual(await own.json(), { a: 1 });
    await app.close();
  }
});

test('Hono on Node, with WebSockets', async (t) => {
  const { gateway } = await startGateway(t, { limits: { rates: { address: { requests: { per_second: 1, burst: 40 } } } } });
  const app = new Hono();
  app.use(gateway.hono());
  app.get('/own', (context) => context.text('own'));
  const server = serveHono({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  gateway.attach(server);
  t.after(() => { server.close(); server.closeAllConnections(); });
  const http = `http://127.0.0.1:${server.address().port}`;
  await overHttp(http);
  await overWebSocket(http.replace('http', 'ws'));
  assert.equal(await (await fetch(`${http}/own`)).text(), 'own');
});

test('`fetch` responds to a Request, also below another path', async (t) => {
  const { gateway } = await startGateway(t);
  const info = await gateway.fetch(new Request('http://gateway/janus/info'), { address: '192.0.2.1' });
  assert.equal((await info.json()).janus, 'server_info');
  const moved = await gateway.fetch(new Request('http://gateway/media/janus/info'), { path: '/janus/info' });
  assert.equal(moved.status, 200);
  assert.equal((await gateway.fetch(new Request('http://gateway/own'))).status, 404);
  const aborting = new AbortController();
  const { data: { id } } = await (await gateway.fetch(new Request('http://gateway/janus', { method: 'POST', body: JSON.stringify({ janus: 'create', transaction: '1', token: await token() }) }))).json();
  const poll = gateway.fetch(new Request(`http://gateway/janus/${id}?token=${await token()}`, { signal: aborting.signal }));
  setTimeout(() => aborting.abort(), 50);
  assert.equal((await poll).status, 503);
});

test('a listener of its own, within its limits', async (t) => {
  const { gateway } = await startGateway(t, { listen: { address: '127.0.0.1:0', max_connections: 2 } });
  const server = await gateway.listen();
  const { port } = server.address();
  const pages = [await Page.open(`ws://127.0.0.1:${port}/`), await Page.open(`ws://127.0.0.1:${port}/janus-ws`)];
  await assert.rejects(Page.open(`ws://127.0.0.1:${port}/`));
  await pages[0].close();
  assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 200);
});

test('prom-client shows what the text shows', async (t) => {
  const { gateway, url } = await startGateway(t);
  await overWebSocket(url);
  const registry = new Registry();
  gateway.registerMetrics(registry);
  const lines = (text) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).sort();
  const text = gateway.metrics();
  assert.deepEqual(lines(await registry.metrics()), lines(text));
  assert.match(text, /^bifrons_gateway_requests_total\{verb="message",plugin="echotest",request="Start",decision="allowed"\} 1$/m);
  assert.match(text, /^bifrons_gateway_janus_response_seconds_bucket\{le="\+Inf"\} [1-9]/m);
  assert.match(text, /^bifrons_gateway_pages_opened_total 1$/m);
});
