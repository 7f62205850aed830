import Bifrons from 'bifrons';

const { EVENT, Logger } = Bifrons;
const [url, apisecret, adminUrl] = process.argv.slice(2);

const config = [
  {
    server_key: 'janus_1_api',
    address: [{ url, apisecret }],
    retry_time_secs: 1,
  },
  {
    server_key: 'janus_1_admin',
    is_admin: true,
    // Nobody is at the first.
    address: [{ url: 'ws://127.0.0.1:9/', apisecret: 'janusoverlord' }, { url: adminUrl, apisecret: 'janusoverlord' }],
    retry_time_secs: 1,
  },
];

const connection = await Bifrons.connect(config, 'janus_1_api');
const { name, version_string } = await connection.getInfo();
Logger.info(`server: ${name} ${version_string}`);
const session = await connection.create(10);
const handle = await session.attach({ id: 'janus.plugin.echotest' });
handle.on(EVENT.HANDLE_DETACHED, ({ id }) => Logger.info(`detached: ${id === handle.id}`));

const admin = await Bifrons.connect(config, 'janus_1_admin');
const { sessions } = await admin.listSessions();
Logger.info(`sessions: ${sessions.includes(session.id)}`);
const { handles } = await admin.listHandles(session.id);
Logger.info(`handles: ${handles.length === 1 && handles[0] === handle.id}`);

for (const one of [admin, connection]) {
  one.once(EVENT.CONNECTION_CLOSED, () => Logger.info(`closed: ${one.name}`));
  await one.close();
}
