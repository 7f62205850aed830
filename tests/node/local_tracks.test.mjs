// Devices and the tracks of a page, without a browser.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { LocalTrack, WebRtcError, listDevices, openCamera, openDevices, openMicrophone, openScreen, watchDevices } from 'bifrons/webrtc';

import { settled } from './support/expect.mjs';
import { Devices, Track, install } from './support/media.mjs';

afterEach(() => {
  delete globalThis.navigator;
  delete globalThis.isSecureContext;
});

/** A sender of a track. */
function attach(track) {
  const sender = { track: track.track, replaceTrack: async (next) => void (sender.track = next) };
  track._addSender(sender);
  return sender;
}

async function failure(promise) {
  const error = await promise.then(() => assert.fail('no failure'), (reason) => reason);
  assert.ok(error instanceof WebRtcError, String(error));
  return error;
}

test('each failure of a device has a code and an advice', async () => {
  const devices = install(new Devices());
  const codes = {
    NotAllowedError: 'denied',
    SecurityError: 'denied',
    NotFoundError: 'not_found',
    NotReadableError: 'in_use',
    OverconstrainedError: 'constraint',
    AbortError: 'device_failed',
    InvalidStateError: 'needs_gesture',
    TypeError: 'invalid_argument',
    UnheardOfError: 'device_failed',
  };
  for (const [name, code] of Object.entries(codes)) {
    devices.fails = () => name;
    const error = await failure(openCamera());
    assert.deepEqual([error.code, error.cause.name, error.message.startsWith('camera: ')], [code, name, true]);
  }
});

test('a page that is not secure, and an environment without devices', async () => {
  install(undefined, { secure: false });
  assert.equal((await failure(openMicrophone())).code, 'not_secure');
  install(undefined);
  assert.equal((await failure(openMicrophone())).code, 'unsupported');
  const devices = install(new Devices());
  devices.getDisplayMedia = undefined;
  assert.equal((await failure(openScreen())).code, 'unsupported');
});

test('sources have their names', async () => {
  const devices = install(new Devices());
  const { camera, microphone } = await openDevices({ camera: { width: 640 } });
  assert.deepEqual([camera.source, camera.kind, microphone.source, microphone.kind], ['camera', 'video', 'microphone', 'audio']);
  assert.deepEqual(devices.calls, [{ video: { width: 640 }, audio: {} }], 'the user is asked once');
  const { video, audio } = await openScreen({ audio: true });
  assert.deepEqual([video.source, audio.source], ['screen', 'screen_audio']);
});

test('muting keeps the device, or stops it and opens it again', async () => {
  const devices = install(new Devices());
  const camera = await openCamera({ width: 640 });
  const sender = attach(camera);
  const events = [];
  camera.on('muted', (muted) => events.push(muted));
  camera.on('track', (track) => events.push(track));
  const [first] = devices.opened;
  await camera.mute();
  assert.deepEqual([first.enabled, first.readyState, sender.track], [false, 'live', first]);
  await camera.unmute();
  assert.equal(first.enabled, true);
  await camera.mute({ stopDevice: true });
  assert.deepEqual([first.readyState, sender.track, camera.track, camera.muted], ['ended', null, null, true]);
  await camera.unmute();
  const [, second] = devices.opened;
  assert.deepEqual([sender.track, second.enabled, camera.muted, devices.calls[1]], [second, true, false, { video: { width: 640 } }]);
  assert.deepEqual(events, [true, false, null, true, second, false]);
});

test('the device is switched in all senders; a muted track stays muted', async () => {
  const devices = install(new Devices());
  const camera = await openCamera({ width: 640 });
  const senders = [attach(camera), attach(camera)];
  camera.track.contentHint = 'detail';
  await camera.mute();
  await camera.switchDevice('second');
  const [first, second] = devices.opened;
  assert.deepEqual(devices.calls[1], { video: { width: 640, deviceId: { exact: 'second' } } });
  assert.deepEqual([first.readyState, second.enabled, second.contentHint], ['ended', false, 'detail']);
  assert.deepEqual(senders.map(({ track }) => track), [second, second]);
  assert.equal(camera.deviceId, 'second');
});

