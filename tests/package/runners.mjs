// The package in test runners and in tools that run TypeScript, with their default settings.
import { cp, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { here } from './workshop.mjs';

async function prepare({ consumer, folder, address }, name, withWs) {
  const path = await folder(name);
  await cp(await consumer(withWs), path, { recursive: true });
  await cp(here('runners'), path, { recursive: true });
  return { path, environment: { URL_OF_JANUS: address.ws, SECRET_OF_JANUS: address.apisecret } };
}

/** Jest, whose configuration names only the files, and its jsdom, which is in another package. */
const jest = (name, files, { settings = () => ({}), flags = [], environment: more = {} }) => ({
  name: `Jest, ${name}`,
  async run(workshop) {
    const { tool, run, runtime } = workshop;
    const { path, environment } = await prepare(workshop, 'jest', true);
    await writeFile(join(path, 'jest.config.json'), JSON.stringify({ rootDir: path, testMatch: [`**/${files}`], ...settings(tool) }));
    const script = join(dirname(tool.resolve('jest/package.json')), 'bin/jest.js');
    await run(runtime('node20'), [...flags, script, '--config', join(path, 'jest.config.json'), '--ci', '--no-cache', '--runInBand'], path, { ...environment, ...more });
  },
});

const jsdom = (options) => (tool) => ({ testEnvironment: tool.resolve('jest-environment-jsdom'), testEnvironmentOptions: options });

const vitest = {
  name: 'Vitest',
  async run(workshop) {
    const { tool, run, runtime } = workshop;
    const { path, environment } = await prepare(workshop, 'vitest', true);
    const script = join(dirname(tool.resolve('vitest/package.json')), 'vitest.mjs');
    await run(runtime('node22'), [script, 'run', '--root', path, '--globals', 'application.test.mjs'], path, environment);
  },
};

const tsx = (node) => ({
  name: `tsx, CommonJS, on ${node}`,
  async run(workshop) {
    const { tool, run, runtime } = workshop;
    const { path, environment } = await prepare(workshop, 'tsx', true);
    await run(runtime(node), [join(dirname(tool.resolve('tsx/package.json')), 'dist/cli.mjs'), 'application.cts'], path, environment);
  },
});

const compiledByBun = {
  name: 'bun build --compile',
  async run(workshop) {
    const { folder, run, runtime } = workshop;
    const { path, environment } = await prepare(workshop, 'bun', true);
    const output = await workshop.folder('bun-output');
    await run(runtime('bun'), ['build', '--compile', 'compiled.mjs', '--outfile', join(output, 'application')], path);
    await run(join(output, 'application'), [], await folder('bun-elsewhere'), environment);
  },
};

export const onRunners = [
  jest('CommonJS', 'application.test.cjs', {}),
  jest('ESM', 'application.test.mjs', { flags: ['--experimental-vm-modules'], settings: () => ({ transform: {} }) }),
  jest('jsdom', 'application.test.cjs', { settings: jsdom({}), environment: { NO_PORTS: '1' } }),
  jest("jsdom with Node's conditions", 'application.test.cjs', { settings: jsdom({ customExportConditions: ['node', 'node-addons'] }) }),
  vitest,
  tsx('node18'),
  tsx('node20'),
  tsx('node24'),
  compiledByBun,
];
