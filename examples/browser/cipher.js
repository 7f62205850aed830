// The worker of encryption.js: encrypts and decrypts each frame of the media with AES-GCM.
// Import maps do not apply to workers, so the package's file is named here.
import { transformFrames } from './node_modules/bifrons/webrtc.js';

/** The first bytes of a frame stay readable: Janus looks for VP8's key frames in them. */
const READABLE = { key: 10, delta: 3, audio: 1 };
const IV_BYTES = 12;
const ITERATIONS = 600_000;

const keys = new Map();

transformFrames(async (frame, controller, { operation, secret, room }) => {
  const name = JSON.stringify([room, secret]);
  if (!keys.has(name)) keys.set(name, keyOf(secret, room));
  const key = await keys.get(name);
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

/** The room is the salt: the same secret gives other keys in other rooms. */
async function keyOf(secret, room) {
  const encoder = new TextEncoder();
  const material = await crypto.subtle.importKey('raw', encoder.encode(secret), 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(`room ${room}`), iterations: ITERATIONS };
  return await crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
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
