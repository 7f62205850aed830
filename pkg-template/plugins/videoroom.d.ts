// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, MediaKind, Codec, HostFamily, AllowAction } from '../index.js';

/** The state of a moderated stream. */
export type VideoRoomModeration = 'muted' | 'unmuted' | (string & {});

/** The reason why a participant leaves. */
export type VideoRoomLeaveReason = 'kicked' | (string & {});

/** The handle has joined the room as a publisher. */
export interface VideoRoomJoined extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The publisher id of this handle: a number, or a text if the plugin is configured with `string_ids`. Janus's
   * name: `id`.
   */
  feed: number | string;
  /** The description of the room. */
  description: string;
  /** The private id of this publisher. `joinSubscriber` must send it in rooms with `require_pvtid`. */
  private_id: number;
  /** The active publishers of the room. */
  publishers: Array<VideoRoomPublisher>;
  /** The participants that do not publish; only in rooms with `notify_joining`. */
  attendees?: Array<VideoRoomAttendee>;
  /** The number of audio packets over which talking is detected; only if this handle set it. */
  audio_active_packets?: number;
  /** The audio level that counts as talking, 127 (silence) to 0 (loudest); only if this handle set it. */
  audio_level_average?: number;
  /** The audio codec that this handle publishes; only in the response to an offer. Janus's name: `audio_codec`. */
  audiocodec?: Codec;
  /** The video codec that this handle publishes; only in the response to an offer. Janus's name: `video_codec`. */
  videocodec?: Codec;
  /** The streams that this handle publishes; only in the response to an offer. */
  streams?: Array<VideoRoomStream>;
  /** The SDP answer, if the request carried an offer. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** An active publisher and its streams. */
export interface VideoRoomPublisher extends Received {
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The display name of the publisher. */
  display?: string;
  /** The metadata object that the publisher set (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Whether this is the room's dummy publisher, which sends no media; missing for all others. */
  dummy?: boolean;
  /** Whether the participant is talking (rooms with `talking_events`, Janus: `audiolevel_event`). */
  talking?: boolean;
  /** The audio codec of the publisher. Janus's name: `audio_codec`. */
  audiocodec?: Codec;
  /** The video codec of the publisher. Janus's name: `video_codec`. */
  videocodec?: Codec;
  /** The streams of the publisher. */
  streams: Array<VideoRoomStream>;
}

/** A participant that has joined as a publisher and does not publish. */
export interface VideoRoomAttendee extends Received {
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The display name of the participant. */
  display?: string;
  /** The metadata object that the participant set (Janus 1.3.0 and newer). */
  metadata?: unknown;
}

/** The publishers that became active or changed their streams. Each entry is the complete state of one publisher. */
export interface VideoRoomPublisherList extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The publishers that became active or changed. */
  publishers: Array<VideoRoomPublisher>;
}

/** The response to `configure` and `publish`: the change is applied. */
export interface VideoRoomConfigured extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The text `ok`. */
  configured: string;
  /** The audio codec that this handle publishes; only in the response to an offer. Janus's name: `audio_codec`. */
  audiocodec?: Codec;
  /** The video codec that this handle publishes; only in the response to an offer. Janus's name: `video_codec`. */
  videocodec?: Codec;
  /** The streams that this handle publishes; only in the response to an offer. */
  streams?: Array<VideoRoomStream>;
  /** The SDP answer to a publisher's offer, or the SDP offer to a subscriber; answer an offer with `start`. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** A participant, or this handle, stopped publishing. */
export interface VideoRoomUnpublished extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant; none if it is this handle. In JavaScript this handle's own feed, or no value if the
   * handle was adopted. Janus's name: `unpublished`.
   */
  feed?: number | string;
  /** The display name of the participant (Janus 1.3.0 and newer). */
  display?: string;
  /** The metadata object of the participant (Janus 1.3.0 and newer). */
  metadata?: unknown;
}

/** A participant leaves the room, or this handle has left it. */
export interface VideoRoomLeaving extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant; none if it is this handle. In JavaScript this handle's own feed, or no value if the
   * handle was adopted. Janus's name: `leaving`.
   */
  feed?: number | string;
  /** The reason: `kicked` if this handle was kicked. The other participants receive `videoroom_kicked` instead. */
  reason?: VideoRoomLeaveReason;
  /** The display name of the participant (Janus 1.3.0 and newer). */
  display?: string;
  /** The metadata object of the participant (Janus 1.3.0 and newer). */
  metadata?: unknown;
}

/** The subscription was changed. With an SDP offer, the handle must answer with `start`. */
export interface VideoRoomUpdated extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The streams of the subscription. */
  streams?: Array<VideoRoomSubscriberStream>;
  /** The SDP offer of Janus, if a renegotiation is needed; answer it with `start`. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The recording state of the room. */
export interface VideoRoomRecording extends Received {
  /** Whether the publishers of the room are recorded. */
  record: boolean;
}

/** A participant joined as a publisher and does not publish yet (rooms with `notify_joining`). */
export interface VideoRoomPeerJoined extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The display name of the participant. */
  display?: string;
  /** The metadata object that the participant set (Janus 1.3.0 and newer). */
  metadata?: unknown;
}

/** A participant was kicked from the room. */
export interface VideoRoomKicked extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the kicked participant. Janus's name: `kicked`. */
  feed: number | string;
  /** The display name of the participant (Janus 1.3.0 and newer). */
  display?: string;
  /** The metadata object of the participant (Janus 1.3.0 and newer). */
  metadata?: unknown;
}

/** A participant changed its display name or its metadata. */
export interface VideoRoomDisplay extends Received {
  /**
   * The id of the room: a number, or a text if the plugin is configured with `string_ids`. No version up to Janus
   * 1.4.1 sends it.
   */
  room?: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The new display name. */
  display?: string;
  /** The new metadata object (Janus 1.3.0 and newer). */
  metadata?: unknown;
}

/** A stream of a participant was muted or unmuted with `moderate`. */
export interface VideoRoomModerated extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The mid of the publisher's stream. */
  mid: string;
  /** The new state: `muted` or `unmuted`. */
  moderation: VideoRoomModeration;
}

/** The room was destroyed. */
export interface VideoRoomDestroyed extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
}

/** A participant started or stopped talking (rooms with `talking_events`, Janus: `audiolevel_event`). */
export interface VideoRoomTalking extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The index of the stream's m-line. */
  mindex: number;
  /** The mid of the audio stream. */
  mid: string;
  /** The average audio level, 127 (silence) to 0 (loudest). Janus's name: `audio-level-dBov-avg`. */
  audio_level: number;
  /**
   * Whether the participant is talking now. Janus's events: `talking` and `stopped-talking`. Janus's name:
   * `videoroom`.
   */
  talking: boolean;
}

/** Janus reports packet loss on this handle's PeerConnection (Janus: `slow_link`). */
export interface VideoRoomSlowLink extends Received {
  /** The bitrate limit in force, in bit/s; only for publishers. Janus's name: `current-bitrate`. */
  bitrate?: number;
}

/** The simulcast substream that Janus relays was changed. */
export interface VideoRoomSubstreamLayer extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The mid of the stream in the subscription. */
  mid: string;
  /** The simulcast substream that Janus relays now, 0 to 2. Janus's name: `substream`. */
  sc_substream_layer: number;
}

/** The number of simulcast temporal layers that Janus relays was changed. */
export interface VideoRoomTemporalLayers extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The mid of the stream in the subscription. */
  mid: string;
  /** The highest simulcast temporal layer that Janus relays now, 0 to 2. Janus's name: `temporal`. */
  sc_temporal_layers: number;
}

/** The SVC layers that Janus relays were changed. */
export interface VideoRoomSvcLayers extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The mid of the stream in the subscription. */
  mid: string;
  /** The SVC spatial layer that Janus relays now, 0 to 2. */
  spatial_layer?: number;
  /** The SVC temporal layer that Janus relays now, 0 to 2. */
  temporal_layer?: number;
}

