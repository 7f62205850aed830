const BOTH = { packets: 50, frames: 20 };
const ROOM = { room: 200, max_publishers: 4, bitrate: 300_000, talking_events: true, talking_packets_threshold: 25, talking_level_threshold: 50, notify_joining: true };
const room = ROOM.room;

export async function videoroom(stage, saw) {
  const application = await stage.start('videoroom');
  const anna = await application.open('Anna', 0.5);
  const ben = await application.open('Ben', 0.001);

  await anna.ask('create', 'created', ROOM);
  const annas = await anna.call('publish', { room, display: 'Anna' });
  const bens = await ben.call('publish', { room, display: 'Ben' });
  await anna.hears('feed-joined', { feed: bens.feed, display: 'Ben' });
  const { publishers } = await anna.hears('feed-list', { room });
  if (publishers[0].feed !== bens.feed) throw new Error(`the list is of ${publishers[0].feed}`);
  saw('two pages publish, and the first is told of the second');

  await anna.call('subscribe', { room, feed: bens.feed });
  await ben.call('subscribe', { room, feed: annas.feed });
  const got = await anna.gets(BOTH);
  await ben.gets({ ...BOTH, energy: 0.05 });
  saw(`each sees and hears the other: Anna got ${got.frames} frames and ${got.packets} audio packets`);
  await ben.hears('talking', { feed: annas.feed, talking: true });
  saw('Anna talks, and Ben is told');

  await ben.ask('configure', 'configured', { feed: annas.feed, audio: true, video: false });
  await ben.getsNoMore('frames');
  await ben.gets({ packets: 50 });
  await ben.ask('configure', 'configured', { feed: annas.feed, audio: true, video: true });
  await ben.gets(BOTH);
  await ben.ask('pause', 'paused', { feed: annas.feed });
  await ben.getsNoMore('packets');
  await ben.ask('start', 'started', { feed: annas.feed });
  await ben.gets(BOTH);
  saw('Ben does without her video and takes it again, pauses all and goes on');

  await ben.ask('unpublish', 'unpublished', { feed: bens.feed });
  await anna.hears('unpublished', { feed: bens.feed });
  await anna.ask('leave', 'leaving', { feed: annas.feed });
  await ben.hears('leaving', { feed: annas.feed });
  await anna.ask('destroy', 'destroyed', { room });
  saw('one unpublishes, the other leaves, and each is told');
  await anna.close();
  await ben.close();
}
