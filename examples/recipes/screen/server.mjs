// Screen sharing: a participant publishes a camera, and a screen beside it when asked to.
import { connect } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { address, serve, ticket } from '../common/serve.mjs';

const connection = await connect({ address, reconnect: true });
const rooms = await (await connection.create()).attach(VideoRoom);
const { room } = await rooms.create({ max_publishers: 12, bitrate: 2_000_000 });

serve(import.meta.url, {
  enter: () => ({ ...ticket('videoroom'), room }),
});
