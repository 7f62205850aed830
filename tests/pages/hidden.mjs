// A page that Chromium hides behind another tab. Playwright's own pages always count as visible.

/** Opens the page of a stage, outside of Playwright. */
export async function openToHide({ browser, address }) {
  const cdp = await browser.newBrowserCDPSession();
  const { targetId } = await cdp.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const pending = new Map();
  let loaded;
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, method, result, error } = JSON.parse(message);
    const { resolve, reject } = pending.get(id) ?? {};
    if (error) reject?.(new Error(error.message));
    else resolve?.(result);
    if (method === 'Page.loadEventFired') loaded();
  });
  const send = (method, params) => new Promise((resolve, reject) => {
    const id = pending.size + 1;
    pending.set(id, { resolve, reject });
    cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
  });
  await send('Page.enable');
  const load = new Promise((resolve) => (loaded = resolve));
  await send('Page.navigate', { url: address });
  await load;
  return {
    /** Runs a function in the page. */
    async run(action, argument) {
      const expression = `(${action})(${JSON.stringify(argument)})`;
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    hide: () => cdp.send('Target.createTarget', { url: 'about:blank' }),
    close: () => cdp.send('Target.closeTarget', { targetId }),
  };
}
