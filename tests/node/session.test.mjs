import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { connect, EVENT, Logger } from 'bifrons';
import { Handle } from 'bifrons/handle';

import { eventually, failure, nextEvent } from './support/expect.mjs';
import { startFake } from './support/fake.mjs';
import { startJanus } from './support/janus.mjs';

const ECHO = 'janus.plugin.echotest';

let janus;
let connection;
before(async () => {
  janus = await startJanus('--reclaim', '30', '--opaque-id-in-api');
  connection = await connect(janus.config);
});
after(async () => {
  await connection.close();
  await janus.stop();
});

test('JSON shows a few fields of a connection, a session and a handle', async () => {
  const session = await connection.create();
  const handle = await session.attach(ECHO);
  const shown = JSON.parse(JSON.stringify({ connection, session, handle }));
  assert.deepEqual(shown, {
    connection: { name: connection.name, url: connection.url, state: 'connected' },
    session: { id: session.id },
    handle: { id: handle.id, plugin: ECHO, session: session.id },
  });
  await session.destroy();
  assert.equal(session.toJSON().ended, 'destroyed');
});

test('a session has an id and a name', async () => {
  const session = await connection.create();
  assert.ok(Number.isSafeInteger(session.id));
  assert.equal(session.name, `[${session.id}]`);
  assert.equal(session.connection, connection);
  await session.destroy();
});

describe('attach', () => {
  test('with a descriptor, its own Handle or none, and by name', async () => {
    class Mine extends Handle {}
    const session = await connection.create();
    const mine = await session.attach({ id: ECHO, Handle: Mine });
    assert.ok(mine instanceof Mine);
    assert.deepEqual([mine.session, mine.name], [session, `[${mine.id}]`]);
    assert.equal((await session.attach({ id: ECHO })).constructor, Handle);
    assert.equal((await session.attach(ECHO)).constructor, Handle);
    const { handles } = await janus.admin({ janus: 'list_handles', session_id: session.id });
    assert.equal(handles.length, 3);
    await session.destroy();
  });

  test('opaque_id and loop_index', async () => {
    const session = await connection.create();
    const handle = await session.attach(ECHO, { opaque_id: 'mine', loop_index: 0 });
    const { info } = await janus.admin({ janus: 'handle_info', session_id: session.id, handle_id: handle.id });
    assert.equal(info.opaque_id, 'mine');
    await session.destroy();
  });

  test('a plugin that Janus does not have', async () => {
    const session = await connection.create();
    const error = await failure(session.attach('janus.plugin.none'), 'janus_refused', /^460 /);
    assert.deepEqual([error.janus, error.request, error.session], [460, 'attach', session.id]);
    await session.destroy();
  });

  const wrong = { nothing: undefined, null: null, 'an object without id': {}, 'an empty name': '', 'an id that is no text': { id: 5 } };
  for (const [name, plugin] of Object.entries(wrong)) {
    test(`an invalid plugin: ${name}`, async () => {
      const session = await connection.create();
      await failure(session.attach(plugin), 'invalid_argument', 'plugin identifier null or not valid');
      await session.destroy();
    });
  }

  test('a Handle that is no Handle', async () => {
    const session = await connection.create();
    for (const Wrong of [class {}, {}, () => {}, null]) {
      await failure(session.attach({ id: ECHO, Handle: Wrong }), 'invalid_argument', /must be a class that extends Handle/);
    }
    await session.destroy();
  });

  test('a Handle whose constructor fails affects nothing else, and Janus keeps no handle', async () => {
    class Broken extends Handle {
      constructor(session, id) {
        super(session, id);
        throw new RangeError('broken on purpose');
      }
    }
    const session = await connection.create();
    await assert.rejects(session.attach({ id: ECHO, Handle: Broken }), { name: 'RangeError', message: 'broken on purpose' });
    assert.equal((await connection.ping()).janus, 'pong');
    const { handles } = await janus.admin({ janus: 'list_handles', session_id: session.id });
    assert.deepEqual(handles, []);
    await session.destroy();
  });
});

describe('destroy', () => {
  test('ends the session and its handles', async () => {
    const session = await connection.create();
    const handle = await session.attach(ECHO);
    const emitted = [nextEvent(session, EVENT.SESSION_DESTROYED), nextEvent(handle, EVENT.HANDLE_DETACHED)];
    assert.equal(session.ended, undefined);
    assert.deepEqual(await Promise.all([session.destroy(), session.destroy()]), [undefined, undefined]);
    assert.deepEqual(await Promise.all(emitted), [
      { id: session.id, reason: 'destroyed' },
      { id: handle.id, reason: 'destroyed' },
    ]);
    await session.destroy();
    await handle.detach();
    assert.deepEqual([session.ended, handle.detached], ['destroyed', 'destroyed']);
    await failure(session.attach(ECHO), 'session_gone');
    await failure(session.sendRequest({ janus: 'keepalive' }), 'session_gone');
    await failure(handle.message({}), 'handle_detached');
  });

  test('a refusal rejects, and a later attempt succeeds', async () => {
    let refusals = 1;
    const fake = await startFake(({ janus: verb }) =>
      verb === 'destroy' && refusals-- > 0 ? { janus: 'error', error: { code: 490, reason: 'not now' } } : undefined);
    const own = await connect(fake.config);
    const session = await own.create();
    await failure(session.destroy(), 'janus_refused', '490 not now');
    await session.destroy();
    await own.close();
    await fake.stop();
  });
});

