import process from 'node:process';
import { createRequire } from 'node:module';

import Bifrons, { connect, EVENT, Logger } from 'bifrons';
import BaseHandle, { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';

import { scenario } from './scenario.mjs';

if (Bifrons.connect !== connect || Bifrons.Logger !== Logger || Bifrons.EVENT !== EVENT) throw new Error('default and named exports differ');
if (BaseHandle !== Handle) throw new Error('default and named Handle differ');

// Where Node can require() an ES module, import and require share one instance.
const [major, minor] = (process.versions.bun || process.versions.deno ? '0.0' : process.versions.node).split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
  const required = createRequire(import.meta.url)('bifrons/handle').Handle;
  if (required !== Handle) throw new Error('import and require give two Handle classes');
}

await scenario({ Bifrons, Handle, EchoTest }, process.argv.slice(2));
