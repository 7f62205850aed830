// Records on the server, and lists the recordings: node recordplay.mjs ws://127.0.0.1:8188 [API SECRET]
import { once } from 'node:events';
import Bifrons from 'bifrons';
import RecordPlay from 'bifrons/plugins/recordplay';
import { connect, offer } from './common.mjs';

const connection = await connect();
const handle = await (await connection.create()).attach(RecordPlay);
const { settings } = await handle.configure({ maxBitrate: 512_000 });
console.log('settings for clients that record:', settings);

const { id, jsep } = await handle.record({ name: 'a greeting', jsep: offer() });
console.log(`recording ${id}, with an SDP ${jsep.type} for the page`);
const ended = once(handle, Bifrons.EVENT.HANDLE_HANGUP);
await handle.stop();
await ended;

await handle.updateRecordings();
const { list } = await handle.listRecordings();
for (const recording of list) console.log(`recording ${recording.id}: ${recording.name}, ${recording.date}`);
// If media had been recorded, the response would carry an SDP offer, which start() answers.
await handle.play({ id }).catch(({ message }) => console.log('there is nothing to play:', message));
await connection.close();
