const CONSTRAINTS = [{ audio: true, video: true }, { audio: true }, { video: true }];

/** Returns the tracks that this page can publish, { microphone, camera }, without missing devices. */
export async function openDevices() {
  if (!navigator.mediaDevices) throw new Error('Camera and microphone need https, or a page from localhost.');
  for (const constraints of CONSTRAINTS) {
    const stream = await navigator.mediaDevices.getUserMedia(constraints).catch(() => null);
    if (stream) return bySource(stream);
  }
  return {};
}

/** Returns the track of the screen that the user picks, or null. */
export async function openScreen() {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
    return stream.getVideoTracks()[0];
  } catch (error) {
    if (error.name === 'NotAllowedError') return null;
    throw new Error(`The screen can't be shared: ${error.message}.`);
  }
}

/** Phones cannot share a screen. */
export const canShareScreen = () => Boolean(navigator.mediaDevices?.getDisplayMedia);

function bySource(stream) {
  const [microphone] = stream.getAudioTracks();
  const [camera] = stream.getVideoTracks();
  return { ...(microphone && { microphone }), ...(camera && { camera }) };
}
