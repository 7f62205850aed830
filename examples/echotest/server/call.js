import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import Bifrons from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { pickCandidate } from '../../common/server/candidates.js';

const { EVENT } = Bifrons;
const HANGUP_MS = 2000;

/** One echo test of one page: a handle from attach to detach. `send(message)` sends a message to the page. */
export class Call {
  #handle;
  #last = Promise.resolve();
  #settings = null;
  #recording = false;
  #released = null;

  constructor(session, send) {
    this.#handle = session.attach(EchoTest).then((handle) => this.#listen(handle, send));
  }

  /** Returns Janus's SDP answer to the page's offer. */
  async start(settings, sdp) {
    const { jsep } = await this.#apply(settings, { type: 'offer', sdp });
    return jsep;
  }

  /** Returns Janus's SDP answer to another offer, with new ICE credentials. */
  restart(sdp) {
    return this.start(this.#settings, sdp);
  }

  configure(settings) {
    return this.#apply(settings);
  }

  /** Candidates that arrive before the response to `attach` wait for the handle, in order. */
  async trickle(candidate) {
    const handle = await this.#handle;
    await (candidate ? handle.trickle(candidate) : handle.trickleComplete());
  }

  /** Waits for Janus's hangup event, so that the page gets it; detaches after a timeout in any case. */
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

  /** Detaches once, whether the page hangs up, the page closes, or Janus ends the call. */
  release() {
    this.#released ??= this.#handle.then((handle) => handle.detach());
    return this.#released;
  }

  /** Sends one request at a time: Janus may reorder two messages in quick succession. */
  #apply(settings, jsep) {
    const applied = this.#last.then(() => this.#send(settings, jsep));
    this.#last = applied.catch(() => {});
    return applied;
  }

  async #send(settings, jsep) {
    const { audio, video, bitrate, record } = settings;
    const handle = await this.#handle;
    const request = { audio, video, bitrate };
    if (jsep) request.jsep = jsep;
    // Only a change is sent: Janus would start new files for a running recording.
    if (record !== this.#recording) request.record = record;
    if (request.record) request.filename = recordingName();
    const result = await handle.start(request);
    this.#settings = settings;
    this.#recording = record;
    return result;
  }

  #listen(handle, send) {
    const event = (name, pick = () => ({})) => (data) => send({ type: 'janus', event: name, ...pick(data) });
    handle.on(EVENT.HANDLE_TRICKLE, (candidate) => send({ type: 'trickle', candidate: pickCandidate(candidate) }));
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
