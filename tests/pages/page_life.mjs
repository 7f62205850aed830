// Pages that are closed, cached, frozen, hidden, or lose the network.
import assert from 'node:assert/strict';
import { startProxy } from '../node/support/tcp_proxy.mjs';
import { openToHide } from './hidden.mjs';
import { openStage, until } from './stage.mjs';
import { openEcho } from './support.mjs';

const ROOM = 6262;
/** Within this time a closed page must be gone: Janus itself would keep its session for a minute. */
const SOON_MS = 2000;
/** Longer than the session timeout, and than the time from one throttled timer to the next can hide. */
const HIDDEN_MS = 32_000;

/** Chromium with what Playwright switches off: throttled timers of hidden pages, at once, and the back-forward cache. */
const AS_USERS_HAVE_IT = {
  more: ['--intensive-wake-up-throttling-policy=force-enable', '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/1'],
  without: ['--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows', '--disable-back-forward-cache'],
};

export async function pageLife(_, passed) {
  const stage = await openStage({ options: ['--http', '--reclaim', '60', '--session-timeout', '10'], ...AS_USERS_HAVE_IT });
  try {
    await closed(stage, passed);
    await cached(stage, passed);
    await outages(stage, passed);
    await hidden(stage, passed);
  } finally {
    await stage.close();
  }
}

async function closed(stage, passed) {
  const ben = await stage.openPage();
  const enter = (tab, display, options) => tab.run(async (options) => {
    window.member = await window.app.enter(options);
    return window.member.session.id;
  }, { ...stage.janus, room: ROOM, display, ...options });
  await enter(ben, 'Ben', { create: true });
  const ways = {
    'is closed': ({ page }) => page.close(),
    'goes to another page': ({ page }) => page.goto('about:blank'),
    'is loaded again': ({ page }) => page.reload(),
  };
  const measured = [];
  for (const [scheme, url] of [['WebSocket', stage.janus.url], ['HTTP', stage.http]]) {
    for (const [way, leave] of Object.entries(ways)) {
      const anna = await stage.openPage();
      const session = await enter(anna, 'Anna', { url });
      await ben.until('Anna', () => window.member.seen().length === 2);
      const begun = performance.now();
      await leave(anna);
      await ben.until(`the end of Anna’s page, which ${way}`, () => window.member.room.participants.length === 0);
      const spent = Math.round(performance.now() - begun);
      assert.ok(spent < SOON_MS, `over ${scheme} a page that ${way} is gone after ${spent} ms`);
      assert.ok(!(await sessions(ben, stage)).includes(session), `over ${scheme} the session of a page that ${way} is there`);
      measured.push(spent);
      await anna.close();
    }
  }
  passed(`a page that ${Object.keys(ways).join(', ')} is gone from room and Janus after ${Math.min(...measured)} to ${Math.max(...measured)} ms, over WebSocket and HTTP`);
  await ben.close();
}

/** Chromium closes a WebSocket when it caches the page. */
async function cached(stage, passed) {
  for (const url of [stage.janus.url, stage.http]) {
    const tab = await stage.openPage();
    const session = await tab.run(async ({ url, apisecret }) => {
      const { app } = window;
      addEventListener('pageshow', ({ persisted }) => (window.cameBack = persisted));
      app.connection = await app.connect({ address: { url, apisecret }, reconnect: true });
      app.session = await app.connection.create();
      return app.session.id;
    }, { ...stage.janus, url });
    await tab.page.goto(`${stage.address}index.html?other`);
    await tab.page.goBack({ waitUntil: 'commit' });
    await tab.until('the page of before', () => window.cameBack);
    await tab.run(async () => (await window.app.session.attach('janus.plugin.echotest')).message({ audio: true }));
    assert.equal(await tab.run(() => window.app.session.id), session);
    assert.ok((await sessions(tab, stage)).includes(session));
    await tab.close(/Page entered Back-Forward Cache/);
  }
  passed('a page from the back-forward cache has its session, over WebSocket and HTTP');
}

async function outages(stage, passed) {
  const proxy = await startProxy(stage.janus.url);
  const tab = await openEcho(stage, { url: proxy.url, reconnect: true });
  await tab.run(async () => {
    const { echo, openMicrophone, sendTrack } = window.app;
    await sendTrack(echo.peer, await openMicrophone());
    await echo.peer.negotiate();
    echo.changes = [];
    for (const event of ['connection_reconnecting', 'connection_resumed']) echo.connection.on(event, () => echo.changes.push(event));
  });
  await tab.flows('audio');
  const ids = () => tab.run(() => [window.app.echo.session.id, window.app.echo.handle.id]);
  const before = await ids();
  const resumes = async (times) => {
    await tab.until('the recovery', (times) => window.app.echo.changes.filter((event) => event === 'connection_resumed').length === times, times);
    assert.deepEqual(await ids(), before);
    await tab.run(() => window.app.echo.handle.start({ audio: true }));
    await tab.until('the peer', () => window.app.echo.peer.state === 'connected');
    await tab.flows('audio');
  };

  const cdp = await tab.page.context().newCDPSession(tab.page);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  proxy.reset();
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await resumes(1);
  passed('a page that was frozen while its connection was lost claims its session; its media flow');

  const credentials = () => tab.run(() => window.app.credentialsOf(window.app.echo.peer.connection.localDescription));
  const former = await credentials();
  await tab.page.context().setOffline(true);
  proxy.open = false;
  proxy.reset();
  await tab.until('the loss', () => window.app.echo.changes.at(-1) === 'connection_reconnecting');
  proxy.open = true;
  await tab.page.context().setOffline(false);
  await resumes(2);
  await until('new ICE credentials', async () => (await credentials()) !== former);
  await tab.flows('audio');
  passed('with another network the session is claimed, and ICE restarts');
  await tab.close(/ERR_|WebSocket/);
  proxy.stop();
}

async function hidden(stage, passed) {
  const page = await openToHide(stage);
  const session = await page.run(async ({ url, apisecret }) => {
    const { app } = window;
    app.connection = await app.connect({ address: { url, apisecret }, reconnect: true });
    // Chromium throttles a timer that is the fifth in a chain: with this interval after five seconds.
    app.session = await app.connection.create(1);
    app.ticks = 0;
    setInterval(() => (app.ticks += 1), 500);
    return app.session.id;
  }, stage.janus);
  await page.hide();
  assert.equal(await page.run(() => document.visibilityState), 'hidden');
  await page.run(() => (window.app.ticks = 0));
  await new Promise((resolve) => setTimeout(resolve, HIDDEN_MS));
  const ticks = await page.run(() => window.app.ticks);
  assert.ok(ticks < 10, `the page’s timers are not throttled: ${ticks} ticks`);
  const other = await stage.openPage();
  assert.ok((await sessions(other, stage)).includes(session), 'the session of the hidden page has ended');
  await other.close();
  await page.close();
  passed(`a page hidden for ${HIDDEN_MS / 1000} s keeps its session, with a session timeout of 10 s and ${ticks} ticks of its own timer`);
}

/** The sessions that Janus has, by its Admin API. */
const sessions = (tab, stage) => tab.run(async ({ url, apisecret }) => {
  const admin = await window.app.connect({ is_admin: true, address: { url, apisecret } });
  const { sessions } = await admin.listSessions();
  await admin.close();
  return sessions;
}, stage.admin);
