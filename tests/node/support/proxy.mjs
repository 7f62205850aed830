// An HTTP proxy before Janus, which a test controls.
import { once } from 'node:events';
import { createServer, request as send } from 'node:http';

/** Starts it before `target`, such as http://127.0.0.1:8088/janus. */
export async function startProxy(target) {
  const { hostname, port, pathname } = new URL(target);
  const polls = new Set();
  const server = createServer((request, response) => {
    const isPoll = request.method === 'GET' && /^\/janus\/\d+/.test(request.url);
    proxy.requests.push({ method: request.method, url: request.url, headers: request.headers });
    const refused = proxy.respond?.({ method: request.method, url: request.url, isPoll });
    if (refused) return response.writeHead(refused.status ?? 200, refused.headers).end(refused.text ?? 'from a proxy');
    if (isPoll) {
      polls.add(request.socket);
      response.on('close', () => polls.delete(request.socket));
    }
    const onward = send({ hostname, port, path: request.url, method: request.method, headers: request.headers }, (incoming) => {
      response.writeHead(incoming.statusCode, incoming.headers);
      incoming.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = {
    url: `http://127.0.0.1:${server.address().port}${pathname}`,
    requests: [],
    /** Returns the proxy's own response, `{ status, headers, text }`; undefined passes the request on. */
    respond: undefined,
    polls,
    /** Closes the connections of the pending long polls; returns their number. */
    cutPolls() {
      const cut = polls.size;
      for (const socket of polls) socket.destroy();
      return cut;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return proxy;
}
