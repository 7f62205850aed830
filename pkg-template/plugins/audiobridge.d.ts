// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, Codec, HostFamily, AllowAction } from '../index.js';

/** A participant joined the room. */
export interface AudioBridgePeerJoined extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participant that joined: a list of one. */
  participants: Array<AudioBridgeParticipant>;
}

/** Participants changed. Each entry is the complete state of one participant. */
export interface AudioBridgeConfigured extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participants that changed. */
  participants: Array<AudioBridgeParticipant>;
}

/** A participant left the room. */
export interface AudioBridgeLeaving extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `leaving`.
   */
  feed: number | string;
}

/** A participant was kicked. */
export interface AudioBridgeKicked extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the kicked participant. Janus's name: `kicked`. */
  feed: number | string;
}

/** All participants were kicked. */
export interface AudioBridgeKickedAll extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participant id of this handle. Janus's name: `kicked_all`. */
  feed: number | string;
}

/** The room was muted or unmuted. */
export interface AudioBridgeRoomMuted extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** Whether the room is muted. */
  muted: boolean;
}

/** The room was destroyed. */
export interface AudioBridgeDestroyed extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
}

/** A participant started or stopped talking (rooms with `talking_events`, Janus: `audiolevel_event`). */
export interface AudioBridgeTalking extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /**
   * Whether the participant is talking now. Janus's events: `talking` and `stopped-talking`. Janus's name:
   * `audiobridge`.
   */
  talking: boolean;
}

/** The playback of a file started or stopped. */
export interface AudioBridgeFile extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the file, as in `file_id` of `playFile`. */
  file_id: string;
}

/** A participant was suspended. */
export interface AudioBridgeSuspended extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the suspended participant. Janus's name: `suspended`. */
  feed: number | string;
}

/** The suspension of a participant ended. */
export interface AudioBridgeResumed extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the resumed participant. Janus's name: `resumed`. */
  feed: number | string;
  /** The participants of the room; only for a participant whose events were paused. */
  participants?: Array<AudioBridgeParticipant>;
}

/** Creates a room (`"request": "create"`). */
export interface AudioBridgeCreate {
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
  /** The tokens of which a participant must send one to join. */
  allowed?: Array<string> | undefined;
  /** The `admin_key` of the plugin's configuration; required if one is configured. */
  admin_key?: string | undefined;
  /** The sampling rate of the mix in Hz: 8000, 12000, 16000, 24000 or 48000 (Janus's default: 16000). */
  sampling_rate?: number | undefined;
  /** Whether the mix is stereo, with a position for each participant (Janus's default: false). */
  spatial_audio?: boolean | undefined;
  /**
   * The default Opus bitrate of the participants, 500 to 512,000 bit/s; 0 means automatic. Janus's name:
   * `default_bitrate`.
   */
  bitrate?: number | undefined;
  /**
   * The default number of packets to buffer, 50 at most (Janus's default: 6; Janus 1.1.4 and older). Janus's name:
   * `default_prebuffering`.
   */
  prebuffer?: number | undefined;
  /** The default packet loss that the Opus encoder expects, 0 to 20 percent. Janus's name: `default_expectedloss`. */
  expected_loss?: number | undefined;
  /** Whether to remove noise (Janus 1.2.3 and newer that are built with RNNoise; others ignore it). */
  denoise?: boolean | undefined;
  /** Whether to record the mix of the room. */
  record?: boolean | undefined;
  /** The file name of the recording. Janus's name: `record_file`. */
  filename?: string | undefined;
  /** The folder for the recording on the server. Janus's name: `record_dir`. */
  rec_dir?: string | undefined;
  /** Whether to record each participant in a file of its own (`.mjr`). */
  mjrs?: boolean | undefined;
  /** The folder for the recordings of the participants on the server. */
  mjrs_dir?: string | undefined;
  /**
   * Whether participants may use plain RTP instead of WebRTC (Janus's default: false). Janus's name:
   * `allow_rtp_participants`.
   */
  allow_rtp?: boolean | undefined;
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
  /** The names of the groups of participants, five at most. Files and RTP forwarders can address a group. */
  groups?: Array<string> | undefined;
  /**
   * Whether participants must send a signed token to join (Janus 1.4.2 and newer; ignored without
   * `token_auth_secret`).
   */
  signed_tokens?: boolean | undefined;
}

/** Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are. */
export interface AudioBridgeEdit {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The new description of the room. */
  new_description?: string | undefined;
  /** The new secret of the room. */
  new_secret?: string | undefined;
  /** The new PIN that participants must send to join; an empty text removes the PIN. */
  new_pin?: string | undefined;
  /** Whether to hide the room from `list` from now on. */
  new_is_private?: boolean | undefined;
  /** The new folder for recordings on the server. */
  new_record_dir?: string | undefined;
  /** The new folder for the recordings of the participants on the server. */
  new_mjrs_dir?: string | undefined;
  /** Whether to save the change in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Destroys a room (`"request": "destroy"`). Its participants receive `audiobridge_destroyed`. */
export interface AudioBridgeDestroy {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** Whether to remove the room from Janus's configuration file, too (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Checks whether a room exists (`"request": "exists"`). */
export interface AudioBridgeExists {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
}

/** Lists the rooms (`"request": "list"`). */
export interface AudioBridgeList {
  /** The `admin_key` of the plugin's configuration. With it, the list contains private rooms, too. */
  admin_key?: string | undefined;
}

/** Lists the participants of a room (`"request": "listparticipants"`). */
export interface AudioBridgeListParticipants {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** A field of Janode, which Janus ignores. */
  secret?: string | undefined;
}

/** Changes the list of tokens that may join a room (`"request": "allowed"`). */
export interface AudioBridgeAllow {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The change to make. */
  action: AllowAction;
  /** The tokens to add or to remove. Janus's name: `allowed`. */
  list?: Array<string> | undefined;
}

/** Starts or stops recording the mix of a room (`"request": "enable_recording"`). */
export interface AudioBridgeEnableRecording {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** Whether to record; `false` stops the recording. */
  record: boolean;
  /** The file name of the recording. Janus's name: `record_file`. */
  filename?: string | undefined;
  /** The folder for the recording on the server. Janus's name: `record_dir`. */
  rec_dir?: string | undefined;
}

/** Starts or stops recording each participant of a room (`"request": "enable_mjrs"`). */
export interface AudioBridgeEnableMjrs {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** Whether to record; `false` stops the recordings. */
  mjrs: boolean;
  /** The folder for the recordings of the participants on the server. */
  mjrs_dir?: string | undefined;
}

/** Forwards the audio of a room to another host over RTP (`"request": "rtp_forward"`). */
export interface AudioBridgeStartForward {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The host that receives the audio: a name or an address. */
  host: string;
  /** The address family for a host name: `ipv4` or `ipv6`. */
  host_family?: HostFamily | undefined;
  /** The port that receives the audio; not zero. Janus's name: `port`. */
  audio_port: number;
  /** The SSRC of the forwarded audio. */
  ssrc?: number | undefined;
  /** The codec: `opus`, `pcmu` or `pcma` (Janus's default: `opus`). */
  codec?: Codec | undefined;
  /** The RTP payload type (Janus's default: 100). */
  ptype?: number | undefined;
  /** The name of the group whose audio is forwarded; all participants by default. */
  group?: string | undefined;
  /** Whether to send packets while the room is empty, too (Janus's default: false). Janus's name: `always_on`. */
  always?: boolean | undefined;
  /** The SRTP suite that encrypts the forwarded audio: 32 or 80. Without it the audio is not encrypted. */
  srtp_suite?: number | undefined;
  /** The SRTP key, in base64. */
  srtp_crypto?: string | undefined;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured. */
  admin_key?: string | undefined;
}

/** Stops an RTP forwarder (`"request": "stop_rtp_forward"`). Janus acknowledges unknown ids, too. */
export interface AudioBridgeStopForward {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the forwarder, as in `audio_stream` of `AudioBridgeForwarding`. Janus's name: `stream_id`. */
  stream: number;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_rtp_forward` is configured. */
  admin_key?: string | undefined;
}

/** Lists the RTP forwarders of a room (`"request": "listforwarders"`). */
export interface AudioBridgeListForward {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** A field of Janode, which Janus ignores. */
  admin_key?: string | undefined;
}

/** Plays an Opus file of the server into a room (`"request": "play_file"`). */
export interface AudioBridgePlayFile {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The path of the `.opus` file on the server. */
  filename: string;
  /** The id of this playback; Janus chooses a random one by default. */
  file_id?: string | undefined;
  /** The name of the group that hears the file; required in rooms with groups. */
  group?: string | undefined;
  /** Whether to repeat the file without end (Janus's default: false). */
  loop?: boolean | undefined;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_play_file` is configured. */
  admin_key?: string | undefined;
}

/** Checks whether a file is playing (`"request": "is_playing"`). */
export interface AudioBridgeIsPlaying {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the file, as in `file_id` of `playFile`. */
  file_id: string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_play_file` is configured. */
  admin_key?: string | undefined;
}

/** Stops the playback of a file (`"request": "stop_file"`). */
export interface AudioBridgeStopFile {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the file, as in `file_id` of `playFile`. */
  file_id: string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_play_file` is configured. */
  admin_key?: string | undefined;
}

/** Stops the playback of all files (`"request": "stop_all_files"`; Janus 1.3.2 and newer). */
export interface AudioBridgeStopAllFiles {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The `admin_key` of the plugin's configuration; required if `lock_play_file` is configured. */
  admin_key?: string | undefined;
}

/** Lists the files of a room (`"request": "listannouncements"`; Janus 1.2.4 and newer). */
export interface AudioBridgeListAnnouncements {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Kicks a participant from a room (`"request": "kick"`). */
export interface AudioBridgeKick {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Kicks all participants of a room (`"request": "kick_all"`). */
export interface AudioBridgeKickAll {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Mutes a participant (`"request": "mute"`). All participants receive `audiobridge_configured`. */
export interface AudioBridgeMute {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Unmutes a participant (`"request": "unmute"`). All participants receive `audiobridge_configured`. */
export interface AudioBridgeUnmute {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Mutes a room (`"request": "mute_room"`). All participants receive `audiobridge_room_muted`. */
export interface AudioBridgeMuteRoom {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Unmutes a room (`"request": "unmute_room"`). All participants receive `audiobridge_room_muted`. */
export interface AudioBridgeUnmuteRoom {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Suspends a participant (`"request": "suspend"`; Janus 1.2.1 and newer). The others receive `audiobridge_suspended`. */
export interface AudioBridgeSuspend {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one, except to suspend this handle. */
  secret?: string | undefined;
  /** Whether to stop the recording of the participant. */
  stop_record?: boolean | undefined;
  /** Whether the participant receives no events while it is suspended. */
  pause_events?: boolean | undefined;
}

/**
 * Ends the suspension of a participant (`"request": "resume"`; Janus 1.2.1 and newer). The participants receive
 * `audiobridge_resumed`.
 */
export interface AudioBridgeResume {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** Whether to record the participant. */
  record?: boolean | undefined;
  /** The path of the recording on the server. */
  filename?: string | undefined;
}

/**
 * Turns noise reduction on for a participant (`"request": "denoise_enable"`; Janus 1.2.3 and newer that are built
 * with RNNoise).
 */
export interface AudioBridgeDenoiseEnable {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/**
 * Turns noise reduction off for a participant (`"request": "denoise_disable"`; Janus 1.2.3 and newer that are built
 * with RNNoise).
 */
export interface AudioBridgeDenoiseDisable {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Joins a room (`"request": "join"`). The SDP offer is part of this request or of a later `configure`. */
export interface AudioBridgeJoin {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participant id to use; Janus chooses a random one by default. Janus's name: `id`. */
  feed?: number | string | undefined;
  /** The PIN of the room; required if the room has one. */
  pin?: string | undefined;
  /**
   * The token; required if the room checks tokens: one of its list, or a signed one (`SignedToken::for_room_of`,
   * in JavaScript `signRoomToken`).
   */
  token?: string | undefined;
  /** The secret of the room. With it the participant joins as an administrator. */
  secret?: string | undefined;
  /** The display name of this participant. */
  display?: string | undefined;
  /** The name of the participant's group; required in rooms with groups. */
  group?: string | undefined;
  /** Whether this participant is muted: the others do not hear it (Janus's default: false). */
  muted?: boolean | undefined;
  /** The codec: `opus`, `pcmu` or `pcma` (Janus's default: `opus`). */
  codec?: Codec | undefined;
  /** The number of packets to buffer (Janus 1.1.4 and older). */
  prebuffer?: number | undefined;
  /** The Opus bitrate of the audio that Janus sends to this participant, 500 to 512,000 bit/s. */
  bitrate?: number | undefined;
  /** The Opus complexity, 1 to 10 (Janus's default: 4). */
  quality?: number | undefined;
  /** The packet loss that the Opus encoder expects, 0 to 20 percent. */
  expected_loss?: number | undefined;
  /** The volume of this participant in the mix, in percent (Janus's default: 100). */
  volume?: number | undefined;
  /**
   * The position of this participant in the mix, 0 (left) to 100 (right), in rooms with `spatial_audio` (Janus's
   * default: 50).
   */
  spatial_position?: number | undefined;
  /** The average audio level that counts as talking for this participant, 127 (silence) to 0 (loudest). */
  audio_level_average?: number | undefined;
  /** The number of audio packets over which talking of this participant is detected. */
  audio_active_packets?: number | undefined;
  /** Whether to record the participant. */
  record?: boolean | undefined;
  /** The path of the recording on the server. */
  filename?: string | undefined;
  /** Whether to remove noise (Janus 1.2.3 and newer that are built with RNNoise; others ignore it). */
  denoise?: boolean | undefined;
  /**
   * Whether to join suspended: the participant hears nothing and is not heard until `resume` (Janus 1.2.1 and
   * newer).
   */
  suspended?: boolean | undefined;
  /** Whether the participant receives no events while it is suspended (Janus 1.2.1 and newer). */
  pause_events?: boolean | undefined;
  /** Whether Janus makes the SDP offer. The first negotiation decides it for the whole session. */
  generate_offer?: boolean | undefined;
  /** The address of a plain RTP participant without WebRTC; the room must allow it. Janus's name: `rtp`. */
  rtp_participant?: AudioBridgeRtpParticipant | undefined;
  /** The SDP offer of this participant. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Changes this participant, or starts or renegotiates its PeerConnection with an SDP (`"request": "configure"`). */
export interface AudioBridgeConfigure {
  /** The display name of this participant. */
  display?: string | undefined;
  /** The new group of this participant, in rooms with groups. */
  group?: string | undefined;
  /** Whether this participant is muted: the others do not hear it. */
  muted?: boolean | undefined;
  /** The number of packets to buffer (Janus 1.1.4 and older). */
  prebuffer?: number | undefined;
  /** The Opus bitrate of the audio that Janus sends to this participant, 500 to 512,000 bit/s. */
  bitrate?: number | undefined;
  /** The Opus complexity, 1 to 10. */
  quality?: number | undefined;
  /** The packet loss that the Opus encoder expects, 0 to 20 percent. */
  expected_loss?: number | undefined;
  /** The volume of this participant in the mix, in percent. */
  volume?: number | undefined;
  /** The position of this participant in the mix, 0 (left) to 100 (right), in rooms with `spatial_audio`. */
  spatial_position?: number | undefined;
  /** Whether to record the participant. */
  record?: boolean | undefined;
  /** The path of the recording on the server. */
  filename?: string | undefined;
  /** Whether to remove noise (Janus 1.2.3 and newer that are built with RNNoise; others ignore it). */
  denoise?: boolean | undefined;
  /** Whether Janus makes the SDP offer. The first negotiation decides it for the whole session. */
  generate_offer?: boolean | undefined;
  /**
   * Whether to renegotiate. If Janus made the first offer (`generate_offer`), Janus makes the new one. Otherwise
   * the request must carry an SDP offer, or it fails (`invalid_argument`).
   */
  update?: boolean | undefined;
  /** The new address of a plain RTP participant (Janus 1.3.2 and newer). Janus's name: `rtp`. */
  rtp_participant?: AudioBridgeRtpParticipant | undefined;
  /** The SDP offer, or the SDP answer to an offer of Janus. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Moves this participant to another room, without a renegotiation (`"request": "changeroom"`). */
export interface AudioBridgeChangeRoom {
  /** The id of the room to change to: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participant id to use; Janus chooses a random one by default. Janus's name: `id`. */
  feed?: number | string | undefined;
  /** The PIN of the room; required if the room has one. */
  pin?: string | undefined;
  /**
   * The token; required if the room checks tokens: one of its list, or a signed one (`SignedToken::for_room_of`,
   * in JavaScript `signRoomToken`).
   */
  token?: string | undefined;
  /** The secret of the room. With it the participant joins as an administrator. */
  secret?: string | undefined;
  /** The display name of this participant. */
  display?: string | undefined;
  /** The name of the participant's group; required in rooms with groups. */
  group?: string | undefined;
  /** Whether this participant is muted: the others do not hear it (Janus's default: false). */
  muted?: boolean | undefined;
  /** The Opus bitrate of the audio that Janus sends to this participant, 500 to 512,000 bit/s. */
  bitrate?: number | undefined;
  /** The Opus complexity, 1 to 10 (Janus's default: 4). */
  quality?: number | undefined;
  /** The packet loss that the Opus encoder expects, 0 to 20 percent. */
  expected_loss?: number | undefined;
  /** The volume of this participant in the mix, in percent (Janus's default: 100). */
  volume?: number | undefined;
  /**
   * The position of this participant in the mix, 0 (left) to 100 (right), in rooms with `spatial_audio` (Janus's
   * default: 50).
   */
  spatial_position?: number | undefined;
  /** Whether to remove noise (Janus 1.2.3 and newer that are built with RNNoise; others ignore it). */
  denoise?: boolean | undefined;
  /**
   * Whether to change the room suspended: the participant hears nothing and is not heard until `resume` (Janus
   * 1.2.1 and newer).
   */
  suspended?: boolean | undefined;
  /** Whether the participant receives no events while it is suspended (Janus 1.2.1 and newer). */
  pause_events?: boolean | undefined;
}

/** Leaves the room (`"request": "leave"`). A later `join` reuses the PeerConnection. */
export interface AudioBridgeLeave {
}

/** Closes the PeerConnection (`"request": "hangup"`). */
export interface AudioBridgeAudioHangup {
}

/** Resets the audio decoder of this participant (`"request": "resetdecoder"`). */
export interface AudioBridgeResetDecoder {
}

/** The address and the format of a plain RTP participant. */
export interface AudioBridgeRtpParticipant {
  /** The address that Janus sends RTP to. */
  ip?: string | undefined;
  /** The port that Janus sends RTP to. */
  port?: number | undefined;
  /** The RTP payload type. */
  payload_type?: number | undefined;
  /** The id of the RTP extension for audio levels. */
  audiolevel_ext?: number | undefined;
  /** Whether Opus uses in-band forward error correction. */
  fec?: boolean | undefined;
}

/** The response to `join` and `changeRoom`. */
export interface AudioBridgeJoined extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participant id of this handle. Janus's name: `id`. */
  feed: number | string;
  /** The other participants of the room. */
  participants: Array<AudioBridgeParticipant>;
  /** The address on which Janus receives plain RTP; only for plain RTP participants. Janus's name: `rtp`. */
  rtp_participant?: AudioBridgeRtpAddress;
  /** The SDP answer to an offer, or the SDP offer of Janus; answer an offer with `configure`. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** A participant of a room. */
export interface AudioBridgeParticipant extends Received {
  /**
   * The id of the participant: a number, or a text if the plugin is configured with `string_ids`. Janus's name:
   * `id`.
   */
  feed: number | string;
  /** The display name of the participant. */
  display?: string;
  /** Whether the participant is muted. */
  muted: boolean;
  /** Whether the PeerConnection of the participant is ready. */
  setup: boolean;
  /** Whether the participant is talking; only if the RTP extension for audio levels is negotiated. */
  talking?: boolean;
  /** The position of the participant in the mix, 0 (left) to 100 (right); only in rooms with `spatial_audio`. */
  spatial_position?: number;
  /** Whether the participant is suspended; missing if not (Janus 1.2.1 and newer). */
  suspended?: boolean;
}

/** The address on which Janus receives plain RTP. */
export interface AudioBridgeRtpAddress extends Received {
  /** The address of Janus. */
  ip: string;
  /** The port of Janus. */
  port: number;
  /** The RTP payload type. */
  payload_type: number;
}

/** The response to `configure`: the change is applied. */
export interface AudioBridgeChanged extends Received {
  /** The SDP answer to an offer, or the SDP offer of Janus; answer an offer with `configure`. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The response to `leave`: this handle has left the room. */
export interface AudioBridgeLeft extends Received {
  /**
   * The id of the room: a number, or a text if the plugin is configured with `string_ids`; missing if the room is
   * destroyed at the same time.
   */
  room?: number | string;
  /** The participant id of this handle. Janus's name: `id`. */
  feed: number | string;
}

/** The response to `audioHangup`: Janus closes the PeerConnection. */
export interface AudioBridgeHangingUp extends Received {
  /**
   * The id of the room: a number, or a text if the plugin is configured with `string_ids`. No version up to Janus
   * 1.4.1 sends it.
   */
  room?: number | string;
  /** The participant id of this handle. No version up to Janus 1.4.1 sends it. Janus's name: `id`. */
  feed?: number | string;
}

/** The response to `create`, `edit` and `destroy`. */
export interface AudioBridgeCreated extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** Whether Janus's configuration file was changed. */
  permanent: boolean;
}

/** The response to `exists`. */
export interface AudioBridgeExistence extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** Whether the room exists. */
  exists: boolean;
}

/** The response to `list`. */
export interface AudioBridgeRooms extends Received {
  /** The rooms with their settings. */
  list: Array<AudioBridgeRoom>;
}

/** A room and its settings. */
export interface AudioBridgeRoom extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The description of the room. */
  description: string;
  /** The sampling rate of the mix, in Hz. */
  sampling_rate: number;
  /** Whether the mix is stereo, with a position for each participant. */
  spatial_audio: boolean;
  /** Whether joining requires a PIN. */
  pin_required: boolean;
  /** Whether the mix of the room is recorded. */
  record: boolean;
  /** Whether the room is muted. */
  muted: boolean;
  /** The number of participants. */
  num_participants: number;
}

/** The response to `listParticipants`. */
export interface AudioBridgeParticipants extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participants of the room. */
  participants: Array<AudioBridgeParticipant>;
}

/** The response to `allow`. */
export interface AudioBridgeAllowed extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The tokens that may join; missing if tokens are not checked. Janus's name: `allowed`. */
  list?: Array<string>;
}

/** The response to `enableRecording` and `enableMjrs`. */
export interface AudioBridgeRecording extends Received {
  /**
   * The id of the room: a number, or a text if the plugin is configured with `string_ids`. No version up to Janus
   * 1.4.1 sends it.
   */
  room?: number | string;
  /** Whether the mix of the room is recorded; only for `enableRecording`. */
  record?: boolean;
  /** Whether each participant is recorded; only for `enableMjrs`. */
  mjrs?: boolean;
}

/** An acknowledgement without data. */
export interface AudioBridgeDone extends Received {
  /**
   * The id of the room: a number, or a text if the plugin is configured with `string_ids`; missing if the request
   * mutes or unmutes and changes nothing, and for `kick`, `kickAll`, `suspend`, `resume` and `resetDecoder`.
   */
  room?: number | string;
}

/** The response to `startForward` and `stopForward`. */
export interface AudioBridgeForwarding extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The host that receives the audio. */
  host?: string;
  /** The id of the forwarder. Janus's name: `stream_id`. */
  audio_stream: number;
  /** The port that receives the audio. Janus's name: `port`. */
  audio_port?: number;
  /** The name of the group whose audio is forwarded. */
  group?: string;
}

/** The response to `listForward`. */
export interface AudioBridgeForwarders extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The RTP forwarders of the room. Janus's name: `rtp_forwarders`. */
  forwarders: Array<AudioBridgeForwarder>;
}

/** An RTP forwarder of a room. */
export interface AudioBridgeForwarder extends Received {
  /** The address of the host that receives the audio. Janus's name: `ip`. */
  host: string;
  /** The id of the forwarder. Janus's name: `stream_id`. */
  audio_stream: number;
  /** The port that receives the audio. Janus's name: `port`. */
  audio_port: number;
  /** The name of the group whose audio is forwarded. */
  group?: string;
  /** The SSRC of the forwarded audio. */
  ssrc: number;
  /** The codec: `opus`, `pcmu` or `pcma`. */
  codec: Codec;
  /** The RTP payload type. */
  ptype: number;
  /** Whether the audio is encrypted with SRTP; missing if not. */
  srtp?: boolean;
  /** Whether packets are sent while the room is empty, too. Janus's name: `always_on`. */
  always: boolean;
}

/** The response to `playFile`, `isPlaying` and `stopFile`. */
export interface AudioBridgePlaying extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The id of the file, as in `file_id` of `playFile`. */
  file_id: string;
  /** Whether the file is playing. */
  playing?: boolean;
}

/** The response to `stopAllFiles`. */
export interface AudioBridgeStopped extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The ids of the stopped files. */
  file_id_list: Array<string>;
}

/** The response to `listAnnouncements`. */
export interface AudioBridgeAnnouncements extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The files of the room. */
  announcements: Array<AudioBridgeAnnouncement>;
}

/** A file that is played into a room. */
export interface AudioBridgeAnnouncement extends Received {
  /** The id of the file, as in `file_id` of `playFile`. */
  file_id: string;
  /** The path of the file on the server. */
  filename?: string;
  /** Whether the file is playing. */
  playing: boolean;
  /** Whether the file is repeated without end. */
  loop: boolean;
}

export interface AudioBridgeHandle {
  /** The id of the room that the handle has joined; `null` before the join. */
  readonly room: number | string | null;
  /** The participant id of the handle; `null` before the join. */
  readonly feed: number | string | null;
}

/** The response to `join`. As in Janode, the address for plain RTP has two names. */
export interface AudioBridgeJoinResult extends AudioBridgeJoined {
  /** The address on which Janus receives plain RTP; the same as `rtp_participant`. */
  rtp?: AudioBridgeRtpAddress;
}

/** The response to `startForward`. */
export interface AudioBridgeStartForwardResult {
  /** The id of the room. */
  room: number | string;
  /** The RTP forwarder. */
  forwarder: AudioBridgeForwarder;
}

/** The response to `stopForward`. */
export interface AudioBridgeStopForwardResult {
  /** The id of the room. */
  room: number | string;
  /** The stopped forwarder. */
  forwarder: {
    /** The id of the forwarder. */
    audio_stream: number;
  };
}

/** A participant joined or changed. The fields of a single participant are at the top; several participants are in `participants`. */
export interface AudioBridgeConfiguredEvent extends AudioBridgeParticipant {
  /** The id of the room. */
  room: number | string;
  /** The participants, unless there is exactly one. */
  participants?: AudioBridgeParticipant[];
}
export type AudioBridgePeerJoinedEvent = AudioBridgeConfiguredEvent;

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly AUDIOBRIDGE_ERROR: 'audiobridge_error';
  /** The response to `join`, if it comes after its request has ended. */
  readonly AUDIOBRIDGE_JOINED: 'audiobridge_joined';
  /** A participant joined the room. */
  readonly AUDIOBRIDGE_PEER_JOINED: 'audiobridge_peer_joined';
  /** The response to `changeRoom`, if it comes after its request has ended. */
  readonly AUDIOBRIDGE_ROOMCHANGED: 'audiobridge_roomchanged';
  /** The response to `leave`, if it comes after its request has ended. */
  readonly AUDIOBRIDGE_LEFT: 'audiobridge_left';
  /** The response to `audioHangup`, if it comes after its request has ended. */
  readonly AUDIOBRIDGE_HANGINGUP: 'audiobridge_hangingup';
  /** The room was destroyed. */
  readonly AUDIOBRIDGE_DESTROYED: 'audiobridge_destroyed';
  /** A participant started or stopped talking (rooms with `talking_events`). */
  readonly AUDIOBRIDGE_TALKING: 'audiobridge_talking';
  /** The playback of a file started. */
  readonly AUDIOBRIDGE_ANNOUNCEMENT_STARTED: 'audiobridge_announcement_started';
  /** The playback of a file stopped. */
  readonly AUDIOBRIDGE_ANNOUNCEMENT_STOPPED: 'audiobridge_announcement_stopped';
  /** The response to `configure`, if it comes after its request has ended. */
  readonly AUDIOBRIDGE_RESULT: 'audiobridge_result';
  /** The suspension of a participant ended (Janus 1.2.1 and newer). */
  readonly AUDIOBRIDGE_RESUMED: 'audiobridge_resumed';
  /** A participant was suspended (Janus 1.2.1 and newer). */
  readonly AUDIOBRIDGE_SUSPENDED: 'audiobridge_suspended';
  /** A participant left the room, or lost its PeerConnection. */
  readonly AUDIOBRIDGE_PEER_LEAVING: 'audiobridge_peer_leaving';
  /** The room was muted or unmuted. */
  readonly AUDIOBRIDGE_ROOM_MUTED: 'audiobridge_room_muted';
  /** A participant was kicked. */
  readonly AUDIOBRIDGE_KICKED: 'audiobridge_kicked';
  /** All participants were kicked. */
  readonly AUDIOBRIDGE_KICKED_ALL: 'audiobridge_kicked_all';
  /** Participants changed, or their PeerConnections became ready. */
  readonly AUDIOBRIDGE_CONFIGURED: 'audiobridge_configured';
  /** Participants changed, or their PeerConnections became ready. About another participant. */
  readonly AUDIOBRIDGE_PEER_CONFIGURED: 'audiobridge_peer_configured';
  /** A participant was kicked. About another participant. */
  readonly AUDIOBRIDGE_PEER_KICKED: 'audiobridge_peer_kicked';
  /** A participant started or stopped talking (rooms with `talking_events`). About another participant. */
  readonly AUDIOBRIDGE_PEER_TALKING: 'audiobridge_peer_talking';
  /** A participant was suspended (Janus 1.2.1 and newer). About another participant. */
  readonly AUDIOBRIDGE_PEER_SUSPENDED: 'audiobridge_peer_suspended';
  /** The suspension of a participant ended (Janus 1.2.1 and newer). About another participant. */
  readonly AUDIOBRIDGE_PEER_RESUMED: 'audiobridge_peer_resumed';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 480;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 481;
  /** The plugin does not know the request. */
  readonly INVALID_REQUEST: 482;
  /** A required field is missing. */
  readonly MISSING_ELEMENT: 483;
  /** A field has the wrong type or an invalid value. */
  readonly INVALID_ELEMENT: 484;
  /** The room does not exist. */
  readonly NO_SUCH_ROOM: 485;
  /** The room already exists. */
  readonly ROOM_EXISTS: 486;
  /** The handle has joined no room. */
  readonly NOT_JOINED: 487;
  /** The Opus library failed. */
  readonly LIBOPUS_ERROR: 488;
  /** The secret, the PIN or the token is missing or wrong. */
  readonly UNAUTHORIZED: 489;
  /** The id is already in use. */
  readonly ID_EXISTS: 490;
  /** The handle has already joined. */
  readonly ALREADY_JOINED: 491;
  /** The participant does not exist. */
  readonly NO_SUCH_USER: 492;
  /** The SDP is invalid. */
  readonly INVALID_SDP: 493;
  /** The group does not exist. */
  readonly NO_SUCH_GROUP: 494;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 499;
};

/** The arguments of the listeners of each event. */
export interface AudioBridgeEvents extends HandleEvents {
  audiobridge_error: [JanusError];
  audiobridge_joined: [AudioBridgeJoined];
  audiobridge_peer_joined: [AudioBridgePeerJoinedEvent];
  audiobridge_roomchanged: [AudioBridgeJoined];
  audiobridge_left: [AudioBridgeLeft];
  audiobridge_hangingup: [AudioBridgeHangingUp];
  audiobridge_destroyed: [AudioBridgeDestroyed];
  audiobridge_talking: [AudioBridgeTalking];
  audiobridge_announcement_started: [AudioBridgeFile];
  audiobridge_announcement_stopped: [AudioBridgeFile];
  audiobridge_result: [AudioBridgeChanged];
  audiobridge_resumed: [AudioBridgeResumed];
  audiobridge_suspended: [AudioBridgeSuspended];
  audiobridge_peer_leaving: [AudioBridgeLeaving];
  audiobridge_room_muted: [AudioBridgeRoomMuted];
  audiobridge_kicked: [AudioBridgeKicked];
  audiobridge_kicked_all: [AudioBridgeKickedAll];
  audiobridge_configured: [AudioBridgeConfiguredEvent];
  audiobridge_peer_configured: [AudioBridgeConfiguredEvent];
  audiobridge_peer_kicked: [AudioBridgeKicked];
  audiobridge_peer_talking: [AudioBridgeTalking];
  audiobridge_peer_suspended: [AudioBridgeSuspended];
  audiobridge_peer_resumed: [AudioBridgeResumed];
}

/** The AudioBridge plugin. */
export declare class AudioBridgeHandle extends Handle<AudioBridgeEvents> {
  /**
   * Creates a room (`"request": "create"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Create.html)
   */
  create(params?: AudioBridgeCreate, options?: CallOptions): Promise<AudioBridgeCreated>;
  /**
   * Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Edit.html)
   */
  edit(params: AudioBridgeEdit, options?: CallOptions): Promise<AudioBridgeCreated>;
  /**
   * Destroys a room (`"request": "destroy"`). Its participants receive `audiobridge_destroyed`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Destroy.html)
   */
  destroy(params: AudioBridgeDestroy, options?: CallOptions): Promise<AudioBridgeCreated>;
  /**
   * Checks whether a room exists (`"request": "exists"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Exists.html)
   */
  exists(params: AudioBridgeExists, options?: CallOptions): Promise<AudioBridgeExistence>;
  /**
   * Lists the rooms (`"request": "list"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.List.html)
   */
  list(params?: AudioBridgeList, options?: CallOptions): Promise<AudioBridgeRooms>;
  /**
   * Lists the participants of a room (`"request": "listparticipants"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.ListParticipants.html)
   */
  listParticipants(params: AudioBridgeListParticipants, options?: CallOptions): Promise<AudioBridgeParticipants>;
  /**
   * Changes the list of tokens that may join a room (`"request": "allowed"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Allow.html)
   */
  allow(params: AudioBridgeAllow, options?: CallOptions): Promise<AudioBridgeAllowed>;
  /**
   * Starts or stops recording the mix of a room (`"request": "enable_recording"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.EnableRecording.html)
   */
  enableRecording(params: AudioBridgeEnableRecording, options?: CallOptions): Promise<AudioBridgeRecording>;
  /**
   * Starts or stops recording each participant of a room (`"request": "enable_mjrs"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.EnableMjrs.html)
   */
  enableMjrs(params: AudioBridgeEnableMjrs, options?: CallOptions): Promise<AudioBridgeRecording>;
  /**
   * Forwards the audio of a room to another host over RTP (`"request": "rtp_forward"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.StartForward.html)
   */
  startForward(params: AudioBridgeStartForward, options?: CallOptions): Promise<AudioBridgeStartForwardResult>;
  /**
   * Stops an RTP forwarder (`"request": "stop_rtp_forward"`). Janus acknowledges unknown ids, too.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.StopForward.html)
   */
  stopForward(params: AudioBridgeStopForward, options?: CallOptions): Promise<AudioBridgeStopForwardResult>;
  /**
   * Lists the RTP forwarders of a room (`"request": "listforwarders"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.ListForward.html)
   */
  listForward(params: AudioBridgeListForward, options?: CallOptions): Promise<AudioBridgeForwarders>;
  /**
   * Plays an Opus file of the server into a room (`"request": "play_file"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.PlayFile.html)
   */
  playFile(params: AudioBridgePlayFile, options?: CallOptions): Promise<AudioBridgePlaying>;
  /**
   * Checks whether a file is playing (`"request": "is_playing"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.IsPlaying.html)
   */
  isPlaying(params: AudioBridgeIsPlaying, options?: CallOptions): Promise<AudioBridgePlaying>;
  /**
   * Stops the playback of a file (`"request": "stop_file"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.StopFile.html)
   */
  stopFile(params: AudioBridgeStopFile, options?: CallOptions): Promise<AudioBridgePlaying>;
  /**
   * Stops the playback of all files (`"request": "stop_all_files"`; Janus 1.3.2 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.StopAllFiles.html)
   */
  stopAllFiles(params: AudioBridgeStopAllFiles, options?: CallOptions): Promise<AudioBridgeStopped>;
  /**
   * Lists the files of a room (`"request": "listannouncements"`; Janus 1.2.4 and newer).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.ListAnnouncements.html)
   */
  listAnnouncements(params: AudioBridgeListAnnouncements, options?: CallOptions): Promise<AudioBridgeAnnouncements>;
  /**
   * Kicks a participant from a room (`"request": "kick"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Kick.html)
   */
  kick(params: AudioBridgeKick, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeKick, 'feed'>>;
  /**
   * Kicks all participants of a room (`"request": "kick_all"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.KickAll.html)
   */
  kickAll(params: AudioBridgeKickAll, options?: CallOptions): Promise<AudioBridgeDone>;
  /**
   * Mutes a participant (`"request": "mute"`). All participants receive `audiobridge_configured`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Mute.html)
   */
  mute(params: AudioBridgeMute, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeMute, 'feed'>>;
  /**
   * Unmutes a participant (`"request": "unmute"`). All participants receive `audiobridge_configured`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Unmute.html)
   */
  unmute(params: AudioBridgeUnmute, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeUnmute, 'feed'>>;
  /**
   * Mutes a room (`"request": "mute_room"`). All participants receive `audiobridge_room_muted`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.MuteRoom.html)
   */
  muteRoom(params: AudioBridgeMuteRoom, options?: CallOptions): Promise<AudioBridgeDone>;
  /**
   * Unmutes a room (`"request": "unmute_room"`). All participants receive `audiobridge_room_muted`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.UnmuteRoom.html)
   */
  unmuteRoom(params: AudioBridgeUnmuteRoom, options?: CallOptions): Promise<AudioBridgeDone>;
  /**
   * Suspends a participant (`"request": "suspend"`; Janus 1.2.1 and newer). The others receive `audiobridge_suspended`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Suspend.html)
   */
  suspend(params: AudioBridgeSuspend, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeSuspend, 'feed'>>;
  /**
   * Ends the suspension of a participant (`"request": "resume"`; Janus 1.2.1 and newer). The participants receive
   * `audiobridge_resumed`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Resume.html)
   */
  resume(params: AudioBridgeResume, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeResume, 'feed'>>;
  /**
   * Turns noise reduction on for a participant (`"request": "denoise_enable"`; Janus 1.2.3 and newer that are built
   * with RNNoise).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.DenoiseEnable.html)
   */
  denoiseEnable(params: AudioBridgeDenoiseEnable, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeDenoiseEnable, 'feed'>>;
  /**
   * Turns noise reduction off for a participant (`"request": "denoise_disable"`; Janus 1.2.3 and newer that are built
   * with RNNoise).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.DenoiseDisable.html)
   */
  denoiseDisable(params: AudioBridgeDenoiseDisable, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeDenoiseDisable, 'feed'>>;
  /**
   * Joins a room (`"request": "join"`). The SDP offer is part of this request or of a later `configure`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Join.html)
   */
  join(params: AudioBridgeJoin, options?: CallOptions): Promise<AudioBridgeJoinResult>;
  /**
   * Changes this participant, or starts or renegotiates its PeerConnection with an SDP (`"request": "configure"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Configure.html)
   */
  configure(params?: AudioBridgeConfigure, options?: CallOptions): Promise<AudioBridgeChanged & Pick<AudioBridgeConfigure, 'display' | 'muted' | 'quality' | 'bitrate' | 'volume' | 'record' | 'filename' | 'expected_loss' | 'prebuffer' | 'group' | 'rtp_participant'> & { feed?: number | string; room?: number | string; }>;
  /**
   * Moves this participant to another room, without a renegotiation (`"request": "changeroom"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.ChangeRoom.html)
   */
  changeRoom(params: AudioBridgeChangeRoom, options?: CallOptions): Promise<AudioBridgeJoined>;
  /**
   * Leaves the room (`"request": "leave"`). A later `join` reuses the PeerConnection.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.Leave.html)
   */
  leave(params?: AudioBridgeLeave, options?: CallOptions): Promise<AudioBridgeLeft>;
  /**
   * Closes the PeerConnection (`"request": "hangup"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.AudioHangup.html)
   */
  audioHangup(params?: AudioBridgeAudioHangup, options?: CallOptions): Promise<AudioBridgeHangingUp>;
  /**
   * Resets the audio decoder of this participant (`"request": "resetdecoder"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/audiobridge/struct.ResetDecoder.html)
   */
  resetDecoder(params?: AudioBridgeResetDecoder, options?: CallOptions): Promise<AudioBridgeDone>;
}

declare const plugin: {
  readonly id: 'janus.plugin.audiobridge';
  readonly Handle: typeof AudioBridgeHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
