const { connect } = require('bifrons');
const { Handle } = require('bifrons/handle');
const { default: EchoTest } = require('bifrons/plugins/echotest');
const { MockJanus } = require('bifrons/testing');

const { URL_OF_JANUS: url, SECRET_OF_JANUS: apisecret, NO_PORTS } = process.env;

// What the connection needs itself stays real: see README.md.
const timers = {
  fake: () => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }),
  real: () => jest.useRealTimers(),
  advance: (milliseconds) => jest.advanceTimersByTime(milliseconds),
};

for (const [name, act] of Object.entries(require('./suite.cjs')({ connect, EchoTest, MockJanus, url, apisecret, ports: !NO_PORTS, timers }))) test(name, act);

test('one Handle class', () => expect(EchoTest.Handle.prototype).toBeInstanceOf(Handle));
