// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, MediaKind, Codec } from '../index.js';

/** How far Janus is with what a viewer asked for. */
export type StreamingViewerState = 'preparing' | 'updating' | 'starting' | 'started' | 'pausing' | 'stopping' | 'stopped' | 'idle' | 'kicked_all' | (string & {});

/** The type of a mountpoint. */
export type StreamingMountpointKind = 'live' | 'on demand' | (string & {});

/** The type of data that a mountpoint relays. */
export type StreamingDataType = 'text' | 'binary' | (string & {});

/** Creates a mountpoint that receives RTP (`"request": "create"`, `"type": "rtp"`). */
export interface StreamingCreateRtpMountpoint {
  /** The id of the new mountpoint; Janus chooses a random one by default. */
  id?: number | string | undefined;
  /** The name of the mountpoint. */
  name?: string | undefined;
  /** The description of the mountpoint. */
  description?: string | undefined;
  /** The metadata of the mountpoint: a text, which `info` and `list` return. */
  metadata?: string | undefined;
  /** Whether to hide the mountpoint from `list` (Janus's default: false). */
  is_private?: boolean | undefined;
  /** The secret that later requests must send to change or destroy the mountpoint. */
  secret?: string | undefined;
  /** The PIN that viewers must send to watch. */
  pin?: string | undefined;
  /** Whether to save the mountpoint in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
  /** The `admin_key` of the plugin's configuration; required if one is configured. */
  admin_key?: string | undefined;
  /** The streams of the mountpoint. */
  media?: Array<StreamingMedia> | undefined;
  /** The time without packets after which a new SSRC is accepted, in milliseconds. */
  collision?: number | undefined;
  /** The number of helper threads. */
  threads?: number | undefined;
  /** The SRTP suite of the received media: 32 or 80. */
  srtpsuite?: number | undefined;
  /** The SRTP key, in base64. */
  srtpcrypto?: string | undefined;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean | undefined;
  /** Whether to negotiate the RTP extension for playout delay (Janus's default: true). */
  playoutdelay_ext?: boolean | undefined;
  /** The id of the RTP extension for absolute capture time in the source's packets (Janus 1.2.2 and newer). */
  abscapturetime_src_ext_id?: number | undefined;
  /** The time for which a key frame is buffered, in milliseconds (Janus 1.3.3 and newer). */
  bufferkf_ms?: number | undefined;
  /** The maximum size of the buffered key frames, in bytes (Janus 1.3.3 and newer). */
  bufferkf_bytes?: number | undefined;
  /** The H.264 parameter sets, `sprop-parameter-sets` in the SDP (Janus 1.1.3 and newer; deprecated by `media`). */
  h264sps?: string | undefined;
  /** Whether the mountpoint has audio (deprecated by `media`). */
  audio?: boolean | undefined;
  /** The port that receives audio (deprecated by `media`). */
  audioport?: number | undefined;
  /** The port for RTCP of audio (deprecated by `media`). */
  audiortcpport?: number | undefined;
  /** The multicast group that audio is received on (deprecated by `media`). */
  audiomcast?: string | undefined;
  /** The network interface that audio is received on (deprecated by `media`). */
  audioiface?: string | undefined;
  /** The RTP payload type of audio; required with `audio` (deprecated by `media`). */
  audiopt?: number | undefined;
  /** The audio codec (deprecated by `media`). */
  audiocodec?: Codec | undefined;
  /** The `rtpmap` attribute of audio, for older servers (deprecated by `audiocodec`). */
  audiortpmap?: string | undefined;
  /** The format parameters of audio, as in an SDP's `fmtp` attribute (deprecated by `media`). */
  audiofmtp?: string | undefined;
  /** Whether to compensate the clock skew of audio (deprecated by `media`). */
  audioskew?: boolean | undefined;
  /** Whether the mountpoint has video (deprecated by `media`). */
  video?: boolean | undefined;
  /** The port that receives video (deprecated by `media`). */
  videoport?: number | undefined;
  /** The port for RTCP of video (deprecated by `media`). */
  videortcpport?: number | undefined;
  /** The multicast group that video is received on (deprecated by `media`). */
  videomcast?: string | undefined;
  /** The network interface that video is received on (deprecated by `media`). */
  videoiface?: string | undefined;
  /** The RTP payload type of video (deprecated by `media`). */
  videopt?: number | undefined;
  /** The video codec (deprecated by `media`). */
  videocodec?: Codec | undefined;
  /** The `rtpmap` attribute of video, for older servers (deprecated by `videocodec`). */
  videortpmap?: string | undefined;
  /** The format parameters of video, as in an SDP's `fmtp` attribute (deprecated by `media`). */
  videofmtp?: string | undefined;
  /** Whether to buffer the last key frame for new viewers (deprecated by `media`). */
  videobufferkf?: boolean | undefined;
  /** Whether to compensate the clock skew of video (deprecated by `media`). */
  videoskew?: boolean | undefined;
  /** Whether the video is simulcast (deprecated by `media`). */
  videosimulcast?: boolean | undefined;
  /** The port that receives the second simulcast substream (deprecated by `media`). */
  videoport2?: number | undefined;
  /** The port that receives the third simulcast substream (deprecated by `media`). */
  videoport3?: number | undefined;
  /** Whether the video uses SVC (deprecated by `media`). */
  videosvc?: boolean | undefined;
  /** Whether the mountpoint has data (deprecated by `media`). */
  data?: boolean | undefined;
  /** The port that receives data (deprecated by `media`). */
  dataport?: number | undefined;
  /** The multicast group that data are received on (deprecated by `media`). */
  datamcast?: string | undefined;
  /** The network interface that data are received on (deprecated by `media`). */
  dataiface?: string | undefined;
  /** Whether to buffer the last message for new viewers (deprecated by `media`). */
  databuffermsg?: boolean | undefined;
  /** The type of data: `text` or `binary`. Janus reads it for the streams in `media`, too. */
  datatype?: StreamingDataType | undefined;
}

