const BOTH = { packets: 50, frames: 20 };
const room = 300;

export async function videoroomMultistream(stage, saw) {
  const application = await stage.start('videoroom-ms');
  const anna = await application.open('Anna');
  const ben = await application.open('Ben');
  const clara = await application.open('Clara');

  await anna.ask('create', 'created', { room, max_publishers: 4, bitrate: 300_000 });
  const annas = await anna.call('publish', { room, display: 'Anna' });
  const bens = await ben.call('publish', { room, display: 'Ben' });
  await anna.hears('feed-list', { room });
  await clara.ask('join', 'joined', { room, display: 'Clara' });

  await clara.call('subscribe', { room, streams: [{ feed: annas.feed }] });
  await clara.gets(BOTH);
  const streams = await clara.call('subscribe', { room, streams: [{ feed: bens.feed }] });
  if (streams.filter(({ active }) => active).length !== 4) throw new Error(`not four streams: ${JSON.stringify(streams)}`);
  await anna.call('subscribe', { room, streams: [{ feed: bens.feed, mid: '1' }] });
  await clara.gets({ packets: 150, frames: 40 });
  await anna.gets({ frames: 20 });
  saw('Clara gets Anna’s and Ben’s streams by one subscription, Anna Ben’s video alone');

  await clara.call('unsubscribe', { streams: [{ feed: annas.feed }] });
  const { packets } = await clara.gets(BOTH);
  saw(`without Anna’s, Ben’s go on: ${packets} audio packets in all`);
  const [video] = streams.filter(({ feed_id, type }) => feed_id === bens.feed && type === 'video');
  const switched = await clara.ask('switch', 'switched', { streams: [{ feed: annas.feed, mid: '1', sub_mid: video.mid }] });
  if (switched.changes !== 1) throw new Error(`the switch changed ${switched.changes} streams`);
  await clara.gets(BOTH);
  saw('Ben’s picture is switched to Anna’s, and plays on');

  await ben.ask('unpublish', 'unpublished', {});
  await clara.hears('updated', { room });
  await clara.hears('unpublished', { feed: bens.feed });
  await clara.getsNoMore('packets');
  await clara.gets({ frames: 20 });
  saw('Ben unpublishes: an offer comes to Clara by itself, and Anna’s picture plays on');
  for (const page of [anna, ben, clara]) await page.close();
}
