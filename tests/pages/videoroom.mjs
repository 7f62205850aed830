// Four pages in a VideoRoom: who comes, goes, leaves hard, has another name, shares the screen; the layers by size.
import assert from 'node:assert/strict';
import { until } from './stage.mjs';

const ROOM = 4242;

export async function videoroom(stage, passed) {
  const anna = await enter(stage, 'Anna', { create: true, simulcast: true, size: 90 });
  const ben = await enter(stage, 'Ben');
  const clara = await enter(stage, 'Clara', { size: 90 });
  const all = [anna, ben, clara];
  for (const one of all) await one.sees(all);
  for (const one of all) await one.plays();
  passed('three pages receive each other’s camera and microphone');
  for (const one of all) assert.equal(new Set(await one.run(() => window.member.added)).size, 4, 'each stream is added once');
  assert.deepEqual(await clara.run(() => window.member.requests.joinSubscriber), 1);
  passed('each stream once; who was there is subscribed to by one request');

  const width = (one, name) => one.run((name) => {
    const { streams } = window.member.watch;
    const { id } = streams.find(({ display, kind }) => display === name && kind === 'video');
    return window.member.tiles.get(id).videoWidth;
  }, name);
  await until('a middle picture', async () => (await width(ben, 'Anna')) === 640);
  await until('a small picture', async () => (await width(clara, 'Anna')) === 320);
  await ben.run(() => [...window.member.tiles.values()].forEach((element) => (element.style.height = '700px')));
  await until('a large picture', async () => (await width(ben, 'Anna')) === 1280);
  passed('an element of 90 pixels receives 320 × 180, one of 400 pixels 640 × 360, one of 700 pixels 1280 × 720');

  // Three encoders and a large picture would take most of a small machine.
  await anna.run(() => window.member.publication.senders.find(({ track }) => track.kind === 'video').setLayers(['l']));
  await ben.run(() => [...window.member.tiles.values()].forEach((element) => (element.style.height = '90px')));

  await clara.run(() => [...window.member.tiles.values()].forEach((element) => (element.style.display = 'none')));
  await clara.stops('video');
  await clara.run(() => [...window.member.tiles.values()].forEach((element) => (element.style.display = '')));
  await clara.plays();
  passed('elements out of sight receive no video');

  const david = await enter(stage, 'David');
  const four = [...all, david];
  for (const one of four) await one.sees(four);
  if (!stage.isFirefox) await screens(four, passed);

  // Firefox opens a device for the window in front.
  await david.page.bringToFront();
  await david.run(async () => {
    const cameras = (await window.app.listDevices()).filter(({ kind }) => kind === 'camera');
    await window.member.camera.switchDevice(cameras.at(-1).id);
  });
  for (const one of [anna, ben, clara]) await one.plays();
  passed('of four pages one switches the camera while it publishes');

  await ben.run(() => window.member.room.handle.configure({ display: 'Benjamin' }));
  ben.name = 'Benjamin';
  for (const one of [anna, clara, david]) await one.sees(four);
  passed('another name is that of the streams, too');

  for (const one of [anna, clara]) {
    const former = await one.run(() => window.app.credentialsOf(window.member.watch.peer.connection.remoteDescription));
    await one.run(() => window.member.watch.peer.restartIce());
    await one.until('new ICE credentials of Janus', (former) => window.app.credentialsOf(window.member.watch.peer.connection.remoteDescription) !== former, former);
  }
  await anna.plays();
  await clara.plays();
  passed('a subscriber restarts ICE by an offer of Janus’s');

  await clara.closeHard();
  const left = [anna, ben, david];
  for (const one of left) await one.sees(left);
  await david.run(() => window.member.room.leave());
  for (const one of [anna, ben]) await one.sees([anna, ben]);
  assert.deepEqual(await david.run(() => [window.member.watch.streams.length, window.member.publication.peer.state, window.member.camera.track.readyState]), [0, 'closed', 'live']);
  await anna.plays();
  passed('of four pages one closes and one leaves; they are gone for the others');
  for (const one of [anna, ben]) assert.deepEqual(await one.run(() => window.member.errors), []);
  for (const one of left) await one.close();
}

async function screens(all, passed) {
  const [anna, ben, ...others] = all;
  for (let time = 1; time <= 2; time += 1) {
    await ben.run(() => window.member.share());
    for (const one of [anna, ...others]) await one.sees(all, 'Ben screen');
    await anna.plays();
    await ben.run(() => window.member.unshare());
    for (const one of all) await one.sees(all);
  }
  passed('of four pages one shares its screen, and ends that, twice');
}

export async function enter(stage, name, options = {}) {
  const tab = await stage.openPage();
  await tab.run(async (options) => {
    window.member = await window.app.enter(options);
  }, { ...stage.janus, room: ROOM, display: name, ...options });
  const member = {
    ...tab,
    name,
    /** Waits until the page has exactly the streams of the others, and `more`. */
    async sees(all, ...more) {
      const others = all.filter((one) => one !== member).flatMap((one) => [`${one.name} camera`, `${one.name} microphone`]);
      const expected = [...others, ...more].sort().join();
      let seen;
      await until(`${member.name} sees ${expected}`, async () => (seen = await tab.run(() => window.member.seen().join())) === expected).catch((error) => {
        throw new Error(`${error.message}; it sees ${seen}`);
      });
    },
    /** Waits until every stream of the page goes on: pictures are decoded, sound arrives. */
    async plays() {
      const before = await tab.run(readFlow);
      let now;
      await until(`${member.name} plays all streams`, async () => {
        now = await tab.run(readFlow);
        return Object.entries(before).every(([id, count]) => now[id] > count + 5);
      }).catch((error) => {
        throw new Error(`${error.message}: ${JSON.stringify(before)}, then ${JSON.stringify(now)}`);
      });
    },
    /** Waits for a second without packets of a kind. */
    async stops(kind) {
      await tab.until(`no ${kind} at ${member.name}`, async (kind) => {
        const packets = async () => {
          const report = await window.member.watch.peer.connection.getStats();
          return [...report.values()].filter((entry) => entry.type === 'inbound-rtp' && entry.kind === kind).reduce((sum, { packetsReceived }) => sum + packetsReceived, 0);
        };
        const before = await packets();
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return (await packets()) === before;
      }, kind);
    },
    closeHard: () => tab.context.close(),
  };
  return member;
}

/** Runs in a page: the decoded pictures or the packets of each stream. */
async function readFlow() {
  const report = [...(await window.member.watch.peer.connection.getStats()).values()];
  return Object.fromEntries(window.member.watch.streams.map(({ id, kind }) => {
    const { framesDecoded = 0, packetsReceived = 0 } = report.find((entry) => entry.type === 'inbound-rtp' && entry.mid === id) ?? {};
    return [id, kind === 'video' ? framesDecoded : packetsReceived];
  }));
}
