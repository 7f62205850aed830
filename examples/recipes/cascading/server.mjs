// Cascading by hand: the publishers of a room are on one Janus, and viewers on another one, which gets the media by RTP.
//   SECOND_JANUS=ws://10.0.0.2:8188 SECOND_HOST=10.0.0.2 node cascading/server.mjs …
import { randomBytes } from 'node:crypto';

import { connect } from 'bifrons';
import Streaming from 'bifrons/plugins/streaming';
import VideoRoom from 'bifrons/plugins/videoroom';
import { address, serve, ticket } from '../common/serve.mjs';

const { SECOND_JANUS: url, SECOND_HOST: host = '127.0.0.1' } = process.env;
const [first, second] = await Promise.all([address, { ...address, url }].map((address) => connect({ address, reconnect: true })));
const rooms = await (await first.create()).attach(VideoRoom);
const mountpoints = await (await second.create()).attach(Streaming);

const secret = randomBytes(16).toString('hex');
const { room } = await rooms.create({ secret, max_publishers: 12, videocodec: 'vp8', audiocodec: 'opus', fir_freq: 2 });

/** The mountpoint on the second Janus for each publisher, by feed. */
const copies = new Map();

rooms.on(VideoRoom.EVENT.VIDEOROOM_PUB_LIST, ({ publishers }) => publishers.forEach((publisher) => copy(publisher).catch(console.error)));
rooms.on(VideoRoom.EVENT.VIDEOROOM_UNPUBLISHED, ({ feed }) => void remove(feed).catch(console.error));
rooms.on(VideoRoom.EVENT.VIDEOROOM_LEAVING, ({ feed }) => void remove(feed).catch(console.error));
// The server is in the room, too, and gets its events.
await rooms.joinPublisher({ room });

async function copy({ feed, display, streams }) {
  if (copies.has(feed)) return;
  copies.set(feed, { display });
  const sent = streams.filter(({ type, disabled }) => (type === 'audio' || type === 'video') && !disabled);
  const media = sent.map(({ type, mid }) => ({ type, mid, port: 0, ...(type === 'audio' ? { pt: 111, codec: 'opus' } : { pt: 96, codec: 'vp8' }) }));
  const { id, ports } = await mountpoints.createRtpMountpoint({ media });
  copies.set(feed, { id, display });
  const targets = ports.map(({ mid, port, type }) => ({ mid, port, pt: type === 'audio' ? 111 : 96 }));
  await rooms.startForward({ room, secret, feed, host, streams: targets });
}

async function remove(feed) {
  const { id } = copies.get(feed) ?? {};
  copies.delete(feed);
  if (id !== undefined) await mountpoints.destroyMountpoint({ id });
}

serve(import.meta.url, {
  publish: () => ({ ...ticket('videoroom'), room }),
  watch: () => ({ ...ticket('streaming'), url, publishers: [...copies.values()].filter(({ id }) => id !== undefined) }),
});
