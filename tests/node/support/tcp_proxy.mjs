// A TCP proxy before a Janus whose connections can be cut, silenced or kept out.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** Starts it in front of the server of this URL. */
export async function startProxy(url) {
  const { hostname, port } = new URL(url);
  const present = new Set();
  const proxy = {
    open: true,
    /** Both ends are told that it is over. */
    cut() {
      for (const { client, server } of present) {
        client.destroy();
        server.destroy();
      }
    },
    /** Nothing arrives any more, either way. */
    silence() {
      for (const { client, server } of present) {
        client.unpipe(server).resume();
        server.unpipe(client).resume();
      }
    },
    /** Cuts the client off once it has said something more; gives what makes that arrive. */
    hold() {
      const [{ client, server }] = [...present].slice(-1);
      client.unpipe(server);
      const said = once(client, 'data');
      client.resume();
      return said.then(([bytes]) => {
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
