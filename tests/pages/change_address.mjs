// The address of the page's network changes: connection and media recover, by a claim and an ICE restart.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { asRoot, rootWords } from './root.mjs';
import { openStage } from './stage.mjs';
import { openEcho } from './support.mjs';

const JANUS = '10.78.0.1';
const BEFORE = '10.78.0.2';
const AFTER = '10.78.0.3';

export async function changeAddress(_, passed) {
  const network = await openNetwork();
  const stage = await openStage({ within: network.within, options: ['--bind', JANUS, '--reclaim', '60'] });
  try {
    await recovers(stage, passed);
  } finally {
    await stage.close();
    network.close();
  }
}

async function recovers(stage, passed) {
  const tab = await openEcho(stage, { reconnect: true, keepalive_secs: 1 });
  await tab.run(async () => {
    const { echo, openDevices, sendTrack } = window.app;
    const { camera, microphone } = await openDevices({ camera: { width: 320, height: 180 } });
    for (const track of [microphone, camera]) await sendTrack(echo.peer, track);
    await echo.peer.negotiate();
  });
  const flow = async () => {
    for (const kind of ['audio', 'video']) await tab.flows(kind);
  };
  await flow();
  assert.equal(await tab.run(selectedAddress), BEFORE);
  const read = () => tab.run(() => ({ session: window.app.echo.session.id, credentials: window.app.credentialsOf(window.app.echo.peer.connection.remoteDescription) }));
  const before = await read();
  asRoot(`ip addr del ${BEFORE}/24 dev page`);
  asRoot(`ip addr add ${AFTER}/24 dev page`);
  const begun = performance.now();
  await tab.until('the loss', () => window.app.echo.states.at(-1).state === 'recovering');
  const lost = performance.now();
  await tab.until('the recovery', () => window.app.echo.peer.state === 'connected');
  await flow();
  assert.equal(await tab.run(selectedAddress), AFTER);
  const after = await read();
  assert.equal(after.session, before.session);
  assert.notEqual(after.credentials, before.credentials);
  const seconds = (from) => ((performance.now() - from) / 1000).toFixed(1);
  passed(`the session is claimed, ICE restarts, and media flow from the other address ${seconds(begun)} s after the change, ${seconds(lost)} s after the loss was seen`);
  await tab.close(/WebSocket|ERR_/);
}

/** Runs in the page: the address of this side's candidate in use. */
async function selectedAddress() {
  const report = await window.app.echo.peer.connection.getStats();
  const { selectedCandidatePairId } = [...report.values()].find(({ type }) => type === 'transport');
  return report.get(report.get(selectedCandidatePairId).localCandidateId).address;
}

/** A network namespace for Janus, which ends with its process, and a cable from this one. */
async function openNetwork() {
  const [command, ...words] = rootWords('unshare --net sleep infinity');
  const holder = spawn(command, words, { stdio: 'ignore' });
  await once(holder, 'spawn');
  const there = `nsenter --target ${holder.pid} --net`;
  asRoot('ip link add page type veth peer name janus');
  asRoot(`ip link set janus netns ${holder.pid}`);
  asRoot(`ip addr add ${BEFORE}/24 dev page`);
  asRoot('ip addr del 10.77.0.1/24 dev v0');
  asRoot('ip link set page up');
  for (const line of [`addr add ${JANUS}/24 dev janus`, 'link set janus up', 'link set lo up']) asRoot(`${there} ip ${line}`);
  return {
    within: rootWords(there),
    close() {
      holder.kill();
      asRoot('ip addr add 10.77.0.1/24 dev v0');
    },
  };
}
