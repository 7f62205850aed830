import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkConfig, readConfig } from '../../examples/common/server/config.js';
import { checkRoom } from '../../examples/videoroom/server/config.js';

const template = () => JSON.parse(readFileSync(new URL('../../examples/echotest/config.template.json', import.meta.url)));

test('the template is a valid configuration', () => {
  assert.equal(checkConfig(template()).web.port, 4443);
});

test('the pause between attempts has a default', () => {
  const config = template();
  delete config.janus.retry_time_secs;
  assert.equal(checkConfig(config).janus.retry_time_secs, 10);
});

const INVALID = [
  ['no object', () => null, /configuration: must be an object with janus, web/],
  ['no address', (config) => ((config.janus.address = []), config), /janus\.address: must be a list/],
  ['another scheme', (config) => ((config.janus.address[0].url = 'http://a'), config), /janus\.address\[0\]\.url: must be a ws/],
  ['a secret that is no string', (config) => ((config.janus.address[0].apisecret = 7), config), /address\[0\]\.apisecret: must be a string/],
  ['tokens without the secret', (config) => ((config.janus.tokens = {}), config), /janus\.tokens: the environment must have .* JANUS_TOKEN_SECRET/],
  ['tokens that are never valid', (config) => ((config.janus.tokens = { valid_s: 0 }), config), /janus\.tokens\.valid_s: must be/],
  ['the secret in the file', (config) => ((config.janus.tokens = { secret: 'x' }), config), /janus\.tokens: has no field "secret"/],
  ['a direct address of another kind', (config) => ((config.janus.tokens = { direct: 'file:///x' }), config), /janus\.tokens\.direct: must be the ws/],
  ['a misspelt field', (config) => ((config.web.prot = 1), config), /web: has no field "prot"/],
  ['a negative pause', (config) => ((config.janus.retry_time_secs = -1), config), /janus\.retry_time_secs: must be/],
  ['a port as text', (config) => ((config.web.port = '4443'), config), /web\.port: must be a whole number/],
  ['hosts with a port', (config) => ((config.web.hosts = ['a.example:1']), config), /web\.hosts: must be a list of host names/],
  ['a proxy that is a text', (config) => ((config.web.behind_proxy = 'yes'), config), /web\.behind_proxy: must be true or false/],
  ['a key without a certificate', (config) => ((config.web.key = 'key.pem'), config), /give both files for https, or neither/],
  ['missing files', (config) => (Object.assign(config.web, { key: '/no/key', cert: '/no/cert' }), config), /web\.cert: cannot read the file \(ENOENT\)/],
];

for (const [name, change, expected] of INVALID) {
  test(`an invalid configuration is reported: ${name}`, () => assert.throws(() => checkConfig(change(template())), expected));
}

const ROOM = JSON.parse(readFileSync(new URL('../../examples/videoroom/config.template.json', import.meta.url))).room;
const conference = (room) => checkConfig({ ...template(), room }, { room: checkRoom });

test('the conference’s template is a valid configuration', () => {
  assert.deepEqual(conference(ROOM).room, ROOM);
});

const WRONG_ROOMS = [
  ['no room', undefined, /room: must be an object with id, description, secret/],
  ['a room without a pin', { ...ROOM, pin: '' }, /room\.pin: must be a text/],
  ['a room without a secret', { ...ROOM, secret: undefined }, /room\.secret: must be a text/],
  ['a room’s id as text', { ...ROOM, id: '1' }, /room\.id: must be a whole number/],
  ['a room without publishers', { ...ROOM, publishers: 0 }, /room\.publishers: must be/],
  ['a bitrate that Janus would raise', { ...ROOM, bitrate: 1000 }, /room\.bitrate: must be a bitrate in bit\/s, at least 64000/],
];

for (const [name, room, expected] of WRONG_ROOMS) {
  test(`an invalid configuration is reported: ${name}`, () => assert.throws(() => conference(room), expected));
}

test('all problems are reported at once', () => {
  assert.throws(
    () => checkConfig({ janus: {}, web: { port: -1 } }),
    (error) => /janus\.address/.test(error.message) && /web\.port/.test(error.message) && /web\.bind/.test(error.message),
  );
});

test('the error for invalid JSON contains the file and line, and no contents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bifrons-config-'));
  const path = join(folder, 'config.json');
  writeFileSync(path, '{\n  "janus": { "apisecret": "planted" x\n}');
  assert.throws(() => readConfig(path), (error) => /config\.json is not valid JSON/.test(error.message) && !/planted/.test(error.message));
  rmSync(folder, { recursive: true });
});

test('the error for a missing file names the template', () => {
  assert.throws(() => readConfig('/no/such/config.json'), /cannot read .* \(ENOENT\); copy config\.template\.json/);
});
