// A handle is used again in the turn in which its peer is closed, before Janus has hung up.
import assert from 'node:assert/strict';

export async function again(stage, passed) {
  const tab = await stage.openPage();
  assert.deepEqual(await tab.run((janus) => window.app.useAgain(janus), stage.janus), []);
  passed('handles of six plugins are used ten times each, without a pause');
  await tab.close();
}
