// What an editor offers: the least TypeScript's language service, which editors use.
import { cp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What must be offered at the mark `▮`, and what must not. */
const places = [
  { text: "connection.on('▮')", offers: ['connection_closed', 'connection_resumed', 'newListener'], not: ['handle_hangup'] },
  { text: "session.attach('▮')", offers: ['janus.plugin.audiobridge', 'janus.plugin.echotest', 'janus.plugin.videoroom', 'janus.plugin.voicemail'] },
  { text: "handle.on('▮')", offers: ['handle_trickle', 'videoroom_talking', 'videoroom_publisher_joined'], not: ['echotest_result'] },
  { text: "handle.once('▮')", offers: ['videoroom_joined'] },
  { text: "for await (const { event } of handle) if (event === '▮') break;", offers: ['handle_trickle', 'videoroom_talking'], not: ['newListener'] },
  { text: "for await (const { event, data } of handle) if (event === 'videoroom_talking') data.▮;", offers: ['audio_level', 'extra', 'feed', 'room', 'talking'], not: ['publishers'] },
  { text: "for await (const { event } of connection) switch (event) { case '▮': }", offers: ['connection_error', 'connection_lost'] },
  { text: 'handle.create({ ▮ })', offers: ['max_publishers', 'permanent', 'room'] },
  { text: "handle.startForward({ room: 1, feed: 2, host: '', host_family: '▮', streams: [] })", offers: ['ipv4', 'ipv6'] },
  { text: 'await Bifrons.connect({ ▮ })', offers: ['address', 'max_events', 'reconnect'] },
  { text: 'await Bifrons.connect({ address: { url: "", ▮ } })', offers: ['apisecret', 'token'] },
  { text: "if (error.code === '▮') throw error;", offers: ['plugin_refused', 'timeout'] },
];

const opening = `import Bifrons from 'bifrons';
import type { Connection, JanusError, Session } from 'bifrons';
import type { VideoRoomHandle } from 'bifrons/plugins/videoroom';
declare const connection: Connection, session: Session, handle: VideoRoomHandle, error: JanusError;
`;

export async function completionsOffered({ consumer, folder, inCache }) {
  const ts = createRequire(inCache('runtimes/package.json'))('typescript50');
  const path = await folder('completions');
  await cp(await consumer(false), path, { recursive: true });
  const files = places.map(({ text }, index) => ({ name: join(path, `place${index}.ts`), text: opening + text.replace('▮', ''), at: opening.length + text.indexOf('▮') }));
  for (const { name, text } of files) await writeFile(name, text);
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] }),
    getScriptFileNames: () => files.map(({ name }) => name),
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => (ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name)) : undefined),
    getCurrentDirectory: () => path,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
  });
  const problems = places.flatMap(({ text, offers, not = [] }, index) => {
    const offered = service.getCompletionsAtPosition(files[index].name, files[index].at, {})?.entries.map(({ name }) => name) ?? [];
    const missing = offers.filter((name) => !offered.includes(name));
    const surplus = not.filter((name) => offered.includes(name));
    return missing.length || surplus.length ? [`${text}: missing ${missing}, surplus ${surplus}, offered ${offered.slice(0, 30)}`] : [];
  });
  if (problems.length) throw new Error(problems.join('\n'));
  return `${places.length} places`;
}
