import { sourceOf } from './sources.js';

/** Who is in the room, as Janus tells it to one member; what it tells twice changes nothing. */
export class People {
  #people = new Map();

  /** Somebody came, perhaps without publishing. */
  arrive({ feed, display }) {
    if (!this.#people.has(feed)) this.#people.set(feed, { feed, display, talking: false, streams: [] });
  }

  /** Somebody's whole state. */
  update({ feed, display, streams = [], talking = false }) {
    const before = this.#people.get(feed);
    this.#people.set(feed, { feed, display, talking: before?.talking ?? talking, streams: streams.filter(isOn).map(pick) });
  }

  stop(feed) {
    const person = this.#people.get(feed);
    if (person) Object.assign(person, { streams: [], talking: false });
  }

  leave(feed) {
    this.#people.delete(feed);
  }

  talk(feed, talking) {
    const person = this.#people.get(feed);
    if (person) person.talking = talking;
  }

  mute(feed, mid, muted) {
    const stream = this.#people.get(feed)?.streams.find((one) => one.mid === mid);
    if (stream) stream.muted = muted;
  }

  /** The feeds of which Janus's list of participants says otherwise. */
  unlike(participants) {
    const listed = new Map(participants.map(({ feed, publisher }) => [feed, publisher]));
    const feeds = new Set([...listed.keys(), ...this.#people.keys()]);
    return [...feeds].filter((feed) => listed.get(feed) !== this.#publishes(feed));
  }

  #publishes(feed) {
    const person = this.#people.get(feed);
    return person && person.streams.length > 0;
  }

  /** Every stream of the others, by feed and mid. */
  streams() {
    return [...this.#people.values()].flatMap(({ feed, streams }) => streams.map(({ mid }) => ({ feed, mid })));
  }

  list() {
    return [...this.#people.values()].map(({ streams, ...person }) => ({
      ...person,
      streams: streams.map(({ source, muted }) => ({ source, muted })),
    }));
  }
}

const isOn = ({ disabled }) => !disabled;
const pick = ({ mid, description, type, moderated = false }) => ({ mid, source: sourceOf(description, type), muted: moderated });
