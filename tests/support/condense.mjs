// Makes tests/frames/PLUGIN.jsonl and tests/frames/admin.jsonl of what recorder.mjs wrote: each request and each event
// once in each form.
//   node condense.mjs FILE FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [file, folder] = process.argv.slice(2);
const frames = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));

/** The plugin of each handle, and of each attach without a response so far. */
const handles = new Map();
const attaching = new Map();
/** The request and the messages of each transaction of a transport connection. */
const exchanges = new Map();
const events = [];

for (const { connection, admin, from, message } of frames) {
  const { janus, transaction, plugin, plugindata } = message;
  const exchange = `${connection} ${transaction}`;
  if (from === 'client' && admin) {
    const request = { ...message, admin_secret: undefined };
    // `info` is a request of the Janus API, too, and names the machine.
    if (janus !== 'info') exchanges.set(exchange, { plugin: 'admin', request, messages: [] });
  } else if (from === 'client') {
    if (janus === 'attach') attaching.set(exchange, plugin);
    const of = handles.get(message.handle_id);
    if (janus === 'message' && of) {
      const { body, jsep } = message;
      exchanges.set(exchange, { plugin: of, request: { transaction, body, jsep }, messages: [] });
    }
  } else if (attaching.has(exchange) && janus === 'success') handles.set(message.data.id, attaching.get(exchange));
  else if (plugindata || exchanges.has(exchange)) {
    if (exchanges.has(exchange)) exchanges.get(exchange).messages.push(message);
    else events.push({ plugin: plugindata.plugin, messages: [message] });
  }
}

/** The names of all fields, with the protocol's own names. */
function form(value) {
  if (typeof value === 'string') return /^[a-z_-]+$/.test(value) ? value : 'string';
  if (Array.isArray(value)) return value.length ? [form(value[0])] : [];
  if (value === null || typeof value !== 'object') return typeof value;
  return Object.keys(value).sort().map((name) => [name, form(value[name])]);
}

const clean = (text) => text.replaceAll(/\/tmp\/bifrons-[\w.-]+\.[\w]+|\/tmp\/bifrons-node-tests-\w+/g, '/tmp/test');
const sdps = ['sdp', 'local', 'remote'];
const shortened = (name, value) => (sdps.includes(name) && typeof value === 'string' ? 'v=0\r\n' : value);

const kept = new Map();
const seen = new Set();
for (const { plugin, request, messages } of [...exchanges.values(), ...events]) {
  const key = JSON.stringify([plugin, form(request?.body ?? request ?? {}), messages.map((message) => form(message))]);
  if (seen.has(key) || messages.length === 0) continue;
  seen.add(key);
  const lines = [...(request ? [{ request }] : []), ...messages.map((message) => ({ message }))];
  kept.set(plugin, [...(kept.get(plugin) ?? []), ...lines]);
}
mkdirSync(folder, { recursive: true });
for (const [plugin, lines] of kept) {
  if (plugin !== 'admin' && !plugin?.startsWith('janus.plugin.')) continue;
  const text = lines.map((line) => clean(JSON.stringify(line, shortened))).join('\n');
  writeFileSync(join(folder, `${plugin.replace('janus.plugin.', '')}.jsonl`), `${text}\n`);
}
for (const [plugin, lines] of kept) console.log(`${plugin}: ${lines.length} frames`);
