// The application through the bundlers, for the web and for a server.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

async function prepare({ consumer, folder }, name, withWs) {
  const path = await folder(name);
  await cp(await consumer(withWs), path, { recursive: true });
  return path;
}

/** Lets the application's files import another entry than `bifrons`. */
export async function importFrom(entry, path, ...files) {
  for (const file of files) {
    const text = await readFile(join(path, file), 'utf8');
    if (!text.includes("from 'bifrons'")) throw new Error(`${file} does not import bifrons`);
    await writeFile(join(path, file), text.replace("from 'bifrons'", `from '${entry}'`));
  }
}

// A payload that is missing, or included twice, is hard to notice for users.
async function onePayload(source, output) {
  const payload = /"(.*)"/.exec(await readFile(join(source, 'wasm/engine_gz.js'), 'utf8'))[1];
  const sample = payload.slice(-120, -20);
  let found = 0;
  for (const name of await readdir(output, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    if (name.name.endsWith('.wasm')) throw new Error(`${name.name} lies in the output`);
    found += (await readFile(join(name.parentPath, name.name), 'utf8')).split(sample).length - 1;
  }
  if (found !== 1) throw new Error(`${found} wasm payloads in the bundle, 1 expected`);
}

/** The module as a file of its own, once, and in no script. */
const oneModule = (name) => async (source, output) => {
  const files = (await readdir(output, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const modules = files.filter((file) => file.name.endsWith('.wasm'));
  if (modules.length !== 1) throw new Error(`${modules.length} modules in the output, 1 expected: ${modules.map((file) => file.name)}`);
  const [[wanted], [found]] = await Promise.all([[join(source, `wasm/${name}.wasm`)], [join(modules[0].parentPath, modules[0].name)]].map((paths) => Promise.all(paths.map((path) => readFile(path)))));
  if (!wanted.equals(found)) throw new Error(`${modules[0].name} is not ${name}.wasm`);
  for (const file of files.filter(({ name: script }) => /\.m?js$/.test(script))) {
    if ((await readFile(join(file.parentPath, file.name), 'utf8')).includes('H4sI')) throw new Error(`${file.name} contains a packed module, too`);
  }
};

const onWeb = (name, build, { entry = 'bifrons', check = onePayload, expect } = {}) => async (workshop) => {
  const path = await prepare(workshop, name, false);
  await importFrom(entry, path, 'page.mjs');
  const output = join(path, 'dist');
  await build(workshop, path, output);
  await check(workshop.source, output);
  await workshop.openPage(output, 'index.html', { expect });
};

const streamed = { entry: 'bifrons/streamed', check: oneModule('engine') };
const slim = { entry: 'bifrons/slim', check: oneModule('slim'), expect: 'slim' };

// Bundlers' own page: the script by name. Vite takes the page itself as its entry.
async function addPage(path, output) {
  await mkdir(output, { recursive: true });
  await cp(join(path, 'index.html'), join(output, 'index.html'));
}

async function vite({ tool }, root, outDir) {
  const { build } = await import(tool.resolve('vite'));
  await build({ root, logLevel: 'warn', build: { outDir } });
}

async function webpack({ tool }, context, output) {
  await addPage(context, output);
  const compiler = tool('webpack')({ context, mode: 'production', performance: { hints: false }, entry: './page.mjs', output: { path: output, filename: 'page.mjs' } });
  const stats = await new Promise((resolve, reject) => compiler.run((error, result) => (error ? reject(error) : resolve(result))));
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString({ preset: 'errors-warnings' }));
  await new Promise((resolve) => compiler.close(resolve));
}

async function esbuild({ tool }, path, output) {
  await addPage(path, output);
  const { warnings } = await tool('esbuild').build({ entryPoints: [join(path, 'page.mjs')], outExtension: { '.js': '.mjs' }, bundle: true, format: 'esm', outdir: output, logLevel: 'silent' });
  if (warnings.length) throw new Error(JSON.stringify(warnings));
}

const onServer = (format, extension, runtime, withWs) => async (workshop) => {
  const path = await prepare(workshop, `server-${format}`, withWs);
  const output = await workshop.folder(`server-${format}-output`);
  const outfile = join(output, `server${extension}`);
  await workshop.tool('esbuild').build({ entryPoints: [join(path, 'server.mjs')], bundle: true, platform: 'node', format, outfile, logLevel: 'silent' });
  await onePayload(workshop.source, output);
  const { ws: url, apisecret } = workshop.address;
  await writeFile(join(output, 'package.json'), '{}');
  await workshop.run(workshop.runtime(runtime), [outfile, url, apisecret, 'works'], output);
};

export const onBundler = {
  web: { vite: onWeb('vite', vite), webpack: onWeb('webpack', webpack), esbuild: onWeb('esbuild', esbuild) },
  streamed: { vite: onWeb('vite', vite, streamed), webpack: onWeb('webpack', webpack, streamed) },
  slim: { vite: onWeb('vite', vite, slim), webpack: onWeb('webpack', webpack, slim) },
  serverEsm: onServer('esm', '.mjs', 'node22', false),
  serverCommonJs: onServer('cjs', '.cjs', 'node18', true),
};