/** Forwards the media of a publisher to another host over RTP (`"request": "rtp_forward"`). */
export interface VideoRoomStartForward {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `publisher_id`.
   */
  feed: number | string;
  /** The host that receives the media: a name or an address. Janus requires it even if each stream names its own. */
  host: string;
  /** The address family for a host name: `ipv4` or `ipv6`. */
  host_family?: HostFamily | undefined;
  /** The streams to forward, with their ports. Streams with an unknown mid are skipped without an error. */
  streams?: Array<VideoRoomForwardStream> | undefined;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured. */
  admin_key?: string | undefined;
  /** The port that receives audio (deprecated by `streams`). */
  audio_port?: number | undefined;
  /** The port for RTCP of audio (deprecated by `streams`). */
  audio_rtcp_port?: number | undefined;
  /** The SSRC of the forwarded audio (deprecated by `streams`). */
  audio_ssrc?: number | undefined;
  /** The RTP payload type of the forwarded audio (deprecated by `streams`). */
  audio_pt?: number | undefined;
  /** The port that receives video (deprecated by `streams`). */
  video_port?: number | undefined;
  /** The port for RTCP of video (deprecated by `streams`). */
  video_rtcp_port?: number | undefined;
  /** The SSRC of the forwarded video (deprecated by `streams`). */
  video_ssrc?: number | undefined;
  /** The RTP payload type of the forwarded video (deprecated by `streams`). */
  video_pt?: number | undefined;
  /** The port that receives the second simulcast substream (deprecated by `streams`). */
  video_port_2?: number | undefined;
  /** The SSRC of the second simulcast substream (deprecated by `streams`). */
  video_ssrc_2?: number | undefined;
  /** The RTP payload type of the second simulcast substream (deprecated by `streams`). */
  video_pt_2?: number | undefined;
  /** The port that receives the third simulcast substream (deprecated by `streams`). */
  video_port_3?: number | undefined;
  /** The SSRC of the third simulcast substream (deprecated by `streams`). */
  video_ssrc_3?: number | undefined;
  /** The RTP payload type of the third simulcast substream (deprecated by `streams`). */
  video_pt_3?: number | undefined;
  /** The port that receives data-channel messages (deprecated by `streams`). */
  data_port?: number | undefined;
  /** Whether to forward only the best substream of simulcast video (deprecated by `streams`). */
  simulcast?: boolean | undefined;
  /** The SRTP suite that encrypts the forwarded media: 32 or 80. Without it the media are not encrypted. */
  srtp_suite?: number | undefined;
  /** The SRTP key, in base64. */
  srtp_crypto?: string | undefined;
}

/** Stops an RTP forwarder (`"request": "stop_rtp_forward"`). */
export interface VideoRoomStopForward {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `publisher_id`.
   */
  feed: number | string;
  /** The id of the forwarder, as in `stream_id` of `VideoRoomForwarder`. Janus's name: `stream_id`. */
  stream: number;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured. */
  admin_key?: string | undefined;
}

