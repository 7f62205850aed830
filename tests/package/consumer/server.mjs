// For server bundles: no top-level await, which CommonJS has not.
import Bifrons from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';

import { scenario } from './scenario.mjs';

scenario({ Bifrons, Handle, EchoTest }, process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
