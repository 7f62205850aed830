// Two pages call each other by VideoCall.
import assert from 'node:assert/strict';
import { openCaller } from './one_call.mjs';

export async function videocall(stage, passed) {
  const open = async (username) => {
    const tab = await openCaller(stage);
    await tab.run(async (username) => {
      const { attach, openDevices, receiveVideoCalls, show } = window.app;
      window.handle = await attach(window.janus, 'VideoCall');
      await window.handle.register({ username });
      window.devices = await openDevices({ camera: { width: 320, height: 180 } });
      window.keep = (call) => {
        window.call = call;
        window.reason = undefined;
        call.peer.on('state', ({ state, reason }) => state === 'closed' && (window.reason = reason));
        show(call.stream);
      };
      receiveVideoCalls(window.handle, async (incoming) => {
        window.incoming = incoming;
        if (!window.waits) window.keep(await incoming.answer([window.devices.microphone, window.devices.camera]));
      });
    }, username);
    return tab;
  };
  const [anna, ben] = [await open('anna'), await open('ben')];
  const call = (names = ['microphone', 'camera']) => anna.run(async (names) => {
    window.keep(await window.app.startVideoCall(window.handle, { username: 'ben' }, names.map((name) => window.devices[name])));
  }, names);
  const receive = async (...kinds) => {
    for (const tab of [anna, ben]) for (const kind of kinds) await tab.receives(kind);
  };
  await call();
  await receive('audio', 'video');
  passed('two pages see and hear each other');
  for (const tab of [anna, ben]) {
    await tab.restartsIce();
    await receive('audio', 'video');
  }
  passed('ICE restarts, on each side');
  await ben.run(() => window.call.hangup({ reason: 'enough' }));
  // Janus may report the end of Ben's PeerConnection before his reason.
  assert.match(await anna.ends(), /^ben hung up: (enough|Remote WebRTC hangup)$/);
  passed('a call ends, and the other side learns it');

  await call(['microphone']);
  await receive('audio');
  await anna.run(() => window.app.sendTrack(window.call.peer, window.devices.camera));
  await receive('video');
  passed('the next call of the handles begins with sound; a camera is added to it');
  await anna.run(() => window.call.hangup());
  await ben.ends();

  await ben.run(() => void (window.waits = true));
  const declined = anna.run(() => window.app.startVideoCall(window.handle, { username: 'ben' }, [window.devices.microphone]).catch(({ code, message }) => `${code}: ${message}`));
  await ben.until('the call', () => window.incoming.signal.aborted === false);
  await ben.run(() => window.incoming.decline({ reason: 'no time' }));
  assert.match(await declined, /^peer_closed: .*no time/);
  passed('a call is declined');
  for (const tab of [anna, ben]) await tab.close();
}
