import process from 'node:process';
import { createRequire } from 'node:module';

import Bifrons, { connect, EVENT, Logger } from 'bifrons';
import BaseHandle, { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';

import { scenario } from './scenario.mjs';
import { tokens } from './tokens.mjs';

if (Bifrons.connect !== connect || Bifrons.Logger !== Logger || Bifrons.EVENT !== EVENT) throw new Error('default and named exports differ');
if (BaseHandle !== Handle) throw new Error('default and named Handle differ');

// `import` and `require` share one instance.
const required = createRequire(import.meta.url)('bifrons/handle').Handle;
if (required !== Handle) throw new Error('import and require give two Handle classes');

await tokens();
await scenario({ Bifrons, Handle, EchoTest }, process.argv.slice(2));
