// The table of the grid: where the package claims to work, and what is checked about the package itself.
import { cp } from 'node:fs/promises';

import { importFrom, onBundler } from './bundlers.mjs';
import { withFakeTimers, withLoggers } from './companions.mjs';
import { completionsOffered } from './completions.mjs';
import { auditClean, filesAsListed, libTypesCheck, publishable, typesHold, typesResolve } from './metadata.mjs';
import { onRunners } from './runners.mjs';
import { inStores } from './stores.mjs';
import { typesAgreeWithCode } from './surface.mjs';
import { webrtcSizes } from './webrtc.mjs';
import { onWorkers } from './workerd.mjs';

const nodes = ['node18', 'node20', 'node22', 'node24'];
const hasWebSocket = ({ node22: true, node24: true });

function application(runtime, file, { ws, way = 'ws', expect = 'works', flags = [] }) {
  return {
    name: `${runtime} ${file.endsWith('.cjs') ? 'CommonJS' : 'ESM'}, ${ws ? 'with' : 'without'} ws${way === 'http' ? ', over HTTP' : ''}${expect === 'works' ? '' : `: ${expect}`}`,
    async run({ runtime: path, consumer, run, address }) {
      await run(path(runtime), [...flags, file, address[way], address.apisecret, expect], await consumer(ws), { DENO_NO_UPDATE_CHECK: '1' });
    },
  };
}

const both = (make) => ['application.mjs', 'application.cjs'].map(make);

const deno = { ws: false, flags: ['run', '--allow-net=127.0.0.1'] };
const bun = { ws: false };

const importsWebrtc = (runtime) => (file) => ({
  name: `${runtime} ${file.endsWith('.cjs') ? 'CommonJS' : 'ESM'}, bifrons/webrtc is importable where it can't work`,
  run: async ({ runtime: path, consumer, run }) => void (await run(path(runtime), [...(runtime === 'deno' ? ['run'] : []), file], await consumer(false), { DENO_NO_UPDATE_CHECK: '1' })),
});

const plainPage = (way) => ({
  name: `page without a bundler, in Chromium${way === 'http' ? ', over HTTP' : ''}`,
  run: async ({ consumer, openPage }) => openPage(await consumer(false), 'plain.html', { way }),
});

const fetchingPage = (entry, expect) => ({
  name: `page without a bundler, ${entry}, in Chromium`,
  async run({ consumer, folder, openPage }) {
    const path = await folder('page');
    await cp(await consumer(false), path, { recursive: true });
    await importFrom(entry, path, 'page.mjs');
    await openPage(path, 'plain.html', { expect });
  },
});

const pageWithoutWasm = {
  name: 'page whose policy forbids WebAssembly: unsupported',
  run: async ({ consumer, openPage }) => openPage(await consumer(false), 'plain.html', { policy: "script-src 'self' 'unsafe-inline'", expect: 'unsupported' }),
};

export const cells = [
  { name: 'files of the tarball', run: filesAsListed },
  { name: 'publint', run: publishable },
  { name: 'are the types wrong', run: typesResolve },
  { name: 'tsc --strict, right and wrong uses', run: typesHold },
  { name: 'tsc --strict, the package itself', run: libTypesCheck },
  { name: 'completions of an editor', run: completionsOffered },
  { name: 'types and code agree', run: typesAgreeWithCode },
  { name: 'npm audit', run: auditClean },
  { name: 'sizes of bifrons/webrtc', run: webrtcSizes },
  ...nodes.flatMap((node) => both((file) => application(node, file, { ws: true }))),
  ...nodes.flatMap((node) => both((file) => application(node, file, { ws: false, expect: hasWebSocket[node] ? 'works' : 'needs ws' }))),
  ...both((file) => application('deno', file, deno)),
  ...both((file) => application('bun', file, bun)),
  ...nodes.map((node) => application(node, 'application.mjs', { ws: false, way: 'http' })),
  application('deno', 'application.mjs', { ...deno, way: 'http' }),
  application('bun', 'application.mjs', { ...bun, way: 'http' }),
  ...['node18', 'deno', 'bun'].flatMap((runtime) => ['webrtc.mjs', 'webrtc.cjs'].map(importsWebrtc(runtime))),
  ...['ws', 'http'].map(plainPage),
  pageWithoutWasm,
  fetchingPage('bifrons/streamed'),
  fetchingPage('bifrons/slim', 'slim'),
  ...['streamed', 'slim'].flatMap((entry) => ['vite', 'webpack'].map((name) => ({ name: `${name}, bifrons/${entry}, in Chromium`, run: onBundler[entry][name] }))),
  ...['vite', 'webpack', 'esbuild'].map((name) => ({ name: `${name}, in Chromium`, run: onBundler.web[name] })),
  { name: 'esbuild, server bundle, ESM', run: onBundler.serverEsm },
  { name: 'esbuild, server bundle, CommonJS with ws', run: onBundler.serverCommonJs },
  ...onRunners,
  withLoggers,
  withFakeTimers,
  ...onWorkers,
  { name: 'reactive stores', run: inStores },
];
