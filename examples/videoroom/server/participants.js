import { sourceOf } from './sources.js';

/** The other participants of the room, from the events of one member; a repeated event changes nothing. */
export class Participants {
  #participants = new Map();

  /** Adds a participant, who may not publish. */
  arrive({ feed, display }) {
    if (!this.#participants.has(feed)) this.#participants.set(feed, { feed, display, talking: false, streams: [] });
  }

  /** Replaces the state of a participant. */
  update({ feed, display, streams = [], talking = false }) {
    const before = this.#participants.get(feed);
    this.#participants.set(feed, { feed, display, talking: before?.talking ?? talking, streams: streams.filter(isOn).map(pick) });
  }

  stop(feed) {
    const participant = this.#participants.get(feed);
    if (participant) Object.assign(participant, { streams: [], talking: false });
  }

  leave(feed) {
    this.#participants.delete(feed);
  }

  talk(feed, talking) {
    const participant = this.#participants.get(feed);
    if (participant) participant.talking = talking;
  }

  mute(feed, mid, muted) {
    const stream = this.#participants.get(feed)?.streams.find((one) => one.mid === mid);
    if (stream) stream.muted = muted;
  }

  /** Returns the feeds whose state differs from Janus's list of participants. */
  differences(participants) {
    const listed = new Map(participants.map(({ feed, publisher }) => [feed, publisher]));
    const feeds = new Set([...listed.keys(), ...this.#participants.keys()]);
    return [...feeds].filter((feed) => listed.get(feed) !== this.#publishes(feed));
  }

  #publishes(feed) {
    const participant = this.#participants.get(feed);
    return participant && participant.streams.length > 0;
  }

  /** Returns every stream of the others, by feed and mid. */
  streams() {
    return [...this.#participants.values()].flatMap(({ feed, streams }) => streams.map(({ mid }) => ({ feed, mid })));
  }

  list() {
    return [...this.#participants.values()].map(({ streams, ...participant }) => ({
      ...participant,
      streams: streams.map(({ source, muted }) => ({ source, muted })),
    }));
  }
}

const isOn = ({ disabled }) => !disabled;
const pick = ({ mid, description, type, moderated = false }) => ({ mid, source: sourceOf(description, type), muted: moderated });
