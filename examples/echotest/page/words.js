/** What an event of Janus means, in words. */
export function explain(message) {
  switch (message.event) {
    case 'webrtcup':
      return 'The media connection is up.';
    case 'media':
      return message.receiving ? `Your ${message.media} arrives.` : `Your ${message.media} has stopped arriving.`;
    case 'slowlink':
      return `${message.lost} ${message.media} packets lost ${message.uplink ? 'on the way here' : 'on the way to you'}.`;
    case 'capped':
      return message.bitrate ? `Slow link: ${message.media} capped at ${bitrate(message.bitrate)}.` : `Slow link: ${message.media}.`;
    case 'ice-failed':
      return 'ICE has failed; waiting for it to recover.';
    case 'hangup':
      return `The media connection is closed: ${message.reason}.`;
    case 'detached':
      return 'The handle is gone.';
    case 'result':
      return message.result === 'done' ? 'The echo test is over.' : `The echo test says: ${message.result}.`;
    case 'error':
      return `The echo test failed: ${message.text}.`;
    default:
      return message.event;
  }
}

/** "host udp 10.0.0.1:5000", out of a candidate line. */
export function place({ candidate }) {
  const [, , protocol, , address, port, , type] = candidate.split(' ');
  return `${type} ${protocol.toLowerCase()} ${address}:${port}`;
}

export const bitrate = (bits) =>
  bits >= 1_000_000 ? `${(bits / 1_000_000).toFixed(1)} Mb/s` : `${Math.round(bits / 1000)} kb/s`;
