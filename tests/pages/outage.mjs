// No packet comes from Janus for a while: the peer restarts ICE, over a signalling of the page's own, too.
import assert from 'node:assert/strict';
import { openEcho } from './support.mjs';

export async function outage(stage, passed) {
  for (const own of [false, true]) {
    const tab = await openEcho(stage, { own });
    await tab.run(async () => {
      const { echo, openMicrophone, sendTrack } = window.app;
      await sendTrack(echo.peer, await openMicrophone());
      await echo.peer.negotiate();
    });
    await tab.flows('audio');
    const former = await tab.run(() => window.app.credentialsOf(window.app.echo.peer.connection.localDescription));
    stage.pause();
    await tab.until('the loss', () => window.app.echo.peer.state === 'recovering');
    await tab.until('an offer with new ICE credentials', (former) => window.app.credentialsOf(window.app.echo.peer.connection.localDescription) !== former, former);
    stage.resume();
    await tab.until('the recovery', () => window.app.echo.peer.state === 'connected');
    await tab.flows('audio');
    assert.deepEqual(await tab.run(() => window.app.echo.states.map(({ state }) => state)), ['connecting', 'connected', 'recovering', 'connected']);
    passed(`a lost connection is recovered${own ? ' over a signalling of the page’s own' : ''}`);
    await tab.run(() => window.app.echo.peer.close());
    await tab.close();
  }
}
