import { Emitter } from '../emitter.js';

/** @typedef {import('../types/videoroom.js').Feed} Feed */
/** @typedef {import('../types/videoroom.js').Participant} Participant */
/** @typedef {import('../types/videoroom.js').RoomHandle} RoomHandle */
/** @typedef {import('../types/videoroom.js').RoomParams} RoomParams */

/**
 * @param {RoomHandle} handle
 * @param {RoomParams} params
 */
export async function joinRoom(handle, params) {
  const room = new Room(handle, params);
  await room._join();
  return room;
}

/** The participants of a VideoRoom, as a participant sees them. */
export class Room extends Emitter {
  #params;
  #lifetime = new AbortController();
  /** @type {Map<Feed, Participant>} */
  #participants = new Map();
  /** @type {Feed | undefined} */
  feed;
  /** @type {number | undefined} */
  private_id;

  /**
   * @param {RoomHandle} handle
   * @param {RoomParams} params
   */
  constructor(handle, params) {
    super();
    this.handle = handle;
    this.#params = params;
    this.#listen();
  }

  get id() {
    return this.#params.room;
  }

  /** What a subscriber of this participant needs to join. */
  get access() {
    const { room, pin, token } = this.#params;
    return { room, pin, token, private_id: this.private_id };
  }

  get participants() {
    return [...this.#participants.values()];
  }

  get signal() {
    return this.#lifetime.signal;
  }

  /** @param {Feed} feed */
  participant(feed) {
    return this.#participants.get(feed);
  }

  async leave() {
    this.#end('left by this side');
    await this.handle.leave();
  }

  /** @internal */
  async _join() {
    const { feed, private_id, publishers = [], attendees = [] } = await this.handle.joinPublisher(this.#params).catch((error) => {
      this.#lifetime.abort();
      throw error;
    });
    this.feed = feed;
    this.private_id = private_id;
    for (const one of [...attendees, ...publishers]) this.#update(one);
  }

  #listen() {
    /** @type {(event: string, listener: (data: any) => void) => unknown} */
    const on = (event, listener) => this.handle.on(event, listener, { signal: this.signal });
    on('videoroom_publisher_list', ({ publishers = [] }) => publishers.forEach((/** @type {any} */ one) => this.#update(one)));
    on('videoroom_publisher_joined', (one) => this.#update(one));
    on('videoroom_display', ({ feed, display, metadata }) => this.#change(feed, { display, ...(metadata !== undefined && { metadata }) }));
    on('videoroom_unpublished', ({ feed }) => this.#change(feed, { streams: [], talking: false }));
    on('videoroom_leaving', ({ feed, reason }) => (feed === this.feed ? this.#end(reason ?? 'left') : this.#remove(feed)));
    on('videoroom_kicked', ({ feed }) => this.#remove(feed));
    on('videoroom_talking', ({ feed, talking }) => this.#change(feed, { talking }));
    on('videoroom_moderated', ({ feed, mid, moderation }) => this.#moderate(feed, mid, moderation === 'muted'));
    on('videoroom_destroyed', () => this.#end('the room was destroyed'));
    on('handle_detached', ({ reason }) => this.#end(`the handle has ended: ${reason}`));
    on('handle_rebuilt', () => this.#end('Janus lost the session; the handle was attached again'));
  }

  /**
   * Janus reports the whole state of a publisher each time.
   * @param {any} publisher
   */
  #update({ feed, display, metadata, streams, talking = false }) {
    if (feed === this.feed) return;
    const former = this.#participants.get(feed);
    const participant = { feed, display, metadata, talking, streams: streams?.map(streamOf) ?? former?.streams ?? [] };
    this.#participants.set(feed, participant);
    this._emit(former ? 'changed' : 'joined', participant);
  }

  /**
   * @param {Feed} feed
   * @param {Partial<Participant>} change
   */
  #change(feed, change) {
    const former = this.#participants.get(feed);
    if (!former) return;
    const participant = { ...former, ...change };
    this.#participants.set(feed, participant);
    this._emit('changed', participant);
  }

  /**
   * @param {Feed} feed
   * @param {string} mid
   * @param {boolean} moderated
   */
  #moderate(feed, mid, moderated) {
    if (feed === this.feed) this._emit('moderated', { mid, moderated });
    const streams = this.#participants.get(feed)?.streams.map((stream) => (stream.mid === mid ? { ...stream, moderated } : stream));
    if (streams) this.#change(feed, { streams });
  }

  /** @param {Feed} feed */
  #remove(feed) {
    const participant = this.#participants.get(feed);
    if (this.#participants.delete(feed)) this._emit('left', participant);
  }

  /** @param {string} reason */
  #end(reason) {
    if (this.signal.aborted) return;
    this.#lifetime.abort();
    this._emit('ended', { reason });
  }
}

/** @param {any} stream */
const streamOf = ({ mid, type, description, codec, disabled = false, moderated = false, simulcast = false, svc = false }) => ({
  mid,
  kind: type,
  source: description,
  codec,
  disabled,
  moderated,
  layers: simulcast || svc,
});
