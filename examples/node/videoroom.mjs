// A video room: Alice publishes, Bob subscribes: node videoroom.mjs ws://127.0.0.1:8188 [API SECRET]
import { once } from 'node:events';
import VideoRoom from 'bifrons/plugins/videoroom';
import { answerTo, connect, offer } from './common.mjs';

const { EVENT } = VideoRoom;
const connection = await connect();
const session = await connection.create();
const alice = await session.attach(VideoRoom);
// Bob subscribes to the dummy publisher, because this example has no media.
const { room } = await alice.create({ dummy_publisher: true, max_publishers: 3 });
const { feed, publishers } = await alice.joinPublisher({ room, display: 'Alice' });
const { jsep } = await alice.publish({ jsep: offer(), bitrate: 512_000 });
console.log(`Alice is ${feed} in room ${room}, and has an SDP ${jsep.type}`);

const bob = await session.attach(VideoRoom);
const streams = publishers.map((publisher) => ({ feed: publisher.feed }));
const subscribed = await bob.joinSubscriber({ room, streams });
await bob.start({ jsep: answerTo(subscribed.jsep) });
console.log(`Bob subscribes to ${subscribed.streams.length} streams`);

const { participants } = await bob.listParticipants({ room });
console.log(participants.length, 'participants');
const destroyed = once(alice, EVENT.VIDEOROOM_DESTROYED);
await bob.destroy({ room });
await destroyed;
console.log('the room was destroyed');
await connection.close();
