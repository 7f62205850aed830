// The recipes with a VideoRoom in which all see each other.
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';

const BOTH = { packets: 50, energy: 0.01, frames: 20 };

async function enter(recipe, name, key) {
  const page = await recipe.open(name);
  await page.fill('Name', name);
  if (key) await page.fill('Key', key);
  await page.click('Join');
  return page;
}

async function enterAll(recipe, passed) {
  const pages = [];
  for (const name of ['Anna', 'Ben', 'Clara']) pages.push(await enter(recipe, name));
  for (const page of pages) {
    await page.plays(2);
    await page.gets(BOTH);
  }
  passed('three pages see and hear each other');
  return pages;
}

/** The conference's page with a server in TypeScript. */
export async function typescript(stage, passed) {
  const server = await stage.program('typescript', ['node22', 'conference.ts']);
  const pages = await enterAll(server, passed);
  const names = await (await fetch(`${server.address}participants`)).json();
  if (names.sort().join() !== 'Anna,Ben,Clara') throw new Error(`the participants are ${names}`);
  passed('the server lists the participants');
  for (const page of pages) await page.close();
}

export async function conference(stage, passed) {
  const recipe = await stage.recipe('conference');
  const pages = await enterAll(recipe, passed);
  const [anna, ben, clara] = pages;
  await anna.click('Mute');
  await ben.click('Mute');
  await clara.getsNoMore('energy', 0.0001);
  await anna.click('Unmute');
  await clara.gets({ energy: 0.01 });
  await anna.click('Leave');
  await clara.plays(1);
  passed('pages mute and leave');
  const others = [`/bifrons/${fileURLToPath(new URL('../../examples/recipes/chat/page.js', import.meta.url))}`, '//', '/package.json', '/bifrons/../package.json', '/bifrons/%2e%2e/ws/index.js', '/common/file:///etc/passwd', '/common/serve.mjs', '/ask/toString'];
  for (const path of others) {
    const status = await statusOf(recipe.address, path);
    if (status !== 404) throw new Error(`the path ${path} has the status ${status}`);
  }
  passed('the server has no other files and requests');
  for (const page of pages) await page.close();
}

/** Requests a path as it is; `fetch` would normalise it. */
async function statusOf(address, path) {
  const { hostname: host, port } = new URL(address);
  const asks = path.startsWith('/ask');
  const [response] = await once(request({ host, port, path, method: asks ? 'POST' : 'GET' }).end(asks ? '{}' : undefined), 'response');
  response.resume();
  return response.statusCode;
}

export async function screen(stage, passed) {
  const recipe = await stage.recipe('screen');
  const [anna, ben] = [await enter(recipe, 'Anna'), await enter(recipe, 'Ben')];
  await ben.plays(1);
  await anna.click('Share');
  await ben.shows('Anna’s screen');
  await ben.plays(2);
  passed('a screen is seen beside the camera');
  await anna.click('Stop sharing');
  await ben.plays(1);
  await anna.click('Share');
  await ben.plays(2);
  passed('the sharing is ended, and begun again');
  for (const page of [anna, ben]) await page.close();
}

export async function moderation(stage, passed) {
  const recipe = await stage.recipe('moderation');
  const key = await recipe.prints(/key is (\w+)/);
  const moderator = await enter(recipe, 'Anna', key);
  const [ben, clara] = [await enter(recipe, 'Ben'), await enter(recipe, 'Clara')];
  for (const page of [moderator, ben, clara]) await page.plays(2);
  await clara.gets(BOTH);
  await moderator.click('Mute Ben');
  await ben.shows('A moderator has muted you');
  await moderator.click('Mute Clara');
  await moderator.getsNoMore('energy', 0.0001);
  await moderator.click('Unmute Ben');
  await moderator.gets({ energy: 0.01 });
  passed('a moderator mutes participants, and unmutes one');
  await moderator.click('Remove Ben');
  await ben.shows('You are no longer in the room: kicked');
  await moderator.plays(1);
  passed('a moderator removes a participant');
  const refusal = await clara.page.evaluate(() => fetch('/ask/kick', { method: 'POST', body: '{"key":"none","feed":1}' }).then((response) => response.text()));
  if (refusal !== 'only a moderator may do this') throw new Error(`another participant is refused with: ${refusal}`);
  clara.errors.length = 0;
  passed('another participant is refused');
  for (const page of [moderator, ben, clara]) await page.close();
}
