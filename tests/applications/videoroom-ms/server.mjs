import VideoRoomPlugin from 'bifrons/plugins/videoroom';
import { openBackend } from '../support/backend.mjs';
import { openFrontend } from '../support/frontend.mjs';
import { MANAGEMENT, EVENT_NAMES } from '../support/videoroom.mjs';

const { EVENT } = VideoRoomPlugin;

let backend;
const frontend = openFrontend('videoroom-ms', 'videoroom-error', enter);
backend = await openBackend(VideoRoomPlugin, frontend.fail);
frontend.listen();

function enter(browser) {
  let publisher;
  let subscriber;
  /** Returns the publisher for a request with a feed, and the subscriber for other requests. */
  const of = ({ feed }) => (feed === undefined ? subscriber : publisher);

  browser.respond('join', 'joined', async (data) => {
    publisher = await backend.session.attach(VideoRoomPlugin);
    for (const [event, name] of Object.entries(EVENT_NAMES)) publisher.on(event, (fields) => browser.send(name, fields));
    return publisher.joinPublisher(data);
  });
  browser.respond('subscribe', 'subscribed', async ({ room, streams }) => {
    if (subscriber) return subscriber.update({ subscribe: streams });
    subscriber = await backend.session.attach(VideoRoomPlugin);
    subscriber.on(EVENT.VIDEOROOM_UPDATED, (fields) => browser.send('updated', fields));
    return subscriber.joinSubscriber({ room, streams });
  });
  browser.respond('unsubscribe', 'unsubscribed', ({ streams }) => subscriber.update({ unsubscribe: streams }));
  browser.respond('publish', 'published', (data) => publisher.publish(data));
  browser.respond('configure', 'configured', async (data) => {
    const { configured, ...result } = await of(data).configure(data);
    return result;
  });
  browser.respond('unpublish', 'unpublished', () => publisher.unpublish());
  browser.respond('leave', 'leaving', (data) => of(data).leave());
  browser.respond('start', 'started', (data) => subscriber.start(data));
  browser.respond('pause', 'paused', () => subscriber.pause());
  browser.respond('switch', 'switched', (data) => subscriber.switch(data));
  browser.respond('trickle', null, (data) => of(data).trickle(data.candidate));
  browser.respond('trickle-complete', null, (data) => of(data).trickleComplete());
  for (const [event, [responseName, method]] of Object.entries(MANAGEMENT)) {
    browser.respond(event, responseName, (data) => backend.manager[method](data));
  }
  browser.on('disconnect', () => {
    for (const handle of [publisher, subscriber]) handle?.detach().catch(() => {});
  });
}
