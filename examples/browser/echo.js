import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { openDevices, startEcho } from 'bifrons/webrtc';

const { EVENT } = Bifrons;
const element = (id) => document.getElementById(id);
const [start, stop] = [element('form').querySelector('button'), element('stop')];

/** The running test: { connection, tracks }. */
let running = null;

element('form').onsubmit = async (event) => {
  event.preventDefault();
  const { url, secret } = Object.fromEntries(new FormData(event.target));
  const mine = { tracks: [] };
  running = mine;
  start.disabled = true;
  try {
    await echo(mine, { url, apisecret: secret || undefined });
  } catch (error) {
    log(`Failed: ${error.message}`);
    await end(mine);
  }
};

stop.onclick = () => end(running);

async function echo(mine, address) {
  mine.connection = await Bifrons.connect({ address, max_retries: 0, reconnect: true });
  mine.connection.on(EVENT.CONNECTION_RECONNECTING, () => log('The connection to Janus is lost; reconnecting.'));
  mine.connection.on(EVENT.CONNECTION_RESUMED, () => log('The connection to Janus is restored.'));
  mine.connection.on(EVENT.CONNECTION_ERROR, () => end(mine));
  const session = await mine.connection.create();
  const handle = await session.attach(EchoTest);
  handle.on(EVENT.HANDLE_WEBRTCUP, () => log('Janus: the media connection is up.'));
  handle.on(EVENT.HANDLE_MEDIA, ({ type, receiving }) => log(`Janus: ${type} ${receiving ? 'arrives' : 'no longer arrives'}.`));
  handle.on(EVENT.HANDLE_HANGUP, ({ reason }) => log(`Janus: hung up, ${reason}.`));
  log('Connected to Janus, attached to the echo test.');

  mine.tracks = Object.values(await openDevices());
  element('local').srcObject = new MediaStream(mine.tracks.map(({ track }) => track));
  const { peer, stream } = await startEcho(handle, mine.tracks, { request: { audio: true, video: true, bitrate: 512_000 } });
  element('remote').srcObject = stream;
  peer.on('state', ({ state }) => log(`The media connection is ${state}.`));
  stop.disabled = false;
}

async function end(mine) {
  if (running !== mine) return;
  running = null;
  stop.disabled = true;
  for (const track of mine.tracks) track.stop();
  for (const id of ['local', 'remote']) element(id).srcObject = null;
  // Ends the session, the handle and its media. The connection may have ended already.
  await mine.connection?.close().catch(() => {});
  log('Hung up.');
  start.disabled = false;
}

function log(text) {
  const line = document.createElement('li');
  line.textContent = `${new Date().toLocaleTimeString()} ${text}`;
  element('log').append(line);
}
