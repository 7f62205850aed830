// Each part of a URL means the same in JavaScript and in Rust, over every transport: the table that both run.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { connect, Logger } from 'bifrons';

import { failure, within } from './support/expect.mjs';

const table = JSON.parse(readFileSync(join(process.env.BIFRONS_ROOT, 'tests/urls.json'), 'utf8'));
const dgram = createRequire(import.meta.url)('unix-dgram');

const folder = mkdtempSync(join(tmpdir(), 'bifrons-urls-'));
before(() => Logger.setLevel('none'));
after(() => rmSync(folder, { recursive: true }));

/** A server that keeps the requests: HTTP works, an upgrade is refused. */
async function startRecorder(place) {
  const seen = { upgrade: undefined, info: undefined, post: undefined, poll: undefined, credentials: undefined };
  const note = (what, { url, headers }) => {
    seen[what] ??= url;
    if (headers.authorization) seen.credentials = Buffer.from(headers.authorization.replace(/^Basic /, ''), 'base64').toString();
  };
  const server = createServer((request, response) => {
    const info = /\/info(\?|$)/.test(request.url);
    note(request.method === 'POST' ? 'post' : info ? 'info' : 'poll', request);
    if (info) return void response.end('{"janus":"server_info","session-timeout":60}');
    if (request.method === 'GET') return void seen.onPoll?.();
    let text = '';
    request.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => {
      response.end(JSON.stringify({ janus: 'success', transaction: JSON.parse(text).transaction, data: { id: 1 } }));
    });
  });
  server.on('upgrade', (request, socket) => {
    note('upgrade', request);
    socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });
  await once(server.listen(place), 'listening');
  return { seen, host: `127.0.0.1:${server.address().port}`, stop: () => { server.close(); server.closeAllConnections(); } };
}

const startOn = (row) => (row.stream ? startRecorder(join(folder, row.stream)) : startRecorder({ host: '127.0.0.1', port: 0 }));

for (const row of table) {
  test(row.url, async (t) => {
    const recorder = await startOn(row);
    t.after(recorder.stop);
    const { seen } = recorder;
    const url = row.url.replace('{host}', recorder.host).replace('{folder}', folder);
    const connecting = connect({ address: { url }, max_retries: 0 });
    if (row.error) return void (await failure(connecting, row.error));
    if (row.datagram) {
      const socket = dgram.createSocket('unix_dgram', () => {});
      socket.bind(join(folder, row.datagram));
      t.after(() => {
        socket.close();
        rmSync(join(folder, row.datagram));
      });
      return void (await within(connecting, 'a connection').then((connection) => connection.close()));
    }
    if (row.upgrade) {
      await failure(connecting, 'connect_failed');
      assert.equal(seen.upgrade, row.upgrade);
    } else {
      const connection = await connecting;
      const polled = new Promise((resolve) => { seen.onPoll = resolve; });
      await connection.create();
      await within(polled, 'a poll');
      assert.deepEqual([seen.info, seen.post, seen.poll.slice(0, row.poll.length)], [row.info, row.post, row.poll]);
      await connection.close({ graceful: false });
    }
    assert.equal(seen.credentials, row.credentials);
  });
}

// URLs put together at random, as tests/native_transport_urls.rs does.
const { pieces, outcomes } = JSON.parse(readFileSync(join(process.env.BIFRONS_ROOT, 'tests/url_pieces.json'), 'utf8'));

function randomUrls(seed, count) {
  const pick = (from) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return from[(seed >>> 16) % from.length];
  };
  return Array.from({ length: count }, () => pieces.map(pick).join(''));
}

test('random URLs mean the same in both languages', async () => {
  const differ = [];
  let seen = '';
  for (const url of randomUrls(1, outcomes.length)) {
    const outcome = await within(connect({ address: { url }, max_retries: 0 }), url).then(() => assert.fail(url), (error) => error);
    assert.ok(['invalid_config', 'unsupported', 'connect_failed'].includes(outcome.code), `${url}: ${outcome.stack}`);
    if (outcome.code[0] !== outcomes[seen.length]) differ.push([url, outcome.code, outcome.message]);
    seen += outcome.code[0];
  }
  assert.deepEqual(differ, []);
});
