// Lua and Duktape: the scripts of tests/support.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { connect } from 'bifrons';
import Duktape from 'bifrons/plugins/duktape';
import Lua from 'bifrons/plugins/lua';

import { failure, nextEvent, within } from './support/expect.mjs';
import { startJanus } from './support/janus.mjs';
import { offer } from './support/offer.mjs';

let janus;
let connection;
before(async () => {
  janus = await startJanus();
  connection = await connect(janus.config);
});
after(async () => {
  await connection.close();
  await janus.stop();
});

for (const [plugin, script, event] of [[Lua, 'lua', 'lua_message'], [Duktape, 'javascript', 'duktape_message']]) {
  test(`a script in ${script} responds, sends an event and refuses`, async () => {
    const handle = await (await connection.create()).attach(plugin);
    for (const body of [{ greeting: 'hello' }, { later: true, [plugin.id.split('.').at(-1)]: 'its own' }]) {
      assert.deepEqual(await within(handle.ask(body), 'a response'), { script, received: body });
    }
    const came = nextEvent(handle, event);
    await within(handle.ask({ later: true, push: true }), 'a response');
    assert.deepEqual(await came, { script, pushed: true });
    const { jsep, received: body } = await within(handle.ask({ jsep: offer() }), 'a response');
    assert.deepEqual([jsep.type, body], ['answer', {}]);
    await failure(handle.ask({ refuse: true }), 'janus_refused', /^462 /);
  });
}
