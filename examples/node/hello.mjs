// Creates a room, and joins it.
import { connect } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';

const [url = 'ws://127.0.0.1:8188'] = process.argv.slice(2);
const connection = await connect({ address: { url } });
const session = await connection.create();
const videoroom = await session.attach(VideoRoom);

const { room } = await videoroom.create({ description: 'Hello' });
const { feed } = await videoroom.joinPublisher({ room, display: 'Anna' });
console.log(`Anna is participant ${feed} of room ${room}`);
await connection.close();
