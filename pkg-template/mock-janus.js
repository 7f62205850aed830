#!/usr/bin/env node
// A mock Janus server to try the package with, and to test against: signalling without media.
import { parseArgs } from 'node:util';

import { MockJanus } from './testing.js';

const USAGE = `usage: mock-janus [options]

Starts a mock Janus server, and prints its URLs. It runs until it is interrupted.

  --port P            of the Janus API (default: 8188)
  --admin-port P      of the Admin API (default: 7188)
  --api-secret S      every request needs this secret
  --admin-secret S    secret of the Admin API (default: janusoverlord)
  --token-auth        stored tokens
  --session-timeout N seconds (default: 60; 0 for never)
  --reclaim N         reclaim_session_timeout, seconds (default: 0)
  --janus-version N   of Janus to behave as, as a number (default: 1102; 1401 for 1.4.1)
  --seed N            the seed of all that is random (default: the ids differ from start to start)
  --no-media          PeerConnections never come up`;

const text = /** @type {const} */ ({ type: 'string' });
const options = /** @type {const} */ ({
  port: { ...text, default: '8188' }, 'admin-port': { ...text, default: '7188' }, 'api-secret': text, 'admin-secret': text,
  'token-auth': { type: 'boolean' }, 'session-timeout': text, reclaim: text, 'janus-version': text, seed: text,
  'no-media': { type: 'boolean' }, help: { type: 'boolean' },
});

/** @param {string} name @param {string | undefined} value */
function number(name, value) {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Error(`--${name} takes a number, not "${value}"`);
  return Number(value);
}

async function start() {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(USAGE);
  const settings = {
    port: number('port', values.port),
    admin_port: number('admin-port', values['admin-port']),
    api_secret: values['api-secret'],
    admin_secret: values['admin-secret'],
    token_auth: values['token-auth'],
    session_timeout: number('session-timeout', values['session-timeout']),
    reclaim_session_timeout: number('reclaim', values.reclaim),
    version: number('janus-version', values['janus-version']),
    seed: number('seed', values.seed),
    media: !values['no-media'],
  };
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const janus = await MockJanus.start(given);
  console.log(`a mock of Janus, without media: ${janus.url}, Admin API ${janus.admin_url}`);
}

start().catch((error) => {
  console.error(`mock-janus: ${error.message}\n\n${USAGE}`);
  process.exitCode = 64;
});
