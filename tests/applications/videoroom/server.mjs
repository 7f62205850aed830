import VideoRoomPlugin from 'bifrons/plugins/videoroom';
import { openBackend } from '../support/backend.mjs';
import { openFrontend } from '../support/frontend.mjs';
import { MANAGEMENT, EVENT_NAMES } from '../support/videoroom.mjs';

const { EVENT } = VideoRoomPlugin;

let backend;
const frontend = openFrontend('videoroom', 'videoroom-error', enter);
backend = await openBackend(VideoRoomPlugin, frontend.fail);
frontend.listen();

function enter(browser) {
  /** The browser's handles by feed: the publisher, and the subscribers. */
  const handles = new Map();
  const of = ({ feed }) => handles.get(feed) ?? fail('handle-not-available');

  browser.respond('join', 'joined', async (data) => {
    const handle = await backend.session.attach(VideoRoomPlugin);
    for (const [event, name] of Object.entries(EVENT_NAMES)) handle.on(event, (fields) => browser.send(name, fields));
    // The subscription to an unpublished feed ends.
    handle.on(EVENT.VIDEOROOM_UNPUBLISHED, ({ feed }) => feed !== handle.feed && drop(feed));
    const joined = await handle.joinPublisher(data);
    handles.set(joined.feed, handle);
    return joined;
  });
  browser.respond('subscribe', 'subscribed', async (data) => {
    const handle = await backend.session.attach(VideoRoomPlugin);
    const subscribed = await handle.joinListener(data);
    handles.set(data.feed, handle);
    return subscribed;
  });
  browser.respond('publish', 'published', (data) => of(data).publish(data));
  browser.respond('configure', 'configured', async (data) => {
    const { configured, ...result } = await of(data).configure(data);
    return result;
  });
  browser.respond('unpublish', 'unpublished', (data) => of(data).unpublish());
  browser.respond('leave', 'leaving', async (data) => {
    const left = await of(data).leave();
    await drop(data.feed);
    return left;
  });
  browser.respond('start', 'started', (data) => of(data).start(data));
  browser.respond('pause', 'paused', (data) => of(data).pause());
  browser.respond('switch', 'switched', async ({ from_feed, ...data }) => {
    const handle = of({ feed: from_feed });
    const switched = await handle.switch(data);
    handles.delete(from_feed);
    handles.set(data.to_feed, handle);
    return switched;
  });
  browser.respond('trickle', null, (data) => of(data).trickle(data.candidate));
  browser.respond('trickle-complete', null, (data) => of(data).trickleComplete());
  for (const [event, [responseName, method]] of Object.entries(MANAGEMENT)) {
    browser.respond(event, responseName, (data) => backend.manager[method](data));
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