/** Lists the RTP forwarders of a room (`"request": "listforwarders"`). */
export interface VideoRoomListForward {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Sends the media of a publisher to a room of another Janus server (`"request": "publish_remotely"`). */
export interface VideoRoomPublishRemotely {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `publisher_id`.
   */
  feed: number | string;
  /** The unique id of this remotization: a text that the application chooses. */
  remote_id: string;
  /** The host that receives the media: a name or an address. */
  host: string;
  /** The address family for a host name: `ipv4` or `ipv6`. */
  host_family?: HostFamily | undefined;
  /** The port of the other server that receives RTP; not zero. */
  port: number;
  /** The port of the other server that receives RTCP. */
  rtcp_port?: number | undefined;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured. */
  admin_key?: string | undefined;
  /** The SRTP suite that encrypts the forwarded media: 32 or 80 (Janus 1.3.0 and newer). */
  srtp_suite?: number | undefined;
  /** The SRTP key, in base64 (Janus 1.3.0 and newer). */
  srtp_crypto?: string | undefined;
}

/** Stops sending a publisher to another Janus server (`"request": "unpublish_remotely"`). */
export interface VideoRoomUnpublishRemotely {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `publisher_id`.
   */
  feed: number | string;
  /** The id of the remotization, as in `remote_id` of `publishRemotely`. */
  remote_id: string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Lists the Janus servers that a publisher is sent to (`"request": "listremotes"`). */
export interface VideoRoomListRemotes {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `publisher_id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Adds a publisher whose media come from another Janus server (`"request": "add_remote_publisher"`). */
export interface VideoRoomAddRemotePublisher {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The publisher id to use; Janus chooses a random one by default. Janus's name: `id`. */
  feed?: number | string | undefined;
  /** The display name of the remote publisher in this room. */
  display?: string | undefined;
  /** A metadata object for the other participants (Janus 1.3.0 and newer). */
  metadata?: unknown | undefined;
  /** The multicast group that the media are received on. */
  mcast?: string | undefined;
  /** The network interface that the media are received on. */
  iface?: string | undefined;
  /** The port that receives RTP; Janus chooses a free one by default. */
  port?: number | undefined;
  /** The port that receives RTCP; Janus chooses a free one by default. */
  rtcp_port?: number | undefined;
  /** The streams of the publisher; at least one. */
  streams: Array<VideoRoomRemoteStream>;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The SRTP suite of the received media: 32 or 80 (Janus 1.3.0 and newer). */
  srtp_suite?: number | undefined;
  /** The SRTP key, in base64 (Janus 1.3.0 and newer). */
  srtp_crypto?: string | undefined;
}

/** Changes a publisher that was added with `addRemotePublisher` (`"request": "update_remote_publisher"`). */
export interface VideoRoomUpdateRemotePublisher {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the remote publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's
   * name: `id`.
   */
  feed: number | string;
  /** The new display name of the remote publisher. */
  display?: string | undefined;
  /** A metadata object for the other participants (Janus 1.3.0 and newer). */
  metadata?: unknown | undefined;
  /** The streams to add or to change. */
  streams: Array<VideoRoomRemoteStream>;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The SRTP suite of the media received for added streams: 32 or 80 (Janus 1.3.0 and newer). */
  srtp_suite?: number | undefined;
  /** The SRTP key, in base64 (Janus 1.3.0 and newer). */
  srtp_crypto?: string | undefined;
}

/** Removes a publisher that was added with `addRemotePublisher` (`"request": "remove_remote_publisher"`). */
export interface VideoRoomRemoveRemotePublisher {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the remote publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's
   * name: `id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Creates a room (`"request": "create"`). */
export interface VideoRoomCreate {
  /** The id of the new room; Janus chooses a random one by default. */
  room?: number | string | undefined;
  /** Whether to save the room in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
  /** The description of the room (Janus's default: "Room" and the id). */
  description?: string | undefined;
  /** The secret that later requests must send to change, destroy or moderate the room. */
  secret?: string | undefined;
  /** The PIN that participants must send to join. */
  pin?: string | undefined;
  /** Whether to hide the room from `list` (Janus's default: false). */
  is_private?: boolean | undefined;
  /** The tokens of which a publisher must send one to join. A list, even an empty one, turns the check on. */
  allowed?: Array<string> | undefined;
  /** The `admin_key` of the plugin's configuration; required if one is configured. */
  admin_key?: string | undefined;
  /** The maximum number of publishers at the same time (Janus's default: 3). Janus's name: `publishers`. */
  max_publishers?: number | undefined;
  /**
   * The maximum bitrate of each publisher, in bit/s; 0, Janus's default, means unlimited. Janus raises 1 to 63,999
   * to 64,000.
   */
  bitrate?: number | undefined;
  /** Whether publishers are refused a bitrate above `bitrate` (Janus's default: false). */
  bitrate_cap?: boolean | undefined;
  /** The interval between key-frame requests to publishers, in seconds; 0, Janus's default, means none. */
  fir_freq?: number | undefined;
  /** The allowed audio codecs, separated by commas, most preferred first; at most five (Janus's default: `opus`). */
  audiocodec?: string | undefined;
  /** The allowed video codecs, separated by commas, most preferred first; at most five (Janus's default: `vp8`). */
  videocodec?: string | undefined;
  /** The preferred VP9 profile, such as `2`. */
  vp9_profile?: string | undefined;
  /** The preferred H.264 profile, such as `42e01f`. */
  h264_profile?: string | undefined;
  /** Whether to negotiate in-band forward error correction for Opus (Janus's default: true). */
  opus_fec?: boolean | undefined;
  /** Whether to negotiate discontinuous transmission for Opus (Janus's default: false). */
  opus_dtx?: boolean | undefined;
  /**
   * Whether to allow SVC for VP9 (Janus's default: false; up to Janus 1.1.3, newer versions negotiate it with each
   * publisher).
   */
  video_svc?: boolean | undefined;
  /** Whether to negotiate the RTP extension for audio levels (Janus's default: true). */
  audiolevel_ext?: boolean | undefined;
  /**
   * Whether to send an event when a participant starts or stops talking (Janus's default: false). Janus's name:
   * `audiolevel_event`.
   */
  talking_events?: boolean | undefined;
  /**
   * The number of audio packets over which talking is detected (Janus's default: 100). Janus's name:
   * `audio_active_packets`.
   */
  talking_packets_threshold?: number | undefined;
  /**
   * The average audio level that counts as talking, 127 (silence) to 0 (loudest) (Janus's default: 25). Janus's
   * name: `audio_level_average`.
   */
  talking_level_threshold?: number | undefined;
  /**
   * Whether to negotiate the RTP extension for video orientation (Janus's default: true). Janus's name:
   * `videoorient_ext`.
   */
  videoorient?: boolean | undefined;
  /** Whether to negotiate the RTP extension for playout delay (Janus's default: true). */
  playoutdelay_ext?: boolean | undefined;
  /** Whether to negotiate the RTP extension for transport-wide congestion control (Janus's default: true). */
  transport_wide_cc_ext?: boolean | undefined;
  /** Whether to record all publishers (Janus's default: false). */
  record?: boolean | undefined;
  /** The folder for recordings on the server (Janus's default: its working directory). */
  rec_dir?: string | undefined;
  /** Whether recording may only be started and stopped with the room's secret (Janus's default: false). */
  lock_record?: boolean | undefined;
  /** Whether to send `videoroom_publisher_joined` to the participants when a participant joins (Janus's default: false). */
  notify_joining?: boolean | undefined;
  /** Whether subscribers must send the `private_id` of a publisher (Janus's default: false). */
  require_pvtid?: boolean | undefined;
  /**
   * Whether participants must send a signed token to join. Janus ignores it if the server does not use signed
   * tokens.
   */
  signed_tokens?: boolean | undefined;
  /** Whether publishers must encrypt their media end to end (Janus's default: false). */
  require_e2ee?: boolean | undefined;
  /**
   * Whether to add a dummy publisher, which sends no media: a placeholder for later subscriptions (Janus's
   * default: false).
   */
  dummy_publisher?: boolean | undefined;
  /** The streams of the dummy publisher (Janus's default: one stream for each codec). */
  dummy_streams?: Array<VideoRoomDummyStream> | undefined;
  /** Whether the streams of the dummy publisher count as encrypted end to end (Janus 1.3.2 and newer). */
  dummy_e2ee?: boolean | undefined;
  /** The number of helper threads for the room (Janus's default: 0; Janus 1.2.3 and newer). */
  threads?: number | undefined;
}

/** Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are. */
export interface VideoRoomEdit {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The new description of the room. Janus ignores an empty text. */
  new_description?: string | undefined;
  /** Whether to hide the room from `list` from now on. */
  new_is_private?: boolean | undefined;
  /** The new secret of the room. Janus ignores an empty text. */
  new_secret?: string | undefined;
  /** The new PIN that participants must send to join. Janus ignores an empty text. */
  new_pin?: string | undefined;
  /** Whether subscribers must send the `private_id` of a publisher from now on. */
  new_require_pvtid?: boolean | undefined;
  /** The new maximum bitrate of each publisher, in bit/s. */
  new_bitrate?: number | undefined;
  /** The new interval between key-frame requests to publishers, in seconds. */
  new_fir_freq?: number | undefined;
  /** The new maximum number of publishers at the same time. */
  new_publishers?: number | undefined;
  /** Whether recording may only be started and stopped with the room's secret from now on. */
  new_lock_record?: boolean | undefined;
  /** The new folder for recordings on the server. */
  new_rec_dir?: string | undefined;
  /** Whether to save the change in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Destroys a room (`"request": "destroy"`). Publishers receive `videoroom_destroyed`; subscribers receive no plugin event. */
export interface VideoRoomDestroy {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** Whether to remove the room from Janus's configuration file, too (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Checks whether a room exists (`"request": "exists"`). */
export interface VideoRoomExists {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
}

/** Lists the rooms (`"request": "list"`). */
export interface VideoRoomList {
  /** The `admin_key` of the plugin's configuration. With it, the list contains private rooms, too. */
  admin_key?: string | undefined;
}

/** Changes the list of tokens that may join a room (`"request": "allowed"`). */
export interface VideoRoomAllow {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The change to make. */
  action: AllowAction;
  /** The tokens to add or to remove. Janus's name: `allowed`. */
  list?: Array<string> | undefined;
}

/** Kicks a participant from a room (`"request": "kick"`). */
export interface VideoRoomKick {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the participant to kick. Janus's name: `id`. */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Mutes or unmutes a stream of a participant (`"request": "moderate"`). All participants receive `videoroom_moderated`. */
export interface VideoRoomModerate {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the participant whose stream is muted or unmuted. Janus's name: `id`. */
  feed: number | string;
  /** The mid of the publisher's stream. */
  mid: string;
  /** Whether to mute the stream; `false` unmutes it. */
  mute: boolean;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Lists the participants of a room (`"request": "listparticipants"`). */
export interface VideoRoomListParticipants {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** A field of Janode, which Janus ignores. */
  secret?: string | undefined;
}

/** Starts or stops recording all publishers of a room (`"request": "enable_recording"`). */
export interface VideoRoomEnableRecording {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** Whether to record; `false` stops the recordings. */
  record: boolean;
}

/** Joins a room as a publisher, without media (`"request": "join"`, `"ptype": "publisher"`). */
export interface VideoRoomJoinPublisher {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The publisher id to use; Janus chooses a random one by default. Janus's name: `id`. */
  feed?: number | string | undefined;
  /** The PIN of the room; required if the room has one. */
  pin?: string | undefined;
  /**
   * The token; required if the room checks tokens. Rooms with `signed_tokens` require a signed token for this
   * room.
   */
  token?: string | undefined;
  /** A field of Janode; Janus ignores it before `publish`. */
  audio?: boolean | undefined;
  /** A field of Janode; Janus ignores it before `publish`. */
  video?: boolean | undefined;
  /** A field of Janode; Janus ignores it before `publish`. */
  data?: boolean | undefined;
  /** A field of Janode; Janus ignores it before `publish`. */
  bitrate?: number | undefined;
  /** A field of Janode; Janus ignores it before `publish`. */
  record?: boolean | undefined;
  /** A field of Janode; Janus ignores it before `publish`. */
  filename?: string | undefined;
  /** The display name of this publisher. */
  display?: string | undefined;
  /** A metadata object for the other participants (Janus 1.3.0 and newer). */
  metadata?: unknown | undefined;
  /** The number of audio packets over which talking of this publisher is detected. */
  audio_active_packets?: number | undefined;
  /** The average audio level that counts as talking for this publisher, 127 (silence) to 0 (loudest). */
  audio_level_average?: number | undefined;
  /** A field of Janode; Janus ignores it before `publish`. */
  descriptions?: Array<VideoRoomDescription> | undefined;
}

/** Joins a room as a publisher and publishes with one request (`"request": "joinandconfigure"`). */
export interface VideoRoomJoinConfigurePublisher {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The publisher id to use; Janus chooses a random one by default. Janus's name: `id`. */
  feed?: number | string | undefined;
  /** The PIN of the room; required if the room has one. */
  pin?: string | undefined;
  /**
   * The token; required if the room checks tokens. Rooms with `signed_tokens` require a signed token for this
   * room.
   */
  token?: string | undefined;
  /** Whether all audio streams are sent or muted. `configure` with `streams` changes single streams later. */
  audio?: boolean | undefined;
  /** Whether all video streams are sent or muted. `configure` with `streams` changes single streams later. */
  video?: boolean | undefined;
  /** Whether all data streams are sent or muted. `configure` with `streams` changes single streams later. */
  data?: boolean | undefined;
  /** The maximum bitrate of this publisher, in bit/s; 0 means unlimited. */
  bitrate?: number | undefined;
  /** Whether to record this publisher; `false` stops a recording. */
  record?: boolean | undefined;
  /** The path of the recording on the server, without extensions. */
  filename?: string | undefined;
  /** The display name of this publisher. */
  display?: string | undefined;
  /** A metadata object for the other participants (Janus 1.3.0 and newer). */
  metadata?: unknown | undefined;
  /** The number of audio packets over which talking of this publisher is detected. */
  audio_active_packets?: number | undefined;
  /** The average audio level that counts as talking for this publisher, 127 (silence) to 0 (loudest). */
  audio_level_average?: number | undefined;
  /** The audio codec; one of the room's. */
  audiocodec?: Codec | undefined;
  /** The video codec; one of the room's. */
  videocodec?: Codec | undefined;
  /** The descriptions of the streams. */
  descriptions?: Array<VideoRoomDescription> | undefined;
  /** The SDP offer of the publication. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/**
 * Publishes media with an SDP offer; the response carries the SDP answer (`"request": "publish"`).
 *
 * Without an offer the request fails before it is sent (`invalid_argument`), because Janus would respond `ok` and
 * publish nothing.
 */
export interface VideoRoomPublish {
  /** Whether all audio streams are sent or muted. `configure` with `streams` changes single streams later. */
  audio?: boolean | undefined;
  /** Whether all video streams are sent or muted. `configure` with `streams` changes single streams later. */
  video?: boolean | undefined;
  /** Whether all data streams are sent or muted. `configure` with `streams` changes single streams later. */
  data?: boolean | undefined;
  /** The maximum bitrate of this publisher, in bit/s; 0 means unlimited. */
  bitrate?: number | undefined;
  /** Whether to record this publisher; `false` stops a recording. */
  record?: boolean | undefined;
  /** The path of the recording on the server, without extensions. */
  filename?: string | undefined;
  /** The display name of this publisher. */
  display?: string | undefined;
  /** A metadata object for the other participants (Janus 1.3.0 and newer). */
  metadata?: unknown | undefined;
  /** The number of audio packets over which talking of this publisher is detected. */
  audio_active_packets?: number | undefined;
  /** The average audio level that counts as talking for this publisher, 127 (silence) to 0 (loudest). */
  audio_level_average?: number | undefined;
  /** The audio codec; one of the room's. */
  audiocodec?: Codec | undefined;
  /** The video codec; one of the room's. */
  videocodec?: Codec | undefined;
  /** The descriptions of the streams. */
  descriptions?: Array<VideoRoomDescription> | undefined;
  /**
   * The secret of the room; required to change the recording in rooms with `lock_record`. With a wrong secret,
   * Janus silently keeps the recording as it is.
   */
  secret?: string | undefined;
  /** The SDP offer of the publication. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Changes a publisher or a subscription, or renegotiates with an SDP offer (`"request": "configure"`). */
export interface VideoRoomConfigure {
  /** Whether audio is sent or muted (deprecated by `streams`). */
  audio?: boolean | undefined;
  /** Whether video is sent or muted (deprecated by `streams`). */
  video?: boolean | undefined;
  /** Whether data is sent or muted (deprecated by `streams`). */
  data?: boolean | undefined;
  /** The maximum bitrate of this publisher, in bit/s; 0 means unlimited. */
  bitrate?: number | undefined;
  /** Whether to record this publisher; `false` stops a recording. */
  record?: boolean | undefined;
  /** The path of the recording on the server, without extensions. */
  filename?: string | undefined;
  /** The new display name of this publisher. */
  display?: string | undefined;
  /** A metadata object for the other participants (Janus 1.3.0 and newer). */
  metadata?: unknown | undefined;
  /** The number of audio packets over which talking of this publisher is detected. */
  audio_active_packets?: number | undefined;
  /** The average audio level that counts as talking for this publisher, 127 (silence) to 0 (loudest). */
  audio_level_average?: number | undefined;
  /** The audio codec; one of the room's. */
  audiocodec?: Codec | undefined;
  /** The video codec; one of the room's. */
  videocodec?: Codec | undefined;
  /** The descriptions of the streams. */
  descriptions?: Array<VideoRoomDescription> | undefined;
  /** Whether to request a key frame from the publisher. */
  keyframe?: boolean | undefined;
  /**
   * Whether to restart ICE. A publisher must send an SDP offer with it, or the request fails (`invalid_argument`);
   * a subscriber receives an offer.
   */
  restart?: boolean | undefined;
  /**
   * Whether to renegotiate. A publisher must send an SDP offer with it, or the request fails (`invalid_argument`);
   * a subscriber receives an offer.
   */
  update?: boolean | undefined;
  /** The mid of the stream that the fields below `mid` change, if `streams` is not used. */
  mid?: string | undefined;
  /** Whether the stream `mid` is sent or paused. */
  send?: boolean | undefined;
  /**
   * The secret of the room; required to change the recording in rooms with `lock_record`. With a wrong secret,
   * Janus silently keeps the recording as it is.
   */
  secret?: string | undefined;
  /** The changes of single streams. They replace the fields for one stream. */
  streams?: Array<VideoRoomStreamChange> | undefined;
  /** The simulcast substream to receive, 0 to 2. Janus's name: `substream`. */
  sc_substream_layer?: number | undefined;
  /**
   * The time without media before Janus relays a lower substream, in milliseconds (Janus's field is in
   * microseconds). Janus's name: `fallback`.
   */
  sc_substream_fallback_ms?: number | undefined;
  /** The highest simulcast temporal layer to receive, 0 to 2. Janus's name: `temporal`. */
  sc_temporal_layers?: number | undefined;
  /** The SVC spatial layer to receive, 0 to 2. */
  spatial_layer?: number | undefined;
  /** The SVC temporal layer to receive, 0 to 2. */
  temporal_layer?: number | undefined;
  /** The minimum of the playout-delay extension, in units of 10 ms. */
  min_delay?: number | undefined;
  /** The maximum of the playout-delay extension, in units of 10 ms. */
  max_delay?: number | undefined;
  /** The SDP offer of a publisher: it starts the publication or renegotiates it. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Stops publishing; the handle stays in the room (`"request": "unpublish"`). */
export interface VideoRoomUnpublish {
}

/** Leaves the room (`"request": "leave"`). The handle can't join again. */
export interface VideoRoomLeave {
}

/** The response to `joinSubscriber`, with an SDP offer. Answer it with `start`. */
export interface VideoRoomAttached extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the publisher; only if the request used the deprecated `feed`. Janus's name: `id`. */
  feed?: number | string;
  /** The display name of the publisher; only if the request used the deprecated `feed`. */
  display?: string;
  /** The streams of the subscription. */
  streams: Array<VideoRoomSubscriberStream>;
  /** The text `deprecated_api` if the request used the deprecated `feed`. */
  warning?: string;
  /** The SDP offer of Janus; answer it with `start`. */
  jsep: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The response to `start`: the subscription is active. */
export interface VideoRoomStarted extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The text `ok`. */
  started: string;
}

/** The response to `pause`: the subscription is paused. */
export interface VideoRoomPaused extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The text `ok`. */
  paused: string;
}

/** The response to `switch`: the subscription relays other streams. */
export interface VideoRoomSwitched extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The text `ok`. */
  switched: string;
  /** The number of streams that were switched. */
  changes: number;
  /** The streams of the subscription. */
  streams: Array<VideoRoomSubscriberStream>;
}

/** The response to `create`, `edit` and `destroy`. */
export interface VideoRoomCreated extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** Whether Janus's configuration file was changed. */
  permanent: boolean;
}

/** The response to `exists`. */
export interface VideoRoomExistence extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** Whether the room exists. */
  exists: boolean;
}

/** The response to `list`. */
export interface VideoRoomRooms extends Received {
  /** The rooms with their settings. */
  list: Array<VideoRoomRoom>;
}

/** A room and its settings. */
export interface VideoRoomRoom extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The description of the room. */
  description: string;
  /** Whether joining requires a PIN. */
  pin_required: boolean;
  /** Whether the room is only listed for requests with the plugin's `admin_key`. */
  is_private: boolean;
  /** The maximum number of publishers at the same time. */
  max_publishers: number;
  /** The maximum bitrate of each publisher, in bit/s; 0 means unlimited. */
  bitrate: number;
  /** Whether publishers are refused a higher bitrate; missing if not. */
  bitrate_cap?: boolean;
  /** The interval between key-frame requests to publishers, in seconds; 0 means none. */
  fir_freq: number;
  /** Whether subscribers must send the `private_id` of a publisher. */
  require_pvtid: boolean;
  /** Whether publishers must encrypt their media end to end. */
  require_e2ee: boolean;
  /** Whether the room has a dummy publisher, which sends no media. */
  dummy_publisher: boolean;
  /** Whether participants receive `videoroom_publisher_joined` when a participant joins. */
  notify_joining: boolean;
  /** The allowed audio codecs, separated by commas, most preferred first. */
  audiocodec: string;
  /** The allowed video codecs, separated by commas, most preferred first. */
  videocodec: string;
  /** Whether Opus uses in-band forward error correction; missing if not. */
  opus_fec?: boolean;
  /** Whether Opus uses discontinuous transmission; missing if not. */
  opus_dtx?: boolean;
  /** Whether SVC is allowed for VP9 (up to Janus 1.1.3). */
  video_svc?: boolean;
  /** Whether the publishers of the room are recorded. */
  record: boolean;
  /** The folder for recordings on the server. */
  rec_dir?: string;
  /** Whether recording may only be started and stopped with the room's secret. */
  lock_record: boolean;
  /** The number of participants: publishers and attendees. */
  num_participants: number;
  /** Whether the RTP extension for audio levels is negotiated. */
  audiolevel_ext: boolean;
  /** Whether participants receive `videoroom_talking` events. */
  audiolevel_event: boolean;
  /** The number of audio packets over which talking is detected. */
  audio_active_packets?: number;
  /** The average audio level that counts as talking, 127 (silence) to 0 (loudest). */
  audio_level_average?: number;
  /** Whether the RTP extension for video orientation is negotiated. */
  videoorient_ext: boolean;
  /** Whether the RTP extension for playout delay is negotiated. */
  playoutdelay_ext: boolean;
  /** Whether the RTP extension for transport-wide congestion control is negotiated. */
  transport_wide_cc_ext: boolean;
}

/** The response to `allow`. */
export interface VideoRoomAllowed extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The tokens that may join; missing if tokens are not checked. Janus's name: `allowed`. */
  list?: Array<string>;
}

/** An acknowledgement without data. */
export interface VideoRoomDone extends Received {
}

/** The response to `listParticipants`. */
export interface VideoRoomParticipants extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participants of the room. */
  participants: Array<VideoRoomParticipant>;
}

/** A participant of a room. */
export interface VideoRoomParticipant extends Received {
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The display name of the participant. */
  display?: string;
  /** The metadata object that the participant set (Janus 1.3.0 and newer). */
  metadata?: unknown;
  /** Whether the participant publishes. */
  publisher: boolean;
  /** Whether the participant is talking (rooms with `talking_events`, Janus: `audiolevel_event`). */
  talking?: boolean;
  /** Whether this is the room's dummy publisher, which sends no media; missing for all others. */
  dummy?: boolean;
  /** Whether the participant's media come from another Janus server; missing if not. */
  remote?: boolean;
}

/** The response to `startForward`. */
export interface VideoRoomForwarding extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `publisher_id`.
   */
  feed: number | string;
  /** The RTP forwarders, one for each stream. */
  forwarders?: Array<VideoRoomForwarder>;
  /** The forwarders in the deprecated form: one object for all media; only if the request did not use `streams`. */
  rtp_stream?: unknown;
}

/** An RTP forwarder of a stream. */
export interface VideoRoomForwarder extends Received {
  /** The id of the forwarder. */
  stream_id: number;
  /** The media type: `audio`, `video` or `data`. */
  type: MediaKind;
  /** The host that receives the media. */
  host: string;
  /** The port that receives the media. */
  port: number;
  /** The RTCP port of Janus. */
  local_rtcp_port?: number;
  /** The RTCP port of the receiving host. */
  remote_rtcp_port?: number;
  /** The RTP payload type. */
  pt?: number;
  /** The SSRC of the forwarded stream. */
  ssrc?: number;
  /** The simulcast substream that is forwarded. */
  substream?: number;
  /** Whether the forwarded media are encrypted with SRTP; missing if not. */
  srtp?: boolean;
}

/** The response to `stopForward`. */
export interface VideoRoomForwardStopped extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `publisher_id`.
   */
  feed: number | string;
  /** The id of the stopped forwarder. Janus's name: `stream_id`. */
  stream: number;
}

