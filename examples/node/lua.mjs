// Sends requests to a script in Lua that Janus runs: node lua.mjs ws://127.0.0.1:8188 [API SECRET]
import Lua from 'bifrons/plugins/lua';
import { connect, offer } from './common.mjs';

const connection = await connect();
// A script may give the plugin another name: { ...Lua, id: 'janus.plugin.its.name' }.
const handle = await (await connection.create()).attach(Lua);
handle.on(Lua.EVENT.LUA_MESSAGE, (message) => console.log('event of the script:', message));
// The script defines the fields of requests and responses.
console.log('the script sent', await handle.ask({ audio: true }));
const { jsep, ...message } = await handle.ask({ audio: true, jsep: offer() });
console.log('the script sent', message, `with an SDP ${jsep.type}`);
await connection.close();
