// A table of a Janus server's sessions, handles and bitrates: node admin.mjs ws://127.0.0.1:7188 [ADMIN SECRET]
// The table is refreshed in a terminal, even while Janus restarts; if the output is not a terminal, it is printed once.
import { setTimeout as later } from 'node:timers/promises';
import { inspect } from 'node:util';
import Bifrons from 'bifrons';

const [url = 'ws://127.0.0.1:7188', apisecret] = process.argv.slice(2);
const admin = await Bifrons.connect({ is_admin: true, address: { url, apisecret }, reconnect: { within_secs: Infinity } });
const { name, version_string } = await admin.getInfo();
const live = process.stdout.isTTY;

/** Escapes the control characters of a server's text for a terminal; `console.table` and error texts do the same. */
const plain = (text) => inspect(text).slice(1, -1);

const kbits = (bytes) => Math.round((bytes * 8) / 1000);

/** The row of a handle; none if it has ended since it was listed. */
async function row(session, handle) {
  const { info } = await admin.handleInfo(session, handle).catch(() => ({}));
  if (!info) return [];
  const media = Object.values(info.webrtc?.media ?? {});
  const sum = (way) => kbits(media.reduce((bytes, { stats }) => bytes + (stats[way].bytes_lastsec ?? 0), 0));
  return [{
    session, handle, plugin: info.plugin?.replace('janus.plugin.', ''),
    ICE: info.webrtc?.ice.state ?? '-', DTLS: info.webrtc?.dtls['dtls-state'] ?? '-',
    'in kbit/s': sum('in'), 'out kbit/s': sum('out'),
    'idle s': Math.round((info.current_time - info.session_last_activity) / 1e6),
  }];
}

async function readRows() {
  const rows = [];
  for (const session of (await admin.listSessions()).sessions) {
    const { handles = [] } = await admin.listHandles(session).catch(() => ({}));
    for (const handle of handles) rows.push(...(await row(session, handle)));
  }
  return rows;
}

function show(rows) {
  console.log(`${plain(name)} ${plain(version_string)}, ${rows.length} handles`);
  if (rows.length > 0) console.table(rows);
}

while (live) {
  const result = await readRows().catch(({ message }) => message);
  console.clear();
  if (typeof result === 'string') console.log(result);
  else show(result);
  await later(1000);
}
show(await readRows());
await admin.close();
console.log('closed');
