// The tests of an application, by name, for every test runner.
const assert = require('node:assert/strict');

/** A clock for the configuration, which stands still until `advance`. */
function stillClock() {
  let now = 0;
  let last = 0;
  const timers = new Map();
  return {
    now: () => now,
    setTimeout(callback, milliseconds) {
      timers.set(++last, { at: now + milliseconds, callback });
      return last;
    },
    clearTimeout: (timer) => void timers.delete(timer),
    advance(milliseconds) {
      now += milliseconds;
      for (const [timer, { at, callback }] of [...timers]) {
        if (at <= now && timers.delete(timer)) callback();
      }
    },
  };
}

/** `timers` are the fake timers of the runner, if it has some. */
module.exports = ({ connect, EchoTest, MockJanus, url, apisecret, ports = true, timers }) => {
  const use = async (config) => {
    const connection = await connect({ max_retries: 0, ...config });
    const handle = await (await connection.create()).attach(EchoTest);
    const { result } = await handle.start({ audio: true });
    assert.equal(result, 'ok');
    await connection.close();
  };

  return {
    'a real Janus': () => use({ address: { url, apisecret } }),

    async 'the mock server on a port'() {
      if (!ports) return assert.rejects(MockJanus.start(), /resolves the package ws for browsers.*port: false/);
      const janus = await MockJanus.start();
      await use({ address: { url: janus.url } });
      await janus.stop();
    },

    async 'the mock server without a port'() {
      const janus = await MockJanus.start({ port: false });
      await use({ address: { url: 'janus://here' }, transport: janus.transport });
      await janus.stop();
    },

    async "a timeout by the connection's own clock"() {
      const clock = stillClock();
      const janus = await MockJanus.start({ port: false });
      const connection = await connect({ address: { url: 'janus://here' }, transport: janus.transport, clock });
      janus.inject('silent', true);
      const ping = connection.ping().catch((reason) => reason);
      await Promise.resolve();
      clock.advance(9_999);
      assert.equal(connection.stats().timed_out, 0);
      clock.advance(1);
      assert.equal((await ping).code, 'timeout');
      janus.inject('silent', false);
      await connection.close();
      await janus.stop();
    },

    async 'a timeout by fake timers'() {
      if (!timers) return;
      timers.fake();
      try {
        const janus = await MockJanus.start(ports ? {} : { port: false });
        const address = { url: janus.url ?? 'janus://here' };
        const connection = await connect(ports ? { address } : { address, transport: janus.transport });
        janus.inject('silent', true);
        const ping = connection.ping().catch((reason) => reason);
        await Promise.resolve();
        timers.advance(9_999);
        assert.equal(connection.stats().timed_out, 0);
        timers.advance(1);
        assert.equal((await ping).code, 'timeout');
        janus.inject('silent', false);
        await connection.close();
        await janus.stop();
      } finally {
        timers.real();
      }
    },

    async 'an error of the package'() {
      const error = await connect({ address: { url: 'ws://127.0.0.1:1' }, max_retries: 0 }).catch((reason) => reason);
      assert.equal(error.code, 'connect_failed');
    },
  };
};
