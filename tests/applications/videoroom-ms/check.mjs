const BOTH = { packets: 50, frames: 20 };
const room = 300;

export async function videoroomMultistream(stage, passed) {
  const application = await stage.start('videoroom-ms');
  const anna = await application.open('Anna');
  const ben = await application.open('Ben');
  const clara = await application.open('Clara');

  await anna.request('create', 'created', { room, max_publishers: 4, bitrate: 300_000 });
  const annas = await anna.call('publish', { room, display: 'Anna' });
  const bens = await ben.call('publish', { room, display: 'Ben' });
  await anna.waitFor('feed-list', { room });
  await clara.request('join', 'joined', { room, display: 'Clara' });

  await clara.call('subscribe', { room, streams: [{ feed: annas.feed }] });
  await clara.gets(BOTH);
  const streams = await clara.call('subscribe', { room, streams: [{ feed: bens.feed }] });
  if (streams.filter(({ active }) => active).length !== 4) throw new Error(`not four streams: ${JSON.stringify(streams)}`);
  await anna.call('subscribe', { room, streams: [{ feed: bens.feed, mid: '1' }] });
  await clara.gets({ packets: 150, frames: 40 });
  await anna.gets({ frames: 20 });
  passed('Clara receives Anna’s and Ben’s streams with one subscription, Anna receives Ben’s video only');

  await clara.call('unsubscribe', { streams: [{ feed: annas.feed }] });
  const { packets } = await clara.gets(BOTH);
  passed(`without Anna’s streams, Ben’s continue: ${packets} audio packets in all`);
  const [video] = streams.filter(({ feed_id, type }) => feed_id === bens.feed && type === 'video');
  const switched = await clara.request('switch', 'switched', { streams: [{ feed: annas.feed, mid: '1', sub_mid: video.mid }] });
  if (switched.changes !== 1) throw new Error(`the switch changed ${switched.changes} streams`);
  await clara.gets(BOTH);
  passed('Ben’s video is switched to Anna’s and continues');

  await ben.request('unpublish', 'unpublished', {});
  await clara.waitFor('updated', { room });
  await clara.waitFor('unpublished', { feed: bens.feed });
  await clara.getsNoMore('packets');
  await clara.gets({ frames: 20 });
  passed('Ben unpublishes: Clara gets an offer from Janus, and Anna’s video continues');
  for (const page of [anna, ben, clara]) await page.close();
}
