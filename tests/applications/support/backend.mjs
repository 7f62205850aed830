import Bifrons from 'bifrons';

const { EVENT, Logger } = Bifrons;
const LABEL = '[applications]';

/** What Janode's examples do at their start: a connection, one session for all browsers, and a handle to manage by. */
export async function openBackend(plugin, lost) {
  const [url, apisecret] = process.argv.slice(2);
  const connection = await Bifrons.connect({ is_admin: false, address: { url, apisecret } });
  connection.once(EVENT.CONNECTION_CLOSED, () => Logger.info(`${LABEL} the connection is closed`));
  connection.once(EVENT.CONNECTION_ERROR, ({ message }) => {
    Logger.error(`${LABEL} ${message}`);
    lost('backend-failure');
  });
  const session = await connection.create();
  session.once(EVENT.SESSION_DESTROYED, () => Logger.info(`${LABEL} the session is destroyed`));
  const manager = await session.attach(plugin);
  manager.once(EVENT.HANDLE_DETACHED, () => Logger.info(`${LABEL} the manager is detached`));
  return { session, manager };
}
