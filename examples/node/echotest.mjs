// The signaling of an echo test: node echotest.mjs ws://127.0.0.1:8188 [API SECRET]
import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { connect, offer } from './common.mjs';

const connection = await connect();
const { name, version_string } = await connection.getInfo();
console.log(`connected to ${name} ${version_string}`);

const session = await connection.create();
const echo = await session.attach(EchoTest);
echo.on(Bifrons.EVENT.HANDLE_WEBRTCUP, () => console.log('the PeerConnection is up'));
echo.on(Bifrons.EVENT.HANDLE_DETACHED, ({ reason }) => console.log('the handle is detached:', reason));
echo.on(EchoTest.EVENT.ECHOTEST_RESULT, ({ result }) => console.log(result));

const { result, jsep } = await echo.start({ audio: true, jsep: offer() });
console.log(`${result}, with an SDP ${jsep.type} for the page`);
await echo.start({ audio: false, bitrate: 128_000 });
console.log('muted, and limited to 128 kbit/s');
await echo.detach();
await connection.close();