test('a phone, which opens one camera at a time, gives the former one up first', async () => {
  const devices = install(new Devices());
  const camera = await openCamera();
  devices.fails = () => (devices.opened.at(-1).readyState === 'live' ? 'NotReadableError' : undefined);
  await camera.switchDevice('second');
  assert.equal(camera.deviceId, 'second');
  devices.fails = ({ video: { deviceId } }) => (devices.opened.at(-1).readyState === 'live' || deviceId?.exact === 'third' ? 'NotReadableError' : undefined);
  assert.equal((await failure(camera.switchDevice('third'))).code, 'in_use');
  assert.deepEqual([camera.deviceId, camera.track.readyState], ['second', 'live'], 'the former camera is open again');
});

test('a device that can’t be opened changes nothing', async () => {
  const devices = install(new Devices());
  const camera = await openCamera();
  devices.fails = () => 'OverconstrainedError';
  assert.equal((await failure(camera.switchDevice('gone'))).code, 'constraint');
  assert.deepEqual([camera.deviceId, camera.track.readyState], ['first video', 'live']);
  await camera.mute({ stopDevice: true });
  await failure(camera.unmute());
  assert.equal(camera.muted, true);
});

test('a device that is chosen while it is stopped is the one that opens', async () => {
  const devices = install(new Devices());
  const camera = await openCamera();
  await camera.mute({ stopDevice: true });
  await camera.switchDevice('second');
  assert.equal(devices.calls.length, 1);
  await camera.unmute();
  assert.equal(camera.track.getSettings().deviceId, 'second');
});

test('steps run one after another', async () => {
  const devices = install(new Devices());
  const camera = await openCamera();
  await Promise.all([camera.mute({ stopDevice: true }), camera.unmute(), camera.switchDevice('second'), camera.mute()]);
  assert.deepEqual([camera.deviceId, camera.muted, camera.track.enabled], ['second', true, false]);
  assert.deepEqual(devices.opened.map(({ readyState }) => readyState), ['ended', 'ended', 'live']);
});

test('a stopped track stops its device, also one that is being opened', async () => {
  const devices = install(new Devices());
  const camera = await openCamera();
  const ended = [];
  camera.on('ended', () => ended.push(true));
  const switched = camera.switchDevice('second');
  camera.stop();
  assert.equal((await failure(switched)).code, 'invalid_argument');
  assert.deepEqual(devices.opened.map(({ readyState }) => readyState), devices.opened.map(() => 'ended'));
  await failure(camera.unmute());
  assert.deepEqual(ended, []);
});

test('a removed device is an event; one of the page’s own tracks has no device', async () => {
  install(new Devices());
  const camera = await openCamera();
  const ended = [];
  camera.on('ended', () => ended.push('camera'));
  camera.track.fails();
  assert.deepEqual(ended, ['camera']);
  const own = new LocalTrack(new Track('audio'));
  assert.equal(own.source, 'other');
  assert.equal((await failure(own.switchDevice('second'))).code, 'invalid_argument');
  await own.mute();
  await own.unmute();
  assert.equal(own.track.enabled, true);
});

test('a watch whose signal has aborted leaves no listener', async () => {
  const devices = install(new Devices());
  const added = [];
  devices.addEventListener = (name) => added.push(name);
  watchDevices(() => added.push('called'), { signal: AbortSignal.abort() })();
  await settled();
  assert.deepEqual(added, []);
});

test('devices are listed and watched', async () => {
  const devices = install(new Devices());
  const one = { deviceId: '1', groupId: 'g', kind: 'videoinput', label: 'Front' };
  devices.list = [one, { ...one, kind: 'audioinput' }, { ...one, kind: 'audiooutput' }];
  assert.deepEqual((await listDevices()).map(({ kind }) => kind), ['camera', 'microphone', 'speaker']);
  assert.deepEqual((await listDevices())[0], { id: '1', kind: 'camera', label: 'Front', group: 'g' });
  const seen = [];
  const stop = watchDevices((list) => seen.push(list.length));
  await settled();
  devices.list = [one];
  devices.dispatchEvent(new Event('devicechange'));
  await settled();
  stop();
  devices.dispatchEvent(new Event('devicechange'));
  await settled();
  assert.deepEqual(seen, [3, 1]);
});
