// A webinar: one speaker publishes in a VideoRoom; Janus forwards the media to a mountpoint, which the audience watches.
import { randomBytes } from 'node:crypto';

import { connect } from 'bifrons';
import Streaming from 'bifrons/plugins/streaming';
import VideoRoom from 'bifrons/plugins/videoroom';
import { Refusal, address, serve, ticket } from '../common/serve.mjs';

const connection = await connect({ address, reconnect: true });
const session = await connection.create();
const [rooms, mountpoints] = [await session.attach(VideoRoom), await session.attach(Streaming)];

const [secret, speakersKey] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
const { room } = await rooms.create({ secret, max_publishers: 1, videocodec: 'vp8', fir_freq: 2 });
const { id, ports } = await mountpoints.createRtpMountpoint({
  media: [
    { type: 'audio', mid: 'a', port: 0, pt: 111, codec: 'opus' },
    { type: 'video', mid: 'v', port: 0, pt: 96, codec: 'vp8' },
  ],
});

// The server is in the room, too: it gets the event when the speaker publishes.
rooms.on(VideoRoom.EVENT.VIDEOROOM_PUB_LIST, ({ publishers }) => publishers.forEach((speaker) => forward(speaker).catch(console.error)));
await rooms.joinPublisher({ room });

async function forward({ feed, streams }) {
  const targets = ports.map(({ type, port }) => ({ mid: streams.find((stream) => stream.type === type).mid, port, pt: type === 'audio' ? 111 : 96 }));
  await rooms.startForward({ room, secret, feed, host: '127.0.0.1', streams: targets });
}

console.log(`the speaker's key is ${speakersKey}`);
serve(import.meta.url, {
  // A token of the audience is for Streaming only: it can't publish.
  watch: () => ({ ...ticket('streaming'), id }),
  speak: ({ key }) => {
    if (key !== speakersKey) throw new Refusal('this is not the key of the speaker');
    return { ...ticket('videoroom'), room };
  },
});
