import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { pickCandidate } from '../../common/server/candidates.js';

const { EVENT } = Bifrons;
const HANGUP_MS = 2000;

/** One echo test of one page: a handle from attach to detach. `tell(message)` reaches the page. */
export class Call {
  #handle;
  #last = Promise.resolve();
  #recording = false;
  #released = null;

  constructor(session, tell) {
    this.#handle = session.attach(EchoTest).then((handle) => this.#listen(handle, tell));
  }

  /** Gives Janus's answer to the page's offer. */
  async start(settings, sdp) {
    const { jsep } = await this.#apply(settings, { type: 'offer', sdp });
    return jsep;
  }

  configure(settings) {
    return this.#apply(settings);
  }

  /** Candidates may come while Janus still attaches: they wait for the handle, in order. */
  async trickle(candidate) {
    const handle = await this.#handle;
    await (candidate ? handle.trickle(candidate) : handle.trickleComplete());
  }

  /** Waits for Janus's own word on the end, so that the page hears it; without it, detaches all the same. */
  async hangup() {
    const handle = await this.#handle;
    const over = once(handle, EVENT.HANDLE_HANGUP, { signal: AbortSignal.timeout(HANGUP_MS) }).catch(() => {});
    try {
      await handle.hangup();
      await over;
    } finally {
      await this.release();
    }
  }

  /** Detaches, once, from wherever the end comes: the page, its disappearance, or Janus. */
  release() {
    this.#released ??= this.#handle.then((handle) => handle.detach());
    return this.#released;
  }

  /** One at a time: Janus may handle two messages that follow each other closely in any order. */
  #apply(settings, jsep) {
    const applied = this.#last.then(() => this.#send(settings, jsep));
    this.#last = applied.catch(() => {});
    return applied;
  }

  async #send({ audio, video, bitrate, record }, jsep) {
    const handle = await this.#handle;
    const request = { audio, video, bitrate };
    if (jsep) request.jsep = jsep;
    // Only a change: Janus would begin new files for a recording that already runs.
    if (record !== this.#recording) request.record = record;
    if (request.record) request.filename = recordingName();
    const result = await handle.start(request);
    this.#recording = record;
    return result;
  }

  #listen(handle, tell) {
    const event = (name, pick = () => ({})) => (data) => tell({ type: 'janus', event: name, ...pick(data) });
    handle.on(EVENT.HANDLE_TRICKLE, (candidate) => tell({ type: 'trickle', candidate: pickCandidate(candidate) }));
    handle.on(EVENT.HANDLE_WEBRTCUP, event('webrtcup'));
    handle.on(EVENT.HANDLE_MEDIA, event('media', ({ type, receiving }) => ({ media: type, receiving })));
    handle.on(EVENT.HANDLE_SLOWLINK, event('slowlink', ({ media, uplink, lost }) => ({ media, uplink, lost })));
    handle.on(EVENT.HANDLE_ICE_FAILED, event('ice-failed'));
    handle.on(EVENT.HANDLE_HANGUP, event('hangup', ({ reason }) => ({ reason })));
    handle.on(EVENT.HANDLE_DETACHED, event('detached'));
    handle.on(EchoTest.EVENT.ECHOTEST_RESULT, event('result', ({ result }) => ({ result })));
    handle.on(EchoTest.EVENT.ECHOTEST_SLOWLINK, event('capped', ({ media, bitrate }) => ({ media, bitrate })));
    handle.on(EchoTest.EVENT.ECHOTEST_ERROR, event('error', ({ message }) => ({ text: message })));
    return handle;
  }
}

const recordingName = () => `echotest-${Date.now()}-${randomBytes(4).toString('hex')}`;
