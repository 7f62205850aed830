// The worker of an end-to-end encryption with a shared secret: AES-GCM over each frame.
import { transformFrames } from '/bifrons/webrtc.js';

/** Bytes that stay readable: Janus looks for key frames of VP8 in the first ten. */
const READABLE = { key: 10, delta: 3, audio: 1 };
const IV_BYTES = 12;

const keys = new Map();

transformFrames(async (frame, controller, { operation, secret }) => {
  if (!keys.has(secret)) keys.set(secret, keyOf(secret));
  const key = await keys.get(secret);
  const bytes = new Uint8Array(frame.data);
  const header = bytes.slice(0, READABLE[frame.type ?? 'audio']);
  const rest = bytes.slice(header.length);
  try {
    frame.data = joined(header, await (operation === 'encrypt' ? encrypt : decrypt)(key, header, rest)).buffer;
    controller.enqueue(frame);
  } catch {
    // It was encrypted with another key: the frame is dropped.
  }
});

async function keyOf(secret) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function encrypt(key, additionalData, data) {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return joined(new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, data)), iv);
}

async function decrypt(key, additionalData, data) {
  const iv = data.slice(-IV_BYTES);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data.slice(0, -IV_BYTES)));
}

function joined(first, second) {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
