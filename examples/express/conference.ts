// A conference. The pages speak to Janus themselves, each with a token; the server has the room and its secret.
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { JanusError, connect } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { signToken } from 'bifrons/token';
import express, { type NextFunction, type Request, type Response } from 'express';

const { JANUS_URL = 'ws://127.0.0.1:8188', JANUS_SECRET, JANUS_TOKEN_SECRET, PORT = '3000' } = process.env;
if (!JANUS_TOKEN_SECRET) throw new Error('JANUS_TOKEN_SECRET must have Janus’s token_auth_secret');

/** What a page needs to enter. */
type Ticket = { url: string; token: string; room: number | string };

const connection = await connect({ address: { url: JANUS_URL, apisecret: JANUS_SECRET }, reconnect: true });
const rooms = await (await connection.create()).attach(VideoRoom);
const secret = randomBytes(16).toString('hex');
const { room } = await rooms.create({ description: 'Conference', secret, max_publishers: 12, bitrate: 1_000_000 });

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const app = express();
// The page of the recipe, and the package as it is.
app.use(['/common', '/'], express.static(pathOf('../recipes/common')));
app.get('/page.js', (_, response) => response.sendFile(pathOf('../recipes/conference/page.js')));
app.use('/bifrons', express.static(dirname(fileURLToPath(import.meta.resolve('bifrons/package.json')))));

/** Who may enter is the application's decision; here it is each page. */
app.post('/ask/enter', (_, response: Response<Ticket>) => {
  const token = signToken(JANUS_TOKEN_SECRET, { plugins: [VideoRoom.id], valid_s: 3600 });
  response.json({ url: JANUS_URL, token, room });
});

app.get('/participants', async (_, response: Response<string[]>) => {
  const { participants } = await rooms.listParticipants({ room });
  response.json(participants.map(({ display }) => display ?? 'Guest'));
});

/** The text of an error may name servers: it goes to the log, and the code to the page. */
app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
  console.error(error);
  const isOfJanus = error instanceof JanusError;
  response.status(isOfJanus && error.retryable ? 503 : 500).json({ error: isOfJanus ? error.code : 'internal' });
});

const server = app.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address();
  console.log(`open http://127.0.0.1:${typeof address === 'object' ? address?.port : PORT}/`);
});

process.once('SIGTERM', async () => {
  server.close();
  await connection.close();
});
