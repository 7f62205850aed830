import { createHmac } from 'node:crypto';

import { textOf } from './errors.js';
import { version } from './version.js';

/** How long an attempt may take. */
const ATTEMPT_MS = 10_000;

/** The time after which a report that no attempt has delivered is dropped. */
const GIVE_UP_AFTER_MS = 3_600_000;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

/** The most reports that wait, and of those about no room: refused tokens must not take the place of the others. */
const MOST_QUEUED = 10_000;
const MOST_WITHOUT_ROOM = 1000;

/** The most requests at once. */
const MOST_REQUESTS = 16;

/** The lane of reports about no room. */
const WITHOUT_ROOM = '';

/** @typedef {{ event: string, tenant?: string, id: string, body: string, lane: string }} Report */
/** @typedef {{ url: string, secret: string, events: string[], issuer: string | null }} Webhook */
/** @typedef {import('./logger.js').Logger} Logger */

/** Reports of what happens, to URLs of the application. A page never waits for them. */
export class Webhooks {
  /** @type {Queue[]} */
  #queues = [];
  /** What became of the reports. */
  counters = { delivered: 0, failed: 0, dropped: 0 };
  #log;

  /** @param {Logger} log */
  constructor(log) {
    this.#log = log;
  }

  /** Sets the webhooks. One that stays as it is keeps what waits, and its order; what waits for others is still sent. @param {Webhook[]} webhooks */
  set(webhooks) {
    const before = this.#queues;
    this.#queues = webhooks.map((webhook) => {
      const same = before.find((queue) => JSON.stringify(queue.webhook) === JSON.stringify(webhook));
      return same ?? new Queue(webhook, this.counters, this.#log);
    });
  }

  /** @param {Report} report */
  send(report) {
    for (const queue of this.#queues) {
      const { events, issuer } = queue.webhook;
      if (events.includes(report.event) && (issuer === null || issuer === report.tenant)) queue.push(report);
    }
  }

  get queued() {
    return this.#queues.reduce((sum, queue) => sum + queue.count, 0);
  }

  /** Waits until nothing waits. */
  async flushed() {
    await Promise.all(this.#queues.map((queue) => queue.flushed()));
  }
}

/** What waits for a webhook: one lane for each room, so that the reports of a room come in order. */
class Queue {
  /** @type {Map<string, Report[]>} */
  #lanes = new Map();
  count = 0;
  #isFull = false;
  #requests = 0;
  /** @type {(() => void)[]} */
  #waiting = [];
  /** @type {(() => void)[]} */
  #flushed = [];

  /** @param {Webhook} webhook @param {Webhooks['counters']} counters @param {Logger} log */
  constructor(webhook, counters, log) {
    this.webhook = webhook;
    this.counters = counters;
    this.log = log;
  }

  /** Queues a report. If too many wait, the oldest one of a refused token makes place; if there is none, it is dropped. @param {Report} report */
  push(report) {
    const lane = this.#lanes.get(report.lane);
    if (this.count >= MOST_QUEUED || (report.lane === WITHOUT_ROOM && (lane?.length ?? 0) >= MOST_WITHOUT_ROOM)) {
      this.counters.dropped += 1;
      if (!this.#isFull) this.log.error(`too many reports wait for the webhook ${this.webhook.url}, and are dropped`);
      this.#isFull = true;
      if (!this.#removeRefusedToken()) return;
    } else {
      this.#isFull = false;
    }
    this.count += 1;
    if (lane !== undefined) {
      lane.push(report);
    } else {
      const reports = [report];
      this.#lanes.set(report.lane, reports);
      void this.#deliverAll(report.lane, reports);
    }
  }

  /** Removes the oldest report of a refused token that is not being delivered; returns whether there was one. */
  #removeRefusedToken() {
    const waiting = this.#lanes.get(WITHOUT_ROOM) ?? [];
    const place = waiting.findIndex(({ event }, index) => index > 0 && event === 'token_refused');
    if (place < 0) return false;
    waiting.splice(place, 1);
    this.count -= 1;
    return true;
  }

  /** @param {string} lane @param {Report[]} reports */
  async #deliverAll(lane, reports) {
    for (let [report] = reports; report !== undefined; [report] = reports) {
      const isTaken = await this.#deliver(report);
      this.counters[isTaken ? 'delivered' : 'dropped'] += 1;
      reports.shift();
      this.count -= 1;
      if (this.count === 0) for (const done of this.#flushed.splice(0)) done();
    }
    this.#lanes.delete(lane);
  }

  /** Delivers a report, and returns whether the receiver has taken it. @param {Report} report */
  async #deliver(report) {
    const since = performance.now();
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const problem = await this.#attempt(report);
      if (problem === undefined) return true;
      this.counters.failed += 1;
      if (performance.now() - since + pause > GIVE_UP_AFTER_MS) {
        this.log.error(`the webhook ${this.webhook.url} has not taken the report ${report.id} for an hour, and it is dropped: ${problem}`);
        return false;
      }
      if (pause === FIRST_PAUSE_MS) this.log.warn(`the webhook ${this.webhook.url} has not taken the report ${report.id}, and it is sent again: ${problem}`);
      // Many gateways must not come at once to a receiver that is back.
      const withJitter = pause * (0.5 + Math.random() / 2);
      await new Promise((resolve) => { setTimeout(resolve, withJitter).unref?.(); });
    }
  }

  /** Sends a report once, and returns why it was not taken. @param {Report} report */
  async #attempt(report) {
    if (this.#requests === MOST_REQUESTS) await new Promise((resolve) => { this.#waiting.push(() => resolve(undefined)); });
    this.#requests += 1;
    try {
      const { status, body } = await fetch(this.webhook.url, this.#request(report));
      await body?.cancel();
      return status >= 200 && status < 300 ? undefined : `the response's status is ${status}`;
    } catch (error) {
      return textOf(error);
    } finally {
      this.#requests -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** @param {Report} report @returns {RequestInit} */
  #request({ body }) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', this.webhook.secret).update(`${timestamp}.${body}`).digest('hex');
    return {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(ATTEMPT_MS),
      headers: {
        'content-type': 'application/json',
        'user-agent': `bifrons-gateway/${version}`,
        'bifrons-timestamp': timestamp,
        'bifrons-signature': signature,
      },
      body,
    };
  }

  /** Waits until nothing waits. */
  async flushed() {
    if (this.count > 0) await new Promise((resolve) => { this.#flushed.push(() => resolve(undefined)); });
  }
}
