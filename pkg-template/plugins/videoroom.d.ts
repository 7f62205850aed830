// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** This handle is in the room. */
export interface VideoRoomJoined {
  /** The room. */
  room?: number | string;
  /** The handle's own id. */
  feed?: number | string;
  /** The room's description. */
  description?: string;
  /** What `JoinSubscriber` may need. */
  private_id?: number;
  /** Who publishes already. */
  publishers?: Array<VideoRoomPublisher>;
  /** Who else is there, where the room tells. */
  attendees?: Array<VideoRoomAttendee>;
  /** Packets that talking is judged by, where the handle chose. */
  audio_active_packets?: number;
  /** How loud talking is, where the handle chose. */
  audio_level_average?: number;
  /** The audio codec, if it publishes. */
  audiocodec?: string;
  /** The video codec, if it publishes. */
  videocodec?: string;
  /** Its own streams, if it publishes. */
  streams?: Array<VideoRoomStream>;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody who publishes. */
export interface VideoRoomPublisher {
  /** Whose it is. */
  feed?: number | string;
  /** The name to show. */
  display?: string;
  /** What the publisher said of itself (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Whether it sends nothing. */
  dummy?: boolean;
  /** Whether it talks. */
  talking?: boolean;
  /** The audio codec. */
  audiocodec?: string;
  /** The video codec. */
  videocodec?: string;
  /** The streams. */
  streams?: Array<VideoRoomStream>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody in the room. */
export interface VideoRoomAttendee {
  /** Who. */
  feed?: number | string;
  /** The name to show. */
  display?: string;
  /** What it said of itself (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Who publishes now; each entry is the publisher's whole state. */
export interface VideoRoomPublisherList {
  /** The room. */
  room?: number | string;
  /** Who. */
  publishers?: Array<VideoRoomPublisher>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The change was made. */
export interface VideoRoomConfigured {
  /** The room. */
  room?: number | string;
  /** `ok` */
  configured?: string;
  /** The audio codec. */
  audiocodec?: string;
  /** The video codec. */
  videocodec?: string;
  /** The own streams. */
  streams?: Array<VideoRoomStream>;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody publishes no more, or this handle does not. */
export interface VideoRoomUnpublished {
  /** The room. */
  room?: number | string;
  /** Who: none for this handle itself; in JavaScript the handle's own feed, or none if the handle was adopted. */
  feed?: number | string;
  /** The participant's name (Janus 1.3.0 and newer). */
  display?: string;
  /** What the participant said about itself (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody leaves, or this handle has left. */
export interface VideoRoomLeaving {
  /** The room. */
  room?: number | string;
  /** Who: none for this handle itself; in JavaScript the handle's own feed, or none if the handle was adopted. */
  feed?: number | string;
  /** Why: `kicked` if this handle was thrown out of the room. The others get `Kicked`. */
  reason?: string;
  /** The participant's name (Janus 1.3.0 and newer). */
  display?: string;
  /** What the participant said about itself (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The subscription changed; an offer may wait for an answer. */
export interface VideoRoomUpdated {
  /** The room. */
  room?: number | string;
  /** The streams. */
  streams?: Array<VideoRoomSubscriberStream>;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Whether a room is recorded. */
export interface VideoRoomRecording {
  /** Whether it is. */
  record?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody is there, without publishing yet. */
export interface VideoRoomPeerJoined {
  /** The room. */
  room?: number | string;
  /** Who. */
  feed?: number | string;
  /** The participant's name. */
  display?: string;
  /** What the participant said about itself. */
  metadata?: unknown;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody was thrown out. */
export interface VideoRoomKicked {
  /** The room. */
  room?: number | string;
  /** Who. */
  feed?: number | string;
  /** The participant's name (Janus 1.3.0 and newer). */
  display?: string;
  /** What the participant said about itself (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A name changed. */
export interface VideoRoomDisplay {
  /** The room. */
  room?: number | string;
  /** Whose. */
  feed?: number | string;
  /** The new name. */
  display?: string;
  /** What it says of itself now (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A stream was muted or unmuted by `Moderate`. */
export interface VideoRoomModerated {
  /** The room. */
  room?: number | string;
  /** Whose. */
  feed?: number | string;
  /** Which stream. */
  mid?: string;
  /** `muted` or `unmuted`. */
  moderation?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The room ended. */
export interface VideoRoomDestroyed {
  /** The room. */
  room?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody talks, or stops. */
export interface VideoRoomTalking {
  /** The room. */
  room?: number | string;
  /** Who. */
  feed?: number | string;
  /** The stream's index. */
  mindex?: number;
  /** The stream. */
  mid?: string;
  /** How loud, 127 (silence) to 0. */
  audio_level?: number;
  /** Whether it talks now. */
  talking: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Janus reports losses. */
export interface VideoRoomSlowLink {
  /** The limit that is in force now, in bit/s. */
  bitrate?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The simulcast substream changed. */
export interface VideoRoomSubstreamLayer {
  /** The room. */
  room?: number | string;
  /** Which stream. */
  mid?: string;
  /** Which substream flows. */
  sc_substream_layer?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The simulcast temporal layers changed. */
export interface VideoRoomTemporalLayers {
  /** The room. */
  room?: number | string;
  /** Which stream. */
  mid?: string;
  /** Which layers flow. */
  sc_temporal_layers?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The SVC layers changed. */
export interface VideoRoomSvcLayers {
  /** The room. */
  room?: number | string;
  /** Which stream. */
  mid?: string;
  /** The spatial layer that flows. */
  spatial_layer?: number;
  /** The temporal layer that flows. */
  temporal_layer?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Forwards a publisher's media to a host. */
export interface VideoRoomStartForward {
  /** The room. */
  room: number | string;
  /** Whose. */
  feed: number | string;
  /** Where to. */
  host: string;
  /** `ipv4` or `ipv6`, for a host by name. */
  host_family?: string;
  /** Which streams, to which ports. */
  streams?: Array<VideoRoomForwardStream>;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
  /** The audio's port. */
  audio_port?: number;
  /** Its RTCP port. */
  audio_rtcp_port?: number;
  /** Its SSRC. */
  audio_ssrc?: number;
  /** Its payload type. */
  audio_pt?: number;
  /** The video's port. */
  video_port?: number;
  /** Its RTCP port. */
  video_rtcp_port?: number;
  /** Its SSRC. */
  video_ssrc?: number;
  /** Its payload type. */
  video_pt?: number;
  /** The port of the second substream. */
  video_port_2?: number;
  /** Its SSRC. */
  video_ssrc_2?: number;
  /** Its payload type. */
  video_pt_2?: number;
  /** The port of the third substream. */
  video_port_3?: number;
  /** Its SSRC. */
  video_ssrc_3?: number;
  /** Its payload type. */
  video_pt_3?: number;
  /** The data's port. */
  data_port?: number;
  /** Forward the best substream only. */
  simulcast?: boolean;
  /** Encrypt with this SRTP suite, 32 or 80. */
  srtp_suite?: number;
  /** The SRTP key, in base64. */
  srtp_crypto?: string;
}

/** Ends a forwarder. */
export interface VideoRoomStopForward {
  /** The room. */
  room: number | string;
  /** Whose. */
  feed: number | string;
  /** Which. */
  stream: number;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Lists the forwarders of a room. */
export interface VideoRoomListForward {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Sends a publisher to another server's room. */
export interface VideoRoomPublishRemotely {
  /** The room. */
  room: number | string;
  /** Whose. */
  feed: number | string;
  /** A name for this connection. */
  remote_id: string;
  /** Where to. */
  host: string;
  /** `ipv4` or `ipv6`, for a host by name. */
  host_family?: string;
  /** The port there. */
  port: number;
  /** The RTCP port there. */
  rtcp_port?: number;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
  /** Encrypt with this SRTP suite, 32 or 80. */
  srtp_suite?: number;
  /** The SRTP key, in base64. */
  srtp_crypto?: string;
}

/** Ends what `PublishRemotely` began. */
export interface VideoRoomUnpublishRemotely {
  /** The room. */
  room: number | string;
  /** Whose. */
  feed: number | string;
  /** Its name. */
  remote_id: string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Lists where a publisher is sent. */
export interface VideoRoomListRemotes {
  /** The room. */
  room: number | string;
  /** Whose. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Takes in a publisher of another server's room. */
export interface VideoRoomAddRemotePublisher {
  /** The room. */
  room: number | string;
  /** The id to have; a random one without it. */
  feed?: number | string;
  /** The name to show. */
  display?: string;
  /** An object for the others to see (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** A multicast group to receive on. */
  mcast?: string;
  /** The interface to receive on. */
  iface?: string;
  /** The port to receive on; a free one without it. */
  port?: number;
  /** The RTCP port; a free one without it. */
  rtcp_port?: number;
  /** Its streams. */
  streams: Array<VideoRoomRemoteStream>;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Encrypt with this SRTP suite, 32 or 80. */
  srtp_suite?: number;
  /** The SRTP key, in base64. */
  srtp_crypto?: string;
}

/** Changes a publisher that was taken in. */
export interface VideoRoomUpdateRemotePublisher {
  /** The room. */
  room: number | string;
  /** Which. */
  feed: number | string;
  /** The name to show. */
  display?: string;
  /** An object for the others to see (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Its streams, those that change. */
  streams: Array<VideoRoomRemoteStream>;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Encrypt what comes for streams that are added with this SRTP suite, 32 or 80 (Janus 1.3.0 and newer). */
  srtp_suite?: number;
  /** The SRTP key, in base64 (Janus 1.3.0 and newer). */
  srtp_crypto?: string;
}

/** Lets a publisher that was taken in go. */
export interface VideoRoomRemoveRemotePublisher {
  /** The room. */
  room: number | string;
  /** Which. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Makes a room. */
export interface VideoRoomCreate {
  /** The id to have; a random one without it. */
  room?: number | string;
  /** Keep the room in Janus's configuration. */
  permanent?: boolean;
  /** What to call it. */
  description?: string;
  /** What later changes need. */
  secret?: string;
  /** What joining needs. */
  pin?: string;
  /** Leave it out of `List`. */
  is_private?: boolean;
  /** The tokens that may join. */
  allowed?: Array<string>;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
  /** How many may publish (Janus's default: 3). */
  max_publishers?: number;
  /** The most that each may send, in bit/s; 0 for no limit. */
  bitrate?: number;
  /** Nobody may raise the limit. */
  bitrate_cap?: boolean;
  /** Seconds between requests for key frames. */
  fir_freq?: number;
  /** The audio codecs, with commas (Janus's default: opus). */
  audiocodec?: string;
  /** The video codecs, with commas (Janus's default: vp8). */
  videocodec?: string;
  /** VP9's profile. */
  vp9_profile?: string;
  /** H.264's profile. */
  h264_profile?: string;
  /** Forward error correction (Janus's default: true). */
  opus_fec?: boolean;
  /** Discontinuous transmission. */
  opus_dtx?: boolean;
  /** Whether video may be SVC, with VP9 (until Janus 1.1.3; newer ones ask each publisher). */
  video_svc?: boolean;
  /** The audio-level extension (Janus's default: true). */
  audiolevel_ext?: boolean;
  /** Tell who talks. */
  talking_events?: boolean;
  /** Packets to judge talking by (Janus's default: 100). */
  talking_packets_threshold?: number;
  /** How loud talking is, 127 (silence) to 0 (Janus's default: 25). */
  talking_level_threshold?: number;
  /** The orientation extension (Janus's default: true). */
  videoorient?: boolean;
  /** The playout-delay extension (Janus's default: true). */
  playoutdelay_ext?: boolean;
  /** The transport-wide-cc extension (Janus's default: true). */
  transport_wide_cc_ext?: boolean;
  /** Record all publishers. */
  record?: boolean;
  /** Where to. */
  rec_dir?: string;
  /** Only who has the secret may change recording. */
  lock_record?: boolean;
  /** Tell who joins, even without publishing. */
  notify_joining?: boolean;
  /** Subscribers must name their publisher. */
  require_pvtid?: boolean;
  /** Joining needs a signed token. */
  signed_tokens?: boolean;
  /** All media must be encrypted end to end. */
  require_e2ee?: boolean;
  /** A publisher that sends nothing, for subscriptions that are to come. */
  dummy_publisher?: boolean;
  /** Its streams; one of each codec without it. */
  dummy_streams?: Array<VideoRoomDummyStream>;
  /** Its streams count as encrypted (Janus 1.3.2 and newer). */
  dummy_e2ee?: boolean;
  /** Helper threads (Janus 1.2.3 and newer). */
  threads?: number;
}

/** Changes a room. */
export interface VideoRoomEdit {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** What to call it. */
  new_description?: string;
  /** Leave it out of `List`. */
  new_is_private?: boolean;
  /** What later changes need. */
  new_secret?: string;
  /** What joining needs. */
  new_pin?: string;
  /** Subscribers must name their publisher. */
  new_require_pvtid?: boolean;
  /** The most that each may send, in bit/s. */
  new_bitrate?: number;
  /** Seconds between requests for key frames. */
  new_fir_freq?: number;
  /** How many may publish. */
  new_publishers?: number;
  /** Only who has the secret may change recording. */
  new_lock_record?: boolean;
  /** Where recordings go. */
  new_rec_dir?: string;
  /** Change Janus's configuration, too. */
  permanent?: boolean;
}

/** Ends a room; publishers are told, subscribers are not. */
export interface VideoRoomDestroy {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Remove it from Janus's configuration, too. */
  permanent?: boolean;
}

/** Asks whether a room exists. */
export interface VideoRoomExists {
  /** The room. */
  room: number | string;
}

/** Lists the rooms. */
export interface VideoRoomList {
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Changes which tokens may join. */
export interface VideoRoomAllow {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** What to do. */
  action: 'enable' | 'disable' | 'add' | 'remove';
  /** The tokens to add or remove. */
  list?: Array<string>;
}

/** Throws a participant out. */
export interface VideoRoomKick {
  /** The room. */
  room: number | string;
  /** Whom. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Mutes or unmutes a participant's stream; all are told. */
export interface VideoRoomModerate {
  /** The room. */
  room: number | string;
  /** Whose. */
  feed: number | string;
  /** Which stream. */
  mid: string;
  /** Whether to mute. */
  mute: boolean;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Lists who is in a room. */
export interface VideoRoomListParticipants {
  /** The room. */
  room: number | string;
  /** As in Janode; Janus does nothing with it. */
  secret?: string;
}

/** Begins or ends recording all of a room. */
export interface VideoRoomEnableRecording {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Whether to record. */
  record: boolean;
}

/** Joins a room as a publisher, without media yet. */
export interface VideoRoomJoinPublisher {
  /** The room. */
  room: number | string;
  /** The id to have; a random one without it. */
  feed?: number | string;
  /** The room's pin, if it has one. */
  pin?: string;
  /** A token, where the room asks for one. */
  token?: string;
  /** As in Janode; Janus does nothing with it before `Publish`. */
  audio?: boolean;
  /** As in Janode; Janus does nothing with it before `Publish`. */
  video?: boolean;
  /** As in Janode; Janus does nothing with it before `Publish`. */
  data?: boolean;
  /** As in Janode; Janus does nothing with it before `Publish`. */
  bitrate?: number;
  /** As in Janode; Janus does nothing with it before `Publish`. */
  record?: boolean;
  /** As in Janode; Janus does nothing with it before `Publish`. */
  filename?: string;
  /** The name to show. */
  display?: string;
  /** An object for the others to see (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Packets to judge talking by. */
  audio_active_packets?: number;
  /** How loud talking is, 127 (silence) to 0. */
  audio_level_average?: number;
  /** As in Janode; Janus does nothing with it before `Publish`. */
  descriptions?: Array<VideoRoomDescription>;
}

/** Joins a room as a publisher and publishes, in one go. */
export interface VideoRoomJoinConfigurePublisher {
  /** The room. */
  room: number | string;
  /** The id to have; a random one without it. */
  feed?: number | string;
  /** The room's pin, if it has one. */
  pin?: string;
  /** A token, where the room asks for one. */
  token?: string;
  /** Send or mute audio, all streams of it; later, `Configure` with `streams` does so for each stream. */
  audio?: boolean;
  /** Send or mute video, all streams of it; later, `Configure` with `streams` does so for each stream. */
  video?: boolean;
  /** Send or mute data, all streams of it; later, `Configure` with `streams` does so for each stream. */
  data?: boolean;
  /** The most to send, in bit/s; 0 for no limit. */
  bitrate?: number;
  /** Begin or end a recording. */
  record?: boolean;
  /** The recording's path on the server, without endings. */
  filename?: string;
  /** The name to show. */
  display?: string;
  /** An object for the others to see (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Packets to judge talking by. */
  audio_active_packets?: number;
  /** How loud talking is, 127 (silence) to 0. */
  audio_level_average?: number;
  /** The audio codec; one of the room's. */
  audiocodec?: string;
  /** The video codec; one of the room's. */
  videocodec?: string;
  /** What each stream is. */
  descriptions?: Array<VideoRoomDescription>;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/**
 * Begins to publish with an offer; the answer comes back. Without an offer it is refused before it is sent
 * (`InvalidArgument`), as Janus would say "ok" and publish nothing.
 */
export interface VideoRoomPublish {
  /** Send or mute audio, all streams of it; later, `Configure` with `streams` does so for each stream. */
  audio?: boolean;
  /** Send or mute video, all streams of it; later, `Configure` with `streams` does so for each stream. */
  video?: boolean;
  /** Send or mute data, all streams of it; later, `Configure` with `streams` does so for each stream. */
  data?: boolean;
  /** The most to send, in bit/s; 0 for no limit. */
  bitrate?: number;
  /** Begin or end a recording. */
  record?: boolean;
  /** The recording's path on the server, without endings. */
  filename?: string;
  /** The name to show. */
  display?: string;
  /** An object for the others to see (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Packets to judge talking by. */
  audio_active_packets?: number;
  /** How loud talking is, 127 (silence) to 0. */
  audio_level_average?: number;
  /** The audio codec; one of the room's. */
  audiocodec?: string;
  /** The video codec; one of the room's. */
  videocodec?: string;
  /** What each stream is. */
  descriptions?: Array<VideoRoomDescription>;
  /** The room's secret, where recording is locked. */
  secret?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Changes a publisher or a subscriber, or renegotiates with an offer. */
export interface VideoRoomConfigure {
  /** Send or mute audio (deprecated by `streams`). */
  audio?: boolean;
  /** Send or mute video (deprecated by `streams`). */
  video?: boolean;
  /** Send or mute data (deprecated by `streams`). */
  data?: boolean;
  /** The most to send, in bit/s; 0 for no limit. */
  bitrate?: number;
  /** Begin or end a recording. */
  record?: boolean;
  /** The recording's path on the server, without endings. */
  filename?: string;
  /** The name to show. */
  display?: string;
  /** An object for the others to see (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Packets to judge talking by. */
  audio_active_packets?: number;
  /** How loud talking is, 127 (silence) to 0. */
  audio_level_average?: number;
  /** The audio codec; one of the room's. */
  audiocodec?: string;
  /** The video codec; one of the room's. */
  videocodec?: string;
  /** What each stream is. */
  descriptions?: Array<VideoRoomDescription>;
  /** Ask the publisher for a key frame. */
  keyframe?: boolean;
  /**
   * Ask for an ICE restart. A publisher's needs an offer, else it is an error (`InvalidArgument`); to a
   * subscriber an offer comes back.
   */
  restart?: boolean;
  /**
   * Ask for a renegotiation. A publisher's needs an offer, else it is an error (`InvalidArgument`); to a
   * subscriber an offer comes back.
   */
  update?: boolean;
  /** Which stream the fields here are about. */
  mid?: string;
  /** Send or pause this stream. */
  send?: boolean;
  /** The room's secret, where recording is locked. */
  secret?: string;
  /** What to change of which stream, instead of the fields above. */
  streams?: Array<VideoRoomStreamChange>;
  /** The simulcast substream to get, 0 to 2. */
  sc_substream_layer?: number;
  /** Milliseconds without media before a lower substream is taken; Janus has microseconds. */
  sc_substream_fallback_ms?: number;
  /** The simulcast temporal layers to get, 0 to 2. */
  sc_temporal_layers?: number;
  /** The SVC spatial layer to get, 0 to 2. */
  spatial_layer?: number;
  /** The SVC temporal layer to get, 0 to 2. */
  temporal_layer?: number;
  /** The playout-delay extension's minimum, in units of 10 ms. */
  min_delay?: number;
  /** The playout-delay extension's maximum, in units of 10 ms. */
  max_delay?: number;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Ends publishing; the handle stays in the room. */
export interface VideoRoomUnpublish {
}

/** Leaves the room; the handle can't join again. */
export interface VideoRoomLeave {
}

/** The subscription is there; its offer waits for an answer. */
export interface VideoRoomAttached {
  /** The room. */
  room?: number | string;
  /** Whose, in the old form. */
  feed?: number | string;
  /** The publisher's name, in the old form. */
  display?: string;
  /** The streams. */
  streams?: Array<VideoRoomSubscriberStream>;
  /** `deprecated_api` for one in the old form. */
  warning?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The subscription flows. */
export interface VideoRoomStarted {
  /** The room. */
  room?: number | string;
  /** `ok` */
  started?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The subscription is paused. */
export interface VideoRoomPaused {
  /** The room. */
  room?: number | string;
  /** `ok` */
  paused?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Other streams flow. */
export interface VideoRoomSwitched {
  /** The room. */
  room?: number | string;
  /** `ok` */
  switched?: string;
  /** How many streams changed. */
  changes?: number;
  /** The streams. */
  streams?: Array<VideoRoomSubscriberStream>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was made, changed or ended. */
export interface VideoRoomCreated {
  /** The room. */
  room?: number | string;
  /** Whether Janus's configuration was changed. */
  permanent?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Whether a room exists. */
export interface VideoRoomExistence {
  /** The room. */
  room?: number | string;
  /** Whether it does. */
  exists?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The rooms. */
export interface VideoRoomRooms {
  /** Each with its settings. */
  list?: Array<VideoRoomRoom>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A room and its settings. */
export interface VideoRoomRoom {
  /** Its id. */
  room?: number | string;
  /** What it is called. */
  description?: string;
  /** Whether joining needs a PIN. */
  pin_required?: boolean;
  /** Whether only the plugin's `admin_key` shows it in lists. */
  is_private?: boolean;
  /** How many may publish at a time. */
  max_publishers?: number;
  /** The most that a publisher may send, in bits a second; 0 is no bound. */
  bitrate?: number;
  /** Whether publishers can't change that; missing where they can. */
  bitrate_cap?: boolean;
  /** How often publishers are asked for a keyframe, in seconds; 0 is never. */
  fir_freq?: number;
  /** Whether subscribers must name a publisher's `private_id`. */
  require_pvtid?: boolean;
  /** Whether publishers must encrypt from end to end. */
  require_e2ee?: boolean;
  /** Whether there is a publisher that sends nothing. */
  dummy_publisher?: boolean;
  /** Whether publishers hear of those who join. */
  notify_joining?: boolean;
  /** The audio codecs, by preference and separated by commas. */
  audiocodec?: string;
  /** The video codecs, likewise. */
  videocodec?: string;
  /** Whether Opus uses inband FEC; missing where it does not. */
  opus_fec?: boolean;
  /** Whether Opus uses DTX; missing where it does not. */
  opus_dtx?: boolean;
  /** Whether VP9 or AV1 may have SVC (until Janus 1.1.3). */
  video_svc?: boolean;
  /** Whether it is recorded. */
  record?: boolean;
  /** Where recordings go. */
  rec_dir?: string;
  /** Whether starting and stopping to record needs the room's secret. */
  lock_record?: boolean;
  /** How many publishers and attendees are in it. */
  num_participants?: number;
  /** Whether audio levels are negotiated. */
  audiolevel_ext?: boolean;
  /** Whether it is told who talks. */
  audiolevel_event?: boolean;
  /** Over how many packets that is decided. */
  audio_active_packets?: number;
  /** The level that counts as talking: 127 is silence, 0 as loud as can be. */
  audio_level_average?: number;
  /** Whether the orientation of video is negotiated. */
  videoorient_ext?: boolean;
  /** Whether playout delays are negotiated. */
  playoutdelay_ext?: boolean;
  /** Whether transport-wide congestion control is negotiated. */
  transport_wide_cc_ext?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Which tokens may join. */
export interface VideoRoomAllowed {
  /** The room. */
  room?: number | string;
  /** The tokens; missing where none are asked for. */
  list?: Array<string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was done. */
export interface VideoRoomDone {
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Who is in a room. */
export interface VideoRoomParticipants {
  /** The room. */
  room?: number | string;
  /** Who. */
  participants?: Array<VideoRoomParticipant>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody in a room. */
export interface VideoRoomParticipant {
  /** Who. */
  feed?: number | string;
  /** The name to show. */
  display?: string;
  /** What it said of itself (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Whether it publishes. */
  publisher?: boolean;
  /** Whether it talks. */
  talking?: boolean;
  /** Whether it sends nothing. */
  dummy?: boolean;
  /** Whether it comes from another server. */
  remote?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Media are being forwarded. */
export interface VideoRoomForwarding {
  /** The room. */
  room?: number | string;
  /** Whose. */
  feed?: number | string;
  /** Where to. */
  forwarders?: Array<VideoRoomForwarder>;
  /** Where to, in the old form. */
  rtp_stream?: unknown;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Where a stream is forwarded to. */
export interface VideoRoomForwarder {
  /** Its id. */
  stream_id?: number;
  /** `audio`, `video` or `data`. */
  type?: string;
  /** The host. */
  host?: string;
  /** The port. */
  port?: number;
  /** The RTCP port here. */
  local_rtcp_port?: number;
  /** The RTCP port there. */
  remote_rtcp_port?: number;
  /** The payload type. */
  pt?: number;
  /** The SSRC. */
  ssrc?: number;
  /** The simulcast substream. */
  substream?: number;
  /** Whether it is encrypted. */
  srtp?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A forwarder ended. */
export interface VideoRoomForwardStopped {
  /** The room. */
  room?: number | string;
  /** Whose. */
  feed?: number | string;
  /** Which. */
  stream?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The forwarders of a room. */
export interface VideoRoomForwarders {
  /** The room. */
  room?: number | string;
  /** Each publisher's. */
  forwarders?: Array<VideoRoomFeedForwarders>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A publisher's forwarders. */
export interface VideoRoomFeedForwarders {
  /** Whose. */
  feed?: number | string;
  /** The publisher's name. */
  display?: string;
  /** Where to. */
  forwarders?: Array<VideoRoomForwarder>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A publisher between servers. */
export interface VideoRoomRemote {
  /** The room. */
  room?: number | string;
  /** Whose. */
  feed?: number | string;
  /** The connection's name. */
  remote_id?: string;
  /** Where its media are awaited. */
  ip?: string;
  /** On which port. */
  port?: number;
  /** On which RTCP port. */
  rtcp_port?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Where a publisher is sent. */
export interface VideoRoomRemotes {
  /** The room. */
  room?: number | string;
  /** Whose. */
  feed?: number | string;
  /** Each of them. */
  list?: Array<VideoRoomDestination>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A server that a publisher is sent to. */
export interface VideoRoomDestination {
  /** The connection's name. */
  remote_id?: string;
  /** Where to. */
  host?: string;
  /** To which port. */
  port?: number;
  /** To which port RTCP goes. */
  rtcp_port?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A publisher's stream. */
export interface VideoRoomStream {
  /** `audio`, `video` or `data`. */
  type?: string;
  /** Its index. */
  mindex?: number;
  /** Its mid. */
  mid?: string;
  /** Whether it is off; then the rest is missing. */
  disabled?: boolean;
  /** Its codec. */
  codec?: string;
  /** What it is. */
  description?: string;
  /** Whether it was muted by `Moderate`. */
  moderated?: boolean;
  /** Whether it is simulcast. */
  simulcast?: boolean;
  /** Whether it is SVC. */
  svc?: boolean;
  /** Whether it talks. */
  talking?: boolean;
  /** Whether it is stereo. */
  stereo?: boolean;
  /** Whether it has forward error correction. */
  fec?: boolean;
  /** Whether it has discontinuous transmission. */
  dtx?: boolean;
  /** H.264's profile. */
  h264_profile?: string;
  /** VP9's profile. */
  vp9_profile?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A stream subscribed to. */
export interface VideoRoomSubscriberStream {
  /** `audio`, `video` or `data`. */
  type?: string;
  /** Whether it is in use. */
  active?: boolean;
  /** Its index. */
  mindex?: number;
  /** Its mid in the subscription. */
  mid?: string;
  /** The subscriber's own name for it. */
  crossrefid?: string;
  /** Whether it can flow. */
  ready?: boolean;
  /** Whether it flows. */
  send?: boolean;
  /** Whose it is. */
  feed_id?: number | string;
  /** The publisher's name. */
  feed_display?: string;
  /** Its mid at the publisher. */
  feed_mid?: string;
  /** What it is. */
  feed_description?: string;
  /** What the publisher said of itself (Janus 1.4.1 and newer). */
  feed_metadata?: unknown;
  /** Its codec. */
  codec?: string;
  /** H.264's profile. */
  'h264-profile'?: string;
  /** VP9's profile. */
  'vp9-profile'?: string;
  /** The playout delay that is asked for. */
  'playout-delay'?: VideoRoomPlayoutDelay;
  /** Its simulcast substreams, where it has some. */
  simulcast?: VideoRoomSimulcastState;
  /** Its SVC layers, where it has some. */
  svc?: VideoRoomSvcState;
  /** How many publishers' data come by it. */
  sources?: number;
  /** Whose data come by it. */
  source_ids?: Array<number | string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A playout delay, in units of 10 ms. */
export interface VideoRoomPlayoutDelay {
  /** The least. */
  'min-delay'?: number;
  /** The most. */
  'max-delay'?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Which simulcast substream flows, and which is wanted. */
export interface VideoRoomSimulcastState {
  /** The substream that flows; -1 for none yet. */
  substream?: number;
  /** The substream that is wanted. */
  'substream-target'?: number;
  /** The temporal layer that flows; -1 for none yet. */
  'temporal-layer'?: number;
  /** The temporal layer that is wanted. */
  'temporal-layer-target'?: number;
  /** Microseconds without media before a lower substream is taken. */
  fallback?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Which SVC layers flow, and which are wanted. */
export interface VideoRoomSvcState {
  /** The spatial layer that flows; -1 for none yet. */
  'spatial-layer'?: number;
  /** The spatial layer that is wanted. */
  'target-spatial-layer'?: number;
  /** The temporal layer that flows; -1 for none yet. */
  'temporal-layer'?: number;
  /** The temporal layer that is wanted. */
  'target-temporal-layer'?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Subscribes to streams of a room; an offer comes back, to be answered with `Start`. */
export interface VideoRoomJoinSubscriber {
  /** The room. */
  room: number | string;
  /** Whose streams, all of them (deprecated by `streams`). */
  feed?: number | string;
  /** Whose streams, and which. */
  streams?: Array<VideoRoomSubscription>;
  /** The own publisher's `private_id`, where the room asks for it. */
  private_id?: number;
  /** The room's pin, if it has one. */
  pin?: string;
  /** A token, where the room asks for one. */
  token?: string;
  /** Get offers when publishers leave (Janus's default: true). */
  autoupdate?: boolean;
  /** Name streams by publisher in the SDP. */
  use_msid?: boolean;
  /** As in Janode; Janus does nothing with it (`offer_audio` and the like choose). */
  audio?: boolean;
  /** As in Janode; Janus does nothing with it (`offer_audio` and the like choose). */
  video?: boolean;
  /** As in Janode; Janus does nothing with it (`offer_audio` and the like choose). */
  data?: boolean;
  /** Offer audio (deprecated by `streams`). */
  offer_audio?: boolean;
  /** Offer video (deprecated by `streams`). */
  offer_video?: boolean;
  /** Offer data (deprecated by `streams`). */
  offer_data?: boolean;
  /** As in Janode; Janus 1.x does nothing with it, but for what stands in `streams`. */
  sc_substream_layer?: number;
  /** As in Janode; Janus 1.x does nothing with it, but for what stands in `streams`. */
  sc_substream_fallback_ms?: number;
  /** As in Janode; Janus 1.x does nothing with it, but for what stands in `streams`. */
  sc_temporal_layers?: number;
}

/** Answers an offer, or resumes what `Pause` paused. */
export interface VideoRoomStart {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Pauses all streams. */
export interface VideoRoomPause {
}

/** Takes other publishers' streams in the place of those subscribed to, without a new offer. */
export interface VideoRoomSwitch {
  /** Whose streams (deprecated by `streams`). */
  to_feed?: number | string;
  /** Which stream in the place of which. */
  streams?: Array<VideoRoomSwitchStream>;
  /** As in Janode; Janus does nothing with it. */
  audio?: boolean;
  /** As in Janode; Janus does nothing with it. */
  video?: boolean;
  /** As in Janode; Janus does nothing with it. */
  data?: boolean;
}

/** Subscribes to more streams. */
export interface VideoRoomSubscribe {
  /** Whose, and which. */
  streams: Array<VideoRoomSubscription>;
}

/** Ends subscriptions. */
export interface VideoRoomUnsubscribe {
  /** Whose, and which. */
  streams: Array<VideoRoomUnsubscription>;
}

/** Subscribes and unsubscribes in one go, with one new offer. */
export interface VideoRoomUpdate {
  /** What to get as well. */
  subscribe?: Array<VideoRoomSubscription>;
  /** What to get no more. */
  unsubscribe?: Array<VideoRoomUnsubscription>;
}

/** What a stream is. */
export interface VideoRoomDescription {
  /** Which stream. */
  mid: string;
  /** What it is. */
  description: string;
}

/** What to change of a stream. */
export interface VideoRoomStreamChange {
  /** Which one. */
  mid?: string;
  /** Send or pause it. */
  send?: boolean;
  /** Ask for a key frame. */
  keyframe?: boolean;
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

/** A stream to get, or all of a publisher's. */
export interface VideoRoomSubscription {
  /** Whose. */
  feed: number | string;
  /** Which one; all without it. */
  mid?: string;
  /** A name of your own for it. */
  crossrefid?: string;
  /** Whether it flows at once. */
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

/** A stream to get no more, or all of a publisher's. */
export interface VideoRoomUnsubscription {
  /** Whose. */
  feed?: number | string;
  /** Which one of the publisher's. */
  mid?: string;
  /** Which one of the subscription's. */
  sub_mid?: string;
}

/** A stream in the place of another. */
export interface VideoRoomSwitchStream {
  /** Whose. */
  feed: number | string;
  /** Which one of the publisher's. */
  mid: string;
  /** In the place of which. */
  sub_mid: string;
  /** The simulcast substream to get, 0 to 2. */
  substream?: number;
  /** The simulcast temporal layers to get, 0 to 2. */
  temporal?: number;
  /** The SVC spatial layer to get, 0 to 2 (Janus 1.1.4 and newer). */
  spatial_layer?: number;
  /** The SVC temporal layer to get, 0 to 2 (Janus 1.1.4 and newer). */
  temporal_layer?: number;
}

/** A stream of a dummy publisher. */
export interface VideoRoomDummyStream {
  /** Its codec. */
  codec: string;
  /** Its format parameters. */
  fmtp?: string;
}

/** A stream to forward. */
export interface VideoRoomForwardStream {
  /** Which one. */
  mid: string;
  /** To which port. */
  port: number;
  /** To which host, if another. */
  host?: string;
  /** `ipv4` or `ipv6`, for a host by name. */
  host_family?: string;
  /** The RTCP port. */
  rtcp_port?: number;
  /** The payload type. */
  pt?: number;
  /** The SSRC. */
  ssrc?: number;
  /** Forward the best substream only. */
  simulcast?: boolean;
  /** The port of the second substream. */
  port_2?: number;
  /** Its SSRC. */
  ssrc_2?: number;
  /** Its payload type. */
  pt_2?: number;
  /** The port of the third substream. */
  port_3?: number;
  /** Its SSRC. */
  ssrc_3?: number;
  /** Its payload type. */
  pt_3?: number;
}

/** A stream of a remote publisher. */
export interface VideoRoomRemoteStream {
  /** Its mid. */
  mid: string;
  /** Its index. */
  mindex: number;
  /** `audio`, `video` or `data`. */
  type: string;
  /** Its codec, for audio and video. */
  codec?: string;
  /** What it is. */
  description?: string;
  /** Whether it is off. */
  disabled?: boolean;
  /** Whether it is stereo. */
  stereo?: boolean;
  /** Whether it has forward error correction. */
  fec?: boolean;
  /** Whether it has discontinuous transmission. */
  dtx?: boolean;
  /** H.264's profile. */
  h264_profile?: string;
  /** VP9's profile. */
  vp9_profile?: string;
  /** Whether it is simulcast. */
  simulcast?: boolean;
  /** Whether it is SVC. */
  svc?: boolean;
  /** The id of the audio-level extension. */
  audiolevel_ext_id?: number;
  /** The id of the orientation extension. */
  videoorient_ext_id?: number;
  /** The id of the playout-delay extension. */
  playoutdelay_ext_id?: number;
}

export interface VideoRoomHandle {
  /** The room that the handle is in. */
  readonly room: number | string | null;
  /** The handle's own feed, or the one that it is subscribed to. */
  readonly feed: number | string | null;
  /** The streams of a subscription. */
  readonly streams: VideoRoomSubscriberStream[] | null;
}

/** Other streams flow. */
export interface VideoRoomSwitchResult extends VideoRoomSwitched {
  /** The feed before. */
  from_feed?: number | string;
  /** The feed now. */
  to_feed?: number | string;
}

/** Where a stream is forwarded to; the fields have the names of what is forwarded. */
export interface VideoRoomNamedForwarder {
  /** The host. */
  host?: string;
  /** The forwarder of the audio. */
  audio_stream?: number;
  /** Its port. */
  audio_port?: number;
  /** Its RTCP port. */
  audio_rtcp_port?: number;
  /** The forwarder of the video. */
  video_stream?: number;
  /** Its port. */
  video_port?: number;
  /** Its RTCP port. */
  video_rtcp_port?: number;
  /** The forwarder of the second simulcast substream. */
  video_stream_2?: number;
  /** Its port. */
  video_port_2?: number;
  /** The forwarder of the third simulcast substream. */
  video_stream_3?: number;
  /** Its port. */
  video_port_3?: number;
  /** The forwarder of the data. */
  data_stream?: number;
  /** Its port. */
  data_port?: number;
  /** The simulcast substream. */
  sc_substream_layer?: number;
  /** The RTCP port here. */
  local_rtcp_port?: number;
  /** The payload type. */
  pt?: number;
  /** The SSRC. */
  ssrc?: number;
  /** Whether it is encrypted. */
  srtp?: boolean;
  [field: string]: unknown;
}

/** A publisher is forwarded. */
export interface VideoRoomStartForwardResult {
  /** The room. */
  room: number | string;
  /** Whose media they are. */
  feed: number | string;
  /** Where each stream goes, where `streams` were asked for. */
  forwarders?: VideoRoomNamedForwarder[];
  /** Where they go, where the fields for one stream of each kind were used. */
  forwarder?: VideoRoomNamedForwarder;
  [field: string]: unknown;
}

/** The forwarders of a room. */
export interface VideoRoomListForwardResult {
  /** The room. */
  room: number | string;
  /** Each publisher's. */
  forwarders: Array<{
    /** Whose. */
    feed: number | string;
    /** The publisher's name. */
    display?: string;
    /** Where to. */
    forwarders: VideoRoomNamedForwarder[];
    [field: string]: unknown;
  }>;
  [field: string]: unknown;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly VIDEOROOM_ERROR: 'videoroom_error';
  /** The response to `JoinPublisher` or `JoinConfigurePublisher`, where it comes after its request has ended. */
  readonly VIDEOROOM_JOINED: 'videoroom_joined';
  /** The response to `JoinSubscriber`, where it comes after its request has ended. */
  readonly VIDEOROOM_SUBSCRIBED: 'videoroom_subscribed';
  /** The subscription changed; an offer waits for an answer. */
  readonly VIDEOROOM_UPDATED: 'videoroom_updated';
  /** The response to `Subscribe`, `Unsubscribe` or `Update`, where it comes after its request has ended. */
  readonly VIDEOROOM_UPDATING: 'videoroom_updating';
  /** Somebody talks, or stops (rooms with `talking_events`). */
  readonly VIDEOROOM_TALKING: 'videoroom_talking';
  /** Janus reports losses. */
  readonly VIDEOROOM_SLOWLINK: 'videoroom_slowlink';
  /** The room ended. Subscribers are not told. */
  readonly VIDEOROOM_DESTROYED: 'videoroom_destroyed';
  /** Whether the room is recorded. */
  readonly VIDEOROOM_RECORDING_ENABLED_STATE: 'videoroom_recording_enabled_state';
  /** Somebody is there, without publishing yet (rooms with `notify_joining`). */
  readonly VIDEOROOM_PUB_PEER_JOINED: 'videoroom_publisher_joined';
  /** Who publishes now; each entry is the publisher's whole state. */
  readonly VIDEOROOM_PUB_LIST: 'videoroom_publisher_list';
  /** A change was made. */
  readonly VIDEOROOM_CONFIGURED: 'videoroom_configured';
  /** The response to `Start`, where it comes after its request has ended. */
  readonly VIDEOROOM_STARTED: 'videoroom_started';
  /** The response to `Pause`, where it comes after its request has ended. */
  readonly VIDEOROOM_PAUSED: 'videoroom_paused';
  /** The response to `Switch`, where it comes after its request has ended. */
  readonly VIDEOROOM_SWITCHED: 'videoroom_switched';
  /** A participant, or this handle, stopped publishing. */
  readonly VIDEOROOM_UNPUBLISHED: 'videoroom_unpublished';
  /** A participant leaves the room, or this handle was thrown out: then `reason` is `kicked`. */
  readonly VIDEOROOM_LEAVING: 'videoroom_leaving';
  /** Another participant was thrown out. */
  readonly VIDEOROOM_KICKED: 'videoroom_kicked';
  /** A stream was muted or unmuted by `Moderate`. */
  readonly VIDEOROOM_MODERATED: 'videoroom_moderated';
  /** A name changed. */
  readonly VIDEOROOM_DISPLAY: 'videoroom_display';
  /** The simulcast substream that flows changed. */
  readonly VIDEOROOM_SC_SUBSTREAM_LAYER: 'videoroom_sc_substream_layer';
  /** The simulcast temporal layers that flow changed. */
  readonly VIDEOROOM_SC_TEMPORAL_LAYERS: 'videoroom_sc_temporal_layers';
  /** The SVC layers that flow changed (Janus 1.1.4 and newer). */
  readonly VIDEOROOM_SVC_LAYERS: 'videoroom_svc_layers';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 421;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 422;
  /** No such request. */
  readonly INVALID_REQUEST: 423;
  /** The handle must join first. */
  readonly JOIN_FIRST: 424;
  /** The handle has joined already. */
  readonly ALREADY_JOINED: 425;
  /** No such room. */
  readonly NO_SUCH_ROOM: 426;
  /** The room exists already. */
  readonly ROOM_EXISTS: 427;
  /** No such feed. */
  readonly NO_SUCH_FEED: 428;
  /** A field is missing. */
  readonly MISSING_ELEMENT: 429;
  /** A field is wrong. */
  readonly INVALID_ELEMENT: 430;
  /** An offer for an answer, or the other way round. */
  readonly INVALID_SDP_TYPE: 431;
  /** The room has as many publishers as it may. */
  readonly PUBLISHERS_FULL: 432;
  /** A wrong secret, pin, token or private id. */
  readonly UNAUTHORIZED: 433;
  /** The handle publishes already. */
  readonly ALREADY_PUBLISHED: 434;
  /** The handle does not publish. */
  readonly NOT_PUBLISHED: 435;
  /** The id is taken. */
  readonly ID_EXISTS: 436;
  /** The SDP can't be used. */
  readonly INVALID_SDP: 437;
  /** The feed can't be used (Janus 1.2.2 and newer). */
  readonly INVALID_FEED: 438;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 499;
};

/** What each event carries. */
export interface VideoRoomEvents extends HandleEvents {
  videoroom_error: [JanusError];
  videoroom_joined: [VideoRoomJoined];
  videoroom_subscribed: [VideoRoomAttached];
  videoroom_updated: [VideoRoomUpdated];
  videoroom_updating: [VideoRoomUpdated];
  videoroom_talking: [VideoRoomTalking];
  videoroom_slowlink: [VideoRoomSlowLink];
  videoroom_destroyed: [VideoRoomDestroyed];
  videoroom_recording_enabled_state: [VideoRoomRecording];
  videoroom_publisher_joined: [VideoRoomPeerJoined];
  videoroom_publisher_list: [VideoRoomPublisherList];
  videoroom_configured: [VideoRoomConfigured];
  videoroom_started: [VideoRoomStarted];
  videoroom_paused: [VideoRoomPaused];
  videoroom_switched: [VideoRoomSwitched];
  videoroom_unpublished: [VideoRoomUnpublished];
  videoroom_leaving: [VideoRoomLeaving];
  videoroom_kicked: [VideoRoomKicked];
  videoroom_moderated: [VideoRoomModerated];
  videoroom_display: [VideoRoomDisplay];
  videoroom_sc_substream_layer: [VideoRoomSubstreamLayer];
  videoroom_sc_temporal_layers: [VideoRoomTemporalLayers];
  videoroom_svc_layers: [VideoRoomSvcLayers];
}

/** The VideoRoom plugin. */
export declare class VideoRoomHandle extends Handle<VideoRoomEvents> {
  /** Forwards a publisher's media to a host. */
  startForward(params: VideoRoomStartForward, options?: CallOptions): Promise<VideoRoomStartForwardResult>;
  /** Ends a forwarder. */
  stopForward(params: VideoRoomStopForward, options?: CallOptions): Promise<VideoRoomForwardStopped>;
  /** Lists the forwarders of a room. */
  listForward(params: VideoRoomListForward, options?: CallOptions): Promise<VideoRoomListForwardResult>;
  /** Sends a publisher to another server's room. */
  publishRemotely(params: VideoRoomPublishRemotely, options?: CallOptions): Promise<VideoRoomRemote>;
  /** Ends what `PublishRemotely` began. */
  unpublishRemotely(params: VideoRoomUnpublishRemotely, options?: CallOptions): Promise<VideoRoomRemote>;
  /** Lists where a publisher is sent. */
  listRemotes(params: VideoRoomListRemotes, options?: CallOptions): Promise<VideoRoomRemotes>;
  /** Takes in a publisher of another server's room. */
  addRemotePublisher(params: VideoRoomAddRemotePublisher, options?: CallOptions): Promise<VideoRoomRemote>;
  /** Changes a publisher that was taken in. */
  updateRemotePublisher(params: VideoRoomUpdateRemotePublisher, options?: CallOptions): Promise<VideoRoomDone & Pick<VideoRoomUpdateRemotePublisher, 'room' | 'feed'>>;
  /** Lets a publisher that was taken in go. */
  removeRemotePublisher(params: VideoRoomRemoveRemotePublisher, options?: CallOptions): Promise<VideoRoomDone & Pick<VideoRoomRemoveRemotePublisher, 'room' | 'feed'>>;
  /** Makes a room. */
  create(params?: VideoRoomCreate, options?: CallOptions): Promise<VideoRoomCreated>;
  /** Changes a room. */
  edit(params: VideoRoomEdit, options?: CallOptions): Promise<VideoRoomCreated>;
  /** Ends a room; publishers are told, subscribers are not. */
  destroy(params: VideoRoomDestroy, options?: CallOptions): Promise<VideoRoomCreated>;
  /** Asks whether a room exists. */
  exists(params: VideoRoomExists, options?: CallOptions): Promise<VideoRoomExistence>;
  /** Lists the rooms. */
  list(params?: VideoRoomList, options?: CallOptions): Promise<VideoRoomRooms>;
  /** Changes which tokens may join. */
  allow(params: VideoRoomAllow, options?: CallOptions): Promise<VideoRoomAllowed>;
  /** Throws a participant out. */
  kick(params: VideoRoomKick, options?: CallOptions): Promise<VideoRoomDone & Pick<VideoRoomKick, 'room' | 'feed'>>;
  /** Mutes or unmutes a participant's stream; all are told. */
  moderate(params: VideoRoomModerate, options?: CallOptions): Promise<VideoRoomDone & Pick<VideoRoomModerate, 'room' | 'feed' | 'mid' | 'mute'>>;
  /** Lists who is in a room. */
  listParticipants(params: VideoRoomListParticipants, options?: CallOptions): Promise<VideoRoomParticipants>;
  /** Begins or ends recording all of a room. */
  enableRecording(params: VideoRoomEnableRecording, options?: CallOptions): Promise<VideoRoomRecording & Pick<VideoRoomEnableRecording, 'room'>>;
  /** The same as `enableRecording`. */
  enable_recording(params: VideoRoomEnableRecording, options?: CallOptions): Promise<VideoRoomRecording & Pick<VideoRoomEnableRecording, 'room'>>;
  /** Joins a room as a publisher, without media yet. */
  joinPublisher(params: VideoRoomJoinPublisher, options?: CallOptions): Promise<VideoRoomJoined & Pick<VideoRoomJoinPublisher, 'display'>>;
  /** Joins a room as a publisher and publishes, in one go. */
  joinConfigurePublisher(params: VideoRoomJoinConfigurePublisher, options?: CallOptions): Promise<VideoRoomJoined & Pick<VideoRoomJoinConfigurePublisher, 'display'>>;
  /**
   * Begins to publish with an offer; the answer comes back. Without an offer it is refused before it is sent
   * (`InvalidArgument`), as Janus would say "ok" and publish nothing.
   */
  publish(params: VideoRoomPublish & { jsep: Jsep }, options?: CallOptions): Promise<VideoRoomConfigured & Pick<VideoRoomPublish, 'display'> & { feed?: number | string; }>;
  /** Changes a publisher or a subscriber, or renegotiates with an offer. */
  configure(params?: VideoRoomConfigure, options?: CallOptions): Promise<VideoRoomConfigured & Pick<VideoRoomConfigure, 'display' | 'update' | 'restart'> & { feed?: number | string; }>;
  /** Ends publishing; the handle stays in the room. */
  unpublish(params?: VideoRoomUnpublish, options?: CallOptions): Promise<VideoRoomUnpublished>;
  /** Leaves the room; the handle can't join again. */
  leave(params?: VideoRoomLeave, options?: CallOptions): Promise<VideoRoomLeaving>;
  /** Subscribes to streams of a room; an offer comes back, to be answered with `Start`. */
  joinSubscriber(params: VideoRoomJoinSubscriber, options?: CallOptions): Promise<VideoRoomAttached>;
  /** The same as `joinSubscriber`. */
  joinListener(params: VideoRoomJoinSubscriber, options?: CallOptions): Promise<VideoRoomAttached>;
  /** Answers an offer, or resumes what `Pause` paused. */
  start(params?: VideoRoomStart, options?: CallOptions): Promise<VideoRoomStarted & { feed?: number | string; }>;
  /** Pauses all streams. */
  pause(params?: VideoRoomPause, options?: CallOptions): Promise<VideoRoomPaused & { feed?: number | string; }>;
  /** Takes other publishers' streams in the place of those subscribed to, without a new offer. */
  switch(params?: VideoRoomSwitch, options?: CallOptions): Promise<VideoRoomSwitchResult>;
  /** Subscribes to more streams. */
  subscribe(params: VideoRoomSubscribe, options?: CallOptions): Promise<VideoRoomUpdated>;
  /** Ends subscriptions. */
  unsubscribe(params: VideoRoomUnsubscribe, options?: CallOptions): Promise<VideoRoomUpdated>;
  /** Subscribes and unsubscribes in one go, with one new offer. */
  update(params?: VideoRoomUpdate, options?: CallOptions): Promise<VideoRoomUpdated>;
}

declare const plugin: {
  readonly id: 'janus.plugin.videoroom';
  readonly Handle: typeof VideoRoomHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
