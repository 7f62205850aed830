import { connect } from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';
import { MockJanus } from 'bifrons/testing';

import suite from './suite.cjs';

const { URL_OF_JANUS: url, SECRET_OF_JANUS: apisecret } = process.env;

// Jest's, or with its defaults Vitest's.
const { jest } = import.meta;
const runner = jest ?? vi;
const timers = {
  fake: () => (jest ? jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }) : vi.useFakeTimers()),
  real: () => runner.useRealTimers(),
  advance: (milliseconds) => runner.advanceTimersByTime(milliseconds),
};

for (const [name, act] of Object.entries(suite({ connect, EchoTest, MockJanus, url, apisecret, timers }))) test(name, act);

test('one Handle class', () => expect(EchoTest.Handle.prototype).toBeInstanceOf(Handle));
