// Two pages in an AudioBridge room: each hears the other.
import assert from 'node:assert/strict';
import { openCaller } from './one_call.mjs';

const ROOM = 5151;

export async function audiobridge(stage, passed) {
  const enter = async (display, { create = false, sends = true } = {}) => {
    const tab = await openCaller(stage);
    await tab.run(async ({ room, display, create, sends }) => {
      const { attach, joinAudioBridge, LocalTrack, openTone, show } = window.app;
      const handle = await attach(window.janus, 'AudioBridge');
      if (create) await handle.create({ room, sampling_rate: 48_000 });
      window.call = await joinAudioBridge(handle, { room, display }, sends ? [new LocalTrack(await openTone())] : []);
      window.call.on('ended', ({ reason }) => (window.reason = reason));
      show(window.call.stream);
    }, { room: ROOM, display, create, sends });
    return tab;
  };
  const anna = await enter('Anna', { create: true });
  const ben = await enter('Ben');
  for (const tab of [anna, ben]) await tab.receives('audio');
  passed('two pages hear each other');
  const seen = (tab, what, text) => tab.until(what, (text) => window.call.participants.map(({ display, muted, setup }) => `${display} ${muted} ${setup}`).join() === text, text);
  await seen(anna, 'Ben', 'Ben false true');
  await ben.run(() => window.call.handle.configure({ muted: true }));
  await seen(anna, 'a muted Ben', 'Ben true true');
  await anna.stops('audio');
  await ben.run(() => window.call.handle.configure({ muted: false }));
  await anna.receives('audio');
  passed('a muted participant is seen as such, and not heard');

  const clara = await enter('Clara', { sends: false });
  await clara.receives('audio');
  passed('a page without a track hears the room');

  await ben.restartsIce();
  await ben.receives('audio');
  await anna.receives('audio');
  passed('ICE restarts');

  await clara.run(() => window.call.leave());
  await seen(anna, 'Ben alone', 'Ben false true');
  await anna.run(({ room, feed }) => window.call.handle.kick({ room, feed }), { room: ROOM, feed: await ben.run(() => window.call.feed) });
  assert.equal(await ben.ends(), 'kicked');
  await anna.until('the end of Ben', () => window.call.participants.length === 0);
  passed('participants leave and are kicked');
  for (const tab of [anna, ben, clara]) await tab.close();
}
