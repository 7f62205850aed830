import assert from 'node:assert/strict';

import { connect } from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';
import { MockJanus } from 'bifrons/testing';

import suite = require('./suite.cjs');

const { URL_OF_JANUS: url, SECRET_OF_JANUS: apisecret } = process.env;

async function main(): Promise<void> {
  assert(EchoTest.Handle!.prototype instanceof Handle);
  for (const act of Object.values(suite({ connect, EchoTest, MockJanus, url, apisecret }))) await act();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
