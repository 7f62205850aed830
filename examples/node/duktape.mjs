// Sends requests to a script in JavaScript that Janus runs: node duktape.mjs ws://127.0.0.1:8188 [API SECRET]
import Duktape from 'bifrons/plugins/duktape';
import { connect, offer } from './common.mjs';

const connection = await connect();
// A script may give the plugin another name: { ...Duktape, id: 'janus.plugin.its.name' }.
const handle = await (await connection.create()).attach(Duktape);
handle.on(Duktape.EVENT.DUKTAPE_MESSAGE, (message) => console.log('event of the script:', message));
// The script defines the fields of requests and responses.
console.log('the script sent', await handle.ask({ audio: true }));
const { jsep, ...message } = await handle.ask({ audio: true, jsep: offer() });
console.log('the script sent', message, `with an SDP ${jsep.type}`);
await connection.close();
