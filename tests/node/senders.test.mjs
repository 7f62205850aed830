// How tracks are sent: transceivers, layers, bitrates, codecs, DTMF tones, data channels, encryption.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { LocalTrack, Peer, createChannel, endToEnd, sendTrack, transformFrames } from 'bifrons/webrtc';

import { settled } from './support/expect.mjs';
import { Track, Transceivers } from './support/media.mjs';

const codecs = ['video/VP8', 'video/rtx', 'video/VP9', 'audio/opus'].map((mimeType) => ({ mimeType }));

beforeEach(() => {
  globalThis.RTCPeerConnection = Transceivers;
  globalThis.RTCRtpReceiver = { getCapabilities: () => ({ codecs }) };
});

const openPeer = () => new Peer({ send() {}, trickle() {} });
const video = () => new LocalTrack(new Track('video'));
const encodings = ({ sender }) => sender.getParameters().encodings;

test('a track is sent and received by default', async () => {
  const peer = openPeer();
  const track = video();
  const sender = await sendTrack(peer, track, { hint: 'detail' });
  assert.deepEqual([sender.sender.track, sender.transceiver.direction, sender.mid], [track.track, 'sendrecv', null]);
  assert.equal(track.track.contentHint, 'detail');
  assert.equal((await sendTrack(peer, video(), { receive: false })).transceiver.direction, 'sendonly');
});

test('simulcast has three layers, which share the bitrate', async () => {
  const sender = await sendTrack(openPeer(), video(), { simulcast: true, bitrate: 1_000_000 });
  assert.deepEqual(encodings(sender), [
    { rid: 'h', scaleResolutionDownBy: 1, maxBitrate: 700_000 },
    { rid: 'm', scaleResolutionDownBy: 2, maxBitrate: 220_000 },
    { rid: 'l', scaleResolutionDownBy: 4, maxBitrate: 80_000 },
  ]);
  await sender.setBitrate(2_000_000);
  assert.deepEqual(encodings(sender).map(({ maxBitrate }) => maxBitrate), [1_400_000, 440_000, 160_000]);
  await sender.setBitrate();
  assert.deepEqual(encodings(sender).map(({ maxBitrate }) => maxBitrate), [undefined, undefined, undefined]);
  await sender.setLayers(['m', 'l']);
  assert.deepEqual(encodings(sender).map(({ active }) => active), [false, true, true]);
});

test('Chromium would make SVC of the simulcast of VP9 and AV1', async () => {
  const sender = await sendTrack(openPeer(), video(), { simulcast: true, codec: 'VP9' });
  assert.deepEqual(encodings(sender).map(({ scalabilityMode }) => scalabilityMode), ['L1T3', 'L1T3', 'L1T3']);
});

test('SVC has one encoding with a mode, and no simulcast', async () => {
  const sender = await sendTrack(openPeer(), video(), { svc: 'L3T3_KEY', codec: 'vp9', bitrate: 900_000 });
  assert.deepEqual(encodings(sender), [{ scalabilityMode: 'L3T3_KEY', maxBitrate: 900_000 }]);
  await assert.rejects(sendTrack(openPeer(), video(), { svc: 'L3T3', simulcast: true }), { code: 'invalid_argument' });
});

test('a bitrate is limited in the first offer, too', async () => {
  const sender = await sendTrack(openPeer(), video(), { bitrate: 300_000 });
  assert.deepEqual(encodings(sender), [{ maxBitrate: 300_000 }]);
});

test('a codec comes first, and the others stay', async () => {
  const sender = await sendTrack(openPeer(), video(), { codec: 'vp9' });
  assert.deepEqual(sender.transceiver.codecs, ['video/VP9', 'video/VP8', 'video/rtx', 'audio/opus']);
  await assert.rejects(sendTrack(openPeer(), video(), { codec: 'vp7' }), { code: 'unsupported' });
});

test('an m-line that is free is used, also that of a stopped track', async () => {
  const peer = openPeer();
  const sender = await sendTrack(peer, video(), { receive: false });
  await sender.stop();
  assert.deepEqual([sender.sender.track, sender.transceiver.direction], [null, 'inactive']);
  const next = video();
  const again = await sendTrack(peer, next, { receive: false });
  assert.equal(again.transceiver, sender.transceiver);
  assert.deepEqual([again.sender.track, again.transceiver.direction], [next.track, 'sendonly']);
  const both = await sendTrack(peer, video());
  await both.stop();
  assert.equal(both.transceiver.direction, 'recvonly');
  peer.connection.addTransceiver('audio', { direction: 'recvonly' });
  const audio = await sendTrack(peer, new LocalTrack(new Track('audio')));
  assert.equal(audio.transceiver, peer.connection.transceivers.at(-1));
  assert.equal(audio.transceiver.direction, 'sendrecv');
});

