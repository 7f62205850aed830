// A participant of a VideoRoom: publishes, watches the others and shows them.
import { connect } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom.js';
import { joinRoom, openDevices, openScreen, publish, showStream, watch } from 'bifrons/webrtc';

export async function enter({ url, apisecret, room, display, create = false, size = 400, simulcast = false }) {
  const connection = await connect({ address: { url, apisecret } });
  const session = await connection.create();
  const [publisher, subscriber] = [await session.attach(VideoRoom), await session.attach(VideoRoom)];
  const requests = count(subscriber);
  if (create) await publisher.create({ room, max_publishers: 20, bitrate: 2_500_000 });
  const joined = await joinRoom(publisher, { room, display });
  const { camera, microphone } = await openDevices({ camera: simulcast ? { width: 1280, height: 720 } : { width: 320, height: 180 } });
  const member = { connection, session, room: joined, camera, microphone, requests, errors: [], added: [], tiles: new Map() };
  member.publication = await publish(joined, [microphone, camera], { streams: { camera: { simulcast } } });
  member.watch = watch(joined, subscriber);
  member.watch.on('error', (error) => member.errors.push(String(error)));
  member.watch.on('added', (stream) => {
    member.added.push(`${stream.display} ${stream.source}`);
    const element = Object.assign(document.createElement(stream.kind), { autoplay: true, muted: stream.kind === 'video' });
    Object.assign(element.style, { height: `${size}px`, display: 'inline-block' });
    document.body.append(element);
    member.tiles.set(stream.id, element);
    showStream(member.watch, stream, element);
  });
  member.watch.on('removed', ({ id }) => {
    member.tiles.get(id).remove();
    member.tiles.delete(id);
  });
  member.share = async () => {
    const { video } = await openScreen();
    member.screen = await member.publication.send(video);
  };
  member.unshare = () => member.publication.stop(member.screen);
  /** The streams as texts, for comparisons. */
  member.seen = () => member.watch.streams.map(({ display, source }) => `${display} ${source}`).sort();
  return member;
}

/** Counts the requests of a handle by their names. */
function count(handle) {
  const requests = {};
  for (const name of ['joinSubscriber', 'update', 'start', 'configure']) {
    const call = handle[name].bind(handle);
    handle[name] = (...args) => {
      requests[name] = (requests[name] ?? 0) + 1;
      return call(...args);
    };
  }
  return requests;
}
