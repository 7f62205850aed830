// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** The recordings. */
export interface RecordPlayRecordings {
  /** Each. */
  list?: Array<RecordPlayRecording>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A recording in a list. */
export interface RecordPlayRecording {
  /** Which one. */
  id?: number;
  /** What it is called. */
  name?: string;
  /** When it was made: `YYYY-MM-DD HH:MM:SS`. */
  date?: string;
  /** Whether it has audio. */
  audio?: boolean;
  /** The audio's codec. */
  audio_codec?: string;
  /** Whether the audio is redundant (`audio/red`). */
  audio_red?: boolean;
  /** Whether it has video. */
  video?: boolean;
  /** The video's codec. */
  video_codec?: string;
  /** Whether it has data. */
  data?: boolean;
  /** Whether it is left out of others' lists (Janus 1.3.1 and newer). */
  is_private?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What those who record are asked for now. */
export interface RecordPlayConfigured {
  /** `ok` */
  status?: string;
  /** All that can be set. */
  settings?: RecordPlaySettings;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What those who record are asked for. */
export interface RecordPlaySettings {
  /** The most that they may send, in bit/s. */
  maxBitrate?: number;
  /** Milliseconds between two keyframes. */
  keyframeInterval?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was done. */
export interface RecordPlayDone {
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** How recording or playing goes on. */
export interface RecordPlayStatus {
  /** `recording`, `preparing`, `restarting`, `playing`, `paused`, `resumed` or `stopped`. */
  status?: string;
  /** Which recording. */
  id?: number;
  /** Whether it is left out of others' lists (Janus 1.3.1 and newer). */
  is_private?: boolean;
  /** What is wrong with it. */
  warning?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It is over: the recording was played to its end, or the PeerConnection is gone. */
export interface RecordPlayFinished {
  /** Which recording (Janus 1.3.1 and newer). */
  id?: number;
  /** Whether it is left out of others' lists (Janus 1.3.1 and newer). */
  is_private?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Packets are being lost. */
export interface RecordPlaySlowLink {
  /** `audio` or `video`. */
  media?: string;
  /** The bitrate cap that is in force, in bit/s. */
  bitrate?: number;
  /** 0 for losses on the way to Janus, 1 for those on the way to the user. */
  uplink?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Lists the recordings. */
export interface RecordPlayListRecordings {
  /** The plugin's `admin_key`, if it has one (Janus 1.3.1 and newer). */
  admin_key?: string;
}

/** Has Janus look at its folder anew. */
export interface RecordPlayUpdateRecordings {
  /** The plugin's `admin_key`, if it has one (Janus 1.3.1 and newer). */
  admin_key?: string;
}

/** Sets what those who record are asked for. */
export interface RecordPlayConfigure {
  /** The most that they may send, in bit/s (Janus's default: 1,048,576). */
  maxBitrate?: number;
  /** Milliseconds between two keyframes (Janus's default: 15,000). */
  keyframeInterval?: number;
}

/** Begins a recording with an offer; the answer comes back. */
export interface RecordPlayRecord {
  /** What to call it; not empty. */
  name: string;
  /** The id to have; a random one without it. */
  id?: number;
  /** Leave it out of lists that are asked for without the `admin_key` (Janus 1.3.1 and newer). */
  is_private?: boolean;
  /** The files' path on the server, without `-audio.mjr` and the like. */
  filename?: string;
  /** The audio codec to answer with. */
  audiocodec?: string;
  /** The video codec to answer with. */
  videocodec?: string;
  /** The codec's profile: VP9's `0` or `2`, or H.264's such as `42e01f`. */
  videoprofile?: string;
  /** Accept redundant Opus (`audio/red`). */
  opusred?: boolean;
  /** Whether what data channels carry is text (Janus's default: true). */
  textdata?: boolean;
  /** Negotiate the running recording anew. */
  update?: boolean;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Asks for a recording; an offer comes back, to be answered with `Start`. */
export interface RecordPlayPlay {
  /** Which one. */
  id: number;
  /** Restart ICE. */
  restart?: boolean;
}

/** Answers the offer to play. */
export interface RecordPlayStart {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Pauses the recording; without one, the answer is empty. */
export interface RecordPlayPause {
}

/** Goes on with a paused recording; without one, the answer is empty. */
export interface RecordPlayResume {
}

/** Ends recording or playing, and the PeerConnection. */
export interface RecordPlayStop {
}

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly RECORDPLAY_ERROR: 'recordplay_error';
  /** Packets are being lost. */
  readonly RECORDPLAY_SLOW_LINK: 'recordplay_slowlink';
  /** Recording or playing is over. */
  readonly RECORDPLAY_DONE: 'recordplay_done';
  /** The response to `Record`, `Play`, `Start`, `Pause`, `Resume` or `Stop`, where it comes after its request has ended. */
  readonly RECORDPLAY_STATUS: 'recordplay_status';
  /** The response to `Pause` or `Resume`, where it comes after its request has ended. */
  readonly RECORDPLAY_NOTHING: 'recordplay_nothing';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 411;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 412;
  /** No such request. */
  readonly INVALID_REQUEST: 413;
  /** A field is wrong, or an SDP came where none may. */
  readonly INVALID_ELEMENT: 414;
  /** A field is missing. */
  readonly MISSING_ELEMENT: 415;
  /** No such recording. */
  readonly NOT_FOUND: 416;
  /** The recording's files can't be read. */
  readonly INVALID_RECORDING: 417;
  /** Nothing is being played. */
  readonly INVALID_STATE: 418;
  /** The SDP can't be used. */
  readonly INVALID_SDP: 419;
  /** The id is taken. */
  readonly RECORDING_EXISTS: 420;
  /** A wrong `admin_key` (Janus 1.3.1 and newer). */
  readonly UNAUTHORIZED: 440;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 499;
};

/** What each event carries. */
export interface RecordPlayEvents extends HandleEvents {
  recordplay_error: [JanusError];
  recordplay_slowlink: [RecordPlaySlowLink];
  recordplay_done: [RecordPlayFinished];
  recordplay_status: [RecordPlayStatus];
  recordplay_nothing: [RecordPlayStatus];
}

/** The Record&Play plugin. */
export declare class RecordPlayHandle extends Handle<RecordPlayEvents> {
  /** Lists the recordings. */
  listRecordings(params?: RecordPlayListRecordings, options?: CallOptions): Promise<RecordPlayRecordings>;
  /** Has Janus look at its folder anew. */
  updateRecordings(params?: RecordPlayUpdateRecordings, options?: CallOptions): Promise<RecordPlayDone>;
  /** Sets what those who record are asked for. */
  configure(params?: RecordPlayConfigure, options?: CallOptions): Promise<RecordPlayConfigured>;
  /** Begins a recording with an offer; the answer comes back. */
  record(params: RecordPlayRecord, options?: CallOptions): Promise<RecordPlayStatus>;
  /** Asks for a recording; an offer comes back, to be answered with `Start`. */
  play(params: RecordPlayPlay, options?: CallOptions): Promise<RecordPlayStatus>;
  /** Answers the offer to play. */
  start(params?: RecordPlayStart, options?: CallOptions): Promise<RecordPlayStatus>;
  /** Pauses the recording; without one, the answer is empty. */
  pause(params?: RecordPlayPause, options?: CallOptions): Promise<RecordPlayStatus>;
  /** Goes on with a paused recording; without one, the answer is empty. */
  resume(params?: RecordPlayResume, options?: CallOptions): Promise<RecordPlayStatus>;
  /** Ends recording or playing, and the PeerConnection. */
  stop(params?: RecordPlayStop, options?: CallOptions): Promise<RecordPlayStatus>;
}

declare const plugin: {
  readonly id: 'janus.plugin.recordplay';
  readonly Handle: typeof RecordPlayHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
