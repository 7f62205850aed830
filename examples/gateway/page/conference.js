import { connect } from './bifrons/streamed.js';
import VideoRoom from './bifrons/plugins/videoroom.js';
import { joinRoom, publish, watch } from './bifrons/webrtc.js';

/** Janus's errors of VideoRoom: the room is absent, or there already. */
const NO_SUCH_ROOM = 426;
const ROOM_EXISTS = 427;
/** The time between two attempts of a guest who is there before the host. */
const AGAIN_MS = 2000;

/**
 * One conference from join to leave. The page speaks Janus's API with the gateway, as it would with Janus; the token says
 * what it may do.
 */
export class Conference {
  #connection;
  #room;
  #publication;
  #watch;
  /** What this page sends, by source. */
  #sent = new Map();
  /** Whether the host has muted this page. */
  #moderated = new Set();

  /**
   * Connects and joins. `changed()` is called when the display has to change, `failed(error)` with errors that belong to no
   * request, `renew()` for a newer token, `moderated(muted)` when the host mutes this page, `ended(reason)` when it is no longer in the room.
   */
  static async join({ url, token, room, role, invitation }, display, { state, waits, renew, changed, failed, moderated, ended }) {
    const connection = await connect({ address: { url, token }, reconnect: true });
    const conference = new Conference(connection);
    try {
      for (const event of ['connection_reconnecting', 'connection_resumed', 'connection_error']) connection.on(event, () => state(event));
      connection.on('connection_token_expiring', () => renew().then((newer) => connection.setToken(newer), failed));
      const session = await connection.create();
      const handle = await session.attach(VideoRoom);
      if (role === 'host') await createRoom(handle, room);
      // `app` is for the application's policy, and never reaches Janus.
      const joined = await joinWhenOpen(handle, { room, display, ...(invitation && { app: { invitation } }) }, waits);
      conference.#room = joined;
      for (const event of ['joined', 'changed', 'left']) joined.on(event, changed);
      joined.on('moderated', ({ mid, moderated: muted }) => conference.#onModerated(mid, muted, moderated));
      joined.on('ended', ({ reason }) => ended(reason));
      conference.#watch = watch(joined, await session.attach(VideoRoom));
      for (const event of ['added', 'changed', 'removed']) conference.#watch.on(event, changed);
      conference.#watch.on('error', failed);
      conference.display = display;
      return conference;
    } catch (error) {
      await conference.close();
      throw error;
    }
  }

  constructor(connection) {
    this.#connection = connection;
  }

  /** The participants, this page first: { feed, display, talking, you, streams: [{ source, mid, muted }] } each. */
  participants() {
    const own = [...this.#sent].map(([source, sender]) => ({ source, muted: this.#moderated.has(sender.mid) || sender.track.muted }));
    const me = { feed: this.#room.feed, display: this.display, talking: false, you: true, streams: own };
    const others = this.#room.participants.map(({ streams, display, ...one }) => ({
      ...one,
      display: display || 'Guest',
      streams: streams.filter(({ disabled }) => !disabled).map(({ source, mid, moderated }) => ({ source, mid, muted: moderated })),
    }));
    return [me, ...others];
  }

  trackOf(feed, source) {
    if (feed === this.#room.feed) return this.#sent.get(source)?.track.track;
    return this.#watch.streams.find((stream) => stream.feed === feed && stream.source === source)?.track;
  }

  /** Publishes tracks, { source: track }. */
  async send(tracks) {
    const all = Object.entries(tracks);
    if (this.#publication) {
      for (const [source, track] of all) this.#sent.set(source, await this.#publication.send(track));
      return;
    }
    this.#publication = await publish(this.#room, all.map(([, track]) => track));
    for (const sender of this.#publication.senders) this.#sent.set(sender.track.source, sender);
  }

  async stop(source) {
    const sender = this.#sent.get(source);
    this.#sent.delete(source);
    if (sender) await this.#publication.stop(sender);
  }

  /** For the host: Janus drops a participant's stream, or passes it on again. */
  async moderate(feed, mid, mute) {
    await this.#room.handle.moderate({ room: this.#room.id, feed, mid, mute });
  }

  async close() {
    await this.#connection.close().catch(() => {});
  }

  #onModerated(mid, muted, moderated) {
    if (muted) this.#moderated.add(mid);
    else this.#moderated.delete(mid);
    moderated(muted);
  }
}

/** Its settings are the gateway's: see the rule in gateway.toml. */
async function createRoom(handle, room) {
  await handle.create({ room }).catch((error) => {
    if (error.plugin !== ROOM_EXISTS) throw error;
  });
}

/** A guest waits for the host, who opens the room. */
async function joinWhenOpen(handle, params, waits) {
  for (;;) {
    try {
      return await joinRoom(handle, params);
    } catch (error) {
      if (error.plugin !== NO_SUCH_ROOM) throw error;
      waits();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
