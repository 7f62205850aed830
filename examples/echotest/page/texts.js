/** Returns a text for an event of Janus. */
export function describeEvent(message) {
  switch (message.event) {
    case 'webrtcup':
      return 'The media connection is up.';
    case 'media':
      return message.receiving ? `Janus receives your ${message.media}.` : `Janus no longer receives your ${message.media}.`;
    case 'slowlink':
      return `${message.lost} ${message.media} packets lost ${message.uplink ? 'from you to Janus' : 'from Janus to you'}.`;
    case 'capped':
      return message.bitrate ? `Slow link: ${message.media} capped at ${bitrate(message.bitrate)}.` : `Slow link: ${message.media}.`;
    case 'ice-failed':
      return 'ICE has failed and may recover.';
    case 'hangup':
      return `The media connection is closed: ${message.reason}.`;
    case 'detached':
      return 'The handle is detached.';
    case 'result':
      return message.result === 'done' ? 'The echo test has ended.' : `The result of the echo test: ${message.result}.`;
    case 'error':
      return `The echo test failed: ${message.text}.`;
    default:
      return message.event;
  }
}

/** Returns a text such as "host udp 10.0.0.1:5000" for a candidate. */
export function describeCandidate({ candidate }) {
  const [, , protocol, , address, port, , type] = candidate.split(' ');
  return `${type} ${protocol.toLowerCase()} ${address}:${port}`;
}

export const bitrate = (bits) =>
  bits >= 1_000_000 ? `${(bits / 1_000_000).toFixed(1)} Mb/s` : `${Math.round(bits / 1000)} kb/s`;

/** Returns a text such as "640×480 · 512 kb/s" for the statistics of streams. */
export function describeRate(streams) {
  const { width, height } = streams.find((stream) => stream.width) ?? {};
  const rate = streams.reduce((sum, stream) => sum + (stream.bitrate ?? 0), 0);
  return [width && `${width}×${height}`, rate > 0 && bitrate(rate)].filter(Boolean).join(' · ');
}
