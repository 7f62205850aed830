// A broadcast: ffmpeg sends a test picture and a tone by RTP to a mountpoint, which any number of pages watch.
import { spawn } from 'node:child_process';

import { connect } from 'bifrons';
import Streaming from 'bifrons/plugins/streaming';
import { address, serve, ticket } from '../common/serve.mjs';

const connection = await connect({ address, reconnect: true });
const mountpoints = await (await connection.create()).attach(Streaming);
const { id, ports } = await mountpoints.createRtpMountpoint({
  name: 'Test picture',
  media: [
    { type: 'audio', mid: 'a', port: 0, pt: 111, codec: 'opus' },
    { type: 'video', mid: 'v', port: 0, pt: 96, codec: 'vp8' },
  ],
});
const portOf = (type) => ports.find((port) => port.type === type).port;

// Another source: replace the two lines of inputs, for example by `-i rtsp://camera/`.
const ffmpeg = spawn('ffmpeg', `
  -loglevel error -re
  -f lavfi -i testsrc=size=320x240:rate=15
  -f lavfi -i sine=frequency=440
  -map 0:v -c:v libvpx -deadline realtime -cpu-used 8 -b:v 300k -g 15 -payload_type 96 -f rtp rtp://127.0.0.1:${portOf('video')}
  -map 1:a -c:a libopus -payload_type 111 -f rtp rtp://127.0.0.1:${portOf('audio')}
`.trim().split(/\s+/), { stdio: ['ignore', 'ignore', 'inherit'] });
process.once('SIGTERM', async () => {
  ffmpeg.kill();
  await mountpoints.destroyMountpoint({ id });
  await connection.close();
  process.exit();
});

serve(import.meta.url, {
  watch: () => ({ ...ticket('streaming'), id }),
});
