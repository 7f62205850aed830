// Media that are encrypted end to end: Janus forwards what it can't read.
import assert from 'node:assert/strict';
import { openEcho } from './support.mjs';

export async function encryption(stage, passed) {
  const shared = await begin(stage, { sent: 'a secret', received: 'a secret' });
  const [{ width }] = await shared.stream('decoded pictures', 'received', 'video', ([stream]) => stream?.frames > 10);
  assert.equal(width, 640);
  await shared.flows('audio');
  assert.deepEqual(await shared.run(() => [window.app.echo.sent[0].e2ee, window.app.echo.errors]), [true, []]);
  passed('with the shared secret the echo is decoded');
  await shared.close();

  const other = await begin(stage, { sent: 'a secret', received: 'another one' });
  await other.flows('video');
  const [{ packets, frames = 0 }] = await other.stream('many packets', 'received', 'video', ([stream]) => stream?.packets > 50);
  assert.ok(packets > 50);
  assert.equal(frames, 0);
  passed('with another secret the packets arrive, and no picture is decoded');
  await other.close();
}

async function begin(stage, secrets) {
  const tab = await openEcho(stage, { encryption: secrets });
  await tab.run(async () => {
    const { echo, openDevices, sendTrack } = window.app;
    const { camera, microphone } = await openDevices();
    await sendTrack(echo.peer, microphone);
    await sendTrack(echo.peer, camera, { codec: 'vp8' });
    await echo.peer.negotiate();
  });
  return tab;
}