test('sendRequest sends a request of the session', async () => {
  const session = await connection.create();
  const response = await session.sendRequest({ janus: 'keepalive' });
  assert.deepEqual([response.janus, response.session_id], ['ack', session.id]);
  await failure(session.sendRequest({ janus: 'nonsense' }), 'janus_refused', /^453 /);
  await session.destroy();
});

test('sendRequest may name a handle', async () => {
  const session = await connection.create();
  const handle = await session.attach(ECHO);
  const response = await session.sendRequest({ janus: 'hangup', handle_id: handle.id });
  assert.equal(response.janus, 'success');
  await session.destroy();
});

describe('keepalive', () => {
  for (const interval of [0, -1, NaN, Infinity, '30']) {
    test(`an interval of ${typeof interval} ${interval} is refused`, async () => {
      await failure(connection.create(interval), 'invalid_argument', /a number of seconds above 0/);
    });
  }

  test('goes out at the interval of the application', async () => {
    const fake = await startFake();
    const own = await connect(fake.config);
    const session = await own.create(0.05);
    const [request] = await eventually('a keepalive', () => fake.received('keepalive'), ({ length }) => length > 0);
    assert.equal(request.session_id, session.id);
    await own.close();
    await fake.stop();
  });

  test('one without a response ends the session, and the connection goes on', async () => {
    const fake = await startFake(({ janus: verb }) => (verb === 'keepalive' ? null : undefined));
    const own = await connect({ ...fake.config, request_timeout_ms: 50 });
    const session = await own.create(0.05);
    const ended = nextEvent(session, EVENT.SESSION_DESTROYED);
    const pulse = setInterval(() => fake.send({ janus: 'keepalive' }), 20);
    assert.deepEqual(await ended, { id: session.id, reason: 'unresponsive' });
    clearInterval(pulse);
    assert.equal((await own.ping()).janus, 'pong');
    await own.close();
    await fake.stop();
  });

  test('an interval that is too long causes a warning', async () => {
    const lines = [];
    Logger.setSink((level, args) => lines.push(`${level} ${args.join(' ')}`));
    await connection.create(90).then((session) => session.destroy());
    Logger.setSink();
    assert.ok(lines.some((line) => /^warning .*kept alive every 90 s/.test(line)), lines.join('\n'));
  });
});

test('a session that expired in Janus', async () => {
  const fake = await startFake();
  const own = await connect(fake.config);
  const session = await own.create();
  const handle = await session.attach(ECHO);
  const emitted = [nextEvent(session, EVENT.SESSION_DESTROYED), nextEvent(handle, EVENT.HANDLE_DETACHED)];
  fake.send({ janus: 'timeout', session_id: session.id });
  assert.deepEqual((await Promise.all(emitted)).map(({ reason }) => reason), ['timed_out', 'timed_out']);
  await failure(session.attach(ECHO), 'session_gone');
  await own.close();
  await fake.stop();
});

test('a session that Janus no longer has', async () => {
  const session = await connection.create();
  const ended = nextEvent(session, EVENT.SESSION_DESTROYED);
  await janus.admin({ janus: 'destroy_session', session_id: session.id });
  await failure(session.attach(ECHO), 'janus_refused', /^458 /);
  assert.deepEqual(await ended, { id: session.id, reason: 'not_found' });
});

describe('a session of an earlier process', () => {
  test('is claimed and adopted', async () => {
    const earlier = await connect(janus.config);
    const left = await earlier.create();
    const handle = await left.attach(ECHO);

    const session = await connection.claim(left.id);
    assert.equal(session.id, left.id);
    const adopted = await session.adopt({ id: ECHO, Handle: class Mine extends Handle {} }, handle.id);
    assert.deepEqual([adopted.id, adopted.constructor.name], [handle.id, 'Mine']);
    await failure(session.adopt(ECHO, handle.id), 'invalid_argument', /in use here already/);
    const event = nextEvent(adopted, EVENT.HANDLE_DETACHED);
    await adopted.detach();
    assert.deepEqual(await event, { id: handle.id, reason: 'detached' });
    await session.destroy();
    await earlier.close();
  });

  test('its events are sent to the claiming connection', async () => {
    const earlier = await connect(janus.config);
    const left = await earlier.create();
    const { id } = await left.attach(ECHO);
    const session = await connection.claim(left.id);
    const handle = await session.adopt(ECHO, id);
    const response = await handle.message({ audio: true });
    assert.equal(response.plugindata.data.result, 'ok');
    await session.destroy();
    await earlier.close();
  });

  test('is the same object when this connection has it already', async () => {
    const session = await connection.create();
    const handle = await session.attach(ECHO);
    const ends = [];
    session.on(EVENT.SESSION_DESTROYED, () => ends.push('session'));
    handle.on(EVENT.HANDLE_DETACHED, () => ends.push('handle'));
    const [first, second] = await Promise.all([connection.claim(session.id), connection.claim(session.id)]);
    assert.equal(first, session);
    assert.equal(second, session);
    assert.equal(handle.session, first);
    await first.destroy();
    assert.deepEqual(ends, ['handle', 'session']);

    const earlier = await connect(janus.config);
    const left = await earlier.create();
    const [one, two] = await Promise.all([connection.claim(left.id), connection.claim(left.id)]);
    assert.equal(one, two);
    await one.destroy();
    await earlier.close();
  });

  test('is not there', async () => {
    await failure(connection.claim(123456), 'janus_refused', /^458 /);
    await failure(connection.claim(), 'invalid_argument', 'session_id parameter not specified');
    const session = await connection.create();
    await failure(session.adopt(ECHO, 5), 'janus_refused', /^459 /);
    await failure(session.adopt(ECHO), 'invalid_argument');
    await session.destroy();
  });
});
