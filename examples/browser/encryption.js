import Bifrons from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { endToEnd, joinRoom, openDevices, publish, showStream, watch } from 'bifrons/webrtc';

const element = (id) => document.getElementById(id);

element('form').onsubmit = async (event) => {
  event.preventDefault();
  element('join').disabled = true;
  try {
    await join(Object.fromEntries(new FormData(event.target)));
  } catch (error) {
    log(`Failed: ${error.message}`);
    element('join').disabled = false;
  }
};

async function join({ url, secret, room, display, passphrase }) {
  const connection = await Bifrons.connect({ address: { url, apisecret: secret || undefined }, max_retries: 0, reconnect: true });
  const session = await connection.create();
  const joined = await joinRoom(await session.attach(VideoRoom), { room: Number(room), display });
  joined.on('joined', (participant) => log(`${participant.display} is in the room.`));
  joined.on('left', (participant) => log(`${participant.display} has left.`));

  // One worker for all that this page sends and receives. Janus gets neither the passphrase nor a key.
  const encryption = endToEnd(new Worker('cipher.js', { type: 'module' }), { secret: passphrase, room });
  const { camera, microphone } = await openDevices();
  show('You', 'video').srcObject = new MediaStream([camera.track]);
  // What the cipher leaves readable are the first bytes of VP8.
  await publish(joined, [microphone, camera], { encryption, streams: { camera: { codec: 'vp8' } } });

  const watching = watch(joined, await session.attach(VideoRoom), { encryption });
  const elements = new Map();
  watching.on('added', (stream) => {
    elements.set(stream.id, show(stream.display, stream.kind));
    showStream(watching, stream, elements.get(stream.id));
  });
  watching.on('removed', ({ id }) => {
    elements.get(id).closest('figure').remove();
    elements.delete(id);
  });
  log('What you send is encrypted. Participants with another passphrase see and hear nothing of it.');
}

function show(name, kind) {
  const media = Object.assign(document.createElement(kind), { autoplay: true, playsInline: true });
  const caption = Object.assign(document.createElement('figcaption'), { textContent: name });
  const figure = document.createElement('figure');
  figure.hidden = kind === 'audio';
  figure.append(media, caption);
  element('streams').append(figure);
  return media;
}

function log(text) {
  const line = document.createElement('li');
  line.textContent = `${new Date().toLocaleTimeString()} ${text}`;
  element('log').append(line);
}
