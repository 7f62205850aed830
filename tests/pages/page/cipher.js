// The worker of an encryption with a shared key: enough to show that Janus forwards what it can't read.
import { transformFrames } from '/bifrons/webrtc.js';

/** The readable bytes of a frame: Janus looks for key frames of VP8 in the first ten. */
const READABLE = { key: 10, delta: 3, audio: 1 };


transformFrames((frame, controller, { key }) => {
  const bytes = new Uint8Array(frame.data);
  for (let at = READABLE[frame.type ?? 'audio']; at < bytes.length; at += 1) bytes[at] ^= key;
  frame.data = bytes.buffer;
  controller.enqueue(frame);
});
