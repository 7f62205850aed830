// A chat page: TextRoom's data channel and its events.
import { connect, EVENT } from 'bifrons';
import TextRoom, { TextRoomChannel } from 'bifrons/plugins/textroom';

const events = [];

async function open(url, apisecret) {
  const connection = await connect({ address: { url, apisecret } });
  const handle = await (await connection.create()).attach(TextRoom);
  const peer = new RTCPeerConnection();
  peer.onicecandidate = ({ candidate }) => handle.trickle(candidate);
  const { jsep } = await handle.setup();
  await peer.setRemoteDescription(jsep);
  // Earlier candidates wait for this listener.
  handle.on(EVENT.HANDLE_TRICKLE, (candidate) => peer.addIceCandidate(candidate.completed ? undefined : candidate));
  const data = peer.createDataChannel('JanusDataChannel');
  await peer.setLocalDescription();
  await handle.ack({ jsep: peer.localDescription });
  const channel = new TextRoomChannel(data);
  for (const event of Object.values(TextRoomChannel.EVENT)) channel.on(event, (fields) => events.push({ event, ...fields }));
  return channel;
}

let channel;
window.chat = {
  async open(url, apisecret) {
    channel = await open(url, apisecret);
  },
  /** Returns the result of a request, or a text with its error code. */
  request: (method, params) => channel[method](params).catch(({ code, plugin }) => `${code} ${plugin ?? ''}`),
  /** Returns the next unread event with this name. */
  take(event) {
    const at = events.findIndex((one) => one.event === event);
    return at < 0 ? undefined : events.splice(at, 1)[0];
  },
};
