// A room of AudioBridge with telephones: they call the room, and the server calls them into it. Janus itself is both ends of a
// PeerConnection: one is AudioBridge, the other one the SIP plugin.
//   SIP_REGISTRAR=127.0.0.1:5060 node phone-bridge/server.mjs …
import { setTimeout as later } from 'node:timers/promises';

import { EVENT, connect } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import Sip from 'bifrons/plugins/sip';
import { Refusal, address, serve, ticket } from '../common/serve.mjs';

const { SIP_REGISTRAR: registrar = '127.0.0.1:5060' } = process.env;
const account = (user) => ({ username: `sip:${user}@${registrar}`, proxy: `sip:${registrar}`, secret: 'a-password' });

const connection = await connect({ address, reconnect: true });
const session = await connection.create();
const rooms = await session.attach(AudioBridge);
const { room } = await rooms.create({ sampling_rate: 48_000 });

// The account that telephones call. It takes one call at a time.
const line = await session.attach(Sip);
line.on(Sip.EVENT.SIP_INCOMING, ({ username, jsep: offer }) => {
  bringIn(line, async (member) => {
    const { jsep: answer } = await member.join({ room, display: username, jsep: offer });
    // Janus reports a call before it can be accepted, and loses an answer that comes too soon.
    await later(1000);
    await line.accept({ jsep: answer });
  }).catch(console.error);
});
await line.register(account('room'));

/** Calls a telephone, by another account. It is in the room as soon as it answers. */
async function callOut(uri) {
  const phone = await session.attach(Sip);
  phone.on(Sip.EVENT.SIP_RINGING, () => console.log(`${uri} rings`));
  phone.on(Sip.EVENT.SIP_HANGUP, () => phone.detach());
  try {
    await phone.register(account('bridge'));
    await bringIn(phone, async (member) => {
      const { jsep: offer } = await member.join({ room, display: uri, generate_offer: true });
      const { jsep: answer } = await phone.call({ uri, jsep: offer });
      await member.configure({ jsep: answer });
    });
  } catch (error) {
    await phone.detach();
    throw error;
  }
}

/** Makes a telephone's call a member of the room, until one side hangs up. `negotiate` exchanges the SDPs. */
async function bringIn(phone, negotiate) {
  const call = new AbortController();
  const { signal } = call;
  const attaching = session.attach(AudioBridge);
  const end = () => {
    call.abort();
    attaching.then((member) => member.detach()).catch(() => {});
  };
  const pass = (candidate, to) => to.then((side) => side.trickle(candidate)).catch(() => {});
  // All listeners at once: candidates come while the member is attached.
  phone.on(EVENT.HANDLE_TRICKLE, (candidate) => pass(candidate, attaching), { signal });
  phone.on(Sip.EVENT.SIP_HANGUP, end, { signal });
  try {
    const member = await attaching;
    member.on(EVENT.HANDLE_TRICKLE, (candidate) => pass(candidate, Promise.resolve(phone)));
    member.on(EVENT.HANDLE_HANGUP, () => signal.aborted || phone.sip_hangup().catch(() => {}));
    await negotiate(member);
  } catch (error) {
    end();
    throw error;
  }
}

serve(import.meta.url, {
  enter: () => ({ ...ticket('audiobridge'), room }),
  async invite({ number }) {
    if (typeof number !== 'string' || !/^\w{1,20}$/.test(number)) throw new Refusal('this is not a number');
    await callOut(`sip:${number}@${registrar}`);
  },
});
