// What a page downloads of bifrons/webrtc: each part is imported alone, as a bundler takes it.
import { gzipSync } from 'node:zlib';

const TRACKS = 'LocalTrack, listDevices, openCamera, openCanvas, openDevices, openFile, openMicrophone, openScreen, sendTrack, watchDevices';

/** A part, what it imports, and the most that it may have, in bytes, gzipped. */
const BUDGETS = [
  ['Peer', 'Peer, handleSignalling', 4096],
  ['Peer and tracks', `Peer, handleSignalling, ${TRACKS}`, 8192],
  ['tracks', TRACKS, 4096],
  ['statistics', 'watchStatistics', 1280],
  ['levels', 'watchLevels', 1024],
  ['encryption', 'endToEnd, transformFrames', 1024],
  ['VideoRoom', 'joinRoom, publish, watch, showStream', 8192],
  ['EchoTest', 'startEcho', 8192],
  ['AudioBridge', 'joinAudioBridge', 8192],
  ['Streaming', 'playMountpoint', 8192],
  ['VideoCall', 'startVideoCall, receiveVideoCalls', 8192],
  ['Record&Play', 'recordTracks, playRecording', 8192],
  ['SIP', 'startSipCall, receiveSipCalls', 8192],
  ['one error class', 'WebRtcError', 256],
];

const EVERYTHING = 18_432;

export async function webrtcSizes({ consumer, tool }) {
  const resolveDir = await consumer(false);
  const sizes = [];
  for (const [part, names, budget] of [...BUDGETS.map(([part, names, budget]) => [part, `{ ${names} }`, budget]), ['everything', '*', EVERYTHING]]) {
    const contents = `export ${names} from 'bifrons/webrtc';`;
    const { outputFiles } = await tool('esbuild').build({ stdin: { contents, resolveDir }, bundle: true, minify: true, format: 'esm', write: false, logLevel: 'silent' });
    const size = gzipSync(outputFiles[0].contents, { level: 9 }).length;
    if (size > budget) throw new Error(`${part}: ${size} bytes gzipped, at most ${budget}`);
    sizes.push(`${part} ${size}`);
  }
  return sizes.join(', ');
}
