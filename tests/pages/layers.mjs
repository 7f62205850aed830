// Simulcast and SVC, as Janus and the browser have them.
import assert from 'node:assert/strict';
import { openEcho } from './support.mjs';

export async function layers(stage, passed) {
  await simulcast(stage, passed);
  await svc(stage, passed);
}

async function simulcast(stage, passed) {
  const tab = await openEcho(stage);
  await tab.run(async () => {
    const { openCamera, sendTrack, echo } = window.app;
    echo.sender = await sendTrack(echo.peer, await openCamera({ width: 1280, height: 720 }), { simulcast: true, codec: 'vp8', bitrate: 1_500_000 });
    await echo.peer.negotiate();
  });
  await tab.flows('video');
  const sent = await tab.stream('three layers', 'sent', 'video', (streams) => streams.length === 3 && streams.every(({ bitrate }) => bitrate > 0));
  assert.deepEqual(sent.map(({ rid }) => rid).sort(), ['h', 'l', 'm']);
  passed(`three layers are sent: ${sent.map(({ rid, width, height }) => `${rid} ${width}×${height}`).join(', ')}`);
  // Janus begins with the layer that comes first, and ends at the largest one.
  for (const [substream, width] of [[2, 1280], [0, 320], [1, 640]]) {
    // Chromium ignores a request for a key frame soon after another one, and Janus makes one for each choice.
    await tab.until(`layer ${substream}`, async ([substream, width]) => {
      await window.app.echo.handle.start({ substream });
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return window.app.echo.statistics.at(-1).streams.some((stream) => stream.direction === 'received' && stream.width === width);
    }, [substream, width]);
  }
  passed('Janus sends each layer back when it is chosen');
  await tab.run(() => window.app.echo.sender.setLayers(['l']));
  await tab.stream('one layer', 'sent', 'video', (streams) => streams.filter(({ bitrate }) => bitrate > 0).map(({ rid }) => rid).join() === 'l');
  passed('layers are switched off without a negotiation');
  await tab.close();
}

async function svc(stage, passed) {
  const tab = await openEcho(stage, { request: { videocodec: 'vp9' } });
  await tab.run(async () => {
    const { openCamera, sendTrack, echo } = window.app;
    await sendTrack(echo.peer, await openCamera(), { svc: 'L2T2', codec: 'vp9' });
    await echo.peer.negotiate();
  });
  await tab.flows('video');
  const [{ codec }] = await tab.stream('the codec', 'sent', 'video');
  assert.equal(codec, 'VP9');
  const [mode, svcOfJsep] = await tab.run(async () => {
    const report = await window.app.echo.peer.connection.getStats();
    const outbound = [...report.values()].find(({ type }) => type === 'outbound-rtp');
    return [outbound.scalabilityMode, window.app.echo.sent[0].svc];
  });
  assert.deepEqual([mode, svcOfJsep], ['L2T2', [{ mid: '0', svc: 'L2T2' }]]);
  passed('VP9 is sent in the SVC mode, and the jsep names it');
  await tab.close();
}
