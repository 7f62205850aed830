// Frames of a hostile server, and frames that are too large: each ends at most its transport connection or its request.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';

import { WebSocket } from 'ws';

import { connect, EVENT } from 'bifrons';

import { failure, nextEvent, within } from './support/expect.mjs';
import { pluginEvent, startFake } from './support/fake.mjs';
import { carrier } from './support/transports.mjs';

const MIB = 1 << 20;

/** A WebSocket as browsers have it: no options, no events of ws's. */
class BrowsersOwn {
  #socket;

  constructor(url, protocol) {
    this.#socket = new WebSocket(url, protocol);
    for (const name of ['open', 'message', 'close', 'error']) this.#socket.addEventListener(name, (event) => this[`on${name}`]?.(event));
  }

  get readyState() {
    return this.#socket.readyState;
  }

  send(text) {
    this.#socket.send(text);
  }

  close(code) {
    if (code !== undefined && code !== 1000 && code < 3000) throw new Error('InvalidAccessError');
    this.#socket.close();
  }
}

/** By name: what `connect` needs beside the address. */
const sockets = {
  'the package ws': {},
  'the class of ws': { WebSocket },
  "a browser's": { WebSocket: BrowsersOwn },
  'a transport of one\'s own': { transport: carrier },
};

describe('the header of a frame over the limit', () => {
  const header = (length) => Buffer.concat([Buffer.from([0x81, 0x7f]), Buffer.from(BigInt(length).toString(16).padStart(16, '0'), 'hex')]);

  /** A server that sends this frame's beginning after the upgrade, and reads the code of the close. */
  async function startHostile(t, bytes) {
    const hostile = { closedWith: undefined };
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (request) => {
        const key = /sec-websocket-key: (.*)\r\n/i.exec(request)[1];
        const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
        socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\nSec-WebSocket-Protocol: janus-protocol\r\n\r\n`);
        hostile.closedWith = new Promise((resolve) => socket.on('data', (data) => {
          // A masked frame with a code and no reason, behind the requests before it.
          const frame = data.subarray(-8);
          if (frame[0] === 0x88 && frame[1] === 0x82) resolve(Buffer.from([frame[6] ^ frame[2], frame[7] ^ frame[3]]).readUInt16BE());
        }));
        socket.write(bytes);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    hostile.url = `ws://127.0.0.1:${server.address().port}`;
    return hostile;
  }

  const cases = {
    'by default, 17 MiB': [17 * MIB, {}],
    'by default, 520 MiB': [520 * MIB, {}],
    'the class of ws in the configuration': [17 * MIB, { WebSocket }],
    'options for ws without a limit': [17 * MIB, { ws_options: { maxPayload: undefined } }],
    'options for ws with a larger limit': [17 * MIB, { ws_options: { maxPayload: 100 * MIB } }],
    'options for ws with a smaller limit': [2000, { ws_options: { maxPayload: 1000 } }],
    'a limit of one\'s own': [2001, { max_message_size: 2000 }],
  };
  for (const [name, [length, config]] of Object.entries(cases)) {
    test(name, async (t) => {
      const hostile = await startHostile(t, header(length));
      const connection = await connect({ address: { url: hostile.url }, max_retries: 0, ...config });
      const error = await nextEvent(connection, EVENT.CONNECTION_ERROR);
      assert.equal(error.code, 'protocol_violation', error.message);
      assert.match(error.message, /max_message_size/);
      assert.equal(await within(hostile.closedWith, 'a close frame'), 1009);
    });
  }
});

test('an exception while a message is read ends the transport connection', async () => {
  const fake = await startFake();
  let socket;
  const closes = [];
  class Watched extends WebSocket {
    constructor(...args) {
      super(...args);
      socket = this;
    }

    close(...code) {
      closes.push(...code);
      super.close(...code);
    }
  }
  const connection = await connect({ ...fake.config, WebSocket: Watched });
  const lost = nextEvent(connection, EVENT.CONNECTION_ERROR);
  // As Node does with more than half a gigabyte.
  socket.emit('message', { length: 1, toString: () => { throw Object.assign(new Error('too long'), { code: 'ERR_STRING_TOO_LONG' }); } }, false);
  assert.equal((await lost).code, 'protocol_violation');
  assert.deepEqual(closes, [1009]);
  await fake.stop();
});

describe('sizes are bytes', () => {
  const LIMIT = 2000;
  for (const [name, config] of Object.entries(sockets)) {
    test(`of received messages, over ${name}`, async () => {
      const fake = await startFake();
      const connection = await connect({ ...fake.config, ...config, max_message_size: LIMIT });
      const handle = await (await connection.create()).attach('janus.plugin.fake');
      const around = Buffer.byteLength(JSON.stringify(pluginEvent(handle, { text: '' })));
      const event = (size) => pluginEvent(handle, { text: '€'.repeat((size - around) / 3) + '.'.repeat((size - around) % 3) });
      const largest = event(LIMIT);
      assert.equal(Buffer.byteLength(JSON.stringify(largest)), LIMIT);
      const came = nextEvent(handle, EVENT.HANDLE_EVENT);
      fake.send(largest);
      assert.deepEqual((await came).data, largest.plugindata.data);
      const lost = nextEvent(connection, EVENT.CONNECTION_ERROR);
      const larger = event(LIMIT + 1);
      assert.ok(JSON.stringify(larger).length < LIMIT, 'fewer characters than the limit');
      fake.send(larger);
      const error = await lost;
      assert.equal(error.code, 'protocol_violation', error.message);
      await fake.stop();
    });

    test(`of sent messages, over ${name}`, async () => {
      const fake = await startFake();
      const connection = await connect({ ...fake.config, ...config, max_message_size: LIMIT });
      const handle = await (await connection.create()).attach('janus.plugin.fake');
      const error = await failure(handle.message({ text: '€'.repeat(LIMIT / 3) }), 'message_too_large', /the request has 2\d\d\d bytes, the limit is 2000/);
      assert.equal(error.sent, false);
      assert.equal((await handle.message({ text: '€'.repeat(LIMIT / 3 - 60) })).janus, 'success');
      await connection.close();
      await fake.stop();
    });
  }
});

describe('over HTTP', () => {
  /** A server that responds to `/info` itself, and to other requests with `respond`. */
  async function startServer(t, respond) {
    const server = createHttpServer((request, response) => {
      if (request.url.endsWith('/info')) response.end('{"janus":"server_info","session-timeout":60}');
      else respond(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => server.close());
    return { url: `http://127.0.0.1:${server.address().port}/janus` };
  }

  test('a response that does not end is read up to the limit', async (t) => {
    let sent = 0;
    const piece = Buffer.alloc(MIB, ' ');
    const closed = [];
    const address = await startServer(t, (_, response) => {
      closed.push(once(response, 'close'));
      const write = () => {
        while (sent < 400 * MIB && !response.destroyed && response.write(piece)) sent += MIB;
      };
      response.on('drain', write);
      write();
    });
    const connection = await connect({ address, max_retries: 0 });
    const error = await failure(connection.ping(), 'response_lost', /more than 16777216 bytes/);
    assert.equal(error.sent, true);
    await within(closed[0], 'the end of the response');
    assert.ok(sent < 32 * MIB, `${sent} bytes left the server`);
    await connection.close();
  });

  test('sizes are bytes', async (t) => {
    const address = await startServer(t, (request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => {
        const { transaction, extra } = JSON.parse(text);
        response.end(JSON.stringify({ janus: 'pong', transaction, extra: '€'.repeat(extra) }));
      });
    });
    const connection = await connect({ address, max_retries: 0, max_message_size: 2000 });
    const ping = (extra, filler = '') => connection.sendRequest({ janus: 'ping', extra, filler });
    assert.equal((await ping(640)).extra.length, 640);
    await failure(ping(690), 'response_lost', /more than 2000 bytes/);
    assert.equal((await ping(0, '€'.repeat(640))).janus, 'pong');
    await failure(ping(0, '€'.repeat(690)), 'message_too_large', /the limit is 2000/);
    await connection.close();
  });
});