/**
 * Creates a mountpoint that plays an audio file to all viewers at the same time (`"request": "create"`, `"type":
 * "live"`).
 */
export interface StreamingCreateLiveMountpoint {
  /** The id of the new mountpoint; Janus chooses a random one by default. */
  id?: number | string | undefined;
  /** The name of the mountpoint. */
  name?: string | undefined;
  /** The description of the mountpoint. */
  description?: string | undefined;
  /** The metadata of the mountpoint: a text, which `info` and `list` return. */
  metadata?: string | undefined;
  /** Whether to hide the mountpoint from `list` (Janus's default: false). */
  is_private?: boolean | undefined;
  /** The secret that later requests must send to change or destroy the mountpoint. */
  secret?: string | undefined;
  /** The PIN that viewers must send to watch. */
  pin?: string | undefined;
  /** Whether to save the mountpoint in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
  /** The `admin_key` of the plugin's configuration; required if one is configured. */
  admin_key?: string | undefined;
  /** The path of the file on the server: `.alaw`, `.mulaw` or, if Janus is built with libogg, `.opus`. */
  filename: string;
  /**
   * A field that is always sent as `true`: Janus plays files only as audio and requires it. There is no need to
   * set it.
   */
  audio?: boolean | undefined;
  /** The audio codec. */
  audiocodec?: Codec | undefined;
  /** The format parameters of audio, as in an SDP's `fmtp` attribute. */
  audiofmtp?: string | undefined;
  /** The RTP payload type of audio. */
  audiopt?: number | undefined;
}

/**
 * Creates a mountpoint that plays an audio file to each viewer from its beginning (`"request": "create"`, `"type":
 * "ondemand"`).
 */
export interface StreamingCreateOndemandMountpoint {
  /** The id of the new mountpoint; Janus chooses a random one by default. */
  id?: number | string | undefined;
  /** The name of the mountpoint. */
  name?: string | undefined;
  /** The description of the mountpoint. */
  description?: string | undefined;
  /** The metadata of the mountpoint: a text, which `info` and `list` return. */
  metadata?: string | undefined;
  /** Whether to hide the mountpoint from `list` (Janus's default: false). */
  is_private?: boolean | undefined;
  /** The secret that later requests must send to change or destroy the mountpoint. */
  secret?: string | undefined;
  /** The PIN that viewers must send to watch. */
  pin?: string | undefined;
  /** Whether to save the mountpoint in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
  /** The `admin_key` of the plugin's configuration; required if one is configured. */
  admin_key?: string | undefined;
  /** The path of the file on the server: `.alaw`, `.mulaw` or, if Janus is built with libogg, `.opus`. */
  filename: string;
  /**
   * A field that is always sent as `true`: Janus plays files only as audio and requires it. There is no need to
   * set it.
   */
  audio?: boolean | undefined;
  /** The audio codec. */
  audiocodec?: Codec | undefined;
  /** The format parameters of audio, as in an SDP's `fmtp` attribute. */
  audiofmtp?: string | undefined;
  /** The RTP payload type of audio. */
  audiopt?: number | undefined;
}

