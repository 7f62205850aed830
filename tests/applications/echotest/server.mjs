import EchoTestPlugin from 'bifrons/plugins/echotest';
import { openBackend } from '../support/backend.mjs';
import { openFrontend } from '../support/frontend.mjs';

let backend;
const frontend = openFrontend('echotest', 'echo-error', enter);
backend = await openBackend(EchoTestPlugin, frontend.fail);
frontend.listen();

function enter(browser) {
  let handle;

  browser.respond('start', 'ready', async () => {
    await handle?.detach();
    handle = await backend.session.attach(EchoTestPlugin);
    handle.on(EchoTestPlugin.EVENT.ECHOTEST_RESULT, ({ result }) => browser.send('result', result));
    return {};
  });
  browser.respond('offer', 'answer', async (data) => {
    const { jsep } = await handle.start(data);
    return { jsep };
  });
  browser.respond('trickle', null, ({ candidate }) => handle.trickle(candidate));
  browser.respond('trickle-complete', null, () => handle.trickleComplete());
  browser.on('disconnect', () => handle?.detach().catch(() => {}));
}
