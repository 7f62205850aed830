// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, MediaKind, Codec } from '../index.js';

/** The state of a recording or a playback. */
export type RecordPlayState = 'recording' | 'preparing' | 'restarting' | 'playing' | 'paused' | 'resumed' | 'stopped' | (string & {});

/** The response to `listRecordings`. */
export interface RecordPlayRecordings extends Received {
  /** The recordings on the server. */
  list: Array<RecordPlayRecording>;
}

/** A recording in a list. */
export interface RecordPlayRecording extends Received {
  /** The id of the recording: a number. */
  id: number;
  /** The name of the recording. */
  name: string;
  /** The date and time of the recording: `YYYY-MM-DD HH:MM:SS`. */
  date: string;
  /** Whether the recording has audio. */
  audio: boolean;
  /** The name of the audio codec, such as `opus`. */
  audio_codec?: Codec;
  /** Whether the audio is redundant (`audio/red`); missing if not. */
  audio_red?: boolean;
  /** Whether the recording has video. */
  video: boolean;
  /** The name of the video codec, such as `vp8`. */
  video_codec?: Codec;
  /** Whether the recording has data. */
  data: boolean;
  /** Whether the recording is only listed for requests with the plugin's `admin_key` (Janus 1.3.1 and newer). */
  is_private?: boolean;
}

/** The response to `configure`. */
export interface RecordPlayConfigured extends Received {
  /** The text `ok`. */
  status: string;
  /** The settings of the plugin after the change. */
  settings: RecordPlaySettings;
}

/** The settings for clients that record. */
export interface RecordPlaySettings extends Received {
  /** The maximum bitrate of clients that record, in bit/s. Janus's name: `video-bitrate-max`. */
  maxBitrate: number;
  /** The interval between key frames, in milliseconds. Janus's name: `video-keyframe-interval`. */
  keyframeInterval: number;
}

/** An acknowledgement without data. */
export interface RecordPlayDone extends Received {
}

