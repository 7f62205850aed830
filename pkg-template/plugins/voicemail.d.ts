// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** Begins a recording with an offer of Opus audio; the answer comes back. */
export interface VoiceMailRecord {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Negotiates a running recording's PeerConnection anew. */
export interface VoiceMailUpdate {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Ends a recording before its ten seconds are over. */
export interface VoiceMailStop {
}

/** How a recording goes on. */
export interface VoiceMailStatus {
  /** `starting`, `started`, `updating` or `done`. */
  status?: string;
  /** Where to fetch the recording, once it is done. */
  recording?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly VOICEMAIL_ERROR: 'voicemail_error';
  /** The recording began (`started`), or ended by itself (`done`). */
  readonly VOICEMAIL_STATUS: 'voicemail_status';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 460;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 461;
  /** No such request. */
  readonly INVALID_REQUEST: 462;
  /** A field is missing. */
  readonly MISSING_ELEMENT: 463;
  /** A field is wrong. */
  readonly INVALID_ELEMENT: 464;
  /** A recording is running already. */
  readonly ALREADY_RECORDING: 465;
  /** The file can't be written. */
  readonly IO_ERROR: 466;
  /** The file's container failed. */
  readonly LIBOGG_ERROR: 467;
  /** No recording is running. */
  readonly INVALID_STATE: 468;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 499;
};

/** What each event carries. */
export interface VoiceMailEvents extends HandleEvents {
  voicemail_error: [JanusError];
  voicemail_status: [VoiceMailStatus];
}

/** The VoiceMail plugin. */
export declare class VoiceMailHandle extends Handle<VoiceMailEvents> {
  /** Begins a recording with an offer of Opus audio; the answer comes back. */
  record(params: VoiceMailRecord & { jsep: Jsep }, options?: CallOptions): Promise<VoiceMailStatus>;
  /** Negotiates a running recording's PeerConnection anew. */
  update(params: VoiceMailUpdate & { jsep: Jsep }, options?: CallOptions): Promise<VoiceMailStatus>;
  /** Ends a recording before its ten seconds are over. */
  stop(params?: VoiceMailStop, options?: CallOptions): Promise<VoiceMailStatus>;
}

declare const plugin: {
  readonly id: 'janus.plugin.voicemail';
  readonly Handle: typeof VoiceMailHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
