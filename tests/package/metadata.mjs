// Checks of the package without running it.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { here, root } from './workshop.mjs';

export async function filesAsListed({ run, stage }) {
  const [{ files }] = JSON.parse(await run('npm', ['pack', '--dry-run', '--json', '--loglevel=silent', stage], root));
  // Shared files have a hash as a name; each plugin has the same files.
  const general = ({ path }) => path.replace(/^lib\/[0-9A-Z]+/, 'lib/*').replace(/plugins\/\w+/, 'plugins/*');
  const packed = [...new Set(files.map(general))].sort();
  const listed = (await readFile(here('files.txt'), 'utf8')).trim().split('\n');
  const added = packed.filter((path) => !listed.includes(path));
  const missing = listed.filter((path) => !packed.includes(path));
  if (added.length || missing.length) {
    throw new Error(`tests/package/files.txt differs from the package:\n${[...added.map((path) => `+ ${path}`), ...missing.map((path) => `- ${path}`)].join('\n')}`);
  }
  return `${files.length} files`;
}

export async function publishable({ run, toolPath, tarball }) {
  await run(toolPath('publint'), ['run', tarball, '--strict'], root);
}

export async function typesResolve({ run, stage, toolPath, tarball }) {
  const plugins = (await readdir(join(stage, 'plugins'))).filter((name) => name.endsWith('.js')).map((name) => `plugins/${name.slice(0, -3)}`);
  const attw = async (...more) => {
    const report = await run(toolPath('attw'), [tarball, '--no-color', '--no-emoji', ...more], root);
    if (report.includes('does not contain types')) throw new Error(report);
  };
  await attw('--entrypoints', '.', 'handle', 'token', 'webrtc', ...plugins);
  // They need import.meta.url.
  await attw('--profile', 'esm-only', '--entrypoints', 'slim', 'streamed');
}

const strict = { strict: true, noEmit: true, target: 'es2022', lib: ['es2022', 'dom', 'esnext.disposable'], types: [] };

const strictest = { ...strict, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true };

const consumers = [
  { name: 'nodenext', options: { ...strict, module: 'nodenext' } },
  { name: 'nodenext, strictest', options: { ...strictest, module: 'nodenext' } },
  { name: 'node16', options: { ...strictest, module: 'node16' } },
  { name: 'bundler', options: { ...strictest, module: 'esnext', moduleResolution: 'bundler' } },
];

/** Compiles what must compile, and what must not, with the newest TypeScript and with the least one that CONTRIBUTING.md names. */
export async function typesHold({ consumer, folder, inCache, run, tool, toolPath }) {
  const path = await folder('types');
  await cp(await consumer(false), path, { recursive: true });
  await cp(here('types'), path, { recursive: true });
  const compile = async (tsc, compilerOptions, include) => {
    await writeFile(join(path, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
    await run(tsc, ['-p', path], path);
  };
  const newest = toolPath('tsc');
  const least = inCache('runtimes/node_modules/typescript50/bin/tsc');
  const { version } = JSON.parse(await readFile(inCache('runtimes/node_modules/typescript50/package.json'), 'utf8'));
  const promised = (await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')).match(/TypeScript (\d+\.\d+)/)?.[1];
  if (!version.startsWith(`${promised}.`)) throw new Error(`CONTRIBUTING.md promises TypeScript ${promised}, the least one that is tested is ${version}`);
  for (const { name, options } of consumers) {
    const include = name === 'bundler' ? ['*.ts', '*.mts', 'page/*.ts'] : ['*.ts', '*.cts', '*.mts', 'page/*.ts'];
    for (const tsc of [newest, least]) {
      // The oldest one has no types for `await using`.
      await compile(tsc, { ...options, lib: ['es2022', 'dom'] }, include).catch((error) => { throw new Error(`${name}: ${error.message}`); });
    }
  }
  await compile(newest, { ...strictest, module: 'nodenext' }, ['*.ts', 'page/*.ts']);
  // Servers and workers have a console, and no lib.dom.
  await writeFile(join(path, 'console.d.ts'), 'declare const console: { log(...values: unknown[]): void };\n');
  for (const tsc of [newest, least]) await compile(tsc, { ...strictest, lib: ['es2022'], module: 'nodenext' }, ['*.ts', '*.cts']);
  await rm(join(path, 'console.d.ts'));
  // The rest needs no types of Node's.
  await addNodeTypes(path, tool);
  await compile(newest, { ...strict, module: 'nodenext', types: ['node'], skipLibCheck: true }, ['node/*.ts']);
  return `TypeScript ${version} and newer, ${await wrongPrograms()} wrong programs`;
}

async function wrongPrograms() {
  const count = (await readFile(here('types/wrong.ts'), 'utf8')).match(/@ts-expect-error \w/g).length;
  if (count < 40) throw new Error(`types/wrong.ts has ${count} programs with a reason`);
  return count;
}

async function addNodeTypes(path, tool) {
  await cp(join(tool.resolve('@types/node/package.json'), '../..'), join(path, 'node_modules/@types'), { recursive: true });
  await cp(join(tool.resolve('undici-types/package.json'), '..'), join(path, 'node_modules/undici-types'), { recursive: true });
}

export async function libTypesCheck({ folder, run, source, toolPath, tool }) {
  const path = await folder('package');
  await cp(source, path, { recursive: true });
  for (const name of ['engine', 'slim', 'mock']) {
    await cp(join(root, `pkg/build/${name}.d.ts`), join(path, `wasm/${name}.d.ts`));
  }
  await addNodeTypes(path, tool);
  await writeFile(join(path, 'tsconfig.json'), JSON.stringify({
    compilerOptions: { ...strict, lib: ['es2023', 'dom', 'esnext.disposable'], module: 'nodenext', allowJs: true, checkJs: true, types: ['node'], skipLibCheck: true },
    // The generated modules have their types beside them.
    include: ['*.js', 'lib/*.js', 'token/*.js', 'webrtc/*.js', 'webrtc/*/*.js'],
  }));
  await run(toolPath('tsc'), ['-p', path], path);
}

export async function auditClean({ folder, run, tarball }) {
  const path = await folder('audit');
  await writeFile(join(path, 'package.json'), '{ "private": true }\n');
  await run('npm', ['install', '--no-audit', '--loglevel=error', tarball, 'ws@8'], path);
  let report;
  try {
    report = await run('npm', ['audit', '--json', '--loglevel=error'], path);
  } catch (error) {
    // Not every registry has the audit service; a finding of the service is a failure.
    if (!/audit endpoint returned an error|ENOAUDIT|E404|ENOTFOUND/.test(error.message)) throw error;
    return 'NOT CHECKED: this registry offers no audit';
  }
  return `${JSON.parse(report).metadata.dependencies.prod} dependencies`;
}
