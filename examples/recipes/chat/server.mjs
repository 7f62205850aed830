// A chat over data channels: TextRoom passes messages between the pages, and keeps the last ones.
import { randomBytes } from 'node:crypto';

import { connect } from 'bifrons';
import TextRoom from 'bifrons/plugins/textroom';
import { address, serve, ticket } from '../common/serve.mjs';

const connection = await connect({ address, reconnect: true });
const rooms = await (await connection.create()).attach(TextRoom);
const { room } = await rooms.create({ description: 'Chat', secret: randomBytes(16).toString('hex'), history: 20 });

serve(import.meta.url, {
  // Janus refuses a username that is in use: this one is unique, and the display name is free.
  enter: () => ({ ...ticket('textroom'), room, username: randomBytes(8).toString('hex') }),
});
