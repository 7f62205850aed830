const LOUD = 0.5;
const LOW = 0.001;
const ROOM = { room: 100, talking_events: true, talking_packets_threshold: 25, talking_level_threshold: 50 };
const room = ROOM.room;

export async function audiobridge(stage, passed) {
  const application = await stage.start('audiobridge');
  const anna = await application.open('Anna', LOUD);
  const ben = await application.open('Ben', LOW);

  await anna.request('create', 'created', ROOM);
  const { feed } = await anna.call('join', { room, display: 'Anna' });
  const bens = (await ben.call('join', { room, display: 'Ben' })).feed;
  await anna.waitFor('peer-joined', { feed: bens, display: 'Ben' });
  await anna.waitFor('peer-configured', { feed: bens, setup: true });
  const { participants } = await ben.request('list-participants', 'participants-list', { room });
  if (participants.length !== 2) throw new Error(`${participants.length} participants instead of 2`);
  passed('two pages are in the room, and each gets the other’s event');

  const received = await ben.gets({ packets: 50, energy: 0.05 });
  passed(`Ben hears Anna: ${received.packets} packets, energy ${received.energy.toFixed(2)}`);
  await ben.waitFor('peer-talking', { feed, talking: true });
  await anna.waitFor('talking', { feed, talking: true });
  passed('Anna talks, and both pages get the event');

  await ben.forget();
  await anna.request('configure', 'configured', { muted: true });
  await ben.waitFor('peer-configured', { feed, muted: true });
  await ben.getsNoMore('energy', 0.0001);
  await anna.request('configure', 'configured', { muted: false });
  await ben.gets({ energy: 0.05 });
  passed('Anna mutes: Ben gets the event and hears nothing; she unmutes and is heard');

  await ben.request('mute-peer', 'peer-muted', { room, feed });
  await anna.waitFor('configured', { feed, muted: true });
  await ben.getsNoMore('energy', 0.0001);
  await ben.request('unmute-peer', 'peer-unmuted', { room, feed });
  await ben.gets({ energy: 0.05 });
  await ben.request('mute-room', 'room-muted', { room });
  await anna.waitFor('room-muted-update', { muted: true });
  await ben.getsNoMore('energy', 0.0001);
  await ben.request('unmute-room', 'room-unmuted', { room });
  await ben.gets({ energy: 0.05 });
  passed('the same holds when another participant mutes her, and when the room is muted');

  await anna.request('leave', 'leaving');
  await ben.waitFor('peer-leaving', { feed });
  await ben.request('hangup', 'hangingup');
  await ben.request('destroy', 'destroyed', { room });
  passed('Anna leaves and Ben gets the event; he hangs up');
  await anna.close();
  await ben.close();
}
