// The page of the tests: what they use of the package, and what they ask of it.
import { connect } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest.js';
import TextRoom, { TextRoomChannel } from 'bifrons/plugins/textroom.js';
import * as webrtc from 'bifrons/webrtc';
import { useAgain } from './again.js';
import { attach, openTone, received, show } from './calls.js';
import { enter } from './room.js';

const attachTo = (plugin) => async (url, apisecret) => (await (await connect({ address: { url, apisecret } })).create()).attach(plugin);

/** Opens an echo: a handle, a peer, the received tracks in elements, and records of what happened. */
async function openEcho({ url, apisecret, request = {}, own = false, encryption = undefined, reconnect = false, keepalive_secs = undefined }) {
  const connection = await connect({ address: { url, apisecret }, reconnect });
  const session = await connection.create(keepalive_secs);
  const handle = await session.attach(EchoTest);
  const echo = { connection, session, handle, states: [], errors: [], statistics: [], tracks: {}, senders: {}, sent: [] };
  echo.open = () => openPeer(echo, { own, encryption, request });
  echo.open();
  return echo;
}

function openPeer(echo, { own, encryption, request }) {
  const { handle } = echo;
  const send = (jsep) => {
    echo.sent.push(jsep);
    return handle.start({ audio: true, video: true, ...request, jsep });
  };
  const signalling = own ? { send, trickle: (candidate) => handle.trickle(candidate) } : webrtc.handleSignalling(handle, { send });
  const peer = new webrtc.Peer(signalling, encryption ? { encryption: cipher(encryption) } : {});
  if (own) handle.on('handle_trickle', (candidate) => peer.addCandidate(candidate));
  peer.on('state', (change) => echo.states.push(change));
  peer.on('error', (error) => echo.errors.push(String(error)));
  peer.on('track', ({ track }) => play(echo, track));
  webrtc.watchStatistics(peer, (statistics) => echo.statistics.push(statistics), { interval_ms: 250 });
  echo.peer = peer;
}

/** An encryption with two secrets: that of what is sent, and that of what is received. */
function cipher({ sent, received }) {
  const [one, other] = [sent, received].map((secret) => webrtc.endToEnd(new Worker('/cipher.js', { type: 'module' }), { secret }));
  return { ...one, receiver: other.receiver };
}

function play(echo, track) {
  const element = Object.assign(document.createElement(track.kind), { autoplay: true, srcObject: new MediaStream([track]) });
  document.body.append(element);
  echo.tracks[track.kind] = element;
}

/** What Janus has of the handle, by its Admin API. */
async function atJanus({ session, handle }, url, apisecret) {
  const admin = await connect({ is_admin: true, address: { url, apisecret } });
  const { info } = await admin.handleInfo(session.id, handle.id);
  await admin.close();
  return info;
}

/** Returns the ICE credentials of a description. */
const credentialsOf = ({ sdp }) => /a=ice-ufrag:(.*)/.exec(sdp)[1];

window.app = { ...webrtc, connect, attachEcho: attachTo(EchoTest), attachTextRoom: attachTo(TextRoom), TextRoomChannel, openEcho, atJanus, credentialsOf, enter, useAgain, attach, openTone, received, show, echo: undefined };
