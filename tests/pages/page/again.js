// Handles that are used again and again: each use begins in the turn in which the former one is closed.
import { joinAudioBridge, joinRoom, LocalTrack, playMountpoint, playRecording, publish, receiveVideoCalls, recordTracks, startEcho, startVideoCall } from 'bifrons/webrtc';
import { attach, openTone } from './calls.js';

/** How often a handle is used. */
const TIMES = 10;

/** Uses the handles of all plugins again and again. */
export async function useAgain(janus) {
  const sound = new LocalTrack(await openTone());
  const uses = await Promise.all(Object.entries(PLUGINS).map(async ([name, prepare]) => [name, await prepare((plugin) => attach(janus, plugin), sound)]));
  const results = await Promise.all(uses.map(([name, use]) => repeat(name, use)));
  return results.filter(Boolean);
}

async function repeat(name, use) {
  for (let time = 1; time <= TIMES; time += 1) {
    try {
      const used = await use(time);
      await within(name, flows(used.peer));
      await used.close();
    } catch (error) {
      return `${name}, time ${time}: ${error.message}`;
    }
  }
}

/** What is used: it is prepared once, and returns a peer and how it is closed. */
const PLUGINS = {
  async echo(open, sound) {
    const handle = await open('EchoTest');
    return async () => closing((await startEcho(handle, [sound], { request: { audio: true } })).peer);
  },
  async audiobridge(open, sound) {
    const handle = await open('AudioBridge');
    const { room } = await handle.create({});
    return async () => {
      const entered = await joinAudioBridge(handle, { room }, [sound]);
      return { peer: entered.peer, close: () => entered.leave() };
    };
  },
  async videoroom(open, sound) {
    const handle = await open('VideoRoom');
    const room = await joinRoom(handle, await handle.create({}));
    return async () => closing((await publish(room, [sound])).peer);
  },
  async streaming(open, sound) {
    const [handle, publisher] = [await open('Streaming'), await open('VideoRoom')];
    const { id, audio_port } = await handle.createRtpMountpoint({ audio: { port: 0, pt: 111, rtpmap: 'opus/48000/2' } });
    const room = await joinRoom(publisher, await publisher.create({}));
    await publish(room, [sound]);
    await publisher.startForward({ room: room.id, feed: room.feed, host: '127.0.0.1', streams: [{ mid: '0', port: audio_port, pt: 111 }] });
    return async () => closing((await playMountpoint(handle, { id })).peer);
  },
  async recordplay(open, sound) {
    const handle = await open('RecordPlay');
    return async (time) => {
      const recording = await recordTracks(handle, { name: `time ${time}` }, [sound]);
      await within('recording', flows(recording.peer, 25));
      await recording.stop();
      return closing((await playRecording(handle, { id: recording.id })).peer);
    };
  },
  async videocall(open, sound) {
    const [anna, ben] = [await open('VideoCall'), await open('VideoCall')];
    await anna.register({ username: 'anna again' });
    await ben.register({ username: 'ben again' });
    let answering;
    receiveVideoCalls(ben, (incoming) => (answering = incoming.answer([sound])));
    return async (time) => {
      const call = await startVideoCall(anna, { username: 'ben again' }, [sound]);
      const answered = await answering;
      const close = async () => {
        // Janus ends the next call if it comes before the hangup of the callee's handle, which the caller does not see.
        const hungUp = new Promise((resolve) => ben.once('handle_hangup', resolve));
        await (time % 2 ? call : answered).hangup();
        await hungUp;
      };
      return { peer: call.peer, close };
    };
  },
};

const closing = (peer) => ({ peer, close: () => void peer.close() });

/** The end of a short recording, which a slow page may see before it has looked: Janus plays only when media flow. */
const PLAYED_OUT = 'the recording has ended';

/** Waits until packets of the sound have come, or have gone where nothing comes. */
async function flows(peer, count = 3) {
  const { connection, signal } = peer;
  let end;
  peer.on('state', ({ reason }) => (end = reason));
  for (;;) {
    const report = [...(await connection.getStats()).values()];
    const [one] = ['inbound-rtp', 'outbound-rtp'].map((wanted) => report.find(({ type }) => type === wanted)).filter(Boolean);
    if ((one?.packetsReceived ?? one?.packetsSent) > count) return;
    if (signal.aborted && end !== PLAYED_OUT) throw new Error(`the peer has ended: ${end}`);
    if (signal.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function within(what, promise) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`${what}: not within 8 s`)), 8000));
  return Promise.race([promise, late]);
}