/** Creates a mountpoint that receives its media from an RTSP server (`"request": "create"`, `"type": "rtsp"`). */
export interface StreamingCreateRtspMountpoint {
  /** The id of the new mountpoint; Janus chooses a random one by default. */
  id?: number | string | undefined;
  /** The name of the mountpoint. */
  name?: string | undefined;
  /** The description of the mountpoint. */
  description?: string | undefined;
  /** The metadata of the mountpoint: a text, which `info` and `list` return. */
  metadata?: string | undefined;
  /** Whether to hide the mountpoint from `list` (Janus's default: false). */
  is_private?: boolean | undefined;
  /** The secret that later requests must send to change or destroy the mountpoint. */
  secret?: string | undefined;
  /** The PIN that viewers must send to watch. */
  pin?: string | undefined;
  /** Whether to save the mountpoint in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
  /** The `admin_key` of the plugin's configuration; required if one is configured. */
  admin_key?: string | undefined;
  /** The `rtsp://` URL of the stream. */
  url: string;
  /** The user name at the RTSP server. */
  rtsp_user?: string | undefined;
  /** The password at the RTSP server. */
  rtsp_pwd?: string | undefined;
  /** Whether to send the RTSP requests in the form that some older servers need (Janus 1.3.3 and newer). */
  rtsp_quirk?: boolean | undefined;
  /** Whether the request fails if the RTSP server is unreachable (Janus's default: true). */
  rtsp_failcheck?: boolean | undefined;
  /** The network interface that the media are received on. */
  rtspiface?: string | undefined;
  /** The delay before Janus reconnects to the RTSP server, in seconds (Janus's default: 5). */
  rtsp_reconnect_delay?: number | undefined;
  /** The timeout of the RTSP session, in seconds; 0, Janus's default, means the server's. */
  rtsp_session_timeout?: number | undefined;
  /** The timeout of RTSP requests, in seconds (Janus's default: 10). */
  rtsp_timeout?: number | undefined;
  /** The timeout of the connection to the RTSP server, in seconds (Janus's default: 5). */
  rtsp_conn_timeout?: number | undefined;
  /** Whether viewers receive `streaming_rtsp_disconnected` and `streaming_rtsp_reconnected` (Janus 1.3.3 and newer). */
  rtsp_notify_changes?: boolean | undefined;
  /** Whether to receive audio; audio or video is required. */
  audio?: boolean | undefined;
  /** The RTP payload type of audio. */
  audiopt?: number | undefined;
  /** The audio codec. */
  audiocodec?: Codec | undefined;
  /** The format parameters of audio, as in an SDP's `fmtp` attribute. */
  audiofmtp?: string | undefined;
  /** Whether to receive video; audio or video is required. */
  video?: boolean | undefined;
  /** The RTP payload type of video. */
  videopt?: number | undefined;
  /** The video codec. */
  videocodec?: Codec | undefined;
  /** The format parameters of video, as in an SDP's `fmtp` attribute. */
  videofmtp?: string | undefined;
  /** Whether to buffer the last key frame for new viewers. */
  videobufferkf?: boolean | undefined;
  /** The time for which a key frame is buffered, in milliseconds (Janus 1.3.3 and newer). */
  bufferkf_ms?: number | undefined;
  /** The maximum size of the buffered key frames, in bytes (Janus 1.3.3 and newer). */
  bufferkf_bytes?: number | undefined;
  /** The number of helper threads. */
  threads?: number | undefined;
}

