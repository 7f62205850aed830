// A page that Chromium hides behind another tab. Playwright's own pages always count as visible.

/** Opens a page of the stage, outside of Playwright. */
export async function openToHide({ browser, address }) {
  const cdp = await browser.newBrowserCDPSession();
  const { targetId } = await cdp.send('Target.createTarget', { url: address });
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const pending = new Map();
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    const { resolve, reject } = pending.get(id) ?? {};
    if (error) reject?.(new Error(error.message));
    else resolve?.(result);
  });
  const send = (method, params) => new Promise((resolve, reject) => {
    const id = pending.size + 1;
    pending.set(id, { resolve, reject });
    cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) }).catch(reject);
  });
  const run = async (action, argument) => {
    const expression = `new Promise((resolve) => window.app ? resolve() : addEventListener('load', resolve)).then(() => (${action})(${JSON.stringify(argument)}))`;
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    run,
    hide: () => cdp.send('Target.createTarget', { url: 'about:blank' }),
    close: () => cdp.send('Target.closeTarget', { targetId }),
  };
}
