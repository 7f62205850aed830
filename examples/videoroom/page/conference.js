import { Receiver } from './receiver.js';
import { Sender } from './sender.js';

/** One conference from join to leave: the participants, the sent and the received streams. */
export class Conference {
  #server;
  #changed;
  #sender;
  #receiver;
  #tracks = new Map();
  #others = [];
  #me;
  #failed;

  /** `changed()` is called when the display has to change; `failed(error)` gets errors that belong to no request. */
  constructor(server, joined, { changed, failed }) {
    this.#server = server;
    this.#changed = changed;
    this.#failed = failed;
    this.#me = { feed: joined.feed, display: joined.display, you: true, talking: false, streams: [] };
    const trickle = (to) => (candidate) => server.request('trickle', { to, candidate }).catch(failed);
    this.#sender = new Sender({ sendOffer: (offer) => server.request('publish', offer), candidate: trickle('publisher') });
    this.#receiver = new Receiver({ answer: (answer) => server.request('answer', answer), candidate: trickle('subscriber') });
  }

  participants() {
    return [this.#me, ...this.#others];
  }

  trackOf(feed, source) {
    return this.#tracks.get(`${feed}/${source}`);
  }

  /** Publishes tracks, { source: track }. */
  async send(tracks) {
    for (const [source, track] of Object.entries(tracks)) {
      this.#tracks.set(`${this.#me.feed}/${source}`, track);
      this.#me.streams.push({ source, muted: false });
    }
    this.#changed();
    await this.#sender.send(tracks);
  }

  async stop(source) {
    this.#tracks.delete(`${this.#me.feed}/${source}`);
    this.#me.streams = this.#me.streams.filter((stream) => stream.source !== source);
    this.#changed();
    await this.#sender.stop(source);
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
      case 'trickle': {
        const peer = message.from === 'publisher' ? this.#sender : this.#receiver;
        return peer.addCandidate(message.candidate).catch(this.#failed);
      }
    }
  }

  close() {
    this.#sender.close();
    this.#receiver.close();
  }

  async #take(offer) {
    const tracks = await this.#receiver.take(offer);
    for (const key of this.#tracks.keys()) {
      if (!key.startsWith(`${this.#me.feed}/`)) this.#tracks.delete(key);
    }
    for (const { feed, source, track } of tracks) this.#tracks.set(`${feed}/${source}`, track);
    this.#changed();
  }
}
