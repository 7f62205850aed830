import { bitrate } from './texts.js';

/** Shows the sent and received bitrates every second until the returned function is called. */
export function meter(call, show) {
  let before = null;
  const timer = setInterval(async () => {
    const now = sum(await call.stats());
    if (before) show(line(before.sent, now.sent), line(before.received, now.received));
    before = now;
  }, 1000);
  return () => clearInterval(timer);
}

function sum(report) {
  const total = { sent: { bytes: 0 }, received: { bytes: 0 } };
  for (const entry of report.values()) {
    if (entry.type === 'outbound-rtp') add(total.sent, entry, entry.bytesSent);
    if (entry.type === 'inbound-rtp') add(total.received, entry, entry.bytesReceived);
  }
  return total;
}

function add(side, { kind, frameWidth, frameHeight, timestamp }, bytes) {
  side.bytes += bytes;
  side.at = timestamp;
  if (kind === 'video' && frameWidth) side.size = `${frameWidth}×${frameHeight}`;
}

function line(before, now) {
  const seconds = (now.at - before.at) / 1000;
  const rate = seconds > 0 ? bitrate((8 * (now.bytes - before.bytes)) / seconds) : '';
  return [now.size, rate].filter(Boolean).join(' · ');
}
