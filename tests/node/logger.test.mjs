import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { afterEach, describe, test } from 'node:test';
import { promisify } from 'node:util';

import { Logger } from 'bifrons';

const run = promisify(execFile);

let lines = [];
const listen = () => { lines = []; Logger.setSink((level, args) => lines.push([level, ...args])); };
afterEach(() => { Logger.setSink(); Logger.setLevel('info'); });

const LEVELS = ['none', 'error', 'warning', 'info', 'verbose', 'debug'];

describe('levels', () => {
  for (const [rank, level] of LEVELS.entries()) {
    test(level, () => {
      assert.equal(Logger.setLevel(level), level);
      listen();
      for (const method of LEVELS.slice(1)) Logger[method](method, 1);
      assert.deepEqual(lines, LEVELS.slice(1, rank + 1).map((method) => [method, method, 1]));
    });
  }

  test('aliases, in any case; an unknown level means info', () => {
    assert.equal(Logger.setLevel('WARN'), 'warning');
    assert.equal(Logger.setLogLevel('Verb'), 'verbose');
    assert.equal(Logger.setLevel('Debug'), 'debug');
    listen();
    Logger.warn('w');
    Logger.verb('v');
    assert.deepEqual(lines, [['warning', 'w'], ['verbose', 'v']]);
    for (const unknown of ['nonsense', '', undefined, null, 5, 'constructor']) assert.equal(Logger.setLevel(unknown), 'info');
  });
});

test('a lone function is called only when its text is logged', () => {
  listen();
  Logger.debug(() => assert.fail('called in vain'));
  Logger.info(() => 'lazy');
  const given = () => 'an argument among others';
  Logger.info('with', given);
  assert.deepEqual(lines, [['info', 'lazy'], ['info', 'with', given]]);
});

test('the console is the sink unless there is another', () => {
  const { info, warn, error, debug } = console;
  const printed = [];
  for (const method of ['info', 'warn', 'error', 'debug']) console[method] = (...args) => printed.push([method, ...args]);
  Logger.setLevel('debug');
  for (const level of LEVELS.slice(1)) Logger[level]('text', { a: 1 });
  Object.assign(console, { info, warn, error, debug });
  assert.deepEqual(printed.map(([method]) => method), ['error', 'warn', 'info', 'debug', 'debug']);
  for (const [, prefix, ...args] of printed) {
    assert.match(prefix, /^\d{4}-\d\d-\d\dT[\d:.]+Z - [A-Z]+ *:$/);
    assert.deepEqual(args, ['text', { a: 1 }]);
  }
  assert.match(printed[2][1], / - INFO {4}:$/);
});

test('a sink that throws affects nothing else', async () => {
  const { connect } = await import('bifrons');
  const { startFake } = await import('./support/fake.mjs');
  const fake = await startFake();
  Logger.setLevel('debug');
  const uncaught = [];
  const before = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => uncaught.push(error.message));
  Logger.setSink(() => { throw new Error('thrown by the sink'); });
  const connection = await connect(fake.config);
  fake.send('garbage');
  assert.equal((await connection.ping()).janus, 'pong');
  await connection.close();
  process.removeAllListeners('uncaughtException');
  for (const listener of before) process.on('uncaughtException', listener);
  assert.ok(uncaught.length >= 2);
  assert.ok(uncaught.every((text) => text === 'thrown by the sink'));
  await fake.stop();
});

describe('the level from the command line', () => {
  for (const [flag, level] of [['--janode-log=debug', 'debug'], ['--janode-log=warn', 'warning'], ['--janode-log=x', 'info'], ['--other', 'info']]) {
    test(flag, async () => {
      const script = "import { Logger } from 'bifrons'; const on = ['error', 'warning', 'info', 'verbose', 'debug'].filter((l) => { let logged; Logger.setSink(() => { logged = true; }); Logger[l]('x'); return logged; }); console.log(on.at(-1));";
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, '--', 'script', flag]);
      assert.equal(stdout.trim(), level);
    });
  }
});
