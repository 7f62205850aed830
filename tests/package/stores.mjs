// Connections, sessions, handles and channels in the stores of pages, which put proxies around what they hold.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export async function inStores({ consumer, tool }) {
  const require = createRequire(join(await consumer(false), 'package.json'));
  const { connect, Logger } = require('bifrons');
  const { default: EchoTest } = require('bifrons/plugins/echotest');
  const { TextRoomChannel } = require('bifrons/plugins/textroom');
  const { MockJanus } = require('bifrons/testing');
  const { reactive, readonly, ref } = tool('@vue/reactivity');
  const { proxy } = tool('valtio/vanilla');
  const stores = { 'Vue, reactive': reactive, 'Vue, readonly': readonly, 'Vue, ref': (state) => ref(state).value, Valtio: proxy };

  Logger.setLevel('none');
  const janus = await MockJanus.start({ port: false });
  for (const [name, store] of Object.entries(stores)) {
    const connection = await connect({ address: { url: 'janus://here' }, transport: janus.transport });
    const session = await connection.create();
    const handle = await session.attach(EchoTest);
    const channel = new TextRoomChannel({ send: () => {} });
    const state = store({ connection, session, handle, nested: { channels: [channel] } });
    const kept = [state.connection, state.session, state.handle, state.nested.channels[0]];
    [connection, session, handle, channel].forEach((original, at) => assert.equal(kept[at], original, name));
    state.handle.on('echotest_result', () => {});
    assert.equal((await state.handle.start({ audio: true })).result, 'ok', name);
    await state.session.destroy();
    await state.connection.close();
  }
  await janus.stop();
  return Object.keys(stores).join(', ');
}
