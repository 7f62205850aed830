// A SIP registrar and proxy for tests, on UDP: it knows who is where and hands requests on.
// The program prints its port, and ends when standard input closes. The user `unknown` may not register;
// each subscriber is notified once.
import { createHash, randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { pathToFileURL } from 'node:url';

const CRLF = '\r\n';

/** Starts one; `stop` ends it. */
export function startRegistrar(address = '127.0.0.1') {
  const socket = createSocket('udp4');
  const contacts = new Map();
  const here = () => `${address}:${socket.address().port}`;
  const send = (message, to) => socket.send(write(message), to.port, to.host);

  function reply(request, status, from, headers = []) {
    const same = request.headers.filter(([name]) => ['via', 'from', 'call-id', 'cseq'].includes(name));
    const to = `${header(request, 'to')}${header(request, 'to').includes('tag=') ? '' : `;tag=${randomUUID()}`}`;
    send({ start: `SIP/2.0 ${status}`, headers: [...same, ['to', to], ...headers], body: '' }, from);
  }

  function register(request, from) {
    const { user } = uri(header(request, 'to'));
    if (user === 'unknown') return reply(request, '403 Forbidden', from);
    const contact = header(request, 'contact') ?? '';
    const expires = Number(/;expires=(\d+)/i.exec(contact)?.[1] ?? header(request, 'expires') ?? 3600);
    // A late unregistration must not remove a newer registration.
    const known = contacts.get(user)?.text;
    if (expires > 0) contacts.set(user, uri(contact));
    else if (contact === '*' || known === uri(contact).text) contacts.delete(user);
    reply(request, '200 OK', from, expires === 0 ? [] : [['contact', `<${uri(contact).text}>;expires=${expires}`]]);
  }

  function subscribe(request, from) {
    const expires = header(request, 'expires') ?? '3600';
    if (uri(header(request, 'to')).user === 'unknown') return reply(request, '403 Forbidden', from);
    const to = `${header(request, 'to')};tag=${randomUUID()}`;
    request.headers = request.headers.map(([name, value]) => [name, name === 'to' ? to : value]);
    reply(request, '200 OK', from, [['expires', expires], ['contact', `<sip:${here()}>`]]);
    if (expires === '0') return;
    const contact = uri(header(request, 'contact'));
    send({
      start: `NOTIFY ${contact.text} SIP/2.0`,
      headers: [
        ['via', `SIP/2.0/UDP ${here()};branch=z9hG4bK${randomUUID()}`], ['max-forwards', '70'],
        ['from', to], ['to', header(request, 'from')],
        ['call-id', header(request, 'call-id')], ['cseq', '1 NOTIFY'], ['contact', `<sip:${here()}>`],
        ['event', header(request, 'event')], ['subscription-state', 'active'], ['content-type', 'text/plain'],
      ],
      body: 'something happened',
    }, contact);
  }

  function handOn(request, from) {
    const [method, target] = request.start.split(' ');
    const named = uri(target);
    // A request in a call has the address of the peer; only a new call is for a user.
    const contact = `${named.host}:${named.port}` === here() ? contacts.get(named.user) : named;
    if (!contact) return method === 'ACK' ? undefined : reply(request, '404 Not Found', from);
    // The same for an INVITE and its requests.
    const branch = createHash('sha1').update(/branch=([^;]+)/.exec(header(request, 'via'))[1]).digest('hex');
    const via = ['via', `SIP/2.0/UDP ${here()};branch=z9hG4bK${branch}`];
    send({ ...request, start: `${method} ${contact.text} SIP/2.0`, headers: [via, ...request.headers] }, contact);
  }

  function handBack(response) {
    const own = response.headers.findIndex(([name]) => name === 'via');
    response.headers.splice(own, 1);
    const via = header(response, 'via');
    if (!via) return;
    const [, host, port] = /UDP ([^:;]+):?(\d+)?/.exec(via);
    send(response, { host: /received=([^;]+)/.exec(via)?.[1] ?? host, port: Number(/rport=(\d+)/.exec(via)?.[1] ?? port ?? 5060) });
  }

  socket.on('message', (data, { address: host, port }) => {
    const message = read(data.toString());
    const from = { host, port };
    if (message.start.startsWith('SIP/2.0')) return handBack(message);
    const method = message.start.split(' ')[0];
    if (method === 'REGISTER') return register(message, from);
    if (method === 'SUBSCRIBE') return subscribe(message, from);
    handOn(message, from);
  });

  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, address, () => resolve({ at: here(), stop: () => socket.close() }));
  });
}

function read(text) {
  const end = text.indexOf(CRLF + CRLF);
  const [start, ...lines] = text.slice(0, end < 0 ? undefined : end).split(CRLF);
  const short = { v: 'via', f: 'from', t: 'to', i: 'call-id', m: 'contact', c: 'content-type', l: 'content-length', o: 'event' };
  const headers = lines.filter(Boolean).map((line) => {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    return [short[name] ?? name, line.slice(colon + 1).trim()];
  });
  return { start, headers, body: end < 0 ? '' : text.slice(end + 4) };
}

function write({ start, headers, body }) {
  const others = headers.filter(([name]) => name !== 'content-length').map(([name, value]) => `${name}: ${value}`);
  return [start, ...others, `content-length: ${Buffer.byteLength(body)}`, '', body].join(CRLF);
}

const header = (message, name) => message.headers.find(([of]) => of === name)?.[1];

/** The first SIP URI in a text. */
function uri(text) {
  const found = /<([^>]+)>/.exec(text)?.[1] ?? text.split(';')[0];
  const [, user, host, port] = /^sips?:(?:([^@]*)@)?([^:;?]+)(?::(\d+))?/.exec(found) ?? [];
  return { text: found, user, host, port: Number(port ?? 5060) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { at, stop } = await startRegistrar(process.argv[2]);
  console.log(at);
  process.stdin.resume().on('end', stop);
}
