// A softphone: each page registers a SIP account with a registrar, calls, and is called.
//   SIP_REGISTRAR=127.0.0.1:5060 node softphone/server.mjs …
import { Refusal, serve, ticket } from '../common/serve.mjs';

const { SIP_REGISTRAR: registrar = '127.0.0.1:5060' } = process.env;

/** The accounts of the application's users. A page gets that of its user only. */
const ACCOUNTS = { anna: 'a-password', ben: 'another-password', clara: 'a-third-one' };

serve(import.meta.url, {
  enter({ user }) {
    if (!Object.hasOwn(ACCOUNTS, user)) throw new Refusal('there is no such user');
    const account = { username: `sip:${user}@${registrar}`, proxy: `sip:${registrar}`, secret: ACCOUNTS[user] };
    return { ...ticket('sip'), account };
  },
});
