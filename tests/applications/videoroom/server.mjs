import VideoRoomPlugin from 'bifrons/plugins/videoroom';
import { openBackend } from '../support/backend.mjs';
import { openFrontend } from '../support/frontend.mjs';
import { MANAGEMENT, NOTIFICATIONS } from '../support/videoroom.mjs';

const { EVENT } = VideoRoomPlugin;

let backend;
const frontend = openFrontend('videoroom', 'videoroom-error', enter);
backend = await openBackend(VideoRoomPlugin, frontend.fail);
frontend.listen();

function enter(browser) {
  /** By feed: the browser's own, by which it publishes, and those that it gets. */
  const handles = new Map();
  const of = ({ feed }) => handles.get(feed) ?? fail('handle-not-available');

  browser.answers('join', 'joined', async (data) => {
    const handle = await backend.session.attach(VideoRoomPlugin);
    for (const [event, name] of Object.entries(NOTIFICATIONS)) handle.on(event, (told) => browser.tell(name, told));
    // Who publishes no more can't be listened to any more.
    handle.on(EVENT.VIDEOROOM_UNPUBLISHED, ({ feed }) => feed !== handle.feed && drop(feed));
    const joined = await handle.joinPublisher(data);
    handles.set(joined.feed, handle);
    return joined;
  });
  browser.answers('subscribe', 'subscribed', async (data) => {
    const handle = await backend.session.attach(VideoRoomPlugin);
    const subscribed = await handle.joinListener(data);
    handles.set(data.feed, handle);
    return subscribed;
  });
  browser.answers('publish', 'published', (data) => of(data).publish(data));
  browser.answers('configure', 'configured', async (data) => {
    const { configured, ...result } = await of(data).configure(data);
    return result;
  });
  browser.answers('unpublish', 'unpublished', (data) => of(data).unpublish());
  browser.answers('leave', 'leaving', async (data) => {
    const left = await of(data).leave();
    await drop(data.feed);
    return left;
  });
  browser.answers('start', 'started', (data) => of(data).start(data));
  browser.answers('pause', 'paused', (data) => of(data).pause());
  browser.answers('switch', 'switched', async ({ from_feed, ...data }) => {
    const handle = of({ feed: from_feed });
    const switched = await handle.switch(data);
    handles.delete(from_feed);
    handles.set(data.to_feed, handle);
    return switched;
  });
  browser.answers('trickle', null, (data) => of(data).trickle(data.candidate));
  browser.answers('trickle-complete', null, (data) => of(data).trickleComplete());
  for (const [event, [answer, method]] of Object.entries(MANAGEMENT)) {
    browser.answers(event, answer, (data) => backend.manager[method](data));
  }
  browser.on('disconnect', () => [...handles.keys()].forEach(drop));

  async function drop(feed) {
    const handle = handles.get(feed);
    handles.delete(feed);
    await handle?.detach().catch(() => {});
  }
}

function fail(text) {
  throw new Error(text);
}
