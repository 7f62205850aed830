// Every source of a track, and a page that may use no device.
import assert from 'node:assert/strict';
import { openEcho } from './support.mjs';

const OPEN = {
  screen: async () => {
    const { video } = await window.app.openScreen();
    return [video];
  },
  canvas: async () => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    let hue = 0;
    setInterval(() => {
      context.fillStyle = `hsl(${(hue += 10)} 80% 50%)`;
      context.fillRect(0, 0, canvas.width, canvas.height);
    }, 50);
    return [window.app.openCanvas(canvas, { frames_per_second: 20 })];
  },
  file: async () => {
    // A recording of the camera is the file.
    const [camera, microphone] = await Promise.all([window.app.openCamera(), window.app.openMicrophone()]);
    const recorder = new MediaRecorder(new MediaStream([camera.track, microphone.track]), { mimeType: 'video/webm' });
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    recorder.stop();
    await new Promise((resolve) => (recorder.onstop = resolve));
    camera.stop();
    microphone.stop();
    const { video, audio } = await window.app.openFile(new Blob(parts, { type: 'video/webm' }), { loop: true });
    return [video, audio];
  },
};

export async function sources(stage, passed) {
  for (const [source, open] of Object.entries(OPEN)) {
    if (source === 'screen' && stage.isFirefox) {
      await noScreen(stage, passed);
      continue;
    }
    const tab = await openEcho(stage);
    const kinds = await tab.run(async (open) => {
      const { echo, sendTrack } = window.app;
      echo.local = await (0, eval)(open)();
      for (const track of echo.local) await sendTrack(echo.peer, track);
      await echo.peer.negotiate();
      return echo.local.map(({ kind, source }) => [kind, source]);
    }, String(open));
    for (const [kind, name] of kinds) {
      assert.equal(name, source);
      await tab.flows(kind);
    }
    await tab.run(() => window.app.echo.local.forEach((track) => track.stop()));
    assert.ok(await tab.run(() => window.app.echo.local.every(({ track }) => track.readyState === 'ended')));
    passed(`${source}: ${kinds.map(([kind]) => kind).join(' and ')} come back`);
    await tab.close();
  }
  await failures(stage, passed);
}

/** Firefox has no screen here, nor one of its own making. */
async function noScreen(stage, passed) {
  const tab = await stage.openPage();
  assert.equal(await tab.run(() => window.app.openScreen().then(() => 'opened', ({ code }) => code)), 'not_found');
  passed('screen: without one the failure has its code');
  await tab.close();
}

async function failures(stage, passed) {
  const tab = await stage.openPage('?no-camera');
  const code = (open) => tab.run((open) => (0, eval)(open)().then(() => 'opened', ({ code }) => code), String(open));
  assert.equal(await code(() => window.app.openMicrophone({ deviceId: { exact: 'none' } })), 'constraint');
  assert.equal(await code(() => window.app.openFile(new Blob(['no film']))), 'invalid_argument');
  // Firefox does not read the header Permissions-Policy.
  if (!stage.isFirefox) assert.equal(await code(() => window.app.openCamera()), 'denied');
  passed('failures of the browser have their codes');
  await tab.close(/camera is not allowed/);
}
