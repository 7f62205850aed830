// A page records itself, and plays the recording.
import assert from 'node:assert/strict';
import { openCaller } from './one_call.mjs';

export async function recordplay(stage, passed) {
  const tab = await openCaller(stage);
  const record = () => tab.run(async () => {
    const { attach, openDevices, recordTracks } = window.app;
    window.handle ??= await attach(window.janus, 'RecordPlay');
    window.devices ??= await openDevices({ camera: { width: 320, height: 180 } });
    const { camera, microphone } = window.devices;
    window.recording = await recordTracks(window.handle, { name: 'a test', videocodec: 'vp8' }, [microphone, camera], { streams: { camera: { bitrate: 300_000 } } });
  });
  await record();
  await tab.until('three seconds of sent media', async () => {
    const report = await window.recording.peer.connection.getStats();
    const sent = [...report.values()].filter(({ type }) => type === 'outbound-rtp');
    return sent.length === 2 && sent.every(({ kind, packetsSent, framesSent }) => (kind === 'audio' ? packetsSent > 150 : framesSent > 45));
  });
  await tab.run(() => window.recording.stop());
  await tab.run(async () => {
    const { playRecording, show } = window.app;
    window.call = await playRecording(window.handle, { id: window.recording.id });
    window.call.peer.on('state', ({ reason }) => (window.reason = reason));
    show(window.call.stream);
  });
  for (const kind of ['audio', 'video']) await tab.receives(kind);
  passed('a page records itself, and plays the recording as soon as it is complete');
  assert.equal(await tab.ends(), 'the recording has ended');
  passed('the playback ends with the recording');
  await record();
  await tab.until('the connection', () => window.recording.peer.state === 'connected');
  await tab.run(() => window.recording.peer.restartIce());
  await tab.until('an end of the restart', () => window.recording.peer.connection.signalingState === 'stable' && window.recording.peer.state === 'connected');
  await tab.run(() => window.recording.stop());
  passed('the handle records again; ICE restarts by a request with update');
  await tab.close();
}