/** The state of a recording or a playback. */
export interface RecordPlayStatus extends Received {
  /**
   * The state: `recording`, `preparing`, `restarting`, `playing`, `paused`, `resumed` or `stopped`; missing in the
   * response to `pause` and `resume` if nothing is recorded or played.
   */
  status?: RecordPlayState;
  /** The id of the recording: a number. */
  id?: number;
  /** Whether the recording is only listed for requests with the plugin's `admin_key` (Janus 1.3.1 and newer). */
  is_private?: boolean;
  /** A warning about the recording: a text. */
  warning?: string;
  /** The SDP answer to `record`, or the SDP offer of `play`, which `start` answers. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The recording or the playback ended: the playback reached its end, or the PeerConnection was closed. */
export interface RecordPlayFinished extends Received {
  /** The id of the recording: a number (Janus 1.3.1 and newer). */
  id?: number;
  /** Whether the recording is only listed for requests with the plugin's `admin_key` (Janus 1.3.1 and newer). */
  is_private?: boolean;
}

/** Janus reports packet loss (Janus: `slow_link`). */
export interface RecordPlaySlowLink extends Received {
  /** The media type: `audio` or `video`. */
  media: MediaKind;
  /** The bitrate limit in force, in bit/s. Janus's name: `current-bitrate`. */
  bitrate?: number;
  /** The direction of the loss: 0 on the way to Janus, 1 on the way to the user. */
  uplink: number;
}

/** Lists the recordings (`"request": "list"`). */
export interface RecordPlayListRecordings {
  /**
   * The `admin_key` of the plugin's configuration. With it, the list contains private recordings, too (Janus 1.3.1
   * and newer).
   */
  admin_key?: string | undefined;
}

/** Makes Janus read its recordings folder again (`"request": "update"`). */
export interface RecordPlayUpdateRecordings {
  /** The `admin_key` of the plugin's configuration; required if one is configured (Janus 1.3.1 and newer). */
  admin_key?: string | undefined;
}

/** Changes the settings for clients that record (`"request": "configure"`). */
export interface RecordPlayConfigure {
  /**
   * The maximum bitrate of clients that record, in bit/s (Janus's default: 1,048,576). Janus's name:
   * `video-bitrate-max`.
   */
  maxBitrate?: number | undefined;
  /**
   * The interval between key frames, in milliseconds (Janus's default: 15,000). Janus's name:
   * `video-keyframe-interval`.
   */
  keyframeInterval?: number | undefined;
}

/** Starts a recording with an SDP offer; the response carries the SDP answer (`"request": "record"`). */
export interface RecordPlayRecord {
  /** The name of the recording; not empty. */
  name: string;
  /** The id of the new recording; Janus chooses a random one by default. */
  id?: number | undefined;
  /** Whether to list the recording only for requests with the `admin_key` (Janus 1.3.1 and newer). */
  is_private?: boolean | undefined;
  /** The path of the files on the server, without extensions such as `-audio.mjr`. */
  filename?: string | undefined;
  /** The audio codec of the SDP answer. */
  audiocodec?: Codec | undefined;
  /** The video codec of the SDP answer. */
  videocodec?: Codec | undefined;
  /** The profile of the video codec: for VP9 `0` or `2`, for H.264 such as `42e01f`. */
  videoprofile?: string | undefined;
  /** Whether to accept redundant Opus, `audio/red`. */
  opusred?: boolean | undefined;
  /** Whether data channels carry text (Janus's default: true). */
  textdata?: boolean | undefined;
  /** Whether the SDP offer renegotiates the current recording. */
  update?: boolean | undefined;
  /** The SDP offer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Plays a recording (`"request": "play"`). The response carries an SDP offer; answer it with `start`. */
export interface RecordPlayPlay {
  /** The id of the recording: a number. */
  id: number;
  /** Whether to restart ICE of the current playback. The response carries a new SDP offer. */
  restart?: boolean | undefined;
}

/** Answers the SDP offer of `play` (`"request": "start"`). */
export interface RecordPlayStart {
  /** The SDP answer. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Pauses the recording (`"request": "pause"`). Without a recording, the response is empty. */
export interface RecordPlayPause {
}

/** Resumes a paused recording (`"request": "resume"`). Without a recording, the response is empty. */
export interface RecordPlayResume {
}

/** Stops the recording or the playback and closes the PeerConnection (`"request": "stop"`). */
export interface RecordPlayStop {
}

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly RECORDPLAY_ERROR: 'recordplay_error';
  /** Janus reports packet loss. */
  readonly RECORDPLAY_SLOW_LINK: 'recordplay_slowlink';
  /** The recording or the playback ended. */
  readonly RECORDPLAY_DONE: 'recordplay_done';
  /**
   * The response to `record`, `play`, `start`, `pause`, `resume` or `stop`, if it comes after its request has
   * ended.
   */
  readonly RECORDPLAY_STATUS: 'recordplay_status';
  /** The response to `pause` or `resume` without a recording, if it comes after its request has ended. */
  readonly RECORDPLAY_NOTHING: 'recordplay_nothing';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 411;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 412;
  /** The plugin does not know the request. */
  readonly INVALID_REQUEST: 413;
  /** A field has the wrong type or an invalid value, or the request must not carry an SDP. */
  readonly INVALID_ELEMENT: 414;
  /** A required field is missing. */
  readonly MISSING_ELEMENT: 415;
  /** The recording does not exist. */
  readonly NOT_FOUND: 416;
  /** The files of the recording can't be read. */
  readonly INVALID_RECORDING: 417;
  /** The handle plays no recording. */
  readonly INVALID_STATE: 418;
  /** The SDP is missing or invalid. */
  readonly INVALID_SDP: 419;
  /** The id is already in use. */
  readonly RECORDING_EXISTS: 420;
  /** The `admin_key` is missing or wrong (Janus 1.3.1 and newer). */
  readonly UNAUTHORIZED: 440;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 499;
};

/** The arguments of the listeners of each event. */
export interface RecordPlayEvents extends HandleEvents {
  recordplay_error: [JanusError];
  recordplay_slowlink: [RecordPlaySlowLink];
  recordplay_done: [RecordPlayFinished];
  recordplay_status: [RecordPlayStatus];
  recordplay_nothing: [RecordPlayStatus];
}

/** The Record&Play plugin. */
export declare class RecordPlayHandle extends Handle<RecordPlayEvents> {
  /**
   * Lists the recordings (`"request": "list"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.ListRecordings.html)
   */
  listRecordings(params?: RecordPlayListRecordings, options?: CallOptions): Promise<RecordPlayRecordings>;
  /**
   * Makes Janus read its recordings folder again (`"request": "update"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.UpdateRecordings.html)
   */
  updateRecordings(params?: RecordPlayUpdateRecordings, options?: CallOptions): Promise<RecordPlayDone>;
  /**
   * Changes the settings for clients that record (`"request": "configure"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.Configure.html)
   */
  configure(params?: RecordPlayConfigure, options?: CallOptions): Promise<RecordPlayConfigured>;
  /**
   * Starts a recording with an SDP offer; the response carries the SDP answer (`"request": "record"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.Record.html)
   */
  record(params: RecordPlayRecord, options?: CallOptions): Promise<RecordPlayStatus>;
  /**
   * Plays a recording (`"request": "play"`). The response carries an SDP offer; answer it with `start`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.Play.html)
   */
  play(params: RecordPlayPlay, options?: CallOptions): Promise<RecordPlayStatus>;
  /**
   * Answers the SDP offer of `play` (`"request": "start"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.Start.html)
   */
  start(params?: RecordPlayStart, options?: CallOptions): Promise<RecordPlayStatus>;
  /**
   * Pauses the recording (`"request": "pause"`). Without a recording, the response is empty.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.Pause.html)
   */
  pause(params?: RecordPlayPause, options?: CallOptions): Promise<RecordPlayStatus>;
  /**
   * Resumes a paused recording (`"request": "resume"`). Without a recording, the response is empty.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.Resume.html)
   */
  resume(params?: RecordPlayResume, options?: CallOptions): Promise<RecordPlayStatus>;
  /**
   * Stops the recording or the playback and closes the PeerConnection (`"request": "stop"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/recordplay/struct.Stop.html)
   */
  stop(params?: RecordPlayStop, options?: CallOptions): Promise<RecordPlayStatus>;
}

declare const plugin: {
  readonly id: 'janus.plugin.recordplay';
  readonly Handle: typeof RecordPlayHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
