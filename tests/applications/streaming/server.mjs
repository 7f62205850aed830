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

  browser.answers('watch', 'offer', async ({ id, pin, restart }) => {
    if (!restart) {
      handle = await backend.session.attach(StreamingPlugin);
      handle.on(EVENT.STREAMING_STATUS, ({ status, id: mountpoint }) => browser.tell(status, { id: mountpoint }));
    }
    return handle.watch({ id, pin, restart });
  });
  browser.answers('start', ({ status }) => status, (data) => handle.start(data));
  browser.answers('pause', ({ status }) => status, () => handle.pause());
  browser.answers('stop', ({ status }) => status, () => handle.stop());
  browser.answers('configure', 'configured', (data) => handle.configure(data));
  browser.answers('switch', 'switched', (data) => handle.switch(data));
  browser.answers('trickle', null, ({ candidate }) => handle.trickle(candidate));
  browser.answers('trickle-complete', null, () => handle.trickleComplete());
  for (const [event, [answer, method]] of Object.entries(MANAGEMENT)) {
    browser.answers(event, answer, (data) => backend.manager[method](data));
  }
  browser.on('disconnect', () => handle?.detach().catch(() => {}));
}