/** The response to `listForward`. */
export interface VideoRoomForwarders extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The publishers of the room that are forwarded, each with its forwarders. Janus's name: `publishers`. */
  forwarders: Array<VideoRoomFeedForwarders>;
}

/** A publisher and its RTP forwarders. */
export interface VideoRoomFeedForwarders extends Received {
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `publisher_id`.
   */
  feed: number | string;
  /** The display name of the publisher. */
  display?: string;
  /** The RTP forwarders, one for each stream. */
  forwarders: Array<VideoRoomForwarder>;
}

/** The response to `publishRemotely`, `unpublishRemotely` and `addRemotePublisher`. */
export interface VideoRoomRemote extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The id of the remotization, as in `remote_id` of `publishRemotely`. */
  remote_id?: string;
  /** The address of this server that receives the media; only for `addRemotePublisher`. */
  ip?: string;
  /** The port of this server that receives RTP; only for `addRemotePublisher`. */
  port?: number;
  /** The port of this server that receives RTCP; only for `addRemotePublisher`. */
  rtcp_port?: number;
}

/** The response to `listRemotes`. */
export interface VideoRoomRemotes extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The Janus servers that the publisher is sent to. */
  list: Array<VideoRoomDestination>;
}

/** A Janus server that a publisher is sent to. */
export interface VideoRoomDestination extends Received {
  /** The id of the remotization, as in `remote_id` of `publishRemotely`. */
  remote_id: string;
  /** The host of the other server. */
  host: string;
  /** The port of the other server that receives RTP. */
  port: number;
  /** The port of the other server that receives RTCP. */
  rtcp_port?: number;
}

