import { serial } from '../deferred.js';
import { Emitter } from '../emitter.js';
import { Peer } from '../peer.js';
import { handleSignalling } from '../signalling.js';

/** @typedef {import('./room.js').Room} Room */
/** @typedef {import('../types/videoroom.js').Feed} Feed */
/** @typedef {import('../types/videoroom.js').LayerChoice} LayerChoice */
/** @typedef {import('../types/videoroom.js').SubscriberHandle} SubscriberHandle */
/** @typedef {import('../types/videoroom.js').WatchedStream} WatchedStream */
/** @typedef {import('../types/videoroom.js').WatchRoomOptions} WatchRoomOptions */
/** @typedef {{ feed: Feed, mid: string }} Wanted */

/** Changes of this time go in one request. */
const GATHER_MS = 100;

/** The time until a request that failed is made again, doubled each time up to the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** Janus's error where the handle was a subscriber before: Janus keeps that, and no repetition helps. */
const ALREADY_JOINED = 425;

/** When a chosen layer that has not come is requested again. */
const AGAIN_MS = [1000, 2000, 4000];

/**
 * @param {Room} room
 * @param {SubscriberHandle} handle
 * @param {WatchRoomOptions} [options]
 */
export function watch(room, handle, options = {}) {
  return new Watch(room, handle, options);
}

/** The streams of the other participants, each subscribed to once. */
class Watch extends Emitter {
  #room;
  #handle;
  #wants;
  #joined = false;
  /** What Janus sends, or was asked to send. @type {Map<string, Wanted>} */
  #subscribed = new Map();
  /** The active m-lines, as Janus reported them last. @type {any[]} */
  #lines = [];
  /** What the page has, by the m-line of the subscription. @type {Map<string, WatchedStream>} */
  #streams = new Map();
  /** @type {Map<string, LayerChoice>} */
  #choices = new Map();
  /** The layers: as chosen, and as Janus reports them. @type {Map<string, { chosen?: number, sent?: number }>} */
  #layers = new Map();
  #requests = serial();
  #offers = serial();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #failures = 0;

  /**
   * @param {Room} room
   * @param {SubscriberHandle} handle
   * @param {WatchRoomOptions} options
   */
  constructor(room, handle, { wants = () => true, ...options }) {
    super();
    this.#room = room;
    this.#handle = handle;
    this.#wants = wants;
    this.peer = new Peer(handleSignalling(handle, {
      offer: () => this.#join(),
      send: (jsep) => handle.start({ jsep, ...(jsep.e2ee && { e2ee: true }) }),
      restart: () => handle.configure({ restart: true }),
    }), options);
    this.#listen();
    this.#gather(0);
  }

