// Alice calls Bob by username: node videocall.mjs ws://127.0.0.1:8188 [API SECRET]
import { once } from 'node:events';
import VideoCall from 'bifrons/plugins/videocall';
import { answerTo, connect, offer } from './common.mjs';

const { EVENT } = VideoCall;
const connection = await connect();
const session = await connection.create();
const [alice, bob] = [await session.attach(VideoCall), await session.attach(VideoCall)];
await alice.register({ username: 'alice' });
await bob.register({ username: 'bob' });

bob.on(EVENT.VIDEOCALL_INCOMING_CALL, async ({ username, jsep }) => {
  console.log(`Bob: ${username} calls`);
  await bob.accept({ jsep: answerTo(jsep) });
});
const accepted = once(alice, EVENT.VIDEOCALL_ACCEPTED);
const { event } = await alice.call({ username: 'bob', jsep: offer() });
console.log('Alice:', event);
const [{ username, jsep }] = await accepted;
console.log(`Alice: ${username} accepted the call, with an SDP ${jsep.type}`);

const ended = once(alice, EVENT.VIDEOCALL_HANGUP);
await bob.hangupCall({ reason: 'enough' });
const [{ reason }] = await ended;
console.log(`Alice: the call ended: ${reason}`);
await connection.close();
