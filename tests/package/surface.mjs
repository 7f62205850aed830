// Compares the package with its types: each name of one must be in the other.
import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export async function typesAgreeWithCode({ consumer, folder, run, source, toolPath }) {
  const path = await folder('surface');
  await cp(await consumer(false), path, { recursive: true });
  const plugins = (await readdir(join(source, 'plugins'))).filter((name) => name.endsWith('.js')).map((name) => name.slice(0, -3));
  const code = (file) => import(pathToFileURL(join(source, file)));
  const entries = [
    { specifier: 'bifrons', module: await code('node.js') },
    { specifier: 'bifrons/streamed', module: await code('streamed.js') },
    // Its entry chooses the engine, of which a program has one.
    { specifier: 'bifrons/slim', module: await code('lib/slim.js') },
    { specifier: 'bifrons/handle', module: await code('handle.js') },
    { specifier: 'bifrons/token', module: await code('token.js') },
    { specifier: 'bifrons/webrtc', module: await code('webrtc.js') },
    ...(await Promise.all(plugins.map(async (name) => ({ specifier: `bifrons/plugins/${name}`, module: await code(`plugins/${name}.js`) })))),
  ];
  const checks = entries.map(({ specifier, module }) => agree(`keyof typeof import('${specifier}')`, Object.keys(module)));
  const things = await instances(entries, code);
  checks.push(...things.map(({ type, instance }) => agree(`keyof ${type}`, namesOf(instance))));
  await writeFile(join(path, 'surface.mts'), checks.join('\n'));
  const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'esnext', lib: ['esnext', 'dom'], types: [] };
  await writeFile(join(path, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['surface.mts'] }));
  await run(toolPath('tsc'), ['-p', path], path);
  return `${entries.length} modules, ${things.length} classes`;
}

/** TypeScript that compiles if a type has these names and no others; else its error names the difference. */
function agree(type, names) {
  const union = (some) => some.map((name) => (name.startsWith('Symbol.') ? `typeof ${name}` : JSON.stringify(name))).join(' | ');
  // The code has internal names beside those that plugins use.
  const open = names.filter((name) => !name.startsWith('_'));
  return `{
  const missingInCode: [Exclude<${type}, ${union(names)}>] extends [never] ? 'none' : Exclude<${type}, ${union(names)}> = 'none';
  const missingInTypes: [Exclude<${union(open)}, ${type}>] extends [never] ? 'none' : Exclude<${union(open)}, ${type}> = 'none';
}`;
}

/** An instance of each class; the connection is not opened. */
async function instances(entries, code) {
  const [{ AdminConnection }, { Connection }, { Session }, { Emitter }] = await Promise.all(['admin_connection', 'connection', 'session', 'emitter'].map((file) => code(`lib/${file}.js`)));
  const connection = new AdminConnection({ addresses: [] });
  const session = new Session(connection, 1, 1);
  const JanusError = entries[0].module.JanusError;
  const { LocalTrack, Peer, WebRtcError } = entries.find(({ specifier }) => specifier === 'bifrons/webrtc').module;
  globalThis.RTCPeerConnection = EventTarget;
  const exported = (kind, make) =>
    entries.flatMap(({ specifier, module }) =>
      Object.entries(module)
        .filter(([name, value]) => name.endsWith(kind) && /^[A-Z]/.test(name) && typeof value === 'function')
        .map(([name, Class]) => ({ type: `import('${specifier}').${name}`, instance: make(Class) })),
    );
  return [
    { type: "import('bifrons').Connection", instance: connection },
    { type: "import('bifrons/slim').Connection", instance: new Connection({ addresses: [] }) },
    { type: "import('bifrons').Session", instance: session },
    { type: "import('bifrons').Emitter", instance: new Emitter() },
    { type: "import('bifrons').JanusError", instance: new JanusError({ code: 'internal', message: '' }) },
    { type: "import('bifrons/webrtc').Peer", instance: new Peer({ send() {}, trickle() {} }) },
    { type: "import('bifrons/webrtc').LocalTrack", instance: new LocalTrack(new EventTarget()) },
    { type: "import('bifrons/webrtc').WebRtcError", instance: new WebRtcError('denied', '') },
    ...exported('Handle', (Handle) => new Handle(session, 1)),
    ...exported('Channel', (Channel) => new Channel({ send() {} })),
  ];
}

const wellKnown = (symbol) => `Symbol.${Object.getOwnPropertyNames(Symbol).find((name) => Symbol[name] === symbol)}`;

function namesOf(instance) {
  const names = new Set();
  for (let at = instance; at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    // What Node's console shows.
    const keys = Reflect.ownKeys(at).filter((key) => typeof key !== 'symbol' || Symbol.keyFor(key) !== 'nodejs.util.inspect.custom');
    for (const key of keys) names.add(typeof key === 'symbol' ? wellKnown(key) : key);
  }
  if (instance instanceof Error) names.add('cause');
  // It only keeps Valtio from making proxies.
  if (instance[Symbol.iterator] === undefined) names.delete('Symbol.iterator');
  for (const name of ['constructor', 'toString']) names.delete(name);
  return [...names];
}
