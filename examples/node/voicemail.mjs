// Leaves a message on the server (Janus 1.1.2 and older): node voicemail.mjs ws://127.0.0.1:8188 [API SECRET]
import VoiceMail from 'bifrons/plugins/voicemail';
import { connect, offer } from './common.mjs';

const connection = await connect();
const handle = await (await connection.create()).attach(VoiceMail);
// With media, events report `started` and, ten seconds later, `done`.
handle.on(VoiceMail.EVENT.VOICEMAIL_STATUS, ({ status, recording }) => console.log(status, recording));
const { status, jsep } = await handle.record({ jsep: offer() });
console.log(`${status}, with an SDP ${jsep.type} for the page`);
const { recording } = await handle.stop();
console.log('URL of the recording:', recording);
await connection.close();
