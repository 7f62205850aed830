// A conference: each page publishes, and watches all others.
import { connect } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { address, serve, ticket } from '../common/serve.mjs';

const connection = await connect({ address, reconnect: true });
const rooms = await (await connection.create()).attach(VideoRoom);
const { room } = await rooms.create({ description: 'Conference', max_publishers: 12, bitrate: 1_000_000 });

serve(import.meta.url, {
  enter: () => ({ ...ticket('videoroom'), room }),
});
