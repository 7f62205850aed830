/**
 * The requests by which a participant comes into the room, or has another name. The flow `enter` is `joinandconfigure`, too:
 * the policy sees what Janus gets.
 */
const NAMED = new Set(['join', 'joinandconfigure', 'configure']);

/**
 * What this application decides beyond the roles. `app` is its own part of a request, which never reaches Janus.
 *
 * - A guest comes in with the invitation.
 * - A participant's name is the one of the login, whatever the page sends.
 */
export const createPolicy = (users, invitation) => async ({ subject, roles, plugin, request, body, app }) => {
  if (plugin !== 'videoroom' || !NAMED.has(request)) return 'allow';
  if (body.ptype === 'subscriber') return 'allow';
  if (request !== 'configure' && !roles.includes('host') && app?.invitation !== invitation) {
    return { refuse: 'you are not invited: ask the host for the address' };
  }
  return { change: { ...body, display: users.nameOf(subject) ?? 'Guest' } };
};
