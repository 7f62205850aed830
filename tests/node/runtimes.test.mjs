// Attacks of a hostile server on the runtimes' own WebSockets, and the texts of their errors.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { deflateRawSync, gzipSync } from 'node:zlib';

import { WebSocketServer } from 'ws';

const program = fileURLToPath(new URL('./support/other_runtime.mjs', import.meta.url));
const runtimes = {
  bun: [],
  deno: ['run', '--allow-all'],
  node20: [],
};

async function run(runtime, url) {
  const path = join(process.env.BIFRONS_ROOT, '.cache/bin', runtime);
  const env = { ...process.env, DENO_NO_UPDATE_CHECK: '1' };
  const { stdout } = await promisify(execFile)(path, [...runtimes[runtime], program, url], { env, timeout: 30_000 });
  return JSON.parse(stdout);
}

const MOST_MB = 150;
const isSmall = (peak_mb) => assert.ok(peak_mb < MOST_MB, `${peak_mb} MB at most, of ${MOST_MB} MB`);

describe('a compressed frame of 300 KB that unpacks to 300 MiB', () => {
  let frame;
  before(() => {
    // The bytes after a flush mark its end, and are not sent.
    const packed = deflateRawSync(Buffer.alloc(300 << 20, ' '), { finishFlush: 2 }).subarray(0, -4);
    const head = Buffer.from([0xc1, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
    head.writeBigUInt64BE(BigInt(packed.length), 2);
    frame = Buffer.concat([head, packed]);
  });
  for (const runtime of Object.keys(runtimes)) {
    test(`is refused before it is unpacked: ${runtime}`, async (t) => {
      const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: true });
      t.after(() => server.close());
      await once(server, 'listening');
      let offered = '';
      server.on('connection', (socket, { headers }) => {
        offered = headers['sec-websocket-extensions'];
        socket.on('error', () => {});
        socket.on('message', () => socket._socket.write(frame));
      });
      const { code, message, peak_mb } = await run(runtime, `ws://127.0.0.1:${server.address().port}`);
      assert.equal(offered, undefined, 'no compression is offered');
      assert.equal(code, 'response_lost', message);
      isSmall(peak_mb);
    });
  }
});

describe('the header of a frame of 520 MiB, more than a text of Node can have', () => {
  // Deno waits for the whole frame, and the request for its timeout.
  for (const runtime of ['bun', 'node20']) {
    test(`is enough to refuse it: ${runtime}`, async (t) => {
      const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
      t.after(() => server.close());
      await once(server, 'listening');
      const head = Buffer.from([0x81, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
      head.writeBigUInt64BE(520n << 20n, 2);
      server.on('connection', (socket) => {
        socket.on('error', () => {});
        socket.on('message', () => socket._socket.write(head));
      });
      const { code, message, peak_mb } = await run(runtime, `ws://127.0.0.1:${server.address().port}`);
      assert.equal(code, 'response_lost', message);
      isSmall(peak_mb);
    });
  }
});

describe('a response over HTTP of 400 KB that unpacks to 400 MiB', () => {
  // Deno unpacks nothing that it did not request.
  const refusals = { deno: /is not Janus/ };
  let packed;
  before(() => (packed = gzipSync(Buffer.alloc(400 << 20, ' '))));
  for (const runtime of Object.keys(runtimes)) {
    test(`is read no further than the limit: ${runtime}`, async (t) => {
      const server = createServer((_, response) => {
        response.on('error', () => {});
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(packed);
      });
      server.listen(0, '127.0.0.1');
      t.after(() => server.close());
      await once(server, 'listening');
      const { code, message, peak_mb } = await run(runtime, `http://127.0.0.1:${server.address().port}/janus`);
      assert.equal(code, 'connect_failed', message);
      assert.match(message, refusals[runtime] ?? /more than 16777216 bytes/);
      isSmall(peak_mb);
    });
  }
});

for (const runtime of Object.keys(runtimes)) {
  test(`no error and no log has the URL's query: ${runtime}`, async () => {
    const { code, texts } = await run(runtime, 'ws://127.0.0.1:1/path?key=planted-query');
    assert.equal(code, 'connect_failed');
    assert.ok(texts.some((text) => text?.includes('ws://127.0.0.1:1/path')));
    assert.ok(!texts.join().includes('planted'), texts.join('\n'));
  });
}
