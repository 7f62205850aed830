// Asks a script in Lua that Janus runs: node lua.mjs ws://127.0.0.1:8188 [API SECRET]
import Lua from 'bifrons/plugins/lua';
import { connect, offer } from './common.mjs';

const connection = await connect();
// A script may give the plugin another name: { ...Lua, id: 'janus.plugin.its.name' }.
const handle = await (await connection.create()).attach(Lua);
handle.on(Lua.EVENT.LUA_MESSAGE, (told) => console.log('the script tells', told));
// What a body may hold, and what comes back, is the script's own.
console.log('the script says', await handle.ask({ audio: true }));
const { jsep, ...said } = await handle.ask({ audio: true, jsep: offer() });
console.log('the script says', said, `with an ${jsep.type}`);
await connection.close();
