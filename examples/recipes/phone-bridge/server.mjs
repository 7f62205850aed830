// A room of AudioBridge with telephones: the server has a SIP account, and calls a telephone into the room. Janus itself
// is both ends of a PeerConnection: AudioBridge offers, and the SIP plugin answers.
//   SIP_REGISTRAR=127.0.0.1:5060 node phone-bridge/server.mjs …
import { EVENT, connect } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import Sip from 'bifrons/plugins/sip';
import { Refusal, address, serve, ticket } from '../common/serve.mjs';

const { SIP_REGISTRAR: registrar = '127.0.0.1:5060' } = process.env;
const ACCOUNT = { username: `sip:bridge@${registrar}`, proxy: `sip:${registrar}`, secret: 'a-password' };

const connection = await connect({ address, reconnect: true });
const manager = await (await connection.create()).attach(AudioBridge);
const { room } = await manager.create({ sampling_rate: 48_000 });

/** Calls a telephone. It is in the room as soon as it answers, and until one side hangs up. */
async function callIn(uri) {
  // A session for each call, which ends both of its handles.
  const session = await connection.create();
  const end = () => session.destroy();
  try {
    const [phone, member] = [await session.attach(Sip), await session.attach(AudioBridge)];
    join(phone, member);
    phone.on(Sip.EVENT.SIP_RINGING, () => console.log(`${uri} rings`));
    phone.on(Sip.EVENT.SIP_HANGUP, end);
    member.on(EVENT.HANDLE_HANGUP, end);
    await phone.register(ACCOUNT);
    const { jsep: offer } = await member.join({ room, display: uri, generate_offer: true });
    const { jsep: answer } = await phone.call({ uri, jsep: offer });
    await member.configure({ jsep: answer });
  } catch (error) {
    await end();
    throw error;
  }
}

/** Gives the candidates of each side to the other one. */
function join(...sides) {
  sides.forEach((side, index) => side.on(EVENT.HANDLE_TRICKLE, (candidate) => sides[1 - index].trickle(candidate).catch(() => {})));
}

serve(import.meta.url, {
  enter: () => ({ ...ticket('audiobridge'), room }),
  async invite({ number }) {
    if (typeof number !== 'string' || !/^\w{1,20}$/.test(number)) throw new Refusal('this is not a number');
    await callIn(`sip:${number}@${registrar}`);
  },
});