/** Destroys a mountpoint (`"request": "destroy"`). Its viewers receive the status `stopped`. */
export interface StreamingDestroyMountpoint {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The secret of the mountpoint; required if it has one. */
  secret?: string | undefined;
  /** Whether to remove the mountpoint from Janus's configuration file, too (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Changes the settings of a mountpoint (`"request": "edit"`). Fields that are not set stay as they are. */
export interface StreamingEdit {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The secret of the mountpoint; required if it has one. */
  secret?: string | undefined;
  /** The new description of the mountpoint. */
  new_description?: string | undefined;
  /** The new metadata of the mountpoint. */
  new_metadata?: string | undefined;
  /** The new secret of the mountpoint. */
  new_secret?: string | undefined;
  /** The new PIN that viewers must send to watch; an empty text removes the PIN. */
  new_pin?: string | undefined;
  /** Whether to hide the mountpoint from `list` from now on. */
  new_is_private?: boolean | undefined;
  /** Whether viewers receive `streaming_edited` if the metadata changed. */
  edited_event?: boolean | undefined;
  /** Whether to save the change in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Lists the mountpoints (`"request": "list"`). */
export interface StreamingList {
  /** The `admin_key` of the plugin's configuration. With it, the list contains private mountpoints, too. */
  admin_key?: string | undefined;
}

/**
 * Requests the details of a mountpoint (`"request": "info"`). The response lacks some fields without the
 * mountpoint's secret.
 */
export interface StreamingInfo {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The secret of the mountpoint. Without it, or with a wrong one, the response lacks some fields. */
  secret?: string | undefined;
}

/** Enables a mountpoint: Janus relays its media (`"request": "enable"`). */
export interface StreamingEnable {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The secret of the mountpoint; required if it has one. */
  secret?: string | undefined;
}

/**
 * Disables a mountpoint: Janus relays no media (`"request": "disable"`). Its recording continues, unless
 * `stop_recording` is true.
 *
 * Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint has a stream
 * that is not being recorded (all versions up to 1.4.2). For that reason `false` is sent if the field is not set.
 */
export interface StreamingDisable {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The secret of the mountpoint; required if it has one. */
  secret?: string | undefined;
  /**
   * Whether to stop the recording, too (default: `false`, which is sent; Janus's own default is true). `true` is
   * safe for an RTP mountpoint only while all its streams are recorded.
   */
  stop_recording?: boolean | undefined;
}

/** Kicks all viewers of a mountpoint (`"request": "kick_all"`). */
export interface StreamingKickAll {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The secret of the mountpoint; required if it has one. */
  secret?: string | undefined;
}

/** Starts recording a mountpoint (`"request": "recording"`, `"action": "start"`). */
export interface StreamingStartRecording {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The secret of the mountpoint; required if it has one. */
  secret?: string | undefined;
  /** The streams to record, with their files. */
  media?: Array<StreamingRecordedMedia> | undefined;
  /** The path of the audio recording on the server (deprecated by `media`). */
  audio?: string | undefined;
  /** The path of the video recording on the server (deprecated by `media`). */
  video?: string | undefined;
  /** The path of the data recording on the server (deprecated by `media`). */
  data?: string | undefined;
}

/**
 * Stops recording a mountpoint (`"request": "recording"`, `"action": "stop"`). In JavaScript it stops all recordings
 * if no field names one.
 */
export interface StreamingStopRecording {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The secret of the mountpoint; required if it has one. */
  secret?: string | undefined;
  /** The streams whose recordings are stopped. */
  media?: Array<StreamingRecordedMedia> | undefined;
  /** Whether to stop the audio recording (deprecated by `media`). */
  audio?: boolean | undefined;
  /** Whether to stop the video recording (deprecated by `media`). */
  video?: boolean | undefined;
  /** Whether to stop the data recording (deprecated by `media`). */
  data?: boolean | undefined;
}

/** A stream that is recorded. */
export interface StreamingRecordedMedia {
  /** The mid of the stream. */
  mid: string;
  /** The path of the recording on the server; only to start a recording. */
  filename?: string | undefined;
}

/** A stream of a mountpoint. */
export interface StreamingMedia {
  /** The media type: `audio`, `video` or `data`. */
  type: MediaKind;
  /** The mid of the stream. */
  mid: string;
  /** The port that receives the stream; 0 means that Janus chooses a free one. */
  port: number;
  /** The label of the stream. */
  label?: string | undefined;
  /** The `msid` attribute of the stream in the SDP. */
  msid?: string | undefined;
  /** The multicast group that the stream is received on. */
  mcast?: string | undefined;
  /** The network interface that the stream is received on. */
  iface?: string | undefined;
  /** The port for RTCP. */
  rtcpport?: number | undefined;
  /** The RTP payload type. */
  pt?: number | undefined;
  /** The codec of the stream, such as `opus` or `vp8`. */
  codec?: Codec | undefined;
  /** The `rtpmap` attribute (deprecated by `codec`). */
  rtpmap?: string | undefined;
  /** The format parameters, as in an SDP's `fmtp` attribute. */
  fmtp?: string | undefined;
  /** Whether to compensate the clock skew. */
  skew?: boolean | undefined;
  /** Whether to buffer the last key frame for new viewers. */
  bufferkf?: boolean | undefined;
  /** Whether the video is simulcast. */
  simulcast?: boolean | undefined;
  /** The port that receives the second simulcast substream. */
  port2?: number | undefined;
  /** The port that receives the third simulcast substream. */
  port3?: number | undefined;
  /** Whether the video uses SVC. */
  svc?: boolean | undefined;
  /** The H.264 parameter sets, `sprop-parameter-sets` in the SDP (Janus 1.1.3 and newer). */
  h264sps?: string | undefined;
  /** Whether to buffer the last message for new viewers. */
  buffermsg?: boolean | undefined;
  /** The type of data: `text` or `binary`. Janus ignores it here and uses the `datatype` of the request. */
  datatype?: StreamingDataType | undefined;
}

/** The state of the viewer. */
export interface StreamingStatus extends Received {
  /**
   * The state: `preparing`, `updating`, `starting`, `started`, `pausing`, `stopping`, `stopped`, `idle` or
   * `kicked_all`.
   */
  status: StreamingViewerState;
  /**
   * The SDP offer of Janus with `preparing` and `updating`, which `start` answers; the SDP answer to an offer of
   * `watch`.
   */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The response to `configure`: the change is applied. */
export interface StreamingConfigured extends Received {
  /** The SDP that comes with the response, if Janus sends one. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The response to `switch`: Janus relays the media of another mountpoint. */
export interface StreamingSwitched extends Received {
  /** The text `ok`. */
  switched: string;
  /** The id of the new mountpoint. */
  id: number | string;
}

/** The simulcast or SVC layers that Janus relays were changed. */
export interface StreamingLayers extends Received {
  /** The mid of the stream. */
  mid?: string;
  /** The simulcast substream that Janus relays now, 0 to 2. */
  substream?: number;
  /** The highest simulcast temporal layer that Janus relays now, 0 to 2. */
  temporal?: number;
  /** The SVC spatial layer that Janus relays now. */
  spatial_layer?: number;
  /** The SVC temporal layer that Janus relays now. */
  temporal_layer?: number;
}

/** The response to the requests that create mountpoints. */
export interface StreamingCreated extends Received {
  /** The name of the mountpoint. Janus's name: `created`. */
  name: string;
  /** Whether the mountpoint was saved in Janus's configuration file. */
  permanent: boolean;
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The type of the mountpoint: `live` or `on demand`. */
  type: StreamingMountpointKind;
  /** The description of the mountpoint. */
  description: string;
  /** Whether `list` hides the mountpoint. */
  is_private: boolean;
  /** The address of Janus that receives the media. */
  host?: string;
  /** The ports of Janus that receive the streams. */
  ports?: Array<StreamingPorts>;
  /** The port that receives audio (in the deprecated form). */
  audio_port?: number;
  /** The port for RTCP of audio (in the deprecated form). */
  audio_rtcp_port?: number;
  /** The port that receives video (in the deprecated form). */
  video_port?: number;
  /** The port for RTCP of video (in the deprecated form). */
  video_rtcp_port?: number;
  /** The port that receives the second simulcast substream (in the deprecated form). */
  video_port_2?: number;
  /** The port that receives the third simulcast substream (in the deprecated form). */
  video_port_3?: number;
  /** The port that receives data (in the deprecated form). */
  data_port?: number;
  /** The address that receives audio (in the deprecated form). */
  audio_host?: string;
  /** The address that receives video (in the deprecated form). */
  video_host?: string;
  /** The address that receives data (in the deprecated form). */
  data_host?: string;
  /** The text `deprecated_api` if the request used the fields that `media` deprecates. */
  warning?: string;
}

/** The ports of Janus that receive a stream. */
export interface StreamingPorts extends Received {
  /** The media type: `audio`, `video` or `data`. */
  type: MediaKind;
  /** The mid of the stream. */
  mid: string;
  /** The `msid` attribute of the stream in the SDP. */
  msid?: string;
  /** The port that receives RTP or data. */
  port?: number;
  /** The port for RTCP. */
  rtcp_port?: number;
  /** The port that receives the second simulcast substream. */
  port_2?: number;
  /** The port that receives the third simulcast substream. */
  port_3?: number;
  /** The address that receives the stream, if it is bound to one (Janus 1.3.2 and newer). */
  host?: string;
}

/** The response to `destroyMountpoint`. */
export interface StreamingDestroyed extends Received {
  /** The id of the destroyed mountpoint. Janus's name: `destroyed`. */
  id: number | string;
}

/** The response to `edit`, and the event that viewers receive. */
export interface StreamingEdited extends Received {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** Whether Janus's configuration file was changed; missing in the event. */
  permanent?: boolean;
  /** The new metadata; only in the event. */
  metadata?: string;
}

/** The response to `list`. */
export interface StreamingMountpoints extends Received {
  /** The mountpoints of the server. */
  list: Array<StreamingMountpoint>;
}

/** A mountpoint in a list. */
export interface StreamingMountpoint extends Received {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The type of the mountpoint: `live` or `on demand`. */
  type: StreamingMountpointKind;
  /** The description of the mountpoint. */
  description: string;
  /** The metadata of the mountpoint: a text. */
  metadata?: string;
  /** Whether the mountpoint is enabled. */
  enabled: boolean;
  /** The streams; only for RTP and RTSP mountpoints. */
  media?: Array<StreamingMediaDetails>;
}

/** The response to `info`. Some fields are missing without the mountpoint's secret. */
export interface StreamingDetails extends Received {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The name; only with the secret. */
  name?: string;
  /** The type of the mountpoint: `live` or `on demand`. */
  type: StreamingMountpointKind;
  /** The description of the mountpoint. */
  description?: string;
  /** The metadata of the mountpoint: a text. */
  metadata?: string;
  /** The secret that changes of the mountpoint require; only with the secret. */
  secret?: string;
  /** The PIN that viewers must send; only with the secret. */
  pin?: string;
  /** Whether `list` hides the mountpoint. */
  is_private?: boolean;
  /** Whether the mountpoint is enabled. */
  enabled: boolean;
  /** The number of viewers; only with the secret. */
  viewers?: number;
  /** The streams of the mountpoint. */
  media: Array<StreamingMediaDetails>;
  /** The path of the file on the server; only with the secret. */
  filename?: string;
  /** Whether the media come from an RTSP server; missing if not. */
  rtsp?: boolean;
  /** The URL of the RTSP stream; only with the secret. */
  url?: string;
  /** The user name at the RTSP server; only with the secret. */
  rtsp_user?: string;
  /** The password at the RTSP server; only with the secret. */
  rtsp_pwd?: string;
  /** Whether RTSP requests are sent in the form that some older servers need; only with the secret. */
  rtsp_quirk?: boolean;
  /** Whether the media are received as SRTP; missing if not. */
  srtp?: boolean;
  /** The time without packets after which a new SSRC is accepted, in milliseconds. */
  collision?: number;
  /** The number of helper threads. */
  threads?: number;
  /** The address of Janus that receives the media. */
  host?: string;
  /** The time for which a key frame is buffered, in milliseconds (Janus 1.3.3 and newer). */
  bufferkf_ms?: number;
  /** The maximum size of the buffered key frames, in bytes (Janus 1.3.3 and newer). */
  bufferkf_bytes?: number;
}

/** A stream of a mountpoint. Ports and the recording state are missing without the mountpoint's secret. */
export interface StreamingMediaDetails extends Received {
  /** The index of the stream's m-line. */
  mindex?: number;
  /** The media type: `audio`, `video` or `data`. */
  type: MediaKind;
  /** The mid of the stream. */
  mid?: string;
  /** The label of the stream. */
  label?: string;
  /** The `msid` attribute of the stream in the SDP. */
  msid?: string;
  /** The RTP payload type. */
  pt?: number;
  /** The codec of the stream, such as `opus` or `vp8`. */
  codec?: Codec;
  /** The `rtpmap` attribute in the SDP. */
  rtpmap?: string;
  /** The format parameters, as in an SDP's `fmtp` attribute. */
  fmtp?: string;
  /** Whether the last key frame is buffered for new viewers; missing if not (up to Janus 1.3.2). */
  videobufferkf?: boolean;
  /** Whether the video is simulcast; missing if not. */
  videosimulcast?: boolean;
  /** Whether the video uses SVC; missing if not. */
  videosvc?: boolean;
  /** Whether the clock skew is compensated; missing if not. */
  skew_compensation?: boolean;
  /** The port that receives RTP or data. */
  port?: number;
  /** The port for RTCP. */
  rtcpport?: number;
  /** The port that receives the second simulcast substream. */
  port2?: number;
  /** The port that receives the third simulcast substream. */
  port3?: number;
  /** The time since the last packet, in milliseconds. */
  age_ms?: number;
  /** Whether the stream is recorded. */
  recording?: boolean;
  /** The type of data: `text` or `binary`; only for data (Janus 1.1.3 and newer). */
  datatype?: StreamingDataType;
}

/** An acknowledgement without data. */
export interface StreamingDone extends Received {
}

/** The RTSP server of a mountpoint was lost or reconnected (Janus 1.3.3 and newer). */
export interface StreamingSource extends Received {
  /** The id of the mountpoint. */
  id: number | string;
}

/**
 * Watches a mountpoint (`"request": "watch"`). The response carries an SDP offer; answer it with `start`.
 *
 * Janus 1.1.4 and newer accept an SDP offer in this request instead, and answer it.
 */
export interface StreamingWatch {
  /** The id of the mountpoint: a number, or a text if the plugin is configured with `string_ids`. */
  id: number | string;
  /** The PIN of the mountpoint; required if it has one. */
  pin?: string | undefined;
  /** The mids of the streams to watch; all streams by default. */
  media?: Array<string> | undefined;
  /** Whether to restart ICE of the current PeerConnection. The response carries a new SDP offer. */
  restart?: boolean | undefined;
  /** Whether to offer audio (deprecated by `media`). Janus's name: `offer_audio`. */
  audio?: boolean | undefined;
  /** Whether to offer video (deprecated by `media`). Janus's name: `offer_video`. */
  video?: boolean | undefined;
  /** Whether to offer data channels (deprecated by `media`). Janus's name: `offer_data`. */
  data?: boolean | undefined;
  /** The simulcast substream to receive, 0 to 2. */
  substream?: number | undefined;
  /** The highest simulcast temporal layer to receive, 0 to 2. */
  temporal?: number | undefined;
  /** The time without media before Janus relays a lower substream, in microseconds. */
  fallback?: number | undefined;
  /** The SVC spatial layer to receive. */
  spatial_layer?: number | undefined;
  /** The SVC temporal layer to receive. */
  temporal_layer?: number | undefined;
  /** The SDP offer of the viewer (Janus 1.1.4 and newer). */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Answers the SDP offer of Janus, or resumes paused streams (`"request": "start"`). */
export interface StreamingStart {
  /** The SDP answer to the offer of Janus. Without it the request resumes paused streams. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Pauses all streams (`"request": "pause"`). */
export interface StreamingPause {
}

/** Stops watching the mountpoint (`"request": "stop"`). Janus closes the PeerConnection. */
export interface StreamingStop {
}

/** Changes the streams that the viewer receives (`"request": "configure"`). */
export interface StreamingConfigure {
  /** The mid of the stream that the other fields change, if `streams` is not used. */
  mid?: string | undefined;
  /** Whether the stream is sent or paused. */
  send?: boolean | undefined;
  /** The changes of single streams. They replace the fields for one stream (Janus 1.2.0 and newer). */
  streams?: Array<StreamingStreamChange> | undefined;
  /** Whether audio is sent or paused (deprecated by `mid` and `send`; Janus 1.4.2 refuses it). */
  audio?: boolean | undefined;
  /** Whether video is sent or paused (deprecated by `mid` and `send`; Janus 1.4.2 refuses it). */
  video?: boolean | undefined;
  /** Whether data is sent or paused (deprecated by `mid` and `send`; Janus 1.4.2 refuses it). */
  data?: boolean | undefined;
  /** The simulcast substream to receive, 0 to 2. */
  substream?: number | undefined;
  /** The highest simulcast temporal layer to receive, 0 to 2. */
  temporal?: number | undefined;
  /** The time without media before Janus relays a lower substream, in microseconds. */
  fallback?: number | undefined;
  /** The SVC spatial layer to receive. */
  spatial_layer?: number | undefined;
  /** The SVC temporal layer to receive. */
  temporal_layer?: number | undefined;
  /** The minimum of the playout-delay extension, in units of 10 ms. */
  min_delay?: number | undefined;
  /** The maximum of the playout-delay extension, in units of 10 ms. */
  max_delay?: number | undefined;
}

/**
 * Switches to the media of another mountpoint, without a new offer (`"request": "switch"`). The mountpoints must use
 * the same codecs.
 */
export interface StreamingSwitch {
  /** The id of the mountpoint to switch to. */
  id: number | string;
}

/** The settings of one stream that the viewer changes. */
export interface StreamingStreamChange {
  /** The mid of the stream. */
  mid: string;
  /** Whether the stream is sent or paused. */
  send?: boolean | undefined;
  /** The simulcast substream to receive, 0 to 2. */
  substream?: number | undefined;
  /** The highest simulcast temporal layer to receive, 0 to 2. */
  temporal?: number | undefined;
  /** The time without media before Janus relays a lower substream, in microseconds. */
  fallback?: number | undefined;
  /** The SVC spatial layer to receive. */
  spatial_layer?: number | undefined;
  /** The SVC temporal layer to receive. */
  temporal_layer?: number | undefined;
  /** The minimum of the playout-delay extension, in units of 10 ms. */
  min_delay?: number | undefined;
  /** The maximum of the playout-delay extension, in units of 10 ms. */
  max_delay?: number | undefined;
}

/** The source of a mountpoint's audio, video or data, as in Janode. */
export interface StreamingMediaSource {
  /** The port that receives RTP or data; 0, the default, means that Janus chooses a free one. */
  port?: number | undefined;
  /** The port for RTCP. */
  rtcpport?: number | undefined;
  /** The multicast group that the media are received on. */
  mcast?: string | undefined;
  /** The network interface that the media are received on. */
  iface?: string | undefined;
  /** The RTP payload type. */
  pt?: number | undefined;
  /** The codec, such as `opus`. */
  codec?: string | undefined;
  /** The `rtpmap` attribute in the SDP, such as `opus/48000/2`. */
  rtpmap?: string | undefined;
  /** The format parameters: the `fmtp` attribute in the SDP. */
  fmtp?: string | undefined;
  /** Whether to buffer the last key frame, or the last message, for new viewers. */
  buffer?: boolean | undefined;
  /** Whether to compensate the clock skew. */
  skew?: boolean | undefined;
  /** The port that receives the second simulcast substream. */
  port2?: number | undefined;
  /** The port that receives the third simulcast substream. */
  port3?: number | undefined;
  /** Whether the video uses SVC. */
  svc?: boolean | undefined;
  /** Another field of Janus, whose name there is `audio`, `video` or `data` followed by this name. */
  [member: string]: unknown;
}

/** The parameters of a mountpoint that receives RTP: `media`, or one object for each media type. */
export interface StreamingCreateRtpMountpointParams extends Omit<StreamingCreateRtpMountpoint, 'audio' | 'video' | 'data'> {
  /** Whether the mountpoint has audio, or the source of the audio. */
  audio?: boolean | StreamingMediaSource | undefined;
  /** Whether the mountpoint has video, or the source of the video. */
  video?: boolean | StreamingMediaSource | undefined;
  /** Whether the mountpoint has data, or the source of the data. */
  data?: boolean | StreamingMediaSource | undefined;
}

/** The state of the viewer. */
export interface StreamingStatusEvent extends StreamingStatus {
  /** The id of the mountpoint that the handle watches. */
  id?: number | string;
  /** Whether ICE is restarting. */
  restart?: boolean;
}
export type StreamingWatchResult = StreamingStatusEvent;
export type StreamingStartResult = StreamingStatusEvent;
export type StreamingPauseResult = StreamingStatusEvent;
export type StreamingStopResult = StreamingStatusEvent;

/** The response to `switch`: Janus relays the media of another mountpoint. */
export interface StreamingSwitchResult extends StreamingSwitched {
  /** The id of the mountpoint that the handle watches now. */
  id: number | string;
}

export interface StreamingHandle {
  /** The id of the mountpoint that the handle watches; `null` before `watch`. */
  readonly mp: number | string | null;
}

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly STREAMING_ERROR: 'streaming_error';
  /** The state of the viewer changed. */
  readonly STREAMING_STATUS: 'streaming_status';
  /** The response to `configure`, if it comes after its request has ended. */
  readonly STREAMING_CONFIGURED: 'streaming_configured';
  /** The response to `switch`, if it comes after its request has ended. */
  readonly STREAMING_SWITCHED: 'streaming_switched';
  /** The simulcast or SVC layers that Janus relays were changed. */
  readonly STREAMING_LAYERS: 'streaming_layers';
  /** The metadata of the mountpoint was changed. */
  readonly STREAMING_EDITED: 'streaming_edited';
  /** Janus lost the RTSP server of the mountpoint (Janus 1.3.3 and newer). */
  readonly STREAMING_RTSP_DISCONNECTED: 'streaming_rtsp_disconnected';
  /** Janus reconnected to the RTSP server of the mountpoint (Janus 1.3.3 and newer). */
  readonly STREAMING_RTSP_RECONNECTED: 'streaming_rtsp_reconnected';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 450;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 451;
  /** The plugin does not know the request, or can't perform it now. */
  readonly INVALID_REQUEST: 452;
  /** A required field is missing. */
  readonly MISSING_ELEMENT: 453;
  /** A field has the wrong type or an invalid value. */
  readonly INVALID_ELEMENT: 454;
  /** The mountpoint does not exist. */
  readonly NO_SUCH_MOUNTPOINT: 455;
  /** The mountpoint can't be created; its id may be in use. */
  readonly CANT_CREATE: 456;
  /** The secret, the PIN or the `admin_key` is missing or wrong. */
  readonly UNAUTHORIZED: 457;
  /** The handle can't switch to the mountpoint. */
  readonly CANT_SWITCH: 458;
  /** The mountpoint can't be recorded. */
  readonly CANT_RECORD: 459;
  /** The handle already watches a mountpoint, or is negotiating. */
  readonly INVALID_STATE: 460;
  /** The SDP offer of `watch` is invalid (Janus 1.1.4 and newer). */
  readonly INVALID_SDP: 461;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 470;
};

/** The arguments of the listeners of each event. */
export interface StreamingEvents extends HandleEvents {
  streaming_error: [JanusError];
  streaming_status: [StreamingStatusEvent];
  streaming_configured: [StreamingConfigured];
  streaming_switched: [StreamingSwitched];
  streaming_layers: [StreamingLayers];
  streaming_edited: [StreamingEdited];
  streaming_rtsp_disconnected: [StreamingSource];
  streaming_rtsp_reconnected: [StreamingSource];
}

/** The Streaming plugin. */
export declare class StreamingHandle extends Handle<StreamingEvents> {
  /**
   * Creates a mountpoint that receives RTP (`"request": "create"`, `"type": "rtp"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.CreateRtpMountpoint.html)
   */
  createRtpMountpoint(params?: StreamingCreateRtpMountpointParams, options?: CallOptions): Promise<StreamingCreated>;
  /**
   * Creates a mountpoint that plays an audio file to all viewers at the same time (`"request": "create"`, `"type":
   * "live"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.CreateLiveMountpoint.html)
   */
  createLiveMountpoint(params: StreamingCreateLiveMountpoint, options?: CallOptions): Promise<StreamingCreated>;
  /**
   * Creates a mountpoint that plays an audio file to each viewer from its beginning (`"request": "create"`, `"type":
   * "ondemand"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.CreateOndemandMountpoint.html)
   */
  createOndemandMountpoint(params: StreamingCreateOndemandMountpoint, options?: CallOptions): Promise<StreamingCreated>;
  /**
   * Creates a mountpoint that receives its media from an RTSP server (`"request": "create"`, `"type": "rtsp"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.CreateRtspMountpoint.html)
   */
  createRtspMountpoint(params: StreamingCreateRtspMountpoint, options?: CallOptions): Promise<StreamingCreated>;
  /**
   * Destroys a mountpoint (`"request": "destroy"`). Its viewers receive the status `stopped`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.DestroyMountpoint.html)
   */
  destroyMountpoint(params: StreamingDestroyMountpoint, options?: CallOptions): Promise<StreamingDestroyed>;
  /**
   * Changes the settings of a mountpoint (`"request": "edit"`). Fields that are not set stay as they are.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Edit.html)
   */
  edit(params: StreamingEdit, options?: CallOptions): Promise<StreamingEdited>;
  /**
   * Lists the mountpoints (`"request": "list"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.List.html)
   */
  list(params?: StreamingList, options?: CallOptions): Promise<StreamingMountpoints>;
  /**
   * Requests the details of a mountpoint (`"request": "info"`). The response lacks some fields without the
   * mountpoint's secret.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Info.html)
   */
  info(params: StreamingInfo, options?: CallOptions): Promise<StreamingDetails>;
  /**
   * Enables a mountpoint: Janus relays its media (`"request": "enable"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Enable.html)
   */
  enable(params: StreamingEnable, options?: CallOptions): Promise<StreamingDone>;
  /**
   * Disables a mountpoint: Janus relays no media (`"request": "disable"`). Its recording continues, unless
   * `stop_recording` is true.
   *
   * Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint has a stream
   * that is not being recorded (all versions up to 1.4.2). For that reason `false` is sent if the field is not set.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Disable.html)
   */
  disable(params: StreamingDisable, options?: CallOptions): Promise<StreamingDone>;
  /**
   * Kicks all viewers of a mountpoint (`"request": "kick_all"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.KickAll.html)
   */
  kickAll(params: StreamingKickAll, options?: CallOptions): Promise<StreamingDone>;
  /**
   * Starts recording a mountpoint (`"request": "recording"`, `"action": "start"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.StartRecording.html)
   */
  startRecording(params: StreamingStartRecording, options?: CallOptions): Promise<StreamingDone>;
  /**
   * Stops recording a mountpoint (`"request": "recording"`, `"action": "stop"`). In JavaScript it stops all recordings
   * if no field names one.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.StopRecording.html)
   */
  stopRecording(params: StreamingStopRecording, options?: CallOptions): Promise<StreamingDone>;
  /**
   * Watches a mountpoint (`"request": "watch"`). The response carries an SDP offer; answer it with `start`.
   *
   * Janus 1.1.4 and newer accept an SDP offer in this request instead, and answer it.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Watch.html)
   */
  watch(params: StreamingWatch, options?: CallOptions): Promise<StreamingWatchResult>;
  /**
   * Answers the SDP offer of Janus, or resumes paused streams (`"request": "start"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Start.html)
   */
  start(params?: StreamingStart, options?: CallOptions): Promise<StreamingStartResult>;
  /**
   * Pauses all streams (`"request": "pause"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Pause.html)
   */
  pause(params?: StreamingPause, options?: CallOptions): Promise<StreamingPauseResult>;
  /**
   * Stops watching the mountpoint (`"request": "stop"`). Janus closes the PeerConnection.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Stop.html)
   */
  stop(params?: StreamingStop, options?: CallOptions): Promise<StreamingStopResult>;
  /**
   * Changes the streams that the viewer receives (`"request": "configure"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Configure.html)
   */
  configure(params?: StreamingConfigure, options?: CallOptions): Promise<StreamingConfigured>;
  /**
   * Switches to the media of another mountpoint, without a new offer (`"request": "switch"`). The mountpoints must use
   * the same codecs.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/streaming/struct.Switch.html)
   */
  switch(params: StreamingSwitch, options?: CallOptions): Promise<StreamingSwitchResult>;
}

declare const plugin: {
  readonly id: 'janus.plugin.streaming';
  readonly Handle: typeof StreamingHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
