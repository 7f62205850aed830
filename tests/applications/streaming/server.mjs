import StreamingPlugin from 'bifrons/plugins/streaming';
import { openBackend } from '../support/backend.mjs';
import { openFrontend } from '../support/frontend.mjs';

const { EVENT } = StreamingPlugin;

const MANAGEMENT = {
  info: ['info', 'info'],
  list: ['list', 'list'],
  enable: ['enabled', 'enable'],
  disable: ['disabled', 'disable'],
  create: ['created', 'createRtpMountpoint'],
  destroy: ['destroyed', 'destroyMountpoint'],
};

let backend;
const frontend = openFrontend('streaming', 'streaming-error', enter);
backend = await openBackend(StreamingPlugin, frontend.fail);
frontend.listen();

function enter(browser) {
  let handle;

  browser.respond('watch', 'offer', async ({ id, pin, restart }) => {
    if (!restart) {
      handle = await backend.session.attach(StreamingPlugin);
      handle.on(EVENT.STREAMING_STATUS, ({ status, id: mountpoint }) => browser.send(status, { id: mountpoint }));
    }
    return handle.watch({ id, pin, restart });
  });
  browser.respond('start', ({ status }) => status, (data) => handle.start(data));
  browser.respond('pause', ({ status }) => status, () => handle.pause());
  browser.respond('stop', ({ status }) => status, () => handle.stop());
  browser.respond('configure', 'configured', (data) => handle.configure(data));
  browser.respond('switch', 'switched', (data) => handle.switch(data));
  browser.respond('trickle', null, ({ candidate }) => handle.trickle(candidate));
  browser.respond('trickle-complete', null, () => handle.trickleComplete());
  for (const [event, [responseName, method]] of Object.entries(MANAGEMENT)) {
    browser.respond(event, responseName, (data) => backend.manager[method](data));
  }
  browser.on('disconnect', () => handle?.detach().catch(() => {}));
}
