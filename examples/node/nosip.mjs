// Plain RTP between two sides: node nosip.mjs ws://127.0.0.1:8188 [API SECRET]
// Here both are handles of one Janus; an application sends the SDPs over its own signaling.
import NoSip from 'bifrons/plugins/nosip';
import { answerTo, connect, offer } from './common.mjs';

const connection = await connect();
const session = await connection.create();
const [caller, callee] = [await session.attach(NoSip), await session.attach(NoSip)];

const plainOffer = await caller.generate({ jsep: offer() });
console.log(`an ${plainOffer.type} for the peer of ${plainOffer.sdp.split('\r\n').length} lines`);
const { jsep: forPage } = await callee.process({ type: 'offer', sdp: plainOffer.sdp });
const plainAnswer = await callee.generate({ jsep: answerTo(forPage) });
const { jsep } = await caller.process({ type: 'answer', sdp: plainAnswer.sdp });
console.log(`the caller's page receives an SDP ${jsep.type}`);

await caller.hangupCall();
await connection.close();
