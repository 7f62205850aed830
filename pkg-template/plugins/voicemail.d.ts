// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received } from '../index.js';

/** The state of a recording. */
export type VoiceMailState = 'starting' | 'started' | 'updating' | 'done' | (string & {});

/** Starts a recording with an SDP offer of Opus audio; the response carries the SDP answer (`"request": "record"`). */
export interface VoiceMailRecord {
  /** The SDP offer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Renegotiates the PeerConnection of a recording with an SDP offer (`"request": "update"`). */
export interface VoiceMailUpdate {
  /** The SDP offer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Stops a recording before its ten seconds are over (`"request": "stop"`). */
export interface VoiceMailStop {
}

/** The state of a recording. */
export interface VoiceMailStatus extends Received {
  /** The state: `starting`, `started`, `updating` or `done`. */
  status: VoiceMailState;
  /** The URL of the recording; only with `done`. */
  recording?: string;
  /** The SDP answer to an offer. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly VOICEMAIL_ERROR: 'voicemail_error';
  /** The recording started (`started`), or ended after ten seconds (`done`). */
  readonly VOICEMAIL_STATUS: 'voicemail_status';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 460;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 461;
  /** The plugin does not know the request. */
  readonly INVALID_REQUEST: 462;
  /** A required field is missing. */
  readonly MISSING_ELEMENT: 463;
  /** A field has the wrong type or an invalid value. */
  readonly INVALID_ELEMENT: 464;
  /** The handle already records. */
  readonly ALREADY_RECORDING: 465;
  /** The file can't be written. */
  readonly IO_ERROR: 466;
  /** The Ogg library failed. */
  readonly LIBOGG_ERROR: 467;
  /** The handle does not record. */
  readonly INVALID_STATE: 468;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 499;
};

/** The arguments of the listeners of each event. */
export interface VoiceMailEvents extends HandleEvents {
  voicemail_error: [JanusError];
  voicemail_status: [VoiceMailStatus];
}

/** The VoiceMail plugin. */
export declare class VoiceMailHandle extends Handle<VoiceMailEvents> {
  /**
   * Starts a recording with an SDP offer of Opus audio; the response carries the SDP answer (`"request": "record"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/voicemail/struct.Record.html)
   */
  record(params: VoiceMailRecord & { jsep: JsepInit | null }, options?: CallOptions): Promise<VoiceMailStatus & { jsep: Jsep }>;
  /**
   * Renegotiates the PeerConnection of a recording with an SDP offer (`"request": "update"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/voicemail/struct.Update.html)
   */
  update(params: VoiceMailUpdate & { jsep: JsepInit | null }, options?: CallOptions): Promise<VoiceMailStatus & { jsep: Jsep }>;
  /**
   * Stops a recording before its ten seconds are over (`"request": "stop"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/voicemail/struct.Stop.html)
   */
  stop(params?: VoiceMailStop, options?: CallOptions): Promise<VoiceMailStatus>;
}

declare const plugin: {
  readonly id: 'janus.plugin.voicemail';
  readonly Handle: typeof VoiceMailHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
