// An audio conference: node audiobridge.mjs ws://127.0.0.1:8188 [API SECRET]
import { once } from 'node:events';
import AudioBridge from 'bifrons/plugins/audiobridge';
import { connect, offer } from './common.mjs';

const { EVENT } = AudioBridge;
const secret = 'only Alice knows';
const connection = await connect();
const session = await connection.create();
const [alice, bob] = [await session.attach(AudioBridge), await session.attach(AudioBridge)];
const { room } = await alice.create({ secret });
await alice.join({ room, display: 'Alice', jsep: offer() });
alice.on(EVENT.AUDIOBRIDGE_PEER_JOINED, ({ display }) => console.log(display, 'joined'));
alice.on(EVENT.AUDIOBRIDGE_PEER_CONFIGURED, ({ muted }) => console.log('muted:', muted));
alice.on(EVENT.AUDIOBRIDGE_PEER_LEAVING, ({ feed }) => console.log(feed, 'left'));

const { feed, participants } = await bob.join({ room, display: 'Bob', jsep: offer() });
console.log(`Bob is ${feed} and is in the room with ${participants.map(({ display }) => display)}`);
await alice.mute({ room, feed, secret });
await bob.leave();
const destroyed = once(alice, EVENT.AUDIOBRIDGE_DESTROYED);
await alice.destroy({ room, secret });
await destroyed;
console.log('the room was destroyed');
await connection.close();
