// A TCP proxy before Janus, which injects faults on command; later connections are whole.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as later } from 'node:timers/promises';

/** Passes everything on, in many parts. */
const slowly = () =>
  new Transform({
    async transform(bytes, _, done) {
      const part = Math.ceil(bytes.length / 16);
      for (let at = 0; at < bytes.length; at += part) {
        await later(1);
        this.push(bytes.subarray(at, at + part));
      }
      done();
    },
  });

/** Starts it in front of the server of this URL. */
export async function startProxy(url) {
  const { hostname, port } = new URL(url);
  const present = new Set();
  const proxy = {
    open: true,
    /** Closes the connections on both sides. */
    cut() {
      for (const { client, server } of present) {
        client.destroy();
        server.destroy();
      }
    },
    /** The same, by a reset. */
    reset() {
      for (const { client, server } of present) {
        client.resetAndDestroy();
        server.resetAndDestroy();
      }
    },
    /** The same, in the middle of the server's next frame. */
    cutInFrame() {
      for (const { client, server } of present) {
        server.unpipe();
        server.once('data', (bytes) => {
          client.end(bytes.subarray(0, bytes.length / 2));
          server.destroy();
        });
        server.resume();
      }
    },
    /** Nothing arrives, in either direction. */
    silence() {
      for (const { client, server } of present) {
        client.unpipe().resume();
        server.unpipe().resume();
      }
    },
    /** What the client sends does not arrive. */
    halfOpen() {
      for (const { client } of present) client.unpipe().resume();
    },
    /** Everything arrives, in many parts. */
    slow() {
      for (const { client, server } of present) {
        client.unpipe().pipe(slowly()).pipe(server);
        server.unpipe().pipe(slowly()).pipe(client);
      }
    },
    /** Closes the client's connection after its next data; returns a function that delivers that data. */
    hold() {
      const [{ client, server }] = [...present].slice(-1);
      client.unpipe(server);
      const sent = once(client, 'data');
      client.resume();
      return sent.then(([bytes]) => {
        server.unpipe(client).resume();
        client.destroy();
        return () => server.write(bytes);
      });
    },
    stop() {
      listener.close();
      proxy.cut();
    },
  };
  const listener = createServer((client) => {
    if (!proxy.open) return client.destroy();
    const server = connect(Number(port), hostname);
    const pair = { client, server };
    present.add(pair);
    client.on('error', () => {}).pipe(server);
    server.on('error', () => {}).pipe(client);
    client.on('close', () => present.delete(pair));
    server.on('close', () => client.destroy());
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  proxy.url = `ws://127.0.0.1:${listener.address().port}`;
  return proxy;
}
