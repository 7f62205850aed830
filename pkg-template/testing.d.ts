import type { Transport } from './index.js';

/** The settings of the mock server, as in janus.jcfg. */
export interface MockJanusOptions {
  /** The port of the Janus API; a free one (0) by default, none with `false`. Needs the package `ws`. */
  port?: number | false;
  /** The port of the Admin API, likewise. */
  admin_port?: number | false;
  /** Every request needs this secret. */
  api_secret?: string;
  /** The Admin API's secret (`janusoverlord`). */
  admin_secret?: string;
  /** Stored tokens, added through the Admin API. */
  token_auth?: boolean;
  /** Seconds without a request after which a session ends (60); 0 for never. */
  session_timeout?: number;
  /** Seconds that a session outlives its connection (0: it does not). */
  reclaim_session_timeout?: number;
  /** Whether PeerConnections come up after the SDP offer and answer (true). */
  media?: boolean;
  /** The version of Janus to behave as, as a number: 1102 (1.1.2, the default) or newer, such as 1401 for 1.4.1. */
  version?: number;
  /** The seed of the random number generator. Without one the ids differ from server to server, as Janus's do. */
  seed?: number;
}

/**
 * A race in Janus's SIP plugin.
 *
 * - `ringing_before_calling`: `ringing` and `proceeding` come before `calling`, without a transaction.
 * - `answer_not_sent`: Janus confirms an `accept` or a `decline`, but does not send it to the caller. A callee that
 *   waits for the `messagedelivery` of a `sip_message` to any URI before it accepts or declines is safe.
 * - `no_declining`: `decline` is carried out, but `declining` is never sent: the callee gets its `hangup` only.
 * - `reinvite_not_sent`: Janus confirms a `hold`, `unhold` or `update`, but does not send it to the other side while
 *   an `info`, `dtmfInfo` or `sip_message` of the call has no response, for 20 ms. The `messagedelivery` of a
 *   `sip_message` reports that the responses have come.
 */
export type SipRace = 'ringing_before_calling' | 'answer_not_sent' | 'no_declining' | 'reinvite_not_sent';

/** The injected faults, and the value of each. */
export interface Faults {
  /** Messages are sent after this delay, in milliseconds; 0 ends it. */
  delay: number;
  /** So many of the next messages to clients get lost. */
  lose: number;
  /** Whether acks come before events; by chance without a value. */
  ack_first: boolean | undefined;
  /**
   * Messages to plugins wait for a thread, as in a busy Janus: they are carried out in any order, also after
   * requests that came later, until it is switched off.
   */
  threads: boolean;
  /** A plugin sends each new handle an event, `{ early: true }`, before the response to its `attach`. */
  early_events: boolean;
  /** A race that each SIP call loses from now on, as rarely with a real Janus; none without a value. */
  sip_race: SipRace | undefined;
  /** Nothing comes in or goes out, though connections stay, until it is switched off. */
  silent: boolean;
  /** The server reads nothing, but still sends, until it is switched off: messages to it wait. */
  stop_reading: boolean;
  /** This text is sent to all clients. */
  send_text: string;
  /** All connections are lost. */
  disconnect: undefined;
  /** All sessions are forgotten: 458. */
  forget_sessions: undefined;
  /** All handles are forgotten: 459. */
  forget_handles: undefined;
  /** All sessions expire; their owners get `timeout`. */
  expire_sessions: undefined;
  /** Janus is killed and started again: all connections are lost, and all state. */
  restart: undefined;
}

/** The messages that a mock server got, oldest first, each as the object of the wire, with its secrets; null for one that is no JSON. */
export interface Spy {
  readonly messages: any[];
  /** No further message is kept. */
  stop(): void;
}

/**
 * Returns an offer as a page makes it, with an m-line for each of these kinds (audio and video); there are no media behind it.
 *
 * @throws for another kind.
 */
export declare function offerOf(kinds?: ('audio' | 'video' | 'application')[]): { type: 'offer'; sdp: string };

/**
 * Returns an answer as a page makes it, which accepts each m-line of an offer.
 *
 * @throws if it is no offer.
 */
export declare function answerTo(offer: { type: string; sdp: string }): { type: 'answer'; sdp: string };

/**
 * A mock Janus server for tests, in this process (Node, Deno, Bun): the Janus and Admin API of
 * Janus 1.1.2, or of a newer `version`, with the signalling of EchoTest, VideoRoom, AudioBridge, Streaming, TextRoom,
 * VideoCall, Record&Play, NoSIP and SIP (calls between accounts of this server), without media. With a seed, the same requests give the same responses.
 *
 * ```js
 * import { MockJanus } from 'bifrons/testing';
 *
 * const janus = await MockJanus.start();
 * const connection = await Bifrons.connect({ address: { url: janus.url } });
 * janus.inject('forget_handles');
 * await janus.stop();
 * ```
 */
export declare class MockJanus {
  private constructor();
  /** Starts a mock Janus server. With a port, as by default, it has URLs. */
  static start(options?: MockJanusOptions & { port?: number; admin_port?: number }): Promise<MockJanus & { readonly url: string; readonly admin_url: string }>;
  static start(options?: MockJanusOptions): Promise<MockJanus>;
  /** The URL of the Janus API; undefined without a port. */
  readonly url: string | undefined;
  /** The URL of the Admin API; undefined without a port. */
  readonly admin_url: string | undefined;
  /** A transport to the server without a socket: `connect({ address: { url: 'janus://here' }, transport: janus.transport })`. */
  readonly transport: Transport;
  /** Injects a fault. */
  inject<F extends keyof Faults>(fault: F, ...value: Faults[F] extends undefined ? [] : [value: Faults[F]]): void;
  /** Returns what keeps the messages that the server gets from now on, until `stop()`. */
  spy(): Spy;
  /** Returns the ids of the sessions. */
  sessions(): number[];
  /** Closes all connections and frees the ports. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
