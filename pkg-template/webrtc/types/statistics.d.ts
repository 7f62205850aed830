import type { Peer } from './peer.js';

/** The statistics of one RTP stream. A number that the browser does not have is undefined. */
export interface StreamStatistics {
  direction: 'sent' | 'received';
  kind: 'audio' | 'video';
  /** The m-line of the stream. */
  mid?: string;
  /** The simulcast layer. */
  rid?: string;
  /** The bitrate since the former statistics, in bit/s; undefined in the first ones. */
  bitrate?: number;
  /** All packets so far. */
  packets: number;
  /** The part of the packets since the former statistics that was lost, 0 to 1; for a sent stream as Janus reports it. */
  loss?: number;
  /** The jitter of the arrival; for a sent stream as Janus reports it. */
  jitter_ms?: number;
  /** The round trip that Janus's reports measure; for a sent stream. */
  rtt_ms?: number;
  /** The width of the video, in pixels. */
  width?: number;
  /** The height of the video, in pixels. */
  height?: number;
  frames_per_second?: number;
  /** All frames so far that were encoded or decoded. */
  frames?: number;
  /** All frames so far that were received and not shown. */
  frames_dropped?: number;
  /** The codec, such as `VP8` or `opus`. */
  codec?: string;
  /** Why the sent video has a lower quality than wanted. */
  limitation?: 'none' | 'cpu' | 'bandwidth' | 'other';
  /** The loudness of the audio, 0 to 1. */
  level?: number;
}

/** The statistics of a peer. */
export interface PeerStatistics {
  /** When they were read, in milliseconds since 1970. */
  at: number;
  /** The round trip to Janus. */
  rtt_ms?: number;
  /** The bitrate that the network allows to send, in bit/s, as the browser estimates it. */
  available_bitrate?: number;
  /** The kinds of the candidates in use (`host`, `srflx`, `prflx`, `relay`), and the protocol to Janus or to the relay. */
  route?: { local: string; remote: string; protocol: string };
  streams: StreamStatistics[];
}

/** How long to watch. */
export interface WatchOptions {
  /** The time between two results. Default: 1,000 for statistics, 200 for levels. */
  interval_ms?: number;
  /** Ends the watching when it aborts. */
  signal?: AbortSignal;
}

/** Calls the listener with the statistics of a peer once a second, until the peer has ended. Returns a function that ends it. */
export declare function watchStatistics(peer: Peer, listener: (statistics: PeerStatistics) => void, options?: WatchOptions): () => void;

/** The loudness of one audio track. */
export interface AudioLevel {
  direction: 'sent' | 'received';
  /** The m-line of the track. */
  mid: string;
  track: MediaStreamTrack;
  /** The loudness, 0 to 1. Some browsers have it only of tracks that are played. */
  level: number;
}

/**
 * Calls the listener with the levels of all audio tracks five times a second, until the peer has ended. WebAudio
 * measures only tracks whose statistics have no level. Returns a function that ends it.
 */
export declare function watchLevels(peer: Peer, listener: (levels: AudioLevel[]) => void, options?: WatchOptions): () => void;
