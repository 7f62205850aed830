// A page that chats: TextRoom's data channel, and what it tells.
import { connect, EVENT } from 'bifrons';
import TextRoom, { TextRoomChannel } from 'bifrons/plugins/textroom';

const told = [];

async function open(url, apisecret) {
  const connection = await connect({ address: { url, apisecret } });
  const handle = await (await connection.create()).attach(TextRoom);
  const peer = new RTCPeerConnection();
  peer.onicecandidate = ({ candidate }) => handle.trickle(candidate);
  const { jsep } = await handle.setup();
  await peer.setRemoteDescription(jsep);
  // Candidates that came before wait for this listener.
  handle.on(EVENT.HANDLE_TRICKLE, (candidate) => peer.addIceCandidate(candidate.completed ? undefined : candidate));
  const data = peer.createDataChannel('JanusDataChannel');
  await peer.setLocalDescription();
  await handle.ack({ jsep: peer.localDescription });
  const channel = new TextRoomChannel(data);
  for (const event of Object.values(TextRoomChannel.EVENT)) channel.on(event, (what) => told.push({ event, ...what }));
  return channel;
}

let channel;
window.chat = {
  async open(url, apisecret) {
    channel = await open(url, apisecret);
  },
  /** What a request resolves with, or a text that says why not. */
  ask: (method, params) => channel[method](params).catch(({ code, plugin }) => `${code} ${plugin ?? ''}`),
  /** The next such event that was not looked at yet. */
  take(event) {
    const at = told.findIndex((one) => one.event === event);
    return at < 0 ? undefined : told.splice(at, 1)[0];
  },
};
