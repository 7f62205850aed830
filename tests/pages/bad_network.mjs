// A network that loses every twentieth packet, and one of 500 kbit/s: media go on, and the statistics show it.
import assert from 'node:assert/strict';
import { asRoot } from './root.mjs';
import { openEcho } from './support.mjs';

/** What the network does to media; Janus and the page have one address, so that packets between them pass `lo`. */
const NETWORKS = {
  loss: {
    begin: ['nft add table ip bad', 'nft add chain ip bad input { type filter hook input priority 0 ; }', 'nft add rule ip bad input meta l4proto udp numgen random mod 100 < 5 drop'],
    end: 'nft delete table ip bad',
  },
  narrow: { begin: ['tc qdisc add dev lo root tbf rate 500kbit burst 5kb latency 200ms'], end: 'tc qdisc del dev lo root' },
};

export async function badNetwork(stage, passed) {
  const tab = await openEcho(stage);
  await tab.run(async () => {
    const { echo, openCanvas, openMicrophone, sendTrack } = window.app;
    // Noise, as the picture of the fake camera is too simple for a high bitrate.
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const context = canvas.getContext('2d');
    const noise = context.createImageData(canvas.width, canvas.height);
    setInterval(() => {
      crypto.getRandomValues(new Uint8Array(noise.data.buffer, 65_536 * Math.floor(Math.random() * 14), 65_536));
      for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
      context.putImageData(noise, 0, 0);
    }, 50);
    await sendTrack(echo.peer, await openMicrophone());
    await sendTrack(echo.peer, openCanvas(canvas));
    await echo.peer.negotiate();
  });
  for (const kind of ['audio', 'video']) await tab.flows(kind);

  // The loss of packets would lower the bitrate for long: this network comes first.
  const [{ bitrate: before }] = await tab.stream('more than the narrow network carries', 'sent', 'video', ([{ bitrate }]) => bitrate > 600_000);
  await within('narrow', async () => {
    const limited = await tab.stream('a limit by the bandwidth', 'sent', 'video', ([{ limitation, bitrate }]) => limitation === 'bandwidth' && bitrate < 500_000);
    const bitrate = await mean(tab, 'video', 'sent', 'bitrate');
    assert.ok(bitrate > 10_000 && bitrate < 500_000, `${bitrate} bit/s`);
    for (const kind of ['audio', 'video']) await tab.flows(kind);
    passed(`500 kbit/s carry ${Math.round(bitrate / 1000)} kbit/s of ${Math.round(before / 1000)} kbit/s of video, ${limited[0].width} × ${limited[0].height}; the limitation is the bandwidth`);
  });
  await tab.until('two seconds without a loss', () => {
    const last = window.app.echo.statistics.slice(-8);
    return last.every(({ streams }) => streams.every(({ loss = 0 }) => loss === 0));
  });
  await within('loss', async () => {
    // What comes back was lost on either way.
    const [sent, received] = await Promise.all(['sent', 'received'].map((direction) => mean(tab, 'audio', direction, 'loss', 20)));
    for (const loss of [sent, received]) assert.ok(loss > 0.01 && loss < 0.25, `${sent} of what is sent and ${received} of what is received are lost`);
    for (const kind of ['audio', 'video']) await tab.flows(kind);
    passed(`5 % of all packets are lost: the statistics have ${percent(sent)} of what is sent, ${percent(received)} of what comes back; media go on`);
  });
  assert.deepEqual(await tab.run(() => window.app.echo.errors), []);
  await tab.close();
}

/** Runs a check in such a network. */
async function within(name, check) {
  const { begin, end } = NETWORKS[name];
  begin.forEach(asRoot);
  try {
    await check();
  } finally {
    asRoot(end);
  }
}

const percent = (part) => `${(100 * part).toFixed(1)} %`;

/** The mean of a number in the next statistics, of which each second has four. */
const mean = async (tab, kind, direction, number, count = 8) => {
  const from = await tab.run(() => window.app.echo.statistics.length);
  const values = await tab.until(`${number} of the ${kind}`, ([kind, direction, number, from, count]) => {
    const { statistics } = window.app.echo;
    if (statistics.length < from + count) return false;
    return statistics.slice(from).map(({ streams }) => streams.find((stream) => stream.kind === kind && stream.direction === direction)?.[number]).filter((value) => value !== undefined);
  }, [kind, direction, number, from, count]);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};
