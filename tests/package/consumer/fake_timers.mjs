// The fake timers of sinon: node fake_timers.mjs PATH-OF-FAKE-TIMERS
import { createRequire } from 'node:module';

import { connect } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { MockJanus } from 'bifrons/testing';

import suite from './suite.cjs';

const FakeTimers = createRequire(import.meta.url)(process.argv[2]);
let clock;
const timers = {
  fake: () => { clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }); },
  real: () => clock.uninstall(),
  advance: (milliseconds) => clock.tick(milliseconds),
};

await suite({ connect, EchoTest, MockJanus, timers })['a timeout by fake timers']();
