const WISHES = [{ audio: true, video: true }, { audio: true }, { video: true }];

/** What this page can send, { microphone, camera }: less than both where a device is missing, or nothing. */
export async function openDevices() {
  if (!navigator.mediaDevices) throw new Error('Camera and microphone need https, or a page from localhost.');
  for (const wish of WISHES) {
    const stream = await navigator.mediaDevices.getUserMedia(wish).catch(() => null);
    if (stream) return bySource(stream);
  }
  return {};
}

/** The screen that the user picks, or null. */
export async function openScreen() {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
    return stream.getVideoTracks()[0];
  } catch (error) {
    if (error.name === 'NotAllowedError') return null;
    throw new Error(`The screen can't be shared: ${error.message}.`);
  }
}

/** Phones have no screen to share. */
export const canShareScreen = () => Boolean(navigator.mediaDevices?.getDisplayMedia);

function bySource(stream) {
  const [microphone] = stream.getAudioTracks();
  const [camera] = stream.getVideoTracks();
  return { ...(microphone && { microphone }), ...(camera && { camera }) };
}
