// Two pages chat over TextRoom's data channels, through a real Janus.
// node chat.mjs JANUS_URL SECRET
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { launchChromium } from './chromium.mjs';

const [janus, secret] = process.argv.slice(2);
const here = new URL('./chat/', import.meta.url);
const bifrons = new URL('../../examples/browser/node_modules/bifrons/', import.meta.url);
const types = { '.html': 'text/html', '.js': 'text/javascript' };
const passed = (text) => console.log(`  ✓ ${text}`);

const server = createServer(async ({ url }, response) => {
  const [from, path] = url.startsWith('/bifrons/') ? [bifrons, url.slice('/bifrons/'.length)] : [here, url === '/' ? 'index.html' : url.slice(1)];
  const body = await readFile(new URL(path, from)).catch(() => undefined);
  response.writeHead(body ? 200 : 404, { 'Content-Type': types[extname(path)] ?? 'text/plain' }).end(body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const browser = await launchChromium();
try {
  const [alice, bob] = [await enter('alice'), await enter('bob')];
  passed('two pages have a data channel each');
  await chat(alice, bob);
} catch (error) {
  console.log(`  ✗ ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}

async function enter(name) {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => {
    console.log(`  ✗ ${name}'s page: ${error.message}`);
    process.exitCode = 1;
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => window.chat);
  const late = new Promise((_, reject) => setTimeout(reject, 20_000, new Error(`${name}'s channel does not open`)).unref());
  await Promise.race([page.evaluate(([url, apisecret]) => window.chat.open(url, apisecret), [janus, secret]), late]);
  return {
    request: (method, params) => page.evaluate((parameters) => window.chat.request(...parameters), [method, params]),
    async waitFor(event) {
      const found = await page.waitForFunction((wanted) => window.chat.take(wanted), event).catch(() => {
        throw new Error(`${name} gets no ${event}`);
      });
      const { event: _, date, ...fields } = await found.jsonValue();
      return fields;
    },
  };
}

async function chat(alice, bob) {
  const room = 77;
  const owned = { room, secret: 'the room’s' };
  assert.deepEqual(await alice.request('create', { ...owned, history: 5, pin: 'p', allowed: ['t'] }), { room, permanent: false });
  assert.deepEqual(await alice.request('exists', { room }), { room, exists: true });
  assert.deepEqual(await alice.request('edit', { ...owned, new_description: 'Another' }), { room, permanent: false });
  const { list: tokens } = await alice.request('allow', { ...owned, action: 'add', list: ['u'] });
  assert.deepEqual(tokens.sort(), ['t', 'u']);
  assert.deepEqual(await alice.request('allow', { ...owned, action: 'disable' }), { room });
  const { list } = await alice.request('list');
  assert.equal(list.find((one) => one.room === room)?.description, 'Another');
  passed('a room is created, changed and listed over the data channel');

  assert.equal(await alice.request('join', { room, username: 'alice', pin: 'wrong' }), 'plugin_refused 419');
  assert.deepEqual(await alice.request('join', { room, username: 'alice', display: 'Alice', pin: 'p' }), { participants: [] });
  assert.deepEqual(await alice.waitFor('textroom_join'), { room, username: 'alice', display: 'Alice' });
  assert.deepEqual(await alice.request('message', { room, text: 'hello all' }), {});
  assert.deepEqual(await alice.waitFor('textroom_message'), { room, from: 'alice', text: 'hello all' });
  const { participants } = await bob.request('join', { room, username: 'bob', pin: 'p' });
  assert.deepEqual(participants, [{ username: 'alice', display: 'Alice' }]);
  assert.equal((await bob.waitFor('textroom_message')).text, 'hello all');
  assert.deepEqual(await alice.waitFor('textroom_join'), { room, username: 'bob' });
  passed('both participants are in the room, and the later one gets the earlier messages');

  assert.deepEqual(await bob.request('message', { room, text: 'me', ack: false }), {});
  assert.deepEqual(await alice.waitFor('textroom_message'), { room, from: 'bob', text: 'me' });
  assert.deepEqual(await alice.request('message', { room, text: 'psst', to: 'bob' }), { sent: { bob: true } });
  assert.equal((await bob.waitFor('textroom_message')).text, 'me', 'a sender gets its own message');
  assert.deepEqual(await bob.waitFor('textroom_message'), { room, from: 'alice', text: 'psst', whisper: true });
  assert.deepEqual(await alice.request('message', { room, text: 'both', tos: ['bob', 'carol'] }), { sent: { bob: true, carol: false } });
  assert.equal((await bob.waitFor('textroom_message')).text, 'both');
  const there = await bob.request('listParticipants', { room });
  assert.deepEqual([there.room, there.participants.map(({ username }) => username).sort()], [room, ['alice', 'bob']]);
  passed('they exchange messages, also private ones');

  assert.deepEqual(await alice.request('announcement', { ...owned, text: 'closing' }), {});
  assert.deepEqual(await bob.waitFor('textroom_announcement'), { room, text: 'closing' });
  assert.deepEqual(await alice.request('kick', { ...owned, username: 'bob' }), {});
  assert.deepEqual([await alice.waitFor('textroom_kicked'), await bob.waitFor('textroom_kicked')], Array(2).fill({ room, username: 'bob' }));
  assert.equal(await bob.request('leave', { room }), 'plugin_refused 422');
  await bob.request('join', { room, username: 'bob', pin: 'p', history: false });
  assert.deepEqual(await bob.request('leave', { room }), {});
  assert.deepEqual(await alice.waitFor('textroom_leave'), { room, username: 'bob' });
  assert.deepEqual(await alice.request('destroy', owned), { room, permanent: false });
  assert.deepEqual(await alice.waitFor('textroom_destroyed'), { room });
  passed('one participant is kicked, joins again and leaves, and the room is destroyed');
}
