// janus.js in Chromium through the program, with real media and strict grants: node run.mjs
import assert from 'node:assert/strict';

import { openStage, token, until } from './stage.mjs';

const ECHO = token('anna', { plugins: ['echotest'] });
const ROOM = 4_711;
const HOST = token('host', { room: { id: ROOM, create: true, join: true, publish: ['audio', 'video'], subscribe: true } });
const GUEST = token('guest', { room: { id: ROOM, join: true, publish: ['audio'], subscribe: true } });

/** The statistics of a handle in the page, when media flow in both kinds, or in those that are wanted. */
const flow = (page, name, wanted = ['packets', 'frames']) =>
  until(`media of ${name}`, async () => {
    const found = await page.run((name) => window.app.statistics(window.app.handles[name]), name);
    return wanted.every((kind) => found[kind] > 20) && found;
  });

/** The error with which a function in the page fails. */
const failure = (page, action, argument) =>
  page.run(action, argument).then(
    () => assert.fail('it succeeded'),
    ({ message }) => message,
  );

async function echo(stage, passed) {
  for (const server of [stage.url, stage.http]) {
    const page = await stage.openPage();
    await page.run(async ({ server, token }) => {
      const { connect, attach, publish, handles } = window.app;
      handles.echo = await attach(await connect({ server, token }), 'janus.plugin.echotest');
      await publish(handles.echo, { audio: true, video: true }, ['audio', 'video']);
    }, { server, token: ECHO });
    const { packets, frames } = await flow(page, 'echo');
    passed(`EchoTest by ${new URL(server).protocol}//…: ${packets} audio packets and ${frames} frames came back`);
    await page.close();
  }
}

async function refusals(stage, passed) {
  const page = await stage.openPage();
  const { url: server } = stage;
  const connect = (argument) => window.app.connect(argument);
  assert.match(await failure(page, connect, { server }), /token/);
  assert.match(await failure(page, connect, { server, token: `${ECHO}x` }), /signature/);
  passed('without a token, or with a forged one, janus.js reports why');
  const attach = async ({ plugin, ...argument }) => void (await window.app.attach(await window.app.connect(argument), plugin));
  assert.match(await failure(page, attach, { server, token: ECHO, plugin: 'janus.plugin.videoroom' }), /grants nothing/);
  passed('a plugin that the token does not grant is refused');
  await page.close();
}

/** A page in the room as a publisher, without media yet. */
async function join(stage, token, display) {
  const page = await stage.openPage();
  await page.run(async ({ server, token, room, display }) => {
    const { connect, attach, send, handles } = window.app;
    handles.janus = await connect({ server, token });
    handles.room = await attach(handles.janus, 'janus.plugin.videoroom');
    await send(handles.room, { request: 'create', room, publishers: 3 }).catch((error) => (handles.refused = error.message));
    await send(handles.room, { request: 'join', ptype: 'publisher', room, display });
  }, { server: stage.url, token, room: ROOM, display });
  await until(`${display} in the room`, () => page.run(() => window.app.handles.room.got.messages.some(({ videoroom }) => videoroom === 'joined')));
  return page;
}

async function videoroom(stage, passed) {
  const host = await join(stage, HOST, 'Host');
  const guest = await join(stage, GUEST, 'Guest');
  assert.match(await guest.run(() => window.app.handles.refused), /room\.create/);
  passed('the host has made the room, and the guest could not');
  await host.run(() => window.app.publish(window.app.handles.room, { request: 'configure', audio: true, video: true }, ['audio', 'video']));
  const refused = await failure(guest, () => window.app.publish(window.app.handles.room, { request: 'configure', audio: true, video: true }, ['audio', 'video']));
  assert.match(refused, /room\.publish of video/);
  passed('the guest may not publish video, whatever it says in the request');
  await guest.run(async () => {
    const { room } = window.app.handles;
    room.hangup(false);
    await window.app.publish(room, { request: 'configure', audio: true, video: false }, ['audio']);
  });
  for (const [page, name, wanted] of [[guest, 'Host', ['packets', 'frames']], [host, 'Guest', ['packets']]]) {
    const feed = await until(`the feed of ${name}`, () =>
      page.run((name) => window.app.handles.room.got.messages.flatMap(({ publishers = [] }) => publishers).find(({ display }) => display === name)?.id, name));
    await page.run(async ({ room, feed }) => {
      const { attach, subscribe, handles } = window.app;
      handles.other = await attach(handles.janus, 'janus.plugin.videoroom');
      await subscribe(handles.other, { request: 'join', ptype: 'subscriber', room, streams: [{ feed }] });
    }, { room: ROOM, feed });
    await flow(page, 'other', wanted);
    passed(`${name} is received on the other side`);
  }
  await host.close();
  await guest.close();
}

async function relay(stage, passed) {
  const page = await stage.openPage();
  await page.run(async ({ server, token }) => {
    const { createSession, connect, attach, publish, handles } = window.app;
    const { data } = await createSession(server, token);
    const janus = await connect({ server, token, iceServers: data.ice_servers, iceTransportPolicy: 'relay' });
    handles.echo = await attach(janus, 'janus.plugin.echotest');
    await publish(handles.echo, { audio: true, video: true }, ['audio', 'video']);
  }, { server: stage.url, token: ECHO });
  const { candidate, frames } = await flow(page, 'echo');
  assert.equal(candidate, 'relay');
  passed(`by the TURN server alone, with the credentials of the gateway: ${frames} frames came back`);
  await page.close();
}

const CHECKS = { echo, refusals, videoroom, relay };
const wanted = process.argv.slice(2);
const stage = await openStage();
try {
  for (const [name, check] of Object.entries(CHECKS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(name);
    await check(stage, (text) => console.log(`  ✓ ${text}`));
  }
  console.log('\njanus.js works through the gateway.');
} catch (error) {
  console.log(`  ✗ ${error.stack ?? JSON.stringify(error)}`);
  process.exitCode = 1;
} finally {
  await stage.close();
}