test('DTMF tones are sent when the last one was', async () => {
  const peer = openPeer();
  const sender = await sendTrack(peer, new LocalTrack(new Track('audio')));
  await assert.rejects(sender.sendDtmf('1'), { code: 'unsupported' });
  const inserted = [];
  const dtmf = Object.assign(new EventTarget(), { canInsertDTMF: true, insertDTMF: (...tones) => inserted.push(tones) });
  sender.sender.dtmf = dtmf;
  let done = false;
  const sent = sender.sendDtmf('12', { duration_ms: 80, gap_ms: 50 }).then(() => (done = true));
  const tone = (text) => dtmf.dispatchEvent(Object.assign(new Event('tonechange'), { tone: text }));
  tone('1');
  await settled();
  assert.deepEqual([inserted, done], [[['12', 80, 50]], false]);
  tone('');
  await sent;
  const cut = sender.sendDtmf('3');
  peer.close();
  await assert.rejects(cut, { code: 'peer_closed' });
});

test('a peer that ends leaves the tracks as they are', async () => {
  const peer = openPeer();
  const track = video();
  const sender = await sendTrack(peer, track);
  peer.close();
  await sender.stop();
  assert.deepEqual([track.track.readyState, sender.transceiver.direction], ['live', 'sendrecv']);
});

test('a data channel has the label on which TextRoom responds', () => {
  const peer = openPeer();
  peer.connection.createDataChannel = (...created) => created;
  assert.deepEqual(createChannel(peer), ['JanusDataChannel', {}]);
  assert.deepEqual(createChannel(peer, { label: 'files', ordered: false }), ['files', { ordered: false }]);
});

test('frames pass the worker, each sender and receiver once', () => {
  const made = [];
  globalThis.RTCRtpScriptTransform = class {
    constructor(worker, options) {
      made.push([worker, options]);
    }
  };
  const worker = {};
  const encryption = endToEnd(worker, { key: 'k' });
  const [sender, receiver] = [{}, {}];
  encryption.sender(sender);
  encryption.sender(sender);
  encryption.receiver(receiver);
  assert.deepEqual(made, [[worker, { key: 'k', operation: 'encrypt' }], [worker, { key: 'k', operation: 'decrypt' }]]);
  assert.ok(sender.transform && receiver.transform);
  assert.deepEqual(encryption.configuration, {});
  delete globalThis.RTCRtpScriptTransform;
});

test('Chromium gives streams, as it sends late transforms’ media in clear; others nothing', async () => {
  assert.throws(() => endToEnd({}), { code: 'unsupported' });
  globalThis.RTCRtpSender = class { createEncodedStreams() {} };
  globalThis.RTCRtpScriptTransform = class {};
  const posted = [];
  const encryption = endToEnd({ postMessage: (...message) => posted.push(message) }, { key: 'k' });
  const streams = { readable: 'r', writable: 'w' };
  encryption.sender({ createEncodedStreams: () => streams });
  assert.deepEqual(posted, [[{ options: { key: 'k', operation: 'encrypt' }, ...streams }, ['r', 'w']]]);
  assert.deepEqual(encryption.configuration, { encodedInsertableStreams: true });
  for (const name of ['RTCRtpSender', 'RTCRtpScriptTransform']) delete globalThis[name];
});

test('in the worker each frame is transformed, in both browsers’ ways', async () => {
  const scope = new EventTarget();
  globalThis.addEventListener = scope.addEventListener.bind(scope);
  transformFrames((frame, controller, { operation }) => controller.enqueue(`${operation} ${frame}`));
  for (const [type, field] of [['rtctransform', 'transformer'], ['message', 'data']]) {
    const written = [];
    const readable = new ReadableStream({ start: (controller) => (controller.enqueue('frame'), controller.close()) });
    const writable = new WritableStream({ write: (frame) => void written.push(frame) });
    scope.dispatchEvent(Object.assign(new Event(type), { [field]: { options: { operation: 'encrypt' }, readable, writable } }));
    await settled();
    assert.deepEqual(written, ['encrypt frame']);
  }
  scope.dispatchEvent(Object.assign(new Event('message'), { data: { of: 'the application' } }));
  delete globalThis.addEventListener;
});