/** A stream of a publisher. */
export interface VideoRoomStream extends Received {
  /** The media type: `audio`, `video` or `data`. */
  type: MediaKind;
  /** The index of the stream's m-line. */
  mindex: number;
  /** The mid of the stream at the publisher. */
  mid: string;
  /** Whether the stream is inactive; then the other fields are missing. */
  disabled?: boolean;
  /** The codec; missing for data. */
  codec?: Codec;
  /** The description of the stream that the publisher set. */
  description?: string;
  /** Whether the stream was muted with `moderate`; missing if not. */
  moderated?: boolean;
  /** Whether the stream is simulcast. */
  simulcast?: boolean;
  /** Whether the stream uses SVC. */
  svc?: boolean;
  /** Whether the stream carries speech at the moment (rooms with `talking_events`, Janus: `audiolevel_event`). */
  talking?: boolean;
  /** Whether the audio is stereo. */
  stereo?: boolean;
  /** Whether Opus uses in-band forward error correction. */
  fec?: boolean;
  /** Whether Opus uses discontinuous transmission. */
  dtx?: boolean;
  /** The H.264 profile, such as `42e01f`. */
  h264_profile?: string;
  /** The VP9 profile, such as `2`. */
  vp9_profile?: string;
}

/** A stream of a subscription. */
export interface VideoRoomSubscriberStream extends Received {
  /** The media type: `audio`, `video` or `data`. */
  type: MediaKind;
  /** Whether the stream's m-line is active. */
  active: boolean;
  /** The index of the stream's m-line. */
  mindex: number;
  /** The mid of the stream in the subscription; `feed_mid` is the publisher's. */
  mid: string;
  /** The id that the subscriber gave the stream (`crossrefid` of `VideoRoomSubscription`). */
  crossrefid?: string;
  /** Whether the stream is ready to be relayed. */
  ready: boolean;
  /** Whether Janus relays the stream; `false` means that it is paused. */
  send: boolean;
  /** The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. */
  feed_id?: number | string;
  /** The display name of the publisher. */
  feed_display?: string;
  /** The mid of the stream at the publisher. */
  feed_mid?: string;
  /** The description of the stream that the publisher set. */
  feed_description?: string;
  /** The metadata object that the publisher set (Janus 1.4.1 and newer). */
  feed_metadata?: unknown;
  /** The codec; missing for data. */
  codec?: Codec;
  /** The H.264 profile. */
  'h264-profile'?: string;
  /** The VP9 profile. */
  'vp9-profile'?: string;
  /** The playout delay that is requested from the receiver. */
  'playout-delay'?: VideoRoomPlayoutDelay;
  /** The state of the simulcast substreams; only for simulcast streams. */
  simulcast?: VideoRoomSimulcastState;
  /** The state of the SVC layers; only for SVC streams. */
  svc?: VideoRoomSvcState;
  /** The number of publishers whose data the stream carries; only for data. */
  sources?: number;
  /** The ids of the publishers whose data the stream carries; only for data. */
  source_ids?: Array<number | string>;
}

/** The limits of a playout delay, in units of 10 ms. */
export interface VideoRoomPlayoutDelay extends Received {
  /** The minimum playout delay, in units of 10 ms. */
  'min-delay': number;
  /** The maximum playout delay, in units of 10 ms. */
  'max-delay': number;
}

/** The relayed and the requested simulcast layers. */
export interface VideoRoomSimulcastState extends Received {
  /** The substream that is relayed; -1 if there is none yet. */
  substream: number;
  /** The substream that is requested. */
  'substream-target': number;
  /** The temporal layer that is relayed; -1 if there is none yet. */
  'temporal-layer': number;
  /** The temporal layer that is requested. */
  'temporal-layer-target': number;
  /** The time without media before Janus relays a lower substream, in microseconds. */
  fallback?: number;
}

/** The relayed and the requested SVC layers. */
export interface VideoRoomSvcState extends Received {
  /** The spatial layer that is relayed; -1 if there is none yet. */
  'spatial-layer': number;
  /** The spatial layer that is requested. */
  'target-spatial-layer': number;
  /** The temporal layer that is relayed; -1 if there is none yet. */
  'temporal-layer': number;
  /** The temporal layer that is requested. */
  'target-temporal-layer': number;
}

/**
 * Subscribes to streams of a room; the response carries an SDP offer. Answer it with `start` (`"request": "join"`,
 * `"ptype": "subscriber"`).
 */
export interface VideoRoomJoinSubscriber {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the publisher whose streams are all subscribed to (deprecated by `streams`). */
  feed?: number | string | undefined;
  /** The publishers and streams to subscribe to. */
  streams?: Array<VideoRoomSubscription> | undefined;
  /** The `private_id` of this application's publisher; required in rooms with `require_pvtid`. */
  private_id?: number | undefined;
  /** The PIN of the room; required if the room has one. */
  pin?: string | undefined;
  /** The token; required in rooms with `signed_tokens`, which check subscribers, too. */
  token?: string | undefined;
  /** Whether Janus sends an SDP offer when a subscribed publisher leaves (Janus's default: true). */
  autoupdate?: boolean | undefined;
  /** Whether the `msid` attributes of the SDP name the publisher of each stream. */
  use_msid?: boolean | undefined;
  /** A field of Janode, which Janus ignores; `offer_audio` chooses audio. */
  audio?: boolean | undefined;
  /** A field of Janode, which Janus ignores; `offer_video` chooses video. */
  video?: boolean | undefined;
  /** A field of Janode, which Janus ignores; `offer_data` chooses data. */
  data?: boolean | undefined;
  /** Whether to offer audio (Janus's default: true; deprecated by `streams`). */
  offer_audio?: boolean | undefined;
  /** Whether to offer video (Janus's default: true; deprecated by `streams`). */
  offer_video?: boolean | undefined;
  /** Whether to offer data channels (Janus's default: true; deprecated by `streams`). */
  offer_data?: boolean | undefined;
  /** A field of Janode; Janus 1.x only reads the same field in `streams`. Janus's name: `substream`. */
  sc_substream_layer?: number | undefined;
  /**
   * A field of Janode, in milliseconds; Janus 1.x only reads the same field in `streams`, in microseconds. Janus's
   * name: `fallback`.
   */
  sc_substream_fallback_ms?: number | undefined;
  /** A field of Janode; Janus 1.x only reads the same field in `streams`. Janus's name: `temporal`. */
  sc_temporal_layers?: number | undefined;
}

