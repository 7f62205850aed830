// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** Makes a mountpoint that gets RTP. */
export interface StreamingCreateRtpMountpoint {
  /** The id to have; a random one without it. */
  id?: number | string;
  /** A short name. */
  name?: string;
  /** What to call it. */
  description?: string;
  /** More about it, for those who ask. */
  metadata?: string;
  /** Leave it out of `List`. */
  is_private?: boolean;
  /** What later changes need. */
  secret?: string;
  /** What watching needs. */
  pin?: string;
  /** Keep it in Janus's configuration. */
  permanent?: boolean;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
  /** Its streams. */
  media?: Array<StreamingMedia>;
  /** Milliseconds in which packets of another SSRC are ignored. */
  collision?: number;
  /** Helper threads. */
  threads?: number;
  /** The SRTP suite that comes, 32 or 80. */
  srtpsuite?: number;
  /** The SRTP key, in base64. */
  srtpcrypto?: string;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** The playout-delay extension (Janus's default: true). */
  playoutdelay_ext?: boolean;
  /** The id of the source's capture-time extension (Janus 1.2.2 and newer). */
  abscapturetime_src_ext_id?: number;
  /** Milliseconds to keep a key frame for (Janus 1.3.3 and newer). */
  bufferkf_ms?: number;
  /** Bytes to keep of key frames (Janus 1.3.3 and newer). */
  bufferkf_bytes?: number;
  /** H.264's parameter sets. */
  h264sps?: string;
  /** Whether there is audio (deprecated by `media`). */
  audio?: boolean;
  /** The audio's port. */
  audioport?: number;
  /** Its RTCP port. */
  audiortcpport?: number;
  /** Its multicast group. */
  audiomcast?: string;
  /** The interface to receive it on. */
  audioiface?: string;
  /** Its payload type. */
  audiopt?: number;
  /** Its codec. */
  audiocodec?: string;
  /** Its `rtpmap`, for older servers. */
  audiortpmap?: string;
  /** Its format parameters. */
  audiofmtp?: string;
  /** Compensate its clock. */
  audioskew?: boolean;
  /** Whether there is video (deprecated by `media`). */
  video?: boolean;
  /** The video's port. */
  videoport?: number;
  /** Its RTCP port. */
  videortcpport?: number;
  /** Its multicast group. */
  videomcast?: string;
  /** The interface to receive it on. */
  videoiface?: string;
  /** Its payload type. */
  videopt?: number;
  /** Its codec. */
  videocodec?: string;
  /** Its `rtpmap`, for older servers. */
  videortpmap?: string;
  /** Its format parameters. */
  videofmtp?: string;
  /** Keep the last key frame for those who come. */
  videobufferkf?: boolean;
  /** Compensate its clock. */
  videoskew?: boolean;
  /** Whether it is simulcast. */
  videosimulcast?: boolean;
  /** The second substream's port. */
  videoport2?: number;
  /** The third substream's port. */
  videoport3?: number;
  /** Whether it is SVC. */
  videosvc?: boolean;
  /** Whether there is data (deprecated by `media`). */
  data?: boolean;
  /** The data's port. */
  dataport?: number;
  /** Their multicast group. */
  datamcast?: string;
  /** The interface to receive them on. */
  dataiface?: string;
  /** Keep the last message for those who come. */
  databuffermsg?: boolean;
  /** `text` or `binary`. */
  datatype?: string;
}

/** Makes a mountpoint that plays an audio file to all together. */
export interface StreamingCreateLiveMountpoint {
  /** The id to have; a random one without it. */
  id?: number | string;
  /** A short name. */
  name?: string;
  /** What to call it. */
  description?: string;
  /** More about it, for those who ask. */
  metadata?: string;
  /** Leave it out of `List`. */
  is_private?: boolean;
  /** What later changes need. */
  secret?: string;
  /** What watching needs. */
  pin?: string;
  /** Keep it in Janus's configuration. */
  permanent?: boolean;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
  /** The file's path on the server. */
  filename: string;
  /** Need not be given: Janus plays files as audio alone, and wants to be told so. */
  audio?: boolean;
  /** Its codec. */
  audiocodec?: string;
  /** Its format parameters. */
  audiofmtp?: string;
  /** Its payload type. */
  audiopt?: number;
}

/** Makes a mountpoint that plays an audio file to each from its beginning. */
export interface StreamingCreateOndemandMountpoint {
  /** The id to have; a random one without it. */
  id?: number | string;
  /** A short name. */
  name?: string;
  /** What to call it. */
  description?: string;
  /** More about it, for those who ask. */
  metadata?: string;
  /** Leave it out of `List`. */
  is_private?: boolean;
  /** What later changes need. */
  secret?: string;
  /** What watching needs. */
  pin?: string;
  /** Keep it in Janus's configuration. */
  permanent?: boolean;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
  /** The file's path on the server. */
  filename: string;
  /** Need not be given: Janus plays files as audio alone, and wants to be told so. */
  audio?: boolean;
  /** Its codec. */
  audiocodec?: string;
  /** Its format parameters. */
  audiofmtp?: string;
  /** Its payload type. */
  audiopt?: number;
}

/** Makes a mountpoint that gets its media from an RTSP server. */
export interface StreamingCreateRtspMountpoint {
  /** The id to have; a random one without it. */
  id?: number | string;
  /** A short name. */
  name?: string;
  /** What to call it. */
  description?: string;
  /** More about it, for those who ask. */
  metadata?: string;
  /** Leave it out of `List`. */
  is_private?: boolean;
  /** What later changes need. */
  secret?: string;
  /** What watching needs. */
  pin?: string;
  /** Keep it in Janus's configuration. */
  permanent?: boolean;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
  /** The stream's `rtsp://` address. */
  url: string;
  /** The user there. */
  rtsp_user?: string;
  /** The password there. */
  rtsp_pwd?: string;
  /** For servers that need a quirk. */
  rtsp_quirk?: boolean;
  /** Fail when it can't be reached (Janus's default: true). */
  rtsp_failcheck?: boolean;
  /** The interface to receive on. */
  rtspiface?: string;
  /** Seconds until another try (Janus's default: 5). */
  rtsp_reconnect_delay?: number;
  /** Seconds of a session there, 0 for what is told. */
  rtsp_session_timeout?: number;
  /** Seconds to wait for an answer (Janus's default: 10). */
  rtsp_timeout?: number;
  /** Seconds to wait for a connection (Janus's default: 5). */
  rtsp_conn_timeout?: number;
  /** Tell viewers of losses (Janus 1.3.3 and newer). */
  rtsp_notify_changes?: boolean;
  /** Take audio. */
  audio?: boolean;
  /** Its payload type. */
  audiopt?: number;
  /** Its codec. */
  audiocodec?: string;
  /** Its format parameters. */
  audiofmtp?: string;
  /** Take video. */
  video?: boolean;
  /** Its payload type. */
  videopt?: number;
  /** Its codec. */
  videocodec?: string;
  /** Its format parameters. */
  videofmtp?: string;
  /** Keep the last key frame for those who come. */
  videobufferkf?: boolean;
  /** Milliseconds to keep a key frame for (Janus 1.3.3 and newer). */
  bufferkf_ms?: number;
  /** Bytes to keep of key frames (Janus 1.3.3 and newer). */
  bufferkf_bytes?: number;
  /** Helper threads. */
  threads?: number;
}

/** Ends a mountpoint; viewers are told. */
export interface StreamingDestroyMountpoint {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's secret, if it has one. */
  secret?: string;
  /** Remove it from Janus's configuration, too. */
  permanent?: boolean;
}

/** Changes a mountpoint. */
export interface StreamingEdit {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's secret, if it has one. */
  secret?: string;
  /** What to call it. */
  new_description?: string;
  /** More about it. */
  new_metadata?: string;
  /** What later changes need. */
  new_secret?: string;
  /** What watching needs; empty for nothing. */
  new_pin?: string;
  /** Leave it out of `List`. */
  new_is_private?: boolean;
  /** Tell viewers of new metadata. */
  edited_event?: boolean;
  /** Change Janus's configuration, too. */
  permanent?: boolean;
}

/** Lists the mountpoints. */
export interface StreamingList {
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Asks about a mountpoint; with its secret, all. */
export interface StreamingInfo {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's secret, if it has one. */
  secret?: string;
}

/** Lets a mountpoint's media flow. */
export interface StreamingEnable {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's secret, if it has one. */
  secret?: string;
}

/**
 * Stops a mountpoint's media. Its recording goes on, unless `stop_recording` is true.
 *
 * Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint
 * has a stream that is not being recorded (all versions up to 1.4.2). So false is sent if nothing is said.
 */
export interface StreamingDisable {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's secret, if it has one. */
  secret?: string;
  /**
   * End its recording, too (default: false, which is sent; Janus's own is true). True ends an RTP
   * mountpoint's recordings safely only while all its streams are recorded.
   */
  stop_recording?: boolean;
}

/** Throws all viewers out. */
export interface StreamingKickAll {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's secret, if it has one. */
  secret?: string;
}

/** Begins to record. */
export interface StreamingStartRecording {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's secret, if it has one. */
  secret?: string;
  /** What, and where to. */
  media?: Array<StreamingRecordedMedia>;
  /** Where to record audio (deprecated by `media`). */
  audio?: string;
  /** Where to record video (deprecated by `media`). */
  video?: string;
  /** Where to record data (deprecated by `media`). */
  data?: string;
}

/** Ends recording; in JavaScript all of it, unless told. */
export interface StreamingStopRecording {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's secret, if it has one. */
  secret?: string;
  /** What. */
  media?: Array<StreamingRecordedMedia>;
  /** Whether audio's (deprecated by `media`). */
  audio?: boolean;
  /** Whether video's (deprecated by `media`). */
  video?: boolean;
  /** Whether data's (deprecated by `media`). */
  data?: boolean;
}

/** A stream that is recorded. */
export interface StreamingRecordedMedia {
  /** Which one. */
  mid: string;
  /** The recording's path on the server, to begin it. */
  filename?: string;
}

/** A stream of a mountpoint. */
export interface StreamingMedia {
  /** `audio`, `video` or `data`. */
  type: string;
  /** Its mid. */
  mid: string;
  /** The port to receive on; 0 for a free one. */
  port: number;
  /** What it is. */
  label?: string;
  /** Its `msid` in the SDP. */
  msid?: string;
  /** Its multicast group. */
  mcast?: string;
  /** The interface to receive on. */
  iface?: string;
  /** Its RTCP port. */
  rtcpport?: number;
  /** Its payload type. */
  pt?: number;
  /** Its codec. */
  codec?: string;
  /** Its `rtpmap` (deprecated by `codec`). */
  rtpmap?: string;
  /** Its format parameters. */
  fmtp?: string;
  /** Compensate its clock. */
  skew?: boolean;
  /** Keep the last key frame for those who come. */
  bufferkf?: boolean;
  /** Whether it is simulcast. */
  simulcast?: boolean;
  /** The second substream's port. */
  port2?: number;
  /** The third substream's port. */
  port3?: number;
  /** Whether it is SVC. */
  svc?: boolean;
  /** H.264's parameter sets (Janus 1.1.3 and newer). */
  h264sps?: string;
  /** Keep the last message for those who come. */
  buffermsg?: boolean;
  /** `text` or `binary`. Janus ignores it here, and takes the `datatype` of the request. */
  datatype?: string;
}

/** How watching goes on. */
export interface StreamingStatus {
  /** `preparing`, `updating`, `starting`, `started`, `pausing`, `stopping`, `stopped`, `idle` or `kicked_all`. */
  status?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The change was made. */
export interface StreamingConfigured {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Another mountpoint's media flow. */
export interface StreamingSwitched {
  /** `ok` */
  switched?: string;
  /** The mountpoint. */
  id?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The layers that flow changed. */
export interface StreamingLayers {
  /** Which stream. */
  mid?: string;
  /** The simulcast substream. */
  substream?: number;
  /** The simulcast temporal layers. */
  temporal?: number;
  /** The SVC spatial layer. */
  spatial_layer?: number;
  /** The SVC temporal layer. */
  temporal_layer?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A mountpoint was made. */
export interface StreamingCreated {
  /** Its name. */
  name?: string;
  /** Whether it is in Janus's configuration. */
  permanent?: boolean;
  /** Which one. */
  id?: number | string;
  /** `rtp`, `live`, `ondemand` or `rtsp`, as it was asked for. */
  type?: string;
  /** What it is, for people. */
  description?: string;
  /** Whether it is left out of lists. */
  is_private?: boolean;
  /** The address to send to. */
  host?: string;
  /** Where to send each stream. */
  ports?: Array<StreamingPorts>;
  /** The port for audio (old form). */
  audio_port?: number;
  /** The RTCP port for audio (old form). */
  audio_rtcp_port?: number;
  /** The port for video (old form). */
  video_port?: number;
  /** The RTCP port for video (old form). */
  video_rtcp_port?: number;
  /** The port for the second simulcast substream (old form). */
  video_port_2?: number;
  /** The port for the third simulcast substream (old form). */
  video_port_3?: number;
  /** The port for data (old form). */
  data_port?: number;
  /** The address for audio (old form). */
  audio_host?: string;
  /** The address for video (old form). */
  video_host?: string;
  /** The address for data (old form). */
  data_host?: string;
  /** `deprecated_api` for one in the old form. */
  warning?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Where to send a stream. */
export interface StreamingPorts {
  /** `audio`, `video` or `data`. */
  type?: string;
  /** Which stream. */
  mid?: string;
  /** The id of the media stream that it is in. */
  msid?: string;
  /** The port for RTP or data. */
  port?: number;
  /** The port for RTCP. */
  rtcp_port?: number;
  /** The port for the second simulcast substream. */
  port_2?: number;
  /** The port for the third simulcast substream. */
  port_3?: number;
  /** The address to send to, where it is a certain one (Janus 1.3.2 and newer). */
  host?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A mountpoint ended. */
export interface StreamingDestroyed {
  /** Which one. */
  id?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A mountpoint was changed. */
export interface StreamingEdited {
  /** Which one. */
  id?: number | string;
  /** Whether Janus's configuration was changed. */
  permanent?: boolean;
  /** More about it, where viewers are told. */
  metadata?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The mountpoints. */
export interface StreamingMountpoints {
  /** Each. */
  list?: Array<StreamingMountpoint>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A mountpoint in a list. */
export interface StreamingMountpoint {
  /** Which one. */
  id?: number | string;
  /** `live` or `on demand`. */
  type?: string;
  /** What it is, for people. */
  description?: string;
  /** More about it, for programs. */
  metadata?: string;
  /** Whether its media flow. */
  enabled?: boolean;
  /** Its streams, where it is RTP or RTSP. */
  media?: Array<StreamingMediaDetails>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** All that may be told of a mountpoint; what is secret only with its secret. */
export interface StreamingDetails {
  /** Which one. */
  id?: number | string;
  /** Its name. */
  name?: string;
  /** `live` or `on demand`. */
  type?: string;
  /** What it is, for people. */
  description?: string;
  /** More about it, for programs. */
  metadata?: string;
  /** What changing it needs. */
  secret?: string;
  /** What watching it needs. */
  pin?: string;
  /** Whether it is left out of lists. */
  is_private?: boolean;
  /** Whether its media flow. */
  enabled?: boolean;
  /** How many watch it. */
  viewers?: number;
  /** Its streams. */
  media?: Array<StreamingMediaDetails>;
  /** Its file on Janus's machine. */
  filename?: string;
  /** Whether its media come from an RTSP server. */
  rtsp?: boolean;
  /** The RTSP server's address. */
  url?: string;
  /** The user at the RTSP server. */
  rtsp_user?: string;
  /** The user's password. */
  rtsp_pwd?: string;
  /** Whether the RTSP server is asked in the old way. */
  rtsp_quirk?: boolean;
  /** Whether its media come as SRTP. */
  srtp?: boolean;
  /** Milliseconds without media before another sender is taken. */
  collision?: number;
  /** How many threads send. */
  threads?: number;
  /** The address to send to. */
  host?: string;
  /** Milliseconds that key frames are kept for (Janus 1.3.3 and newer). */
  bufferkf_ms?: number;
  /** Bytes of key frames that are kept (Janus 1.3.3 and newer). */
  bufferkf_bytes?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A stream of a mountpoint; all but the first fields only with its secret. */
export interface StreamingMediaDetails {
  /** Its place. */
  mindex?: number;
  /** `audio`, `video` or `data`. */
  type?: string;
  /** Which stream. */
  mid?: string;
  /** What it is, for people. */
  label?: string;
  /** The id of the media stream that it is in. */
  msid?: string;
  /** The payload type. */
  pt?: number;
  /** The codec. */
  codec?: string;
  /** The codec's line in the SDP. */
  rtpmap?: string;
  /** The codec's settings in the SDP. */
  fmtp?: string;
  /** Whether the last keyframe is kept for new viewers (until Janus 1.3.2). */
  videobufferkf?: boolean;
  /** Whether it is simulcast. */
  videosimulcast?: boolean;
  /** Whether it is SVC. */
  videosvc?: boolean;
  /** Whether the skew of clocks is compensated. */
  skew_compensation?: boolean;
  /** The port for RTP or data. */
  port?: number;
  /** The port for RTCP. */
  rtcpport?: number;
  /** The port for the second simulcast substream. */
  port2?: number;
  /** The port for the third simulcast substream. */
  port3?: number;
  /** Milliseconds since its last packet. */
  age_ms?: number;
  /** Whether it is recorded. */
  recording?: boolean;
  /** `text` or `binary`, of data (Janus 1.1.3 and newer). */
  datatype?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was done. */
export interface StreamingDone {
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What became of a mountpoint's RTSP server (Janus 1.3.3 and newer). */
export interface StreamingSource {
  /** Which mountpoint. */
  id?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/**
 * Asks for a mountpoint's media; an offer comes back, to be answered with `Start`.
 *
 * Janus 1.1.4 and newer take an offer, too, and answer it.
 */
export interface StreamingWatch {
  /** The mountpoint. */
  id: number | string;
  /** The mountpoint's pin, if it has one. */
  pin?: string;
  /** Which streams, by mid; all without it. */
  media?: Array<string>;
  /** Restart ICE. */
  restart?: boolean;
  /** Offer audio (deprecated by `media`). */
  audio?: boolean;
  /** Offer video (deprecated by `media`). */
  video?: boolean;
  /** Offer data (deprecated by `media`). */
  data?: boolean;
  /** The simulcast substream to get, 0 to 2. */
  substream?: number;
  /** The simulcast temporal layers to get, 0 to 2. */
  temporal?: number;
  /** Microseconds without media before a lower substream is taken. */
  fallback?: number;
  /** The SVC spatial layer to get. */
  spatial_layer?: number;
  /** The SVC temporal layer to get. */
  temporal_layer?: number;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Answers an offer, or resumes what `Pause` paused. */
export interface StreamingStart {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Pauses all streams. */
export interface StreamingPause {
}

/** Stops watching. */
export interface StreamingStop {
}

/** Changes what comes of which stream. */
export interface StreamingConfigure {
  /** Which stream the fields here are about. */
  mid?: string;
  /** Send or pause it. */
  send?: boolean;
  /** What to change of which stream, instead of the fields above (Janus 1.2.0 and newer). */
  streams?: Array<StreamingStreamChange>;
  /** Send or pause audio (deprecated by `mid` and `send`; Janus 1.4.2 refuses it). */
  audio?: boolean;
  /** Send or pause video (deprecated by `mid` and `send`; Janus 1.4.2 refuses it). */
  video?: boolean;
  /** Send or pause data (deprecated by `mid` and `send`; Janus 1.4.2 refuses it). */
  data?: boolean;
  /** The simulcast substream to get, 0 to 2. */
  substream?: number;
  /** The simulcast temporal layers to get, 0 to 2. */
  temporal?: number;
  /** Microseconds without media before a lower substream is taken. */
  fallback?: number;
  /** The SVC spatial layer to get. */
  spatial_layer?: number;
  /** The SVC temporal layer to get. */
  temporal_layer?: number;
  /** The playout-delay extension's minimum, in units of 10 ms. */
  min_delay?: number;
  /** The playout-delay extension's maximum, in units of 10 ms. */
  max_delay?: number;
}

/** Takes another mountpoint's media, without a new offer. */
export interface StreamingSwitch {
  /** The other mountpoint. */
  id: number | string;
}

/** What to change of a stream. */
export interface StreamingStreamChange {
  /** Which one. */
  mid: string;
  /** Send or pause it. */
  send?: boolean;
  /** The simulcast substream to get, 0 to 2. */
  substream?: number;
  /** The simulcast temporal layers to get, 0 to 2. */
  temporal?: number;
  /** Microseconds without media before a lower substream is taken. */
  fallback?: number;
  /** The SVC spatial layer to get. */
  spatial_layer?: number;
  /** The SVC temporal layer to get. */
  temporal_layer?: number;
  /** The playout-delay extension's minimum, in units of 10 ms. */
  min_delay?: number;
  /** The playout-delay extension's maximum, in units of 10 ms. */
  max_delay?: number;
}

/** Where a mountpoint's media of one kind come from, as Janode has it. */
export interface StreamingMediaSource {
  /** The port; 0, and what is left out, is one that Janus chooses. */
  port?: number;
  /** The port for RTCP. */
  rtcpport?: number;
  /** A multicast group to join. */
  mcast?: string;
  /** The address of the interface to listen at. */
  iface?: string;
  /** The payload type. */
  pt?: number;
  /** The codec. */
  codec?: string;
  /** The codec's line in the SDP, such as `opus/48000/2`. */
  rtpmap?: string;
  /** The codec's settings in the SDP. */
  fmtp?: string;
  /** Keep the last keyframe, or the last message, for new viewers. */
  buffer?: boolean;
  /** Compensate the skew of clocks. */
  skew?: boolean;
  /** The port for the second simulcast substream. */
  port2?: number;
  /** The port for the third simulcast substream. */
  port3?: number;
  /** Whether it is SVC. */
  svc?: boolean;
  /** Another member, with the name that Janus has behind `audio`, `video` or `data`. */
  [member: string]: unknown;
}

/** A mountpoint that is fed with RTP: `media`, or one object for each kind. */
export interface StreamingCreateRtpMountpointParams extends Omit<StreamingCreateRtpMountpoint, 'audio' | 'video' | 'data'> {
  /** Whether there is audio, or where it comes from. */
  audio?: boolean | StreamingMediaSource;
  /** Whether there is video, or where it comes from. */
  video?: boolean | StreamingMediaSource;
  /** Whether there are data, or where they come from. */
  data?: boolean | StreamingMediaSource;
}

/** How watching goes on. */
export interface StreamingStatusEvent extends StreamingStatus {
  /** The mountpoint that the handle watches. */
  id?: number | string;
  /** Whether ICE is being restarted. */
  restart?: boolean;
}
export type StreamingWatchResult = StreamingStatusEvent;
export type StreamingStartResult = StreamingStatusEvent;
export type StreamingPauseResult = StreamingStatusEvent;
export type StreamingStopResult = StreamingStatusEvent;

/** Another mountpoint's media flow. */
export interface StreamingSwitchResult extends StreamingSwitched {
  /** The mountpoint that the handle watches now. */
  id: number | string;
}

export interface StreamingHandle {
  /** The mountpoint that the handle watches. */
  readonly mp: number | string | null;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly STREAMING_ERROR: 'streaming_error';
  /** The media flow, or do so no more. */
  readonly STREAMING_STATUS: 'streaming_status';
  /** The response to `Configure`, where it comes after its request has ended. */
  readonly STREAMING_CONFIGURED: 'streaming_configured';
  /** The response to `Switch`, where it comes after its request has ended. */
  readonly STREAMING_SWITCHED: 'streaming_switched';
  /** Other layers flow. */
  readonly STREAMING_LAYERS: 'streaming_layers';
  /** The mountpoint has new metadata. */
  readonly STREAMING_EDITED: 'streaming_edited';
  /** The RTSP server is lost (Janus 1.3.3 and newer). */
  readonly STREAMING_RTSP_DISCONNECTED: 'streaming_rtsp_disconnected';
  /** The RTSP server is back (Janus 1.3.3 and newer). */
  readonly STREAMING_RTSP_RECONNECTED: 'streaming_rtsp_reconnected';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 450;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 451;
  /** No such request. */
  readonly INVALID_REQUEST: 452;
  /** A field is missing. */
  readonly MISSING_ELEMENT: 453;
  /** A field is wrong. */
  readonly INVALID_ELEMENT: 454;
  /** No such mountpoint. */
  readonly NO_SUCH_MOUNTPOINT: 455;
  /** The mountpoint can't be made; its id may be taken. */
  readonly CANT_CREATE: 456;
  /** A wrong secret or pin. */
  readonly UNAUTHORIZED: 457;
  /** The handle can't switch. */
  readonly CANT_SWITCH: 458;
  /** It can't be recorded. */
  readonly CANT_RECORD: 459;
  /** The handle watches already, or is negotiating. */
  readonly INVALID_STATE: 460;
  /** The offer of a `Watch` can't be used (Janus 1.1.4 and newer). */
  readonly INVALID_SDP: 461;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 470;
};

/** What each event carries. */
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
  /** Makes a mountpoint that gets RTP. */
  createRtpMountpoint(params?: StreamingCreateRtpMountpointParams, options?: CallOptions): Promise<StreamingCreated>;
  /** Makes a mountpoint that plays an audio file to all together. */
  createLiveMountpoint(params: StreamingCreateLiveMountpoint, options?: CallOptions): Promise<StreamingCreated>;
  /** Makes a mountpoint that plays an audio file to each from its beginning. */
  createOndemandMountpoint(params: StreamingCreateOndemandMountpoint, options?: CallOptions): Promise<StreamingCreated>;
  /** Makes a mountpoint that gets its media from an RTSP server. */
  createRtspMountpoint(params: StreamingCreateRtspMountpoint, options?: CallOptions): Promise<StreamingCreated>;
  /** Ends a mountpoint; viewers are told. */
  destroyMountpoint(params: StreamingDestroyMountpoint, options?: CallOptions): Promise<StreamingDestroyed>;
  /** Changes a mountpoint. */
  edit(params: StreamingEdit, options?: CallOptions): Promise<StreamingEdited>;
  /** Lists the mountpoints. */
  list(params?: StreamingList, options?: CallOptions): Promise<StreamingMountpoints>;
  /** Asks about a mountpoint; with its secret, all. */
  info(params: StreamingInfo, options?: CallOptions): Promise<StreamingDetails>;
  /** Lets a mountpoint's media flow. */
  enable(params: StreamingEnable, options?: CallOptions): Promise<StreamingDone>;
  /**
   * Stops a mountpoint's media. Its recording goes on, unless `stop_recording` is true.
   *
   * Janus itself crashes when `stop_recording` is true, which is Janus's default, and an RTP mountpoint
   * has a stream that is not being recorded (all versions up to 1.4.2). So false is sent if nothing is said.
   */
  disable(params: StreamingDisable, options?: CallOptions): Promise<StreamingDone>;
  /** Throws all viewers out. */
  kickAll(params: StreamingKickAll, options?: CallOptions): Promise<StreamingDone>;
  /** Begins to record. */
  startRecording(params: StreamingStartRecording, options?: CallOptions): Promise<StreamingDone>;
  /** Ends recording; in JavaScript all of it, unless told. */
  stopRecording(params: StreamingStopRecording, options?: CallOptions): Promise<StreamingDone>;
  /**
   * Asks for a mountpoint's media; an offer comes back, to be answered with `Start`.
   *
   * Janus 1.1.4 and newer take an offer, too, and answer it.
   */
  watch(params: StreamingWatch, options?: CallOptions): Promise<StreamingWatchResult>;
  /** Answers an offer, or resumes what `Pause` paused. */
  start(params?: StreamingStart, options?: CallOptions): Promise<StreamingStartResult>;
  /** Pauses all streams. */
  pause(params?: StreamingPause, options?: CallOptions): Promise<StreamingPauseResult>;
  /** Stops watching. */
  stop(params?: StreamingStop, options?: CallOptions): Promise<StreamingStopResult>;
  /** Changes what comes of which stream. */
  configure(params?: StreamingConfigure, options?: CallOptions): Promise<StreamingConfigured>;
  /** Takes another mountpoint's media, without a new offer. */
  switch(params: StreamingSwitch, options?: CallOptions): Promise<StreamingSwitchResult>;
}

declare const plugin: {
  readonly id: 'janus.plugin.streaming';
  readonly Handle: typeof StreamingHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
