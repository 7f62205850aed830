// The configurations of the gateway's documents are valid, and the recorded requests are decided as they state.
// node tests/documents/gateway.mjs PROGRAM
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const program = resolve(process.argv[2]);
const pages = [...readdirSync(join(root, 'docs/gateway')).map((name) => `docs/gateway/${name}`), 'gateway/README.md'];
const BASE = '[janus]\naddresses = ["ws://127.0.0.1:8188"]\n[[issuers]]\nname = "app"\naudiences = ["gateway"]\nsecret_file = "app.secret"\n';
const problems = [];

const blocks = (text, language) => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code]) => code);

/** The configurations of a page: each begins with [janus], and what follows belongs to it. */
function configurationsOf(text) {
  const all = [];
  for (const block of blocks(text, 'toml')) {
    if (block.startsWith('[janus]')) all.push(block);
    else all.push(`${all.pop() ?? BASE}\n${block}`);
  }
  return all;
}

function run(path, folder, args) {
  try {
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch ({ stdout, stderr }) {
    problems.push(`${path}: bifrons-gateway ${args.join(' ')}:\n${stdout}${stderr}`);
  }
}

let count = 0;
for (const path of pages) {
  const text = readFileSync(join(root, path), 'utf8');
  for (const configuration of configurationsOf(text)) {
    const folder = mkdtempSync(join(tmpdir(), 'bifrons-documents-'));
    writeFileSync(join(folder, 'gateway.toml'), configuration);
    for (const [, name] of configuration.matchAll(/_file = "([^"]+)"/g)) writeFileSync(join(folder, name), 'a secret that is as long as it must be');
    run(path, folder, ['check-config', 'gateway.toml']);
    // Those whose roles are in this configuration.
    const rolesOf = (block) => [...block.matchAll(/"roles":\["(\w+)"/g)].map(([, role]) => role);
    const isFor = (block) => block.includes('"expect"') && rolesOf(block).every((role) => configuration.includes(`roles.${role}]`));
    const requests = blocks(text, 'json').filter(isFor);
    if (requests.length > 0) {
      writeFileSync(join(folder, 'requests.jsonl'), requests.join(''));
      run(path, folder, ['policy', 'test', 'requests.jsonl', '--config', 'gateway.toml']);
    }
    rmSync(folder, { recursive: true });
    count += 1;
  }
}
if (problems.length > 0) {
  console.log(problems.join('\n'));
  process.exit(1);
}
console.log(`note: ${count} configurations of the documents are valid`);
