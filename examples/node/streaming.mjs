// A mountpoint, and a viewer of it: node streaming.mjs ws://127.0.0.1:8188 [API SECRET]
import Streaming from 'bifrons/plugins/streaming';
import { answerTo, connect } from './common.mjs';

const secret = 'only the manager knows';
const connection = await connect();
const session = await connection.create();
const manager = await session.attach(Streaming);
const media = [{ type: 'audio', mid: '0', port: 0, pt: 111, codec: 'opus' }];
const { id, ports } = await manager.createRtpMountpoint({ media, secret });
console.log(`mountpoint ${id} receives Opus on port ${ports[0].port}`);

const viewer = await session.attach(Streaming);
viewer.on(Streaming.EVENT.STREAMING_STATUS, ({ status }) => console.log('event:', status));
const { jsep } = await viewer.watch({ id });
const { status } = await viewer.start({ jsep: answerTo(jsep) });
console.log('watching:', status);
await viewer.pause();
await viewer.start();
console.log('paused and resumed');

await manager.destroyMountpoint({ id, secret });
await connection.close();
