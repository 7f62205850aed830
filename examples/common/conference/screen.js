import { openScreen } from './bifrons/webrtc.js';

/** Publishes the user's screen; `devices.screen` is its track meanwhile. `ended()` runs when the browser's own button stops it. */
export async function shareScreen(conference, devices, ended) {
  const { video } = await openScreen().catch((error) => {
    // The user has chosen no screen.
    if (error.code === 'denied') return {};
    throw error;
  });
  if (!video) return;
  devices.screen = video;
  video.on('ended', ended);
  try {
    await conference.send({ screen: video });
  } catch (error) {
    await unshareScreen(conference, devices);
    throw error;
  }
}

/** `conference` is null if it has ended meanwhile. */
export async function unshareScreen(conference, devices) {
  const { screen } = devices;
  if (!screen) return;
  delete devices.screen;
  screen.stop();
  await conference?.stop('screen');
}
