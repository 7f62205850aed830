// Callers that make calls during faults.
import assert from 'node:assert/strict';
import { EventEmitter, once, setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import { EVENT } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';

import { candidate, offer } from '../support/offer.mjs';
import { withinDeadline } from './stage.mjs';

/** Of so many callers one has a PeerConnection: each is a thread in Janus. */
const WITH_MEDIA = 50;
/** The pause between two rounds. */
const STEP_MS = 3;
/** Seconds between keepalives, which soon detect a silent transport connection. */
const KEEPALIVE_S = 1;

/** Handles that have ended: a failed request of theirs is no effect of a fault. */
const ended = new WeakSet();

/** A session in which callers attach. */
export class Group {
  #connection;
  #outcomes;
  #pace;
  #session;

  constructor(connection, outcomes, pace) {
    this.#connection = connection;
    this.#outcomes = outcomes;
    this.#pace = pace;
  }

  /** A handle in its session, or in a new one where that has ended. */
  async attach() {
    for (;;) {
      const session = await (this.#session ??= this.#create());
      const { response: handle } = await this.#outcomes.request(session.attach(EchoTest));
      handle?.once(EVENT.HANDLE_DETACHED, () => ended.add(handle));
      if (handle) return handle;
      await pause(this.#pace);
    }
  }

  async #create() {
    for (;;) {
      const { response: session } = await this.#outcomes.request(this.#connection.create(KEEPALIVE_S));
      session?.once(EVENT.SESSION_DESTROYED, () => (this.#session = undefined));
      if (session) return session;
    }
  }
}

export class Callers {
  #rounds;
  #progress = new EventEmitter();
  #stop = new AbortController();
  #tasks;

  /** So many `handles` in so many `sessions`. */
  constructor(connection, { sessions, handles }, outcomes) {
    setMaxListeners(0, this.#stop.signal);
    const pace = handles * STEP_MS;
    const groups = Array.from({ length: sessions }, () => new Group(connection, outcomes, pace));
    this.#rounds = Array(handles).fill(0);
    this.#tasks = Promise.all(this.#rounds.map((_, index) => this.#call(index, groups[index % sessions], outcomes, pace)));
    // Errors are thrown where the tasks are awaited.
    this.#tasks.catch(() => {});
  }

  /** Waits until each of them has been through so many further rounds. */
  async eachCompletes(what, further) {
    const wanted = this.#rounds.map((count) => count + further);
    const behind = () => wanted.filter((count, index) => this.#rounds[index] < count).length;
    const wait = async () => {
      while (behind() > 0) await once(this.#progress, 'round');
    };
    await withinDeadline(what, Promise.race([wait(), this.#tasks]), () => `${behind()} callers are behind`);
  }

  /** Lets each caller end its round; returns the callers' handles. */
  stop() {
    this.#stop.abort();
    return withinDeadline("the callers' end", this.#tasks);
  }

  async #call(index, group, outcomes, pace) {
    const { signal } = this.#stop;
    let handle = await group.attach();
    let jsep = index % WITH_MEDIA === 0 ? offer() : undefined;
    // The callers start one after the other, so that some requests are pending at any time.
    await pause(index * STEP_MS);
    while (!signal.aborted) {
      if (await round(handle, outcomes, jsep)) {
        jsep = undefined;
        this.#rounds[index] += 1;
        this.#progress.emit('round');
      }
      if (ended.has(handle)) {
        handle = await group.attach();
      }
      await pause(pace, undefined, { signal }).catch(() => {});
    }
    return handle;
  }
}

/** Sends a request that succeeds, an idempotent one and one that is refused; returns whether each had that outcome. */
async function round(handle, outcomes, jsep) {
  const started = await outcomes.request(handle.start({ audio: true, jsep }));
  if (started.code) return false;
  assert.equal(started.response.result, 'ok');
  if (ended.has(handle) || (await outcomes.request(handle.trickle(candidate))).code) return false;
  return !ended.has(handle) && (await outcomes.request(handle.sendRequest({ janus: 'nonsense' }))).code === 'janus_refused';
}
