// Two pages of a VideoRoom, their statistics at both ends: what one sends is what the other receives.
import assert from 'node:assert/strict';
import { enter } from './videoroom.mjs';

const ROOM = 4343;

export async function bothEnds(stage, passed) {
  const anna = await enter(stage, 'Anna', { room: ROOM, create: true });
  const ben = await enter(stage, 'Ben', { room: ROOM });
  const all = [anna, ben];
  for (const one of all) await one.sees(all);
  for (const one of all) await one.plays();
  passed('two pages publish and watch');

  for (const one of all) {
    await one.run(() => {
      const { publication, watch } = window.member;
      window.sent = [];
      window.received = [];
      window.app.watchStatistics(publication.peer, ({ streams }) => window.sent.push(streams), { interval_ms: 500 });
      window.app.watchStatistics(watch.peer, ({ streams }) => window.received.push(streams), { interval_ms: 500 });
    });
  }
  for (const [from, to] of [[anna, ben], [ben, anna]]) {
    const [sent, received] = [await measured(from, 'sent'), await measured(to, 'received')];
    for (const kind of ['audio', 'video']) {
      const [one, other] = [sent, received].map((streams) => streams.find((stream) => stream.kind === kind));
      assert.deepEqual([one.direction, other.direction, one.codec], ['sent', 'received', other.codec]);
      assert.ok(other.packets <= one.packets && other.packets > 0, `${kind}: ${other.packets} of ${one.packets} packets`);
      assert.ok(other.bitrate > one.bitrate / 2 && other.bitrate < one.bitrate * 2, `${kind}: ${one.bitrate} and ${other.bitrate} bit/s`);
      assert.deepEqual([one.width, one.height], [other.width, other.height]);
      assert.ok(one.rtt_ms >= 0 && other.jitter_ms >= 0 && other.loss < 0.2, JSON.stringify([one, other]));
    }
    assert.ok(received.find(({ kind }) => kind === 'video').frames_per_second > 0);
  }
  passed('what one page sends is what the other receives: codec, size, bitrate, packets, loss, times');

  await ben.closeHard();
  await anna.sees([anna]);
  assert.deepEqual(await anna.run(() => window.member.errors), []);
  passed('a page that closes is gone for the other');
  await anna.close();
}

/** The means of the last statistics of a page in one direction, when both kinds flow and Janus has reported on what is sent. */
async function measured(one, direction) {
  return one.until(`statistics of what ${one.name} has ${direction}`, (direction) => {
    const last = window[direction].slice(-4);
    if (last.length < 4 || !last.every((streams) => streams.length === 2 && streams.every(({ bitrate }) => bitrate > 0))) return false;
    const means = last.at(-1).map((stream) => {
      const rates = last.map((streams) => streams.find(({ kind }) => kind === stream.kind).bitrate);
      return { ...stream, bitrate: rates.reduce((sum, rate) => sum + rate) / rates.length };
    });
    return means.every(({ rtt_ms, jitter_ms, loss }) => (direction === 'received' || rtt_ms !== undefined) && jitter_ms !== undefined && loss !== undefined) && means;
  }, direction);
}
