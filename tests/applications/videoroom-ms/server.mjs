import VideoRoomPlugin from 'bifrons/plugins/videoroom';
import { openBackend } from '../support/backend.mjs';
import { openFrontend } from '../support/frontend.mjs';
import { MANAGEMENT, NOTIFICATIONS } from '../support/videoroom.mjs';

const { EVENT } = VideoRoomPlugin;

let backend;
const frontend = openFrontend('videoroom-ms', 'videoroom-error', enter);
backend = await openBackend(VideoRoomPlugin, frontend.fail);
frontend.listen();

function enter(browser) {
  let publisher;
  let subscriber;
  /** A request that names a feed is the publisher's, the others are the subscriber's. */
  const of = ({ feed }) => (feed === undefined ? subscriber : publisher);

  browser.answers('join', 'joined', async (data) => {
    publisher = await backend.session.attach(VideoRoomPlugin);
    for (const [event, name] of Object.entries(NOTIFICATIONS)) publisher.on(event, (told) => browser.tell(name, told));
    return publisher.joinPublisher(data);
  });
  browser.answers('subscribe', 'subscribed', async ({ room, streams }) => {
    if (subscriber) return subscriber.update({ subscribe: streams });
    subscriber = await backend.session.attach(VideoRoomPlugin);
    subscriber.on(EVENT.VIDEOROOM_UPDATED, (told) => browser.tell('updated', told));
    return subscriber.joinSubscriber({ room, streams });
  });
  browser.answers('unsubscribe', 'unsubscribed', ({ streams }) => subscriber.update({ unsubscribe: streams }));
  browser.answers('publish', 'published', (data) => publisher.publish(data));
  browser.answers('configure', 'configured', async (data) => {
    const { configured, ...result } = await of(data).configure(data);
    return result;
  });
  browser.answers('unpublish', 'unpublished', () => publisher.unpublish());
  browser.answers('leave', 'leaving', (data) => of(data).leave());
  browser.answers('start', 'started', (data) => subscriber.start(data));
  browser.answers('pause', 'paused', () => subscriber.pause());
  browser.answers('switch', 'switched', (data) => subscriber.switch(data));
  browser.answers('trickle', null, (data) => of(data).trickle(data.candidate));
  browser.answers('trickle-complete', null, (data) => of(data).trickleComplete());
  for (const [event, [answer, method]] of Object.entries(MANAGEMENT)) {
    browser.answers(event, answer, (data) => backend.manager[method](data));
  }
  browser.on('disconnect', () => {
    for (const handle of [publisher, subscriber]) handle?.detach().catch(() => {});
  });
}