  get streams() {
    return [...this.#streams.values()];
  }

  /**
   * @param {WatchedStream} stream
   * @param {LayerChoice} choice
   */
  prefer(stream, choice) {
    this.#choices.set(stream.id, { ...this.#choices.get(stream.id), ...choice });
    this.#layers.set(stream.id, { ...this.#layers.get(stream.id), chosen: choice.send === false ? undefined : choice.substream });
    this.#gather();
  }

  async close() {
    await this.peer.close();
  }

  #listen() {
    const { signal } = this.peer;
    this.#handle.on('videoroom_updated', (updated) => this.#apply(updated).catch((error) => this._emit('error', error)), { signal });
    this.#handle.on('videoroom_sc_substream_layer', ({ mid, sc_substream_layer: sent }) => this.#layers.set(mid, { ...this.#layers.get(mid), sent }), { signal });
    for (const event of ['joined', 'changed', 'left']) {
      this.#room.on(event, () => {
        this.#compare();
        this.#gather();
      }, { signal });
    }
    this.#room.on('ended', () => this.close(), { signal });
    this.peer.on('error', (error) => this._emit('error', error));
    this.peer.on('state', ({ state, reason }) => {
      if (state !== 'closed') return;
      clearTimeout(this.#timer);
      for (const id of [...this.#streams.keys()]) this.#remove(id);
      this._emit('ended', { reason });
    });
  }

  /** Makes the requests after some time, so that further changes go with them. */
  #gather(after_ms = GATHER_MS) {
    if (this.#timer !== undefined || this.peer.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#requests(() => this.#request());
    }, after_ms);
  }

  async #request() {
    if (this.peer.signal.aborted) return;
    try {
      await this.#subscribe();
      await this.#chooseLayers();
      this.#failures = 0;
    } catch (error) {
      if (this.peer.signal.aborted) return;
      // A publisher may leave before the request arrives: the next one goes by what the room has then.
      this._emit('error', error);
      if (/** @type {any} */ (error)?.plugin === ALREADY_JOINED) return void this.close();
      this.#gather(Math.min(FIRST_PAUSE_MS * 2 ** this.#failures++, LONGEST_PAUSE_MS));
    }
  }

  async #subscribe() {
    const wanted = this.#wanted();
    const subscribe = [...wanted].filter(([key]) => !this.#subscribed.has(key)).map(([, one]) => one);
    const unsubscribe = [...this.#subscribed].filter(([key]) => !wanted.has(key)).map(([, one]) => one);
    // Janus itself ends the subscription to streams of a participant that publishes nothing.
    const requested = unsubscribe.filter(({ feed }) => this.#room.participant(feed)?.streams.length);
    if (subscribe.length === 0 && requested.length === 0) {
      this.#subscribed = wanted;
      return;
    }
    const former = this.#subscribed;
    this.#subscribed = wanted;
    try {
      if (this.#joined) await this.#update(subscribe, requested);
      else await this.#begin();
    } catch (error) {
      this.#subscribed = former;
      throw error;
    }
  }

  async #begin() {
    await this.#offers(() => this.peer.negotiate());
    this.#compare();
  }

  async #join() {
    const response = await this.#handle.joinSubscriber({ ...this.#room.access, streams: [...this.#subscribed.values()] });
    this.#joined = true;
    this.#keep(response.streams);
    return response;
  }

  /**
   * @param {Wanted[]} subscribe
   * @param {Wanted[]} unsubscribe
   */
  async #update(subscribe, unsubscribe) {
    await this.#apply(await this.#handle.update({ ...(subscribe.length > 0 && { subscribe }), ...(unsubscribe.length > 0 && { unsubscribe }) }));
  }

  /** @returns {Map<string, Wanted>} */
  #wanted() {
    const all = this.#room.participants.flatMap((participant) =>
      participant.streams
        .filter((stream) => !stream.disabled && stream.kind !== 'data' && this.#wants(participant, stream))
        .map(({ mid }) => ({ feed: participant.feed, mid })),
    );
    return new Map(all.map((one) => [keyOf(one.feed, one.mid), one]));
  }

  async #chooseLayers() {
    const chosen = [...this.#choices];
    this.#choices.clear();
    if (chosen.length === 0) return;
    try {
      await this.#handle.configure({ streams: chosen.map(([mid, choice]) => ({ mid, ...choice })) });
    } catch (error) {
      for (const [id, choice] of chosen) if (this.#streams.has(id)) this.#choices.set(id, { ...choice, ...this.#choices.get(id) });
      throw error;
    }
    for (const [id, { substream }] of chosen) if (substream !== undefined) this.#ensureLayer(id, substream, AGAIN_MS);
  }

  /**
   * Janus changes the layer at the next key frame, which it requests once; a browser ignores that soon after another one.
   * @param {string} id
   * @param {number} substream
   * @param {number[]} pauses
   */
  #ensureLayer(id, substream, [pause, ...further]) {
    if (pause === undefined) return;
    setTimeout(() => {
      const { chosen, sent } = this.#layers.get(id) ?? {};
      if (this.peer.signal.aborted || chosen !== substream || sent === substream) return;
      this.#handle.configure({ streams: [{ mid: id, substream }] }).catch((error) => this._emit('error', error));
      this.#ensureLayer(id, substream, further);
    }, pause);
  }

  /**
   * Applies an offer of Janus's; its m-lines then have their tracks.
   * @param {{ jsep?: import('../types/peer.js').Jsep, streams?: any[] }} updated
   */
  #apply({ jsep, streams }) {
    return this.#offers(async () => {
      if (jsep) await this.peer.receive(jsep);
      this.#keep(streams);
      this.#compare();
    });
  }

  /** @param {any[]} [lines] the m-lines of the subscription */
  #keep(lines = this.#lines) {
    this.#lines = lines.filter((line) => line.active && line.type !== 'data');
  }

  /**
   * Brings the streams in line with the subscription and the room. The room is earlier than Janus's next offer where a
   * participant leaves, stops a stream, or has another name.
   */
  #compare() {
    const now = new Map(this.#lines.map((line) => [line.mid, { line, published: this.#published(line) }]));
    for (const [id, { feed, mid }] of [...this.#streams]) {
      const { line, published } = now.get(id) ?? {};
      if (!published || line.feed_id !== feed || line.feed_mid !== mid) this.#remove(id);
    }
    for (const [id, { line, published }] of now) {
      if (!published) continue;
      if (this.#streams.has(id)) this.#change(id, published);
      else this.#add(line, published);
    }
  }

  /** @param {any} line */
  #published({ feed_id, feed_mid }) {
    const participant = this.#room.participant(feed_id);
    const stream = participant?.streams.find(({ mid, disabled }) => mid === feed_mid && !disabled);
    return stream && { display: participant?.display, source: stream.source, moderated: stream.moderated, layers: stream.layers };
  }

  /**
   * @param {any} line
   * @param {Pick<WatchedStream, 'display' | 'source' | 'moderated' | 'layers'>} published
   */
  #add({ mid: id, feed_id: feed, feed_mid: mid, type: kind }, published) {
    const track = this.peer.connection.getTransceivers().find((transceiver) => transceiver.mid === id)?.receiver.track;
    if (!track) return;
    const stream = { id, feed, mid, kind, track, ...published };
    this.#streams.set(id, stream);
    this._emit('added', stream);
  }

  /**
   * @param {string} id
   * @param {Pick<WatchedStream, 'display' | 'source' | 'moderated' | 'layers'>} now
   */
  #change(id, now) {
    const former = /** @type {WatchedStream} */ (this.#streams.get(id));
    if (former.display === now.display && former.source === now.source && former.moderated === now.moderated && former.layers === now.layers) return;
    const stream = { ...former, ...now };
    this.#streams.set(id, stream);
    this._emit('changed', stream);
  }

  /** @param {string} id */
  #remove(id) {
    const stream = this.#streams.get(id);
    this.#streams.delete(id);
    this.#choices.delete(id);
    this.#layers.delete(id);
    this._emit('removed', stream);
  }
}

/**
 * @param {Feed} feed
 * @param {string} mid
 */
const keyOf = (feed, mid) => JSON.stringify([feed, mid]);
