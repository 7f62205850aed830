// Session descriptions and candidates of a browser: their fields are getters of a class.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { connect } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';

import { startFake } from './support/fake.mjs';

class RTCSessionDescription {
  #init;
  constructor(init) {
    this.#init = init;
  }
  get type() {
    return this.#init.type;
  }
  get sdp() {
    return this.#init.sdp;
  }
  toJSON() {
    return { ...this.#init };
  }
}

class RTCIceCandidate extends RTCSessionDescription {
  get candidate() {
    return this.toJSON().candidate;
  }
}

let fake;
let connection;
let handle;
before(async () => {
  const data = { echotest: 'event', result: 'ok' };
  fake = await startFake(({ janus, handle_id }) => (janus === 'message' ? { janus: 'event', sender: handle_id, plugindata: { plugin: 'x', data } } : undefined));
  connection = await connect(fake.config);
  handle = await (await connection.create()).attach(EchoTest);
});
after(async () => {
  await connection.close();
  await fake.stop();
});

const offer = { type: 'offer', sdp: 'v=0\r\n' };

test('a session description', async () => {
  const description = new RTCSessionDescription(offer);
  await handle.start({ jsep: description });
  assert.deepEqual(fake.received('message').at(-1).jsep, offer);
  await handle.start({ jsep: description, e2ee: true });
  assert.deepEqual(fake.received('message').at(-1).jsep, { ...offer, e2ee: true });
  await handle.message({}, description);
  assert.deepEqual(fake.received('message').at(-1).jsep, offer);
  await handle.start({ audio: true, jsep: null });
  assert.equal(fake.received('message').at(-1).jsep, undefined, 'localDescription before there is one');
});

test('candidates', async () => {
  const init = { candidate: 'candidate:1 1 udp 1 127.0.0.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'x' };
  const candidate = new RTCIceCandidate(init);
  await handle.trickle(candidate);
  await handle.trickle([candidate, init]);
  const [one, several] = fake.received('trickle');
  assert.deepEqual([one.candidate, several.candidates], [init, [init, init]]);
  await handle.trickle(new RTCIceCandidate({ candidate: '', sdpMid: '0' }));
  assert.deepEqual(fake.received('trickle').at(-1).candidate, { completed: true });
});
