import { once } from 'node:events';

import { Admission } from '../../common/server/admission.js';
import { PageError, describe, errorForPage } from '../../common/server/errors.js';
import { LIMITS } from '../../common/server/limits.js';
import { log } from '../../common/server/log.js';
import { addressOf, isFromOwnPage } from '../../common/server/own-origin.js';
import { pageAddress } from '../../common/server/serve.js';
import { CONFERENCE, clientModules, createWebServer } from '../../common/server/web.js';
import { Operator } from './operator.js';
import { readBody, readFeed, readKey, readName, readToken } from './requests.js';
import { Users } from './users.js';

/**
 * Starts the login: it serves the pages, and says by a token who a user is. All else goes between the page and the gateway.
 * Returns the address and a function that stops the server.
 */
export async function startServer({ web: config, gateway }) {
  const users = new Users(gateway);
  const operator = new Operator(gateway);
  const admission = new Admission();

  const requests = {
    async '/login'(message, { headers }, respond) {
      const user = users.userOf(headers.cookie);
      if (users.isRemoved(user)) throw new PageError('removed', 'The host has removed you from the conference.');
      const { token, role } = await users.tokenFor(user, readName(message), readKey(message));
      const attributes = `HttpOnly; SameSite=Strict; Path=/${config.tls ? '; Secure' : ''}`;
      respond.setHeader('Set-Cookie', `${users.cookieOf(user)}; ${attributes}`);
      return { token, role, url: gateway.url, room: gateway.room };
    },
    async '/present'(message) {
      await mustBeHost(message);
      const present = await operator.present();
      return { present: present.map(({ subject, ...user }) => ({ ...user, name: users.nameOf(subject) ?? subject })) };
    },
    async '/remove'(message) {
      await mustBeHost(message);
      const feed = readFeed(message);
      const found = (await operator.present()).find(({ id }) => id === feed);
      if (!found) throw new PageError('not-there', 'This participant is not in the room.');
      users.remove(found.subject);
      await operator.ban(found.subject);
      return {};
    },
  };

  async function mustBeHost(message) {
    if (!(await users.isHost(readToken(message)))) throw new PageError('not-host', 'Only the host may do this.');
  }

  const route = (perform) => async (request, response) => {
    try {
      accept(request);
      const result = await perform(await readBody(request), request, response);
      respond(response, 200, result);
    } catch (error) {
      if (!(error instanceof PageError)) log(describe(error));
      respond(response, error instanceof PageError ? 403 : 500, errorForPage(error));
    }
  };

  function accept(request) {
    if (!isFromOwnPage(config, request.headers)) throw new PageError('origin', 'Only pages of this server may do this.');
    const address = addressOf(config, request);
    if (admission.acceptPage(address)) throw new PageError('too-often', 'Too many requests; wait a while.');
    // Requests are limited by their rate; none stays.
    admission.leave(address);
  }

  const web = createWebServer(config, {
    folders: [CONFERENCE, new URL('../page/', import.meta.url)],
    modules: clientModules(),
    devices: ['camera', 'microphone', 'display-capture'],
    connect: [new URL(gateway.url).origin],
    webAssembly: true,
    routes: Object.fromEntries(Object.entries(requests).map(([path, perform]) => [path, route(perform)])),
  });
  web.maxConnections = LIMITS.connections;
  if (!config.behind_proxy) web.on('connection', (socket) => admission.acceptConnection(socket));
  const sweeping = setInterval(() => admission.sweep(), LIMITS.silenceMs);
  web.listen(config.port, config.bind);
  await once(web, 'listening');

  return {
    address: pageAddress(web, config),
    async stop() {
      clearInterval(sweeping);
      web.close();
    },
  };
}

function respond(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
}
