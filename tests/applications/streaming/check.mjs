const PLAYS = { packets: 50, frames: 20 };
const FILE = 400;
const ROOM = 401;
const FORWARD = 402;
const MEDIA = [
  { type: 'audio', mid: 'a', port: 0, rtcpport: 0, pt: 111, codec: 'opus', rtpmap: 'opus/48000/2' },
  { type: 'video', mid: 'v', port: 0, rtcpport: 0, pt: 96, codec: 'vp8', rtpmap: 'VP8/90000' },
];

export async function streaming(stage, passed) {
  const application = await stage.start('streaming');
  const anna = await application.open('Anna');
  const ben = await application.open('Ben');

  const first = await anna.request('create', 'created', { id: FILE, name: 'first', media: MEDIA });
  stage.run('ffmpeg', ffmpeg(portsOf(first)));
  await anna.call('watch', { id: FILE });
  await ben.call('watch', { id: FILE });
  await anna.waitFor('started', { id: FILE });
  const played = await anna.gets({ ...PLAYS, energy: 0.01 });
  await ben.gets({ ...PLAYS, energy: 0.01 });
  passed(`two pages watch the media of ffmpeg: Anna received ${played.frames} frames and ${played.packets} audio packets`);

  await anna.request('pause', 'pausing');
  await anna.getsNoMore('packets');
  await ben.gets(PLAYS);
  await anna.request('start', 'started');
  await anna.gets(PLAYS);
  passed('Anna pauses, Ben’s media continue; she starts again');

  await anna.request('disable', 'disabled', { id: FILE });
  await anna.getsNoMore('packets');
  await anna.request('enable', 'enabled', { id: FILE });
  await anna.gets(PLAYS);
  passed('the mountpoint is disabled and enabled');

  const second = await anna.request('create', 'created', { id: FORWARD, name: 'second', media: MEDIA });
  const room = await stage.start('videoroom');
  const carl = await room.open('Carl');
  await carl.request('create', 'created', { room: ROOM, max_publishers: 2, bitrate: 300_000 });
  const { feed } = await carl.call('publish', { room: ROOM, display: 'Carl' });
  const ports = portsOf(second);
  const forwarded = await carl.request('rtp-fwd-start', 'rtp-fwd-started', {
    room: ROOM,
    feed,
    host: '127.0.0.1',
    streams: [
      { mid: '0', port: ports.audio.port },
      { mid: '1', port: ports.video.port, rtcp_port: ports.video.rtcp_port },
    ],
  });
  if (forwarded.forwarders.length !== 2) throw new Error(`${forwarded.forwarders.length} streams are forwarded`);
  await anna.request('switch', 'switched', { id: FORWARD });
  const switched = await anna.gets(PLAYS);
  await ben.gets(PLAYS);
  passed(`Anna switches to the forwarded media of Carl’s room: ${switched.frames} frames and ${switched.packets} packets by now; Ben stays`);

  await anna.request('stop', 'stopping');
  await anna.getsNoMore('packets');
  await ben.request('destroy', 'destroyed', { id: FILE });
  await ben.waitFor('stopped', { id: FILE });
  passed('Anna stops; Ben’s mountpoint is destroyed, and he gets the event');
  for (const page of [anna, ben, carl]) await page.close();
}

function portsOf({ ports }) {
  return Object.fromEntries(ports.map((port) => [port.type, port]));
}

/** A test picture and a tone, in real time. */
function ffmpeg({ audio, video }) {
  const to = ({ port, rtcp_port }) => `rtp://127.0.0.1:${port}?rtcpport=${rtcp_port}`;
  return [
    '-loglevel', 'error', '-re',
    '-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=15',
    '-f', 'lavfi', '-i', 'sine=frequency=440',
    '-map', '0:v', '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '300k', '-g', '15',
    '-payload_type', '96', '-f', 'rtp', to(video),
    '-map', '1:a', '-c:a', 'libopus', '-payload_type', '111', '-f', 'rtp', to(audio),
  ];
}
