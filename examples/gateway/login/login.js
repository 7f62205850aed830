import { PageError } from '../../common/server/errors.js';
import { readFeed, readKey, readName, readToken } from './requests.js';

/**
 * The requests that a page may send to the login, by their paths. Each gets the message and the cookie of the request, and
 * returns what the page gets; `login` returns a cookie, too.
 *
 * `operator` is the gateway, as operators see it: `present()` returns the users in the room, { subject, id, … } each, and
 * `ban(subject)` removes one.
 */
export function createRequests({ room }, users, operator) {
  async function mustBeHost(message) {
    if (!(await users.isHost(readToken(message)))) throw new PageError('not-host', 'Only the host may do this.');
  }

  return {
    async '/login'(message, cookie) {
      const user = users.userOf(cookie);
      if (users.isRemoved(user)) throw new PageError('removed', 'The host has removed you from the conference.');
      const { token, role } = await users.tokenFor(user, readName(message), readKey(message));
      return { result: { token, role, room }, cookie: users.cookieOf(user) };
    },
    async '/present'(message) {
      await mustBeHost(message);
      const present = await operator.present();
      return { result: { present: present.map(({ subject, ...user }) => ({ ...user, name: users.nameOf(subject) ?? subject })) } };
    },
    async '/remove'(message) {
      await mustBeHost(message);
      const feed = readFeed(message);
      const found = (await operator.present()).find(({ id }) => id === feed);
      if (!found) throw new PageError('not-there', 'This participant is not in the room.');
      users.remove(found.subject);
      await operator.ban(found.subject);
      return { result: {} };
    },
  };
}
