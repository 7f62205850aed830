// Asks a script in JavaScript that Janus runs: node duktape.mjs ws://127.0.0.1:8188 [API SECRET]
import Duktape from 'bifrons/plugins/duktape';
import { connect, offer } from './common.mjs';

const connection = await connect();
// A script may give the plugin another name: { ...Duktape, id: 'janus.plugin.its.name' }.
const handle = await (await connection.create()).attach(Duktape);
handle.on(Duktape.EVENT.DUKTAPE_MESSAGE, (told) => console.log('the script tells', told));
// What a body may hold, and what comes back, is the script's own.
console.log('the script says', await handle.ask({ audio: true }));
const { jsep, ...said } = await handle.ask({ audio: true, jsep: offer() });
console.log('the script says', said, `with an ${jsep.type}`);
await connection.close();
