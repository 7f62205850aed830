// Speech of a room for a recogniser: AudioBridge forwards its mix by RTP, and this server makes samples of the packets.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

import { connect } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import { Recogniser } from './recogniser.mjs';
import { address, serve, ticket } from '../common/serve.mjs';

const connection = await connect({ address, reconnect: true });
const rooms = await (await connection.create()).attach(AudioBridge);
const { room } = await rooms.create({});

const recogniser = new Recogniser();
// Janus is on the same machine; elsewhere it sends to this server's address.
const socket = createSocket('udp4', (packet) => recogniser.hear(samplesOf(packet))).bind(0, '127.0.0.1');
await once(socket, 'listening');
await rooms.startForward({ room, host: '127.0.0.1', audio_port: socket.address().port, codec: 'pcmu', ptype: 0 });

/** The samples of an RTP packet with µ-law audio: 16 bits, 8,000 a second. */
function samplesOf(packet) {
  const sources = packet[0] & 0x0f;
  const hasExtension = (packet[0] & 0x10) !== 0;
  let begin = 12 + 4 * sources;
  if (hasExtension) begin += 4 + 4 * packet.readUInt16BE(begin + 2);
  return Int16Array.from(packet.subarray(begin), linear);
}

function linear(byte) {
  const value = ~byte & 0xff;
  const magnitude = ((((value & 0x0f) << 3) + 0x84) << ((value & 0x70) >> 4)) - 0x84;
  return value & 0x80 ? -magnitude : magnitude;
}

serve(import.meta.url, {
  enter: () => ({ ...ticket('audiobridge'), room }),
  heard: () => ({ text: recogniser.text }),
});
