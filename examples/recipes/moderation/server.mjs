// Moderation: the server has the secret of the room, and mutes and removes participants for a moderator.
import { randomBytes } from 'node:crypto';

import { connect } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { Refusal, address, serve, ticket } from '../common/serve.mjs';

const connection = await connect({ address, reconnect: true });
const rooms = await (await connection.create()).attach(VideoRoom);
const [secret, moderatorsKey] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
const { room } = await rooms.create({ secret, max_publishers: 12 });

/** Who is a moderator is the application's decision; here it is the owner of the key. */
function mustBeModerator({ key }) {
  if (key !== moderatorsKey) throw new Refusal('only a moderator may do this');
}

function feedOf({ feed }) {
  if (!Number.isSafeInteger(feed)) throw new Refusal('`feed` is not a participant');
  return feed;
}

console.log(`the moderator's key is ${moderatorsKey}`);
serve(import.meta.url, {
  enter: () => ({ ...ticket('videoroom'), room }),
  async mute({ mid, ...data }) {
    mustBeModerator(data);
    if (typeof mid !== 'string') throw new Refusal('`mid` is not a stream');
    await rooms.moderate({ room, secret, feed: feedOf(data), mid, mute: data.mute === true });
  },
  async kick(data) {
    mustBeModerator(data);
    await rooms.kick({ room, secret, feed: feedOf(data) });
  },
});
