// The package without running it: what it has, whether it can be published, and its types.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = process.env.BIFRONS_ROOT;
const place = process.cwd();
const tools = join(root, '.cache/tools/node_modules');
const packed = join(root, 'gateway/pkg', readdirSync(join(root, 'gateway/pkg')).find((name) => name.endsWith('.tgz')));

/** @param {string} command @param {string[]} args */
async function run(command, ...args) {
  const done = promisify(execFile)(command, args, { cwd: place });
  await done.catch(({ stdout, stderr }) => assert.fail(`${command} ${args.join(' ')}:\n${stdout}${stderr}`));
}

test('publint and attw find nothing', async () => {
  await run(join(tools, '.bin/publint'), 'run', packed, '--strict');
  await run(join(tools, '.bin/attw'), packed, '--no-color', '--no-emoji');
});

test('the types hold, for each way to resolve modules', async () => {
  const folder = join(place, 'consumer');
  mkdirSync(folder, { recursive: true });
  const program = (importing) => `${importing}
const gateway = createGateway({
  janus: { addresses: ['ws://127.0.0.1:8188'], api_secret: 'x' },
  issuers: [{ name: 'app', audiences: ['gateway'], secret: process_secret, roles: { host: { room: { id: '*', join: true } } } }],
  rules: [{ plugins: ['videoroom'], requests: ['create'], when: 'body.room > 1', cap: { publishers: 6 } }],
  limits: { rates: { subject: { creates: { per_second: 1, burst: 2 } }, tenant: { creates: 'none' } } },
  flows: [{
    name: 'lesson', plugin: 'videoroom', pass: ['display'], last: { request: 'joinandconfigure', room: '$body.room' },
    steps: [{ request: { request: 'create' }, tolerate: [427], undo: { request: 'destroy' }, allowed: true }],
  }],
  policy: async ({ plugin, body, app }) => (plugin === 'videoroom' && app === 1 ? { change: { ...body, room: 1 } } : 'allow'),
});
declare const process_secret: string | undefined;
const from_file: Gateway = createGateway({ config: 'gateway.toml', logger: false });
const { sessions } = gateway.counts();
const rooms: string[] = from_file.rooms().map(({ tenant }) => tenant);
gateway.on('report', ({ event }) => { if (event === 'joined') void rooms; });
gateway.changeGrants({ subject: 'anna', grants: { plugins: ['echotest'] } });
gateway.ban({ subject: 'anna', room: 1 });
gateway.ban({ tenant: 'app', all: true, room: 'lobby' });
createGateway({ config: 'gateway.toml', policy: ({ flow }) => (flow?.name === 'enter' && flow.steps.length > 1 ? { refuse: 'no' } : 'allow') });
const decision = gateway.explain({ plugin: 'videoroom', body: { request: 'list' } });
if (decision.allowed) decision.body; else decision.code + sessions;
// @ts-expect-error the name is wrong
createGateway({ janus: { adresses: [] } });
// @ts-expect-error a file has no other settings beside it
createGateway({ config: 'gateway.toml', issuers: [] });
// @ts-expect-error no verdict
createGateway({ config: 'gateway.toml', policy: () => true });
// @ts-expect-error no grant
gateway.changeGrants({ subject: 'anna', grants: { rooms: [] } });
// @ts-expect-error a user, or all
gateway.ban({ room: 1 });
// @ts-expect-error a logger has all its methods
createGateway({ config: 'gateway.toml', logger: { info() {} } });
`;
  writeFileSync(join(folder, 'module.mts'), program("import { createGateway, type Gateway } from 'bifrons-gateway';"));
  writeFileSync(join(folder, 'common.cts'), program("import { createGateway, type Gateway } from 'bifrons-gateway';"));
  const strict = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--target', 'es2022', '--lib', 'es2022', '--types', ''];
  const files = [join(folder, 'module.mts'), join(folder, 'common.cts')];
  await run(join(tools, '.bin/tsc'), ...strict, '--module', 'node16', ...files);
  await run(join(tools, '.bin/tsc'), ...strict, '--module', 'nodenext', ...files);
  await run(join(tools, '.bin/tsc'), ...strict, '--module', 'esnext', '--moduleResolution', 'bundler', files[0]);
});

test('the JavaScript is as its comments say', async () => {
  const folder = join(place, 'source');
  cpSync(join(root, 'gateway/pkg/source'), folder, { recursive: true });
  cpSync(join(root, 'gateway/pkg/build/core.d.ts'), join(folder, 'wasm/core.d.ts'));
  writeFileSync(join(folder, 'wasm/core_gz.d.cts'), 'declare const packed: string;\nexport = packed;\n');
  mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
  for (const name of ['@types/node', '@types/ws', 'undici-types']) cpSync(join(tools, name), join(folder, 'node_modules', name), { recursive: true });
  cpSync(join(tools, 'ws'), join(folder, 'node_modules/ws'), { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: 'es2022', lib: ['es2023', 'dom', 'dom.asynciterable'], module: 'nodenext', allowJs: true, checkJs: true, types: ['node'], skipLibCheck: true },
    include: ['index.js', 'lib/*.js'],
  }));
  await run(join(tools, '.bin/tsc'), '-p', folder);
});