/** Answers the SDP offer of Janus, or resumes a paused subscription (`"request": "start"`). */
export interface VideoRoomStart {
  /** The SDP answer to the offer of Janus. Without it the request resumes a paused subscription. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Pauses all streams of the subscription (`"request": "pause"`). */
export interface VideoRoomPause {
}

/**
 * Replaces subscribed streams by streams of other publishers, without a new offer (`"request": "switch"`).
 *
 * The codecs must be the same: Janus skips other streams. If an inactive m-line becomes active, `videoroom_updated` follows with
 * an SDP offer.
 */
export interface VideoRoomSwitch {
  /** The id of the publisher whose streams are relayed from now on (deprecated by `streams`). Janus's name: `feed`. */
  to_feed?: number | string | undefined;
  /** The streams to switch. */
  streams?: Array<VideoRoomSwitchStream> | undefined;
  /** A field of Janode, which Janus ignores. */
  audio?: boolean | undefined;
  /** A field of Janode, which Janus ignores. */
  video?: boolean | undefined;
  /** A field of Janode, which Janus ignores. */
  data?: boolean | undefined;
}

/** Adds streams to the subscription (`"request": "subscribe"`). */
export interface VideoRoomSubscribe {
  /** The publishers and streams to subscribe to; at least one. */
  streams: Array<VideoRoomSubscription>;
}

/**
 * Removes streams from the subscription (`"request": "unsubscribe"`). Janus ignores streams that are not subscribed
 * to.
 */
export interface VideoRoomUnsubscribe {
  /** The publishers or streams to unsubscribe from; at least one. */
  streams: Array<VideoRoomUnsubscription>;
}

/** Adds and removes streams with one new SDP offer (`"request": "update"`). */
export interface VideoRoomUpdate {
  /** The publishers and streams to subscribe to. */
  subscribe?: Array<VideoRoomSubscription> | undefined;
  /** The publishers or streams to unsubscribe from; Janus handles them first. */
  unsubscribe?: Array<VideoRoomUnsubscription> | undefined;
}

/** The description of a stream. */
export interface VideoRoomDescription {
  /** The mid of the publisher's stream. */
  mid: string;
  /** The text that the other participants receive as the stream's description. */
  description: string;
}

/** The settings of one stream that the participant changes. */
export interface VideoRoomStreamChange {
  /** The mid of the stream; required if there is more than one stream. */
  mid?: string | undefined;
  /** Whether the stream is sent or paused. */
  send?: boolean | undefined;
  /** Whether to request a key frame from the publisher. */
  keyframe?: boolean | undefined;
  /** The simulcast substream to receive, 0 to 2. */
  substream?: number | undefined;
  /** The highest simulcast temporal layer to receive, 0 to 2. */
  temporal?: number | undefined;
  /** The time without media before Janus relays a lower substream, in microseconds. */
  fallback?: number | undefined;
  /** The SVC spatial layer to receive, 0 to 2. */
  spatial_layer?: number | undefined;
  /** The SVC temporal layer to receive, 0 to 2. */
  temporal_layer?: number | undefined;
  /** The minimum of the playout-delay extension, in units of 10 ms. */
  min_delay?: number | undefined;
  /** The maximum of the playout-delay extension, in units of 10 ms. */
  max_delay?: number | undefined;
}

/** A stream to subscribe to, or all streams of a publisher. */
export interface VideoRoomSubscription {
  /** The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. */
  feed: number | string;
  /** The mid of the stream at the publisher; all streams of the publisher by default. */
  mid?: string | undefined;
  /** An id for the stream that the subscriber chooses; `crossrefid` of `VideoRoomSubscriberStream` repeats it. */
  crossrefid?: string | undefined;
  /** Whether Janus relays the stream at once; `false` starts it paused. */
  send?: boolean | undefined;
  /** The simulcast substream to receive, 0 to 2. */
  substream?: number | undefined;
  /** The highest simulcast temporal layer to receive, 0 to 2. */
  temporal?: number | undefined;
  /** The time without media before Janus relays a lower substream, in microseconds. */
  fallback?: number | undefined;
  /** The SVC spatial layer to receive, 0 to 2. */
  spatial_layer?: number | undefined;
  /** The SVC temporal layer to receive, 0 to 2. */
  temporal_layer?: number | undefined;
  /** The minimum of the playout-delay extension, in units of 10 ms. */
  min_delay?: number | undefined;
  /** The maximum of the playout-delay extension, in units of 10 ms. */
  max_delay?: number | undefined;
}

/** A stream to unsubscribe from, or all streams of a publisher. */
export interface VideoRoomUnsubscription {
  /** The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. */
  feed?: number | string | undefined;
  /** The mid of the stream at the publisher. */
  mid?: string | undefined;
  /** The mid of the stream in the subscription. */
  sub_mid?: string | undefined;
}

/** A publisher's stream that replaces a stream of the subscription. */
export interface VideoRoomSwitchStream {
  /** The id of the publisher: a number, or a text if the plugin is configured with `string_ids`. */
  feed: number | string;
  /** The mid of the new stream at its publisher. */
  mid: string;
  /** The mid of the replaced stream in the subscription. */
  sub_mid: string;
  /** The simulcast substream to receive, 0 to 2 (Janus 1.1.4 and newer). */
  substream?: number | undefined;
  /** The highest simulcast temporal layer to receive, 0 to 2 (Janus 1.1.4 and newer). */
  temporal?: number | undefined;
  /** The SVC spatial layer to receive, 0 to 2 (Janus 1.1.4 and newer). */
  spatial_layer?: number | undefined;
  /** The SVC temporal layer to receive, 0 to 2 (Janus 1.1.4 and newer). */
  temporal_layer?: number | undefined;
}

/** A stream of a dummy publisher. */
export interface VideoRoomDummyStream {
  /** The codec of the stream. */
  codec: Codec;
  /** The format parameters of the codec, as in an SDP's `fmtp` attribute. */
  fmtp?: string | undefined;
}

/** A stream to forward. */
export interface VideoRoomForwardStream {
  /** The mid of the stream at the publisher. */
  mid: string;
  /** The port that receives the stream. */
  port: number;
  /** The host that receives the stream (default: the request's `host`). */
  host?: string | undefined;
  /** The address family for a host name: `ipv4` or `ipv6`. */
  host_family?: HostFamily | undefined;
  /** The port for RTCP. */
  rtcp_port?: number | undefined;
  /** The RTP payload type. */
  pt?: number | undefined;
  /** The SSRC of the forwarded stream. */
  ssrc?: number | undefined;
  /** Whether to forward only the best substream of a simulcast stream. */
  simulcast?: boolean | undefined;
  /** The port that receives the second simulcast substream. */
  port_2?: number | undefined;
  /** The SSRC of the second simulcast substream. */
  ssrc_2?: number | undefined;
  /** The RTP payload type of the second simulcast substream. */
  pt_2?: number | undefined;
  /** The port that receives the third simulcast substream. */
  port_3?: number | undefined;
  /** The SSRC of the third simulcast substream. */
  ssrc_3?: number | undefined;
  /** The RTP payload type of the third simulcast substream. */
  pt_3?: number | undefined;
}

/** A stream of a remote publisher. */
export interface VideoRoomRemoteStream {
  /** The mid of the stream. */
  mid: string;
  /** The index of the stream's m-line. */
  mindex: number;
  /** The media type: `audio`, `video` or `data`. */
  type: MediaKind;
  /** The codec; required for audio and video. */
  codec?: Codec | undefined;
  /** The description of the stream. */
  description?: string | undefined;
  /** Whether the stream is inactive. */
  disabled?: boolean | undefined;
  /** Whether the audio is stereo. */
  stereo?: boolean | undefined;
  /** Whether Opus uses in-band forward error correction. */
  fec?: boolean | undefined;
  /** Whether Opus uses discontinuous transmission. */
  dtx?: boolean | undefined;
  /** The H.264 profile, such as `42e01f`. Janus refuses it before 1.2.1. */
  h264_profile?: string | undefined;
  /** The VP9 profile, such as `2`. Janus refuses it before 1.2.1. */
  vp9_profile?: string | undefined;
  /** Whether the stream is simulcast. */
  simulcast?: boolean | undefined;
  /** Whether the stream uses SVC. */
  svc?: boolean | undefined;
  /** The id of the RTP extension for audio levels. */
  audiolevel_ext_id?: number | undefined;
  /** The id of the RTP extension for video orientation. */
  videoorient_ext_id?: number | undefined;
  /** The id of the RTP extension for playout delay. */
  playoutdelay_ext_id?: number | undefined;
}

export interface VideoRoomHandle {
  /** The id of the room that the handle has joined; `null` before the join. */
  readonly room: number | string | null;
  /** The handle's publisher id, or the publisher id that it is subscribed to. */
  readonly feed: number | string | null;
  /** The streams of the subscription; `null` if there is none. */
  readonly streams: VideoRoomSubscriberStream[] | null;
}

/** The response to `switch`: the subscription relays other streams. */
export interface VideoRoomSwitchResult extends VideoRoomSwitched {
  /** The publisher id that the handle was subscribed to before. */
  from_feed?: number | string;
  /** The publisher id that the handle is subscribed to now. */
  to_feed?: number | string;
}

/** An RTP forwarder. As in Janode, the names of its fields contain the media type. */
export interface VideoRoomNamedForwarder extends Received {
  /** The host that receives the media. */
  host?: string;
  /** The id of the audio forwarder. */
  audio_stream?: number;
  /** The port that receives audio. */
  audio_port?: number;
  /** The port for RTCP of audio. */
  audio_rtcp_port?: number;
  /** The id of the video forwarder. */
  video_stream?: number;
  /** The port that receives video. */
  video_port?: number;
  /** The port for RTCP of video. */
  video_rtcp_port?: number;
  /** The id of the forwarder of the second simulcast substream. */
  video_stream_2?: number;
  /** The port that receives the second simulcast substream. */
  video_port_2?: number;
  /** The id of the forwarder of the third simulcast substream. */
  video_stream_3?: number;
  /** The port that receives the third simulcast substream. */
  video_port_3?: number;
  /** The id of the data forwarder. */
  data_stream?: number;
  /** The port that receives data-channel messages. */
  data_port?: number;
  /** The simulcast substream that is forwarded. */
  sc_substream_layer?: number;
  /** The RTCP port of Janus. */
  local_rtcp_port?: number;
  /** The RTP payload type. */
  pt?: number;
  /** The SSRC of the forwarded stream. */
  ssrc?: number;
  /** Whether the forwarded media are encrypted with SRTP. */
  srtp?: boolean;
}

/** The response to `startForward`. */
export interface VideoRoomStartForwardResult extends Received {
  /** The id of the room. */
  room: number | string;
  /** The id of the publisher. */
  feed: number | string;
  /** The forwarders, one for each stream; only if the request used `streams`. */
  forwarders?: VideoRoomNamedForwarder[];
  /** The forwarders in one object; only if the request did not use `streams`. */
  forwarder?: VideoRoomNamedForwarder;
}

/** The response to `listForward`. */
export interface VideoRoomListForwardResult extends Received {
  /** The id of the room. */
  room: number | string;
  /** The publishers of the room that are forwarded, each with its forwarders. */
  forwarders: Array<Received & {
    /** The id of the publisher. */
    feed: number | string;
    /** The display name of the publisher. */
    display?: string;
    /** The forwarders of the publisher, one for each stream. */
    forwarders: VideoRoomNamedForwarder[];
  }>;
}

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly VIDEOROOM_ERROR: 'videoroom_error';
  /** The response to `joinPublisher` or `joinConfigurePublisher`, if it comes after its request has ended. */
  readonly VIDEOROOM_JOINED: 'videoroom_joined';
  /** The response to `joinSubscriber`, if it comes after its request has ended. */
  readonly VIDEOROOM_SUBSCRIBED: 'videoroom_subscribed';
  /** The subscription was changed. With an SDP offer, the handle must answer with `start`. */
  readonly VIDEOROOM_UPDATED: 'videoroom_updated';
  /** The response to `subscribe`, `unsubscribe` or `update`, if it comes after its request has ended. */
  readonly VIDEOROOM_UPDATING: 'videoroom_updating';
  /** A participant started or stopped talking (rooms with `talking_events`). */
  readonly VIDEOROOM_TALKING: 'videoroom_talking';
  /** Janus reports packet loss. */
  readonly VIDEOROOM_SLOWLINK: 'videoroom_slowlink';
  /** The room was destroyed. Subscribers do not receive this event. */
  readonly VIDEOROOM_DESTROYED: 'videoroom_destroyed';
  /** The recording state of the room. */
  readonly VIDEOROOM_RECORDING_ENABLED_STATE: 'videoroom_recording_enabled_state';
  /** A participant joined as a publisher and does not publish yet (rooms with `notify_joining`). */
  readonly VIDEOROOM_PUB_PEER_JOINED: 'videoroom_publisher_joined';
  /** Publishers became active or changed their streams. Each entry is the complete state of one publisher. */
  readonly VIDEOROOM_PUB_LIST: 'videoroom_publisher_list';
  /** The response to `configure` or `publish`, if it comes after its request has ended. */
  readonly VIDEOROOM_CONFIGURED: 'videoroom_configured';
  /** The response to `start`, if it comes after its request has ended. */
  readonly VIDEOROOM_STARTED: 'videoroom_started';
  /** The response to `pause`, if it comes after its request has ended. */
  readonly VIDEOROOM_PAUSED: 'videoroom_paused';
  /** The response to `switch`, if it comes after its request has ended. */
  readonly VIDEOROOM_SWITCHED: 'videoroom_switched';
  /** A participant, or this handle, stopped publishing. */
  readonly VIDEOROOM_UNPUBLISHED: 'videoroom_unpublished';
  /**
   * A participant leaves the room, or this handle has left it. The reason `kicked` means that this handle was
   * kicked.
   */
  readonly VIDEOROOM_LEAVING: 'videoroom_leaving';
  /** Another participant was kicked. */
  readonly VIDEOROOM_KICKED: 'videoroom_kicked';
  /** A stream was muted or unmuted with `moderate`. */
  readonly VIDEOROOM_MODERATED: 'videoroom_moderated';
  /** A participant changed its display name or its metadata. */
  readonly VIDEOROOM_DISPLAY: 'videoroom_display';
  /** The simulcast substream that Janus relays was changed. */
  readonly VIDEOROOM_SC_SUBSTREAM_LAYER: 'videoroom_sc_substream_layer';
  /** The simulcast temporal layers that Janus relays were changed. */
  readonly VIDEOROOM_SC_TEMPORAL_LAYERS: 'videoroom_sc_temporal_layers';
  /** The SVC layers that Janus relays were changed (Janus 1.1.4 and newer). */
  readonly VIDEOROOM_SVC_LAYERS: 'videoroom_svc_layers';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 421;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 422;
  /** The plugin does not know the request. */
  readonly INVALID_REQUEST: 423;
  /** The handle must join a room first. */
  readonly JOIN_FIRST: 424;
  /** The handle has already joined. */
  readonly ALREADY_JOINED: 425;
  /** The room does not exist. */
  readonly NO_SUCH_ROOM: 426;
  /** The room already exists. */
  readonly ROOM_EXISTS: 427;
  /** The publisher, or its stream, does not exist. */
  readonly NO_SUCH_FEED: 428;
  /** A required field is missing. */
  readonly MISSING_ELEMENT: 429;
  /** A field has the wrong type or an invalid value. */
  readonly INVALID_ELEMENT: 430;
  /** The SDP is an answer where an offer is required, or an offer where an answer is required. */
  readonly INVALID_SDP_TYPE: 431;
  /** The room has the maximum number of publishers. */
  readonly PUBLISHERS_FULL: 432;
  /** The secret, the PIN, the token or the private id is missing or wrong. */
  readonly UNAUTHORIZED: 433;
  /** The handle already publishes. */
  readonly ALREADY_PUBLISHED: 434;
  /** The handle does not publish. */
  readonly NOT_PUBLISHED: 435;
  /** The id is already in use. */
  readonly ID_EXISTS: 436;
  /** The SDP is invalid. */
  readonly INVALID_SDP: 437;
  /** The feed is invalid: end-to-end encrypted and unencrypted feeds can't be mixed (Janus 1.2.2 and newer). */
  readonly INVALID_FEED: 438;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 499;
};

