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
const saw = (what) => console.log(`  ✓ ${what}`);

const server = createServer(async ({ url }, response) => {
  const [from, path] = url.startsWith('/bifrons/') ? [bifrons, url.slice('/bifrons/'.length)] : [here, url === '/' ? 'index.html' : url.slice(1)];
  const body = await readFile(new URL(path, from)).catch(() => undefined);
  response.writeHead(body ? 200 : 404, { 'Content-Type': types[extname(path)] ?? 'text/plain' }).end(body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const browser = await launchChromium();
try {
  const [alice, bob] = [await enter('alice'), await enter('bob')];
  saw('two pages have a data channel each');
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
    ask: (method, params) => page.evaluate((asked) => window.chat.ask(...asked), [method, params]),
    async hears(event) {
      const found = await page.waitForFunction((wanted) => window.chat.take(wanted), event).catch(() => {
        throw new Error(`${name} hears nothing of ${event}`);
      });
      const { event: _, date, ...told } = await found.jsonValue();
      return told;
    },
  };
}

async function chat(alice, bob) {
  const room = 77;
  const owned = { room, secret: 'the room’s' };
  assert.deepEqual(await alice.ask('create', { ...owned, history: 5, pin: 'p', allowed: ['t'] }), { room, permanent: false });
  assert.deepEqual(await alice.ask('exists', { room }), { room, exists: true });
  assert.deepEqual(await alice.ask('edit', { ...owned, new_description: 'Another' }), { room, permanent: false });
  const { list: tokens } = await alice.ask('allow', { ...owned, action: 'add', list: ['u'] });
  assert.deepEqual(tokens.sort(), ['t', 'u']);
  assert.deepEqual(await alice.ask('allow', { ...owned, action: 'disable' }), { room });
  const { list } = await alice.ask('list');
  assert.equal(list.find((one) => one.room === room)?.description, 'Another');
  saw('a room is made, changed and listed over the data channel');

  assert.equal(await alice.ask('join', { room, username: 'alice', pin: 'wrong' }), 'plugin_refused 419');
  assert.deepEqual(await alice.ask('join', { room, username: 'alice', display: 'Alice', pin: 'p' }), { participants: [] });
  assert.deepEqual(await alice.hears('textroom_join'), { room, username: 'alice', display: 'Alice' });
  assert.deepEqual(await alice.ask('message', { room, text: 'anybody here?' }), {});
  assert.deepEqual(await alice.hears('textroom_message'), { room, from: 'alice', text: 'anybody here?' });
  const { participants } = await bob.ask('join', { room, username: 'bob', pin: 'p' });
  assert.deepEqual(participants, [{ username: 'alice', display: 'Alice' }]);
  assert.equal((await bob.hears('textroom_message')).text, 'anybody here?');
  assert.deepEqual(await alice.hears('textroom_join'), { room, username: 'bob' });
  saw('both are in the room, and the later one has read what was said before');

  assert.deepEqual(await bob.ask('message', { room, text: 'me', ack: false }), {});
  assert.deepEqual(await alice.hears('textroom_message'), { room, from: 'bob', text: 'me' });
  assert.deepEqual(await alice.ask('message', { room, text: 'psst', to: 'bob' }), { sent: { bob: true } });
  assert.equal((await bob.hears('textroom_message')).text, 'me', 'one’s own words come back');
  assert.deepEqual(await bob.hears('textroom_message'), { room, from: 'alice', text: 'psst', whisper: true });
  assert.deepEqual(await alice.ask('message', { room, text: 'both', tos: ['bob', 'carol'] }), { sent: { bob: true, carol: false } });
  assert.equal((await bob.hears('textroom_message')).text, 'both');
  const there = await bob.ask('listParticipants', { room });
  assert.deepEqual([there.room, there.participants.map(({ username }) => username).sort()], [room, ['alice', 'bob']]);
  saw('they talk, and whisper');

  assert.deepEqual(await alice.ask('announcement', { ...owned, text: 'closing' }), {});
  assert.deepEqual(await bob.hears('textroom_announcement'), { room, text: 'closing' });
  assert.deepEqual(await alice.ask('kick', { ...owned, username: 'bob' }), {});
  assert.deepEqual([await alice.hears('textroom_kicked'), await bob.hears('textroom_kicked')], Array(2).fill({ room, username: 'bob' }));
  assert.equal(await bob.ask('leave', { room }), 'plugin_refused 422');
  await bob.ask('join', { room, username: 'bob', pin: 'p', history: false });
  assert.deepEqual(await bob.ask('leave', { room }), {});
  assert.deepEqual(await alice.hears('textroom_leave'), { room, username: 'bob' });
  assert.deepEqual(await alice.ask('destroy', owned), { room, permanent: false });
  assert.deepEqual(await alice.hears('textroom_destroyed'), { room });
  saw('one is thrown out, comes back and leaves, and the room ends');
}
