// The package with the loggers of applications: node loggers.mjs PATH-OF-PINO PATH-OF-WINSTON
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { Writable } from 'node:stream';

import { connect, Logger } from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { MockJanus } from 'bifrons/testing';

const require = createRequire(import.meta.url);
const [pino, winston] = process.argv.slice(2).map((path) => require(path));

/** What a logger writes, one JSON object a line. */
function newOutput() {
  const records = [];
  const write = (line) => records.push(JSON.parse(line));
  return { records, write, stream: new Writable({ write: (chunk, _, done) => (write(String(chunk)), done()) }) };
}

/** Connects, and is refused once, with this logger. */
async function use(logger) {
  const janus = await MockJanus.start();
  const connection = await connect({ address: { url: janus.url }, ...(logger && { logger }) });
  const handle = await (await connection.create()).attach(VideoRoom);
  await assert.rejects(handle.joinPublisher({ room: 8, pin: 's3cret' }), { code: 'plugin_refused' });
  await connection.close();
  await janus.stop();
  return connection;
}

const join = ({ kind, 'rpc.method': method }) => kind === 'message' && method === 'join';
const check = (record, connection) => {
  assert.deepEqual([record.outcome, record.error_code, record.connection, record['server.address']], ['plugin_refused', 426, connection.id, '127.0.0.1']);
  assert.match(record.msg ?? record.message, /^\[\d+\] message "join" \(janus\.plugin\.videoroom\): plugin_refused 426, /);
};

for (const level of ['info', 'debug', 'trace']) {
  const output = newOutput();
  const root = pino({ level }, { write: output.write });
  for (const logger of [root, root.child({ service: 'calls' })]) {
    output.records.length = 0;
    const connection = await use(logger);
    assert.equal(output.records.some(({ msg }) => /connected, ws:/.test(msg)), true);
    assert.equal(output.records.some(join), level !== 'info');
    assert.equal(output.records.some(({ wire }) => wire), level === 'trace');
    assert.doesNotMatch(JSON.stringify(output.records), /s3cret/);
    const record = output.records.find(join);
    if (record) check(record, connection);
    assert.equal(output.records.every(({ service }) => service === (logger === root ? undefined : 'calls')), true);
  }
}

for (const level of ['info', 'debug', 'silly']) {
  const output = newOutput();
  const transports = [new winston.transports.Stream({ stream: output.stream })];
  const root = winston.createLogger({ level, format: winston.format.json(), transports });
  for (const logger of [root, root.child({ service: 'calls' })]) {
    output.records.length = 0;
    const connection = await use(logger);
    assert.equal(output.records.some(({ message }) => /connected, ws:/.test(message)), true);
    assert.equal(output.records.some(join), level !== 'info');
    assert.equal(output.records.some(({ wire }) => wire), level === 'silly');
    assert.doesNotMatch(JSON.stringify(output.records), /s3cret/);
    const record = output.records.find(join);
    if (record) check(record, connection);
  }
}

// All connections by the global logger, as README.md shows it.
const output = newOutput();
const logger = pino({ level: 'debug' }, { write: output.write });
const methods = { error: 'error', warning: 'warn', info: 'info', verbose: 'debug', debug: 'debug', trace: 'trace' };
Logger.setLevel('debug');
Logger.setSink((level, args, fields) => logger[methods[level]](fields, args.join(' ')));
const connection = await use(undefined);
check(output.records.find(join), connection);