/** The arguments of the listeners of each event. */
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
  /**
   * Forwards the media of a publisher to another host over RTP (`"request": "rtp_forward"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.StartForward.html)
   */
  startForward(params: VideoRoomStartForward, options?: CallOptions): Promise<VideoRoomStartForwardResult>;
  /**
   * Stops an RTP forwarder (`"request": "stop_rtp_forward"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.StopForward.html)
   */
  stopForward(params: VideoRoomStopForward, options?: CallOptions): Promise<VideoRoomForwardStopped>;
  /**
   * Lists the RTP forwarders of a room (`"request": "listforwarders"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.ListForward.html)
   */
  listForward(params: VideoRoomListForward, options?: CallOptions): Promise<VideoRoomListForwardResult>;
  /**
   * Sends the media of a publisher to a room of another Janus server (`"request": "publish_remotely"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.PublishRemotely.html)
   */
  publishRemotely(params: VideoRoomPublishRemotely, options?: CallOptions): Promise<VideoRoomRemote>;
  /**
   * Stops sending a publisher to another Janus server (`"request": "unpublish_remotely"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.UnpublishRemotely.html)
   */
  unpublishRemotely(params: VideoRoomUnpublishRemotely, options?: CallOptions): Promise<VideoRoomRemote>;
  /**
   * Lists the Janus servers that a publisher is sent to (`"request": "listremotes"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.ListRemotes.html)
   */
  listRemotes(params: VideoRoomListRemotes, options?: CallOptions): Promise<VideoRoomRemotes>;
  /**
   * Adds a publisher whose media come from another Janus server (`"request": "add_remote_publisher"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.AddRemotePublisher.html)
   */
  addRemotePublisher(params: VideoRoomAddRemotePublisher, options?: CallOptions): Promise<VideoRoomRemote>;
  /**
   * Changes a publisher that was added with `addRemotePublisher` (`"request": "update_remote_publisher"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.UpdateRemotePublisher.html)
   */
  updateRemotePublisher(params: VideoRoomUpdateRemotePublisher, options?: CallOptions): Promise<VideoRoomDone & Pick<VideoRoomUpdateRemotePublisher, 'room' | 'feed'>>;
  /**
   * Removes a publisher that was added with `addRemotePublisher` (`"request": "remove_remote_publisher"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.RemoveRemotePublisher.html)
   */
  removeRemotePublisher(params: VideoRoomRemoveRemotePublisher, options?: CallOptions): Promise<VideoRoomDone & Pick<VideoRoomRemoveRemotePublisher, 'room' | 'feed'>>;
  /**
   * Creates a room (`"request": "create"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Create.html)
   */
  create(params?: VideoRoomCreate, options?: CallOptions): Promise<VideoRoomCreated>;
  /**
   * Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Edit.html)
   */
  edit(params: VideoRoomEdit, options?: CallOptions): Promise<VideoRoomCreated>;
  /**
   * Destroys a room (`"request": "destroy"`). Publishers receive `videoroom_destroyed`; subscribers receive no plugin event.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Destroy.html)
   */
  destroy(params: VideoRoomDestroy, options?: CallOptions): Promise<VideoRoomCreated>;
  /**
   * Checks whether a room exists (`"request": "exists"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Exists.html)
   */
  exists(params: VideoRoomExists, options?: CallOptions): Promise<VideoRoomExistence>;
  /**
   * Lists the rooms (`"request": "list"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.List.html)
   */
  list(params?: VideoRoomList, options?: CallOptions): Promise<VideoRoomRooms>;
  /**
   * Changes the list of tokens that may join a room (`"request": "allowed"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Allow.html)
   */
  allow(params: VideoRoomAllow, options?: CallOptions): Promise<VideoRoomAllowed>;
  /**
   * Kicks a participant from a room (`"request": "kick"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Kick.html)
   */
  kick(params: VideoRoomKick, options?: CallOptions): Promise<VideoRoomDone & Pick<VideoRoomKick, 'room' | 'feed'>>;
  /**
   * Mutes or unmutes a stream of a participant (`"request": "moderate"`). All participants receive `videoroom_moderated`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Moderate.html)
   */
  moderate(params: VideoRoomModerate, options?: CallOptions): Promise<VideoRoomDone & Pick<VideoRoomModerate, 'room' | 'feed' | 'mid' | 'mute'>>;
  /**
   * Lists the participants of a room (`"request": "listparticipants"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.ListParticipants.html)
   */
  listParticipants(params: VideoRoomListParticipants, options?: CallOptions): Promise<VideoRoomParticipants>;
  /**
   * Starts or stops recording all publishers of a room (`"request": "enable_recording"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.EnableRecording.html)
   */
  enableRecording(params: VideoRoomEnableRecording, options?: CallOptions): Promise<VideoRoomRecording & Pick<VideoRoomEnableRecording, 'room'>>;
  /** The same as `enableRecording`. */
  enable_recording(params: VideoRoomEnableRecording, options?: CallOptions): Promise<VideoRoomRecording & Pick<VideoRoomEnableRecording, 'room'>>;
  /**
   * Joins a room as a publisher, without media (`"request": "join"`, `"ptype": "publisher"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.JoinPublisher.html)
   */
  joinPublisher(params: VideoRoomJoinPublisher, options?: CallOptions): Promise<VideoRoomJoined & Pick<VideoRoomJoinPublisher, 'display'>>;
  /**
   * Joins a room as a publisher and publishes with one request (`"request": "joinandconfigure"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.JoinConfigurePublisher.html)
   */
  joinConfigurePublisher(params: VideoRoomJoinConfigurePublisher & { jsep: JsepInit }, options?: CallOptions): Promise<VideoRoomJoined & Pick<VideoRoomJoinConfigurePublisher, 'display'> & { jsep: Jsep }>;
  joinConfigurePublisher(params: VideoRoomJoinConfigurePublisher, options?: CallOptions): Promise<VideoRoomJoined & Pick<VideoRoomJoinConfigurePublisher, 'display'>>;
  /**
   * Publishes media with an SDP offer; the response carries the SDP answer (`"request": "publish"`).
   *
   * Without an offer the request fails before it is sent (`invalid_argument`), because Janus would respond `ok` and
   * publish nothing.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Publish.html)
   */
  publish(params: VideoRoomPublish & { jsep: JsepInit | null }, options?: CallOptions): Promise<VideoRoomConfigured & Pick<VideoRoomPublish, 'display'> & { feed?: number | string; } & { jsep: Jsep }>;
  /**
   * Changes a publisher or a subscription, or renegotiates with an SDP offer (`"request": "configure"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Configure.html)
   */
  configure(params?: VideoRoomConfigure, options?: CallOptions): Promise<VideoRoomConfigured & Pick<VideoRoomConfigure, 'display' | 'update' | 'restart'> & { feed?: number | string; }>;
  /**
   * Stops publishing; the handle stays in the room (`"request": "unpublish"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Unpublish.html)
   */
  unpublish(params?: VideoRoomUnpublish, options?: CallOptions): Promise<VideoRoomUnpublished>;
  /**
   * Leaves the room (`"request": "leave"`). The handle can't join again.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Leave.html)
   */
  leave(params?: VideoRoomLeave, options?: CallOptions): Promise<VideoRoomLeaving>;
  /**
   * Subscribes to streams of a room; the response carries an SDP offer. Answer it with `start` (`"request": "join"`,
   * `"ptype": "subscriber"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.JoinSubscriber.html)
   */
  joinSubscriber(params: VideoRoomJoinSubscriber, options?: CallOptions): Promise<VideoRoomAttached>;
  /** The same as `joinSubscriber`. */
  joinListener(params: VideoRoomJoinSubscriber, options?: CallOptions): Promise<VideoRoomAttached>;
  /**
   * Answers the SDP offer of Janus, or resumes a paused subscription (`"request": "start"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Start.html)
   */
  start(params?: VideoRoomStart, options?: CallOptions): Promise<VideoRoomStarted & { feed?: number | string; }>;
  /**
   * Pauses all streams of the subscription (`"request": "pause"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Pause.html)
   */
  pause(params?: VideoRoomPause, options?: CallOptions): Promise<VideoRoomPaused & { feed?: number | string; }>;
  /**
   * Replaces subscribed streams by streams of other publishers, without a new offer (`"request": "switch"`).
   *
   * The codecs must be the same: Janus skips other streams. If an inactive m-line becomes active, `videoroom_updated` follows with
   * an SDP offer.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Switch.html)
   */
  switch(params?: VideoRoomSwitch, options?: CallOptions): Promise<VideoRoomSwitchResult>;
  /**
   * Adds streams to the subscription (`"request": "subscribe"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Subscribe.html)
   */
  subscribe(params: VideoRoomSubscribe, options?: CallOptions): Promise<VideoRoomUpdated>;
  /**
   * Removes streams from the subscription (`"request": "unsubscribe"`). Janus ignores streams that are not subscribed
   * to.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Unsubscribe.html)
   */
  unsubscribe(params: VideoRoomUnsubscribe, options?: CallOptions): Promise<VideoRoomUpdated>;
  /**
   * Adds and removes streams with one new SDP offer (`"request": "update"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/videoroom/struct.Update.html)
   */
  update(params?: VideoRoomUpdate, options?: CallOptions): Promise<VideoRoomUpdated>;
}

declare const plugin: {
  readonly id: 'janus.plugin.videoroom';
  readonly Handle: typeof VideoRoomHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
