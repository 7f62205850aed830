import { Peer, sendTrack } from './bifrons/webrtc.js';

/** One conference from join to leave: the participants, the sent and the received streams. */
export class Conference {
  #server;
  #changed;
  #failed;
  #publisher;
  #subscriber;
  /** What this page sends, by source. */
  #senders = new Map();
  /** The tracks of the others, by feed and source. */
  #received = new Map();
  #others = [];
  #me;

  /** `changed()` is called when the display has to change; `failed(error)` gets errors that belong to no request. */
  constructor(server, joined, { changed, failed }) {
    this.#server = server;
    this.#changed = changed;
    this.#failed = failed;
    this.#me = { feed: joined.feed, display: joined.display, you: true, talking: false, streams: [] };
    const trickle = (to) => (candidate) => server.request('trickle', { to, candidate });
    this.#publisher = new Peer({ send: ({ sdp }) => this.#publish(sdp), trickle: trickle('publisher') });
    this.#subscriber = new Peer({
      send: ({ sdp }) => server.request('answer', { sdp }),
      restart: () => server.request('restart'),
      trickle: trickle('subscriber'),
    });
    for (const peer of [this.#publisher, this.#subscriber]) peer.on('error', failed);
  }

  participants() {
    return [this.#me, ...this.#others];
  }

  trackOf(feed, source) {
    if (feed === this.#me.feed) return this.#senders.get(source)?.track.track;
    return this.#received.get(`${feed}/${source}`);
  }

  /** Publishes tracks, { source: track }. */
  async send(tracks) {
    for (const [source, track] of Object.entries(tracks)) {
      this.#senders.set(source, await sendTrack(this.#publisher, track, { receive: false }));
      this.#me.streams.push({ source, muted: false });
    }
    this.#changed();
    await this.#publisher.negotiate();
  }

  async stop(source) {
    const sender = this.#senders.get(source);
    this.#senders.delete(source);
    this.#me.streams = this.#me.streams.filter((stream) => stream.source !== source);
    this.#changed();
    await sender?.stop();
    await this.#publisher.negotiate();
  }

  async mute(source, muted) {
    await this.#server.request('mute', { source, muted });
    this.#me.streams.find((stream) => stream.source === source).muted = muted;
    this.#changed();
  }

  onEvent(message) {
    switch (message.type) {
      case 'participants':
        this.#others = message.participants;
        return this.#changed();
      case 'talking':
        this.#me.talking = message.talking;
        return this.#changed();
      case 'offer':
        return this.#take(message).catch(this.#failed);
      case 'trickle':
        return (message.from === 'publisher' ? this.#publisher : this.#subscriber).addCandidate(message.candidate);
    }
  }

  close() {
    this.#publisher.close();
    this.#subscriber.close();
  }

  async #publish(offer) {
    const streams = [...this.#senders].map(([source, { mid }]) => ({ source, mid }));
    const { sdp } = await this.#server.request('publish', { sdp: offer, streams });
    return { type: 'answer', sdp };
  }

  async #take({ sdp, streams }) {
    await this.#subscriber.receive({ type: 'offer', sdp });
    const tracks = new Map(this.#subscriber.connection.getTransceivers().map(({ mid, receiver }) => [mid, receiver.track]));
    this.#received = new Map(streams.map(({ mid, feed, source }) => [`${feed}/${source}`, tracks.get(mid)]));
    this.#changed();
  }
}
