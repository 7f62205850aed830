// EchoTest over a peer and tracks, with real media: everything comes back, so one page sees both directions.
import assert from 'node:assert/strict';

/** The last statistics of a stream in the page; runs there. */
const lastOf = ([direction, kind]) => window.app.echo.statistics.at(-1)?.streams.find((stream) => stream.direction === direction && stream.kind === kind);

export async function echo(stage, passed) {
  const tab = await stage.openPage();
  const { run, until } = tab;
  const stream = (direction, kind) => run(lastOf, [direction, kind]);
  const flows = (kind) => until(`the echo of the ${kind}`, (kind) => {
    const { statistics } = window.app.echo;
    const last = (one) => statistics.at(one)?.streams.find((stream) => stream.direction === 'received' && stream.kind === kind);
    return last(-1)?.bitrate > 1000 && last(-2)?.bitrate > 1000;
  }, kind);

  await run(async (janus) => {
    const { app } = window;
    const echo = await app.openEcho(janus);
    app.echo = echo;
    const { microphone, camera } = await app.openDevices();
    Object.assign(echo, { microphone, camera });
    await app.sendTrack(echo.peer, microphone);
    await echo.peer.negotiate();
  }, stage.janus);
  await flows('audio');
  await until('the state', () => window.app.echo.peer.state === 'connected');
  const { codec } = await stream('received', 'audio');
  assert.equal(codec, 'opus');
  passed('a microphone is echoed; the peer is connected');

  await run(async () => {
    const { sendTrack, echo } = window.app;
    echo.sender = await sendTrack(echo.peer, echo.camera, { codec: 'vp8', hint: 'motion' });
  });
  await flows('video');
  const video = await until('a decoded picture', lastOf, ['received', 'video']);
  assert.equal(video.codec, 'VP8');
  passed('a camera that is added later is negotiated by itself, with the wanted codec');

  const atJanus = await run(({ url, apisecret }) => window.app.atJanus(window.app.echo, url, apisecret), stage.admin);
  const [{ media }] = Object.values(atJanus.webrtc.ice ? [atJanus.webrtc] : []);
  assert.ok(Object.values(media).every(({ stats }) => stats.in.packets > 0 && stats.out.packets > 0), JSON.stringify(media).slice(0, 500));
  passed('Janus counts packets of both media in both directions');

  const level = (direction) => run((direction) => new Promise((resolve) => {
    const { watchLevels, echo } = window.app;
    const stop = watchLevels(echo.peer, (levels) => {
      const { level } = levels.find((one) => one.direction === direction) ?? {};
      if (level === undefined) return;
      stop();
      resolve(level);
    }, { interval_ms: 50 });
  }), direction);
  const isLoud = async (direction, loud) => {
    for (let deadline = performance.now() + 15_000; (await level(direction)) > 0.005 !== loud; ) {
      if (performance.now() > deadline) throw new Error(`the ${direction} audio is ${loud ? 'not loud' : 'loud'}`);
    }
  };
  // Firefox's statistics have no level of what is sent.
  if (!stage.isFirefox) await isLoud('sent', true);
  await isLoud('received', true);
  await run(() => window.app.echo.microphone.mute());
  await isLoud('received', false);
  await run(() => window.app.echo.microphone.unmute());
  await isLoud('received', true);
  passed('levels are those of the audio; a muted microphone is silent, and heard again');

  const frames = () => run(([direction, kind]) => window.app.echo.statistics.at(-1).streams.find((stream) => stream.direction === direction && stream.kind === kind).frames, ['sent', 'video']);
  /** Waits for ten more pictures. */
  const sends = async (what) => {
    const before = await frames();
    await until(what, (before) => window.app.echo.statistics.at(-1).streams.find(({ direction, kind }) => direction === 'sent' && kind === 'video').frames > before + 10, before);
  };
  await run(() => window.app.echo.camera.mute({ stopDevice: true }));
  await until('an end of the pictures', (isFirefox) => {
    const seen = window.app.echo.statistics.slice(-5).map(({ streams }) => streams.find(({ direction, kind }) => direction === 'sent' && kind === 'video')?.frames);
    // Firefox sends a black picture a second where there is no track.
    return seen.every((count) => count !== undefined && count - seen[0] <= (isFirefox ? 2 : 0));
  }, stage.isFirefox);
  assert.deepEqual(await run(() => [window.app.echo.camera.track, window.app.echo.sender.sender.track]), [null, null]);
  await run(() => window.app.echo.camera.unmute());
  await sends('pictures');
  passed('a camera that is stopped sends nothing, and is opened again');

  const offers = () => run(() => window.app.echo.sent.length);
  const before = await offers();
  const [former, next] = await run(async () => {
    const { listDevices, echo } = window.app;
    const cameras = (await listDevices()).filter(({ kind }) => kind === 'camera');
    const former = echo.camera.deviceId;
    // Chromium's second one has depths, no pictures.
    await echo.camera.switchDevice(cameras.at(-1).id);
    return [former, echo.camera.deviceId];
  });
  if (!stage.isFirefox) assert.notEqual(former, next);
  await sends('pictures of the other camera');
  assert.equal(await offers(), before);
  passed('the camera is switched without a negotiation');

  await run(() => window.app.echo.sender.setBitrate(60_000));
  await until('a lower bitrate', () => {
    const rates = window.app.echo.statistics.slice(-8).map(({ streams }) => streams.find((stream) => stream.kind === 'video' && stream.direction === 'sent').bitrate);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    return mean > 20_000 && mean < 80_000;
  });
  await run(() => window.app.echo.sender.setBitrate());
  passed('the bitrate is limited without a negotiation');

  const ufrag = await run(() => window.app.credentialsOf(window.app.echo.peer.connection.localDescription));
  await run(() => window.app.echo.peer.restartIce());
  await until('new ICE credentials', (former) => window.app.credentialsOf(window.app.echo.peer.connection.localDescription) !== former && window.app.echo.peer.connection.signalingState === 'stable', ufrag);
  await until('the state', () => window.app.echo.peer.state === 'connected');
  await flows('video').catch(async (e) => { console.log(JSON.stringify(await run(() => [window.app.echo.errors, window.app.echo.states, window.app.echo.statistics.slice(-2), window.app.echo.sent.at(-1).sdp.split('\\n').filter(l=>/m=|ufrag|a=(send|recv|inact)/.test(l)), window.app.echo.peer.connection.remoteDescription.sdp.split('\\n').filter(l=>/m=|ufrag|a=(send|recv|inact|cand)/.test(l)), window.app.echo.peer.connection.connectionState, window.app.echo.sender.sender.getParameters().encodings]),null,1)); throw e; });
  passed('ICE restarts while media flow');

  const text = await run(() => new Promise((resolve) => {
    const channel = window.app.createChannel(window.app.echo.peer);
    channel.onopen = () => channel.send('hello');
    channel.onmessage = ({ data }) => resolve(data);
  }));
  assert.match(text, /hello/);
  passed('a data channel that is added later carries texts both ways');

  await run(() => window.app.echo.peer.close());
  const gone = await until('the hangup in Janus', async ({ url, apisecret }) => {
    const { webrtc } = await window.app.atJanus(window.app.echo, url, apisecret);
    return !webrtc;
  }, stage.admin);
  assert.ok(gone);
  assert.deepEqual(await run(() => [window.app.echo.camera.track.readyState, window.app.echo.microphone.track.readyState, window.app.echo.peer.state]), ['live', 'live', 'closed']);
  await run(async () => {
    const { echo, sendTrack } = window.app;
    echo.open();
    await sendTrack(echo.peer, echo.camera);
    await echo.peer.negotiate();
  });
  await flows('video');
  passed('a closed peer is hung up in Janus and leaves the tracks; the handle has another one');
  assert.deepEqual(await run(() => window.app.echo.errors), []);
  await tab.close();
}

/** The one call, without anything of the other checks. */
export async function echoInOneCall(stage, passed) {
  const tab = await stage.openPage();
  await tab.run(async ({ url, apisecret }) => {
    const { attachEcho, openDevices, startEcho } = window.app;
    const { camera, microphone } = await openDevices();
    const { peer } = await startEcho(await attachEcho(url, apisecret), [camera, microphone], { request: { audio: true, video: true }, streams: { camera: { bitrate: 200_000 } } });
    window.frames = () => peer.connection.getStats().then((report) => [...report.values()].find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video')?.framesDecoded);
  }, stage.janus);
  await tab.until('the echo', async () => (await window.frames()) > 10);
  passed('an echo is one call');
  await tab.close();
}
