import Bifrons from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';

import { scenario } from './scenario.mjs';
import { tokens } from './tokens.mjs';

const query = new URLSearchParams(location.search);
scenario({ Bifrons, Handle, EchoTest }, [query.get('url'), query.get('secret'), query.get('expect')]).then(tokens).then(
  () => { globalThis.outcome = 'ok'; },
  (error) => { globalThis.outcome = `${error.stack}`; },
);
