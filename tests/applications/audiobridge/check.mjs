const LOUD = 0.5;
const LOW = 0.001;
const ROOM = { room: 100, talking_events: true, talking_packets_threshold: 25, talking_level_threshold: 50 };
const room = ROOM.room;

export async function audiobridge(stage, saw) {
  const application = await stage.start('audiobridge');
  const anna = await application.open('Anna', LOUD);
  const ben = await application.open('Ben', LOW);

  await anna.ask('create', 'created', ROOM);
  const { feed } = await anna.call('join', { room, display: 'Anna' });
  const bens = (await ben.call('join', { room, display: 'Ben' })).feed;
  await anna.hears('peer-joined', { feed: bens, display: 'Ben' });
  await anna.hears('peer-configured', { feed: bens, setup: true });
  const { participants } = await ben.ask('list-participants', 'participants-list', { room });
  if (participants.length !== 2) throw new Error(`${participants.length} participants instead of 2`);
  saw('two pages are in the room, and each is told of the other');

  const heard = await ben.gets({ packets: 50, energy: 0.05 });
  saw(`Ben hears Anna: ${heard.packets} packets, energy ${heard.energy.toFixed(2)}`);
  await ben.hears('peer-talking', { feed, talking: true });
  await anna.hears('talking', { feed, talking: true });
  saw('Anna talks, and both are told');

  await ben.forget();
  await anna.ask('configure', 'configured', { muted: true });
  await ben.hears('peer-configured', { feed, muted: true });
  await ben.getsNoMore('energy', 0.0001);
  await anna.ask('configure', 'configured', { muted: false });
  await ben.gets({ energy: 0.05 });
  saw('Anna mutes: Ben is told and hears nothing; she unmutes and is heard');

  await ben.ask('mute-peer', 'peer-muted', { room, feed });
  await anna.hears('configured', { feed, muted: true });
  await ben.getsNoMore('energy', 0.0001);
  await ben.ask('unmute-peer', 'peer-unmuted', { room, feed });
  await ben.gets({ energy: 0.05 });
  await ben.ask('mute-room', 'room-muted', { room });
  await anna.hears('room-muted-update', { muted: true });
  await ben.getsNoMore('energy', 0.0001);
  await ben.ask('unmute-room', 'room-unmuted', { room });
  await ben.gets({ energy: 0.05 });
  saw('so it is when another mutes her, and when the room is muted');

  await anna.ask('leave', 'leaving');
  await ben.hears('peer-leaving', { feed });
  await ben.ask('hangup', 'hangingup');
  await ben.ask('destroy', 'destroyed', { room });
  saw('Anna leaves and Ben is told; he hangs up');
  await anna.close();
  await ben.close();
}
