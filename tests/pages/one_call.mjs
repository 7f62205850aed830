// What the checks of the one calls share.

/** Opens a page for one call, which it keeps as `window.call`. */
export async function openCaller(stage) {
  const tab = await stage.openPage();
  await tab.run((janus) => (window.janus = janus), stage.janus);
  const count = (kind) => tab.run((kind) => window.app.received(window.call.peer).then((all) => all[kind]), kind);
  return {
    ...tab,
    /** Waits until more of this kind has been received: pictures, or sound that is not silence. */
    async receives(kind) {
      const before = await count(kind);
      await tab.until(`more ${kind}`, ([kind, before]) => window.app.received(window.call.peer).then((all) => all[kind] > before + (kind === 'video' ? 10 : 0.001)), [kind, before]);
    },
    /** Waits until nothing more of this kind is received. */
    stops: (kind) => tab.until(`an end of the ${kind}`, async (kind) => {
      const before = await window.app.received(window.call.peer);
      await new Promise((resolve) => setTimeout(resolve, 700));
      const after = await window.app.received(window.call.peer);
      return after[kind] - before[kind] < 0.0001;
    }, kind),
    /** Restarts ICE, and waits for other credentials of Janus. */
    async restartsIce() {
      const former = await tab.run(() => window.app.credentialsOf(window.call.peer.connection.remoteDescription));
      await tab.run(() => window.call.peer.restartIce());
      await tab.until('other ICE credentials of Janus', (former) => {
        const { connection } = window.call.peer;
        return window.app.credentialsOf(connection.remoteDescription) !== former && connection.signalingState === 'stable';
      }, former);
      await tab.until('the connection', () => window.call.peer.state === 'connected');
    },
    /** Waits for the end of the peer, and returns its reason. */
    ends: () => tab.until('the end', () => window.call.peer.state === 'closed' && (window.reason ?? 'unknown')),
  };
}
