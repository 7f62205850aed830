// The recipes with calls, recordings and messages, and the servers of the quickstarts with Express and axum.
import { fileURLToPath } from 'node:url';
import { startRegistrar } from '../support/registrar.mjs';

const AUDIBLE = { packets: 50, energy: 0.01 };

async function withRegistrar(use) {
  const registrar = await startRegistrar();
  try {
    await use(registrar.at);
  } finally {
    registrar.stop();
  }
}

async function openPhone(recipe, user) {
  const phone = await recipe.open(user);
  await phone.fill('User', user);
  await phone.click('Register');
  await phone.shows('Registered');
  return phone;
}

export const softphone = (stage, passed) => withRegistrar(async (at) => {
  const recipe = await stage.recipe('softphone', { SIP_REGISTRAR: at });
  const [anna, ben] = [await openPhone(recipe, 'anna'), await openPhone(recipe, 'ben')];
  await anna.fill('URI', `sip:ben@${at}`);
  await anna.click('Call');
  await ben.shows(`sip:anna@${at} calls`);
  // Janus reports a call before its SIP stack can accept it.
  await anna.shows('It rings');
  await ben.click('Answer');
  for (const page of [anna, ben]) await page.gets(AUDIBLE);
  passed('two pages call each other by SIP');
  await anna.click('Hold');
  await ben.getsNoMore('energy', 0.0001);
  await anna.click('Resume');
  await ben.gets(AUDIBLE);
  await anna.click('1 2 3');
  await anna.shows('1 2 3 was sent');
  await ben.click('Hang up');
  await anna.shows('the call has ended');
  passed('the call is held and resumed, and ended by the other side');
  for (const page of [anna, ben]) await page.close();
});

export const phoneBridge = (stage, passed) => withRegistrar(async (at) => {
  const [bridge, phones] = [await stage.recipe('phone-bridge', { SIP_REGISTRAR: at }), await stage.recipe('softphone', { SIP_REGISTRAR: at })];
  const [anna, ben, clara] = [await bridge.open('Anna'), await openPhone(phones, 'ben'), await openPhone(phones, 'clara')];
  await anna.click('Join');
  await anna.shows('With you: no one');
  await ben.fill('URI', `sip:room@${at}`);
  await ben.click('Call');
  await anna.shows(`With you: sip:ben@${at}`);
  for (const page of [anna, ben]) await page.gets(AUDIBLE);
  passed('a telephone calls the room, and each side hears the other');

  await anna.fill('Number', 'clara');
  await anna.click('Invite');
  await clara.shows(`sip:bridge@${at} calls`);
  await bridge.prints(/(clara)@.* rings/);
  await clara.click('Answer');
  await anna.shows(`With you: sip:ben@${at}, sip:clara@${at}`);
  for (const page of [anna, ben, clara]) await page.gets(AUDIBLE);
  passed('another telephone is called into the room');

  await ben.click('Hang up');
  await anna.shows(`With you: sip:clara@${at}`, { exact: true });
  await clara.gets(AUDIBLE);
  await clara.click('Hang up');
  await anna.shows('With you: no one');
  passed('telephones leave the room when they hang up');
  for (const page of [anna, ben, clara]) await page.close();
});

export async function recogniser(stage, passed) {
  const recipe = await stage.recipe('recogniser');
  const anna = await recipe.open('Anna');
  await anna.click('Join');
  const heard = async () => {
    await anna.click('What was heard?');
    return parseFloat(await anna.shows('s of sound'));
  };
  await anna.until('two seconds of sound', async () => {
    const seconds = await heard();
    return [seconds > 2 && seconds, seconds];
  });
  passed('the recogniser gets the samples of a tone');
  await anna.click('Mute');
  let last = { seconds: -1, at: 0 };
  await anna.until('silence', async () => {
    const seconds = await heard();
    if (seconds > last.seconds) last = { seconds, at: performance.now() };
    return [performance.now() - last.at > 1000, seconds];
  });
  passed('and silence while the page is muted');
  await anna.close();
}

export async function recording(stage, passed) {
  const recipe = await stage.recipe('recording');
  const [anna, ben] = [await recipe.open('Anna'), await recipe.open('Ben')];
  await anna.fill('Name', 'greeting');
  await anna.click('Record');
  await anna.shows('Recording');
  await anna.until('three seconds of sent media', async () => {
    const sent = await anna.page.evaluate(async () => {
      const [peer] = window.watchedPeers;
      return [...(await peer.getStats()).values()].filter(({ type }) => type === 'outbound-rtp').map(({ packetsSent, framesSent }) => framesSent ?? packetsSent);
    });
    return [sent.length === 2 && sent.every((count) => count > 45), sent];
  });
  await anna.click('Stop');
  await anna.shows('Recorded');
  await ben.click('List');
  await ben.click('Play greeting');
  await ben.gets({ packets: 50, frames: 10 });
  await ben.shows('the recording has ended');
  passed('a page records itself, and another one plays the recording to its end');
  for (const page of [anna, ben]) await page.close();
}

export async function chat(stage, passed) {
  const recipe = await stage.recipe('chat');
  const enter = async (name) => {
    const page = await recipe.open(name);
    await page.fill('Name', name);
    await page.click('Join');
    await page.shows('Here with you');
    return page;
  };
  const anna = await enter('Anna');
  const ben = await enter('Ben');
  await anna.shows('Ben is here');
  await anna.fill('Message', 'Hello');
  await anna.click('Send');
  for (const page of [anna, ben]) await page.shows('Anna: Hello');
  passed('messages arrive at both pages');
  const clara = await enter('Clara');
  await clara.shows('Anna: Hello');
  passed('a page that comes later gets the last messages');
  await ben.close();
  await anna.shows('Ben left');
  passed('a page that is closed leaves');
  for (const page of [anna, clara]) await page.close();
}

export const express = (stage, passed) => quickstart(stage, passed, 'express', ['node22', 'server.ts'], 1008);

const AXUM = `${process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url))}/debug/examples/axum_quickstart`;
export const axum = (stage, passed) => quickstart(stage, passed, 'axum', [AXUM], 'bad_message');

/** `refusal` is what a page gets for a message that is none of the application: an error, or the code by which its connection ends. */
async function quickstart(stage, passed, name, command, refusal) {
  const server = await stage.program(name, command);
  const [anna, ben] = [await server.open('Anna'), await server.open('Ben')];
  for (const page of [anna, ben]) await page.click('Start');
  for (const page of [anna, ben]) await page.gets({ packets: 50, frames: 20 });
  passed('two pages see themselves');
  const refused = (message) => anna.page.evaluate(async (message) => {
    const socket = new WebSocket(`ws://${location.host}/call`);
    socket.onopen = () => socket.send(message);
    return new Promise((resolve) => {
      socket.onclose = ({ code }) => resolve(code);
      socket.onmessage = ({ data }) => resolve(JSON.parse(data).error);
      setTimeout(resolve, 5_000, 'nothing');
    });
  }, message);
  for (const message of ['', 'nothing', 'null', '{"offer":{"type":"answer"}}', '{"candidate":{"candidate":1}}']) {
    const got = await refused(message);
    if (got !== refusal) throw new Error(`for the message ${message} the page gets ${got}`);
  }
  await ben.gets({ packets: 50, frames: 20 });
  passed('what is no message of the application is refused, and no other page suffers');
  await server.stop();
  await ben.shows('the server has closed the call');
  passed('the server ends its calls');
  for (const page of [anna, ben]) await page.close();
}
