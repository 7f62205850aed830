// Every interleaving of a peer's negotiation with a model of Janus: the test chooses what happens next, and repeats the
// run with each other choice.
import assert from 'node:assert/strict';

import { Peer } from 'bifrons/webrtc';

import { connections, turn } from './peer_connection.mjs';

/**
 * Janus, or a peer behind it. It offers once, and answers. Messages arrive in order.
 * `polite`: what it does with an offer that arrives while its own has no answer: it takes its own back, or ignores it.
 * `responds`: whether the answer is the response to the request with the offer, or an event.
 */
class RemoteSide {
  #polite;
  #responds;
  /** Messages to Janus, and from Janus. */
  upward = [];
  downward = [];
  offers = 0;
  candidates = 0;
  pending = null;
  agreed = null;
  received = [];
  problems = [];

  constructor({ polite, responds }) {
    this.#polite = polite;
    this.#responds = responds;
  }

  send(jsep) {
    return new Promise((respond, refuse) => this.upward.push({ jsep, respond, refuse }));
  }

  offer(peer) {
    this.offers += 1;
    this.pending = `Janus offer ${this.offers}`;
    const jsep = { type: 'offer', sdp: this.pending };
    this.downward.push(() => peer.receive(jsep));
  }

  candidate(peer) {
    this.candidates += 1;
    const candidate = `candidate ${this.candidates}`;
    this.downward.push(() => peer.addCandidate({ candidate, sdpMid: '0' }));
  }

  handle(peer) {
    const { jsep, respond } = this.upward.shift();
    this.received.push(jsep.sdp);
    if (jsep.type === 'answer') return this.#handleAnswer(jsep, respond);
    if (this.pending && !this.#polite) return this.downward.push(() => respond());
    this.pending = null;
    const answer = { type: 'answer', sdp: `answer to ${jsep.sdp}` };
    this.agreed = { offer: jsep.sdp, answer: answer.sdp };
    if (this.#responds) return this.downward.push(() => respond({ jsep: answer }));
    this.downward.push(() => respond());
    this.downward.push(() => peer.receive(answer));
  }

  #handleAnswer({ sdp }, respond) {
    if (sdp !== `answer to ${this.pending}`) this.problems.push(`${sdp}, but the offer is ${this.pending}`);
    this.agreed = { offer: this.pending, answer: sdp };
    this.pending = null;
    this.downward.push(() => respond());
  }
}

/** One run: `choose(count)` returns which of the possible steps is next. Returns the names of the steps. */
async function run({ events, polite, responds }, choose) {
  const janus = new RemoteSide({ polite: !polite, responds });
  const [errors, outcomes, steps] = [[], [], []];
  let hangups = 0;
  const peer = new Peer({ send: (jsep) => janus.send(jsep), trickle() {}, hangup: () => void (hangups += 1) }, { polite });
  peer.on('error', (error) => errors.push(error));
  const connection = connections.at(-1);
  const watch = (what, promise) => {
    const outcome = { what, state: 'pending' };
    outcomes.push(outcome);
    promise?.then(() => (outcome.state = 'fulfilled'), (error) => Object.assign(outcome, { state: 'rejected', error }));
  };
  const acts = {
    offer: { possible: () => true, act: () => watch('negotiate', peer.negotiate()) },
    'Janus offers': { possible: () => !janus.pending, act: () => janus.offer(peer) },
    candidate: { possible: () => true, act: () => janus.candidate(peer) },
    close: { possible: () => true, act: () => peer.close() },
  };
  const left = [...events];
  let closed = false;
  const possible = () => [
    ...(connection.operations.length > 0 ? [['operation', () => connection.run()]] : []),
    ...(janus.upward.length > 0 ? [['to Janus', () => janus.handle(peer)]] : []),
    ...(janus.downward.length > 0 ? [['from Janus', () => watch('receive', janus.downward.shift()())]] : []),
    // The operation's promise settles after the end.
    ...(connection.operations.length > 0 && left.includes('close') ? [['operation, close', () => {
      left.splice(left.indexOf('close'), 1);
      connection.run();
      peer.close();
    }]] : []),
    ...[...new Set(left)].filter((event) => acts[event].possible()).map((event) => [event, () => {
      left.splice(left.indexOf(event), 1);
      acts[event].act();
    }]),
  ];
  let sent;
  for (let next = possible(); next.length > 0; next = possible()) {
    const [name, act] = next[choose(next.length)];
    steps.push(name);
    act();
    await turn();
    if (name.endsWith('close')) [closed, sent] = [true, janus.received.length + janus.upward.length];
  }
  outcomes.splice(0, outcomes.length, ...outcomes.filter(({ what, state }) => what === 'negotiate' || state !== 'pending'));
  return { steps, peer, connection, janus, errors, outcomes, closed, sent, hangups, left };
}

/** What must hold at the end of each run. */
function check({ events, polite }, result) {
  const { peer, connection, janus, errors, outcomes, closed, sent, hangups, left } = result;
  assert.deepEqual(connection.refused, [], 'the browser refuses nothing');
  assert.deepEqual(errors, [], 'no error is reported');
  assert.deepEqual(left, [], 'everything happened');
  const added = connection.candidates;
  assert.deepEqual(added, [...added].sort(), 'candidates keep their order');
  assert.equal(new Set(added).size, added.length, 'no candidate is added twice');
  for (const { what, state, error } of outcomes) {
    assert.notEqual(state, 'pending', `${what} is settled`);
    if (state === 'rejected') assert.ok(closed && error.code === 'peer_closed', `${what} is rejected by ${error}`);
  }
  if (closed) {
    assert.equal(peer.state, 'closed');
    assert.ok(peer.signal.aborted);
    assert.equal(hangups, 1, 'Janus is informed once');
    assert.equal(janus.received.length, sent, 'nothing is sent after the end');
    return;
  }
  assert.deepEqual(janus.problems, [], 'Janus gets no wrong answer');
  assert.equal(connection.signalingState, 'stable');
  assert.equal(janus.pending, null, 'each offer of Janus has its answer, or was taken back');
  assert.deepEqual(connection.agreed, janus.agreed, 'both sides agree');
  const offered = events.filter((event) => event === 'offer').length;
  assert.equal(outcomes.filter(({ what, state }) => what === 'negotiate' && state === 'fulfilled').length, offered);
  if (offered > 0) assert.ok(janus.received.includes(`page offer ${connection.offers}`), 'the last offer arrived');
  if (offered > 0 && polite) {
    const last = janus.received.filter((sdp) => sdp.startsWith('page offer')).at(-1);
    assert.equal(last, `page offer ${connection.offers}`);
  }
  if (connection.remoteDescription) assert.equal(added.length, janus.candidates, 'each candidate is added');
}

/** Runs every interleaving and returns their number; an error names the steps of its run. */
export async function everyInterleaving(scene) {
  const path = [];
  let runs = 0;
  do {
    let depth = 0;
    const choose = (count) => {
      if (depth === path.length) path.push({ choice: 0, count });
      return path[depth++].choice;
    };
    const result = await run(scene, choose);
    try {
      check(scene, result);
    } catch (error) {
      error.message = `${result.steps.join(', ')}: ${error.message}`;
      throw error;
    }
    connections.length = 0;
    runs += 1;
    while (path.length > 0 && path.at(-1).choice + 1 === path.at(-1).count) path.pop();
    if (path.length > 0) path.at(-1).choice += 1;
  } while (path.length > 0);
  return runs;
}
