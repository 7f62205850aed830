const BOTH = { packets: 50, frames: 20 };
const ROOM = { room: 200, max_publishers: 4, bitrate: 300_000, talking_events: true, talking_packets_threshold: 25, talking_level_threshold: 50, notify_joining: true };
const room = ROOM.room;

export async function videoroom(stage, passed) {
  const application = await stage.start('videoroom');
  const anna = await application.open('Anna', 0.5);
  const ben = await application.open('Ben', 0.001);

  await anna.request('create', 'created', ROOM);
  const annas = await anna.call('publish', { room, display: 'Anna' });
  const bens = await ben.call('publish', { room, display: 'Ben' });
  await anna.waitFor('feed-joined', { feed: bens.feed, display: 'Ben' });
  const { publishers } = await anna.waitFor('feed-list', { room });
  if (publishers[0].feed !== bens.feed) throw new Error(`the list is of ${publishers[0].feed}`);
  passed('two pages publish, and the first gets the event of the second');

  await anna.call('subscribe', { room, feed: bens.feed });
  await ben.call('subscribe', { room, feed: annas.feed });
  const got = await anna.gets(BOTH);
  await ben.gets({ ...BOTH, energy: 0.05 });
  passed(`each sees and hears the other: Anna received ${got.frames} frames and ${got.packets} audio packets`);
  await ben.waitFor('talking', { feed: annas.feed, talking: true });
  passed('Anna talks, and Ben gets the event');

  await ben.request('configure', 'configured', { feed: annas.feed, audio: true, video: false });
  await ben.getsNoMore('frames');
  await ben.gets({ packets: 50 });
  await ben.request('configure', 'configured', { feed: annas.feed, audio: true, video: true });
  await ben.gets(BOTH);
  await ben.request('pause', 'paused', { feed: annas.feed });
  await ben.getsNoMore('packets');
  await ben.request('start', 'started', { feed: annas.feed });
  await ben.gets(BOTH);
  passed('Ben disables and enables her video, pauses all media and resumes');

  await ben.request('unpublish', 'unpublished', { feed: bens.feed });
  await anna.waitFor('unpublished', { feed: bens.feed });
  await anna.request('leave', 'leaving', { feed: annas.feed });
  await ben.waitFor('leaving', { feed: annas.feed });
  await anna.request('destroy', 'destroyed', { room });
  passed('one participant unpublishes, the other leaves, and each gets the other’s event');
  await anna.close();
  await ben.close();
}
