// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** Somebody joined. */
export interface AudioBridgePeerJoined {
  /** The room. */
  room?: number | string;
  /** Who. */
  participants?: Array<AudioBridgeParticipant>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody changed; each entry is the participant's whole state. */
export interface AudioBridgeConfigured {
  /** The room. */
  room?: number | string;
  /** Who. */
  participants?: Array<AudioBridgeParticipant>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody left. */
export interface AudioBridgeLeaving {
  /** The room. */
  room?: number | string;
  /** Who. */
  feed?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody was thrown out. */
export interface AudioBridgeKicked {
  /** The room. */
  room?: number | string;
  /** Who. */
  feed?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Everybody was thrown out. */
export interface AudioBridgeKickedAll {
  /** The room. */
  room?: number | string;
  /** The handle's own id. */
  feed?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The room was muted or unmuted. */
export interface AudioBridgeRoomMuted {
  /** The room. */
  room?: number | string;
  /** Whether it is muted. */
  muted?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The room ended. */
export interface AudioBridgeDestroyed {
  /** The room. */
  room?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody talks, or stops (rooms with `talking_events`). */
export interface AudioBridgeTalking {
  /** The room. */
  room?: number | string;
  /** Who. */
  feed?: number | string;
  /** Whether it talks now. */
  talking: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A file begins or ends. */
export interface AudioBridgeFile {
  /** The room. */
  room?: number | string;
  /** Which. */
  file_id?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody was suspended. */
export interface AudioBridgeSuspended {
  /** The room. */
  room?: number | string;
  /** Who. */
  feed?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A suspension ended. */
export interface AudioBridgeResumed {
  /** The room. */
  room?: number | string;
  /** Who. */
  feed?: number | string;
  /** Who is there, for one that was told nothing meanwhile. */
  participants?: Array<AudioBridgeParticipant>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Makes a room. */
export interface AudioBridgeCreate {
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
  /** 8000, 12000, 16000, 24000 or 48000 (Janus's default: 16000). */
  sampling_rate?: number;
  /** Place participants between left and right. */
  spatial_audio?: boolean;
  /** Each one's bitrate, 500 to 512,000 bit/s; 0 for automatic. */
  bitrate?: number;
  /** Packets to buffer, 50 at most (Janus 1.1.4 and older). */
  prebuffer?: number;
  /** The losses to expect, 0 to 20 percent. */
  expected_loss?: number;
  /** Take the noise away (Janus 1.2.3 and newer that are built with RNNoise; others ignore it). */
  denoise?: boolean;
  /** Record the room. */
  record?: boolean;
  /** The recording's name. */
  filename?: string;
  /** Where to. */
  rec_dir?: string;
  /** Record each participant. */
  mjrs?: boolean;
  /** Where to. */
  mjrs_dir?: string;
  /** Let plain RTP participants in. */
  allow_rtp?: boolean;
  /** The audio-level extension (Janus's default: true). */
  audiolevel_ext?: boolean;
  /** Tell who talks. */
  talking_events?: boolean;
  /** Packets to judge talking by (Janus's default: 100). */
  talking_packets_threshold?: number;
  /** How loud talking is, 127 (silence) to 0 (Janus's default: 25). */
  talking_level_threshold?: number;
  /** Groups of participants, 5 at most, for forwarders. */
  groups?: Array<string>;
  /** Joining needs a signed token (Janus 1.4.2 and newer; ignored without `token_auth_secret`). */
  signed_tokens?: boolean;
}

/** Changes a room. */
export interface AudioBridgeEdit {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** What to call it. */
  new_description?: string;
  /** What later changes need. */
  new_secret?: string;
  /** What joining needs; empty for nothing. */
  new_pin?: string;
  /** Leave it out of `List`. */
  new_is_private?: boolean;
  /** Where recordings go. */
  new_record_dir?: string;
  /** Where participants' recordings go. */
  new_mjrs_dir?: string;
  /** Change Janus's configuration, too. */
  permanent?: boolean;
}

/** Ends a room; participants are told. */
export interface AudioBridgeDestroy {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Remove it from Janus's configuration, too. */
  permanent?: boolean;
}

/** Asks whether a room exists. */
export interface AudioBridgeExists {
  /** The room. */
  room: number | string;
}

/** Lists the rooms. */
export interface AudioBridgeList {
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Lists who is in a room. */
export interface AudioBridgeListParticipants {
  /** The room. */
  room: number | string;
  /** As in Janode; Janus does nothing with it. */
  secret?: string;
}

/** Changes which tokens may join. */
export interface AudioBridgeAllow {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** What to do. */
  action: 'enable' | 'disable' | 'add' | 'remove';
  /** The tokens to add or remove. */
  list?: Array<string>;
}

/** Begins or ends recording a room. */
export interface AudioBridgeEnableRecording {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Whether to record. */
  record: boolean;
  /** The recording's name. */
  filename?: string;
  /** Where to. */
  rec_dir?: string;
}

/** Begins or ends recording each participant. */
export interface AudioBridgeEnableMjrs {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Whether to record. */
  mjrs: boolean;
  /** Where to. */
  mjrs_dir?: string;
}

/** Forwards a room's sound to a host. */
export interface AudioBridgeStartForward {
  /** The room. */
  room: number | string;
  /** Where to. */
  host: string;
  /** `ipv4` or `ipv6`, for a host by name. */
  host_family?: string;
  /** To which port. */
  audio_port: number;
  /** The SSRC. */
  ssrc?: number;
  /** `opus`, `pcmu` or `pcma` (Janus's default: opus). */
  codec?: string;
  /** The payload type (Janus's default: 100). */
  ptype?: number;
  /** Of this group only. */
  group?: string;
  /** Send when nobody is there, too. */
  always?: boolean;
  /** Encrypt with this SRTP suite, 32 or 80. */
  srtp_suite?: number;
  /** The SRTP key, in base64. */
  srtp_crypto?: string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Ends a forwarder. */
export interface AudioBridgeStopForward {
  /** The room. */
  room: number | string;
  /** Which. */
  stream: number;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Lists the forwarders of a room. */
export interface AudioBridgeListForward {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** As in Janode; Janus does nothing with it. */
  admin_key?: string;
}

/** Plays an Opus file of the server's into a room. */
export interface AudioBridgePlayFile {
  /** The room. */
  room: number | string;
  /** Its path on the server. */
  filename: string;
  /** A name for this; a random one without it. */
  file_id?: string;
  /** To this group only; needed in rooms with groups. */
  group?: string;
  /** Play it again and again. */
  loop?: boolean;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Asks whether a file is playing. */
export interface AudioBridgeIsPlaying {
  /** The room. */
  room: number | string;
  /** Which. */
  file_id: string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Stops a file. */
export interface AudioBridgeStopFile {
  /** The room. */
  room: number | string;
  /** Which. */
  file_id: string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Stops all files (Janus 1.3.2 and newer). */
export interface AudioBridgeStopAllFiles {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Lists the files that are there (Janus 1.2.4 and newer). */
export interface AudioBridgeListAnnouncements {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Throws a participant out. */
export interface AudioBridgeKick {
  /** The room. */
  room: number | string;
  /** Whom. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Throws everybody out. */
export interface AudioBridgeKickAll {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Mutes a participant; all are told. */
export interface AudioBridgeMute {
  /** The room. */
  room: number | string;
  /** Whom. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Unmutes a participant; all are told. */
export interface AudioBridgeUnmute {
  /** The room. */
  room: number | string;
  /** Whom. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Mutes the room; all are told. */
export interface AudioBridgeMuteRoom {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Unmutes the room; all are told. */
export interface AudioBridgeUnmuteRoom {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Suspends a participant; the others are told (Janus 1.2.1 and newer). */
export interface AudioBridgeSuspend {
  /** The room. */
  room: number | string;
  /** Whom. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** End its recording. */
  stop_record?: boolean;
  /** Tell it nothing meanwhile. */
  pause_events?: boolean;
}

/** Ends a suspension; all are told (Janus 1.2.1 and newer). */
export interface AudioBridgeResume {
  /** The room. */
  room: number | string;
  /** Whom. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Record the participant. */
  record?: boolean;
  /** The recording's path on the server. */
  filename?: string;
}

/** Takes the noise of a participant away (Janus 1.2.3 and newer). */
export interface AudioBridgeDenoiseEnable {
  /** The room. */
  room: number | string;
  /** Whom. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Leaves the noise of a participant in (Janus 1.2.3 and newer). */
export interface AudioBridgeDenoiseDisable {
  /** The room. */
  room: number | string;
  /** Whom. */
  feed: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Joins a room; the offer may come along, or later with `Configure`. */
export interface AudioBridgeJoin {
  /** The room. */
  room: number | string;
  /** The id to have; a random one without it. */
  feed?: number | string;
  /** The room's pin, if it has one. */
  pin?: string;
  /**
   * A token, where the room asks for one: one of its list, or a signed one (`SignedToken::for_room_of`,
   * in JavaScript `signRoomToken`).
   */
  token?: string;
  /** The room's secret, to be its administrator. */
  secret?: string;
  /** The name to show. */
  display?: string;
  /** The group, in rooms that have some. */
  group?: string;
  /** Send nothing of it to the others. */
  muted?: boolean;
  /** `opus`, `pcmu` or `pcma` (Janus's default: opus). */
  codec?: string;
  /** Packets to buffer (Janus 1.1.4 and older). */
  prebuffer?: number;
  /** The Opus bitrate to get, 500 to 512,000 bit/s. */
  bitrate?: number;
  /** The Opus complexity, 1 to 10 (Janus's default: 4). */
  quality?: number;
  /** The losses to expect, 0 to 20 percent. */
  expected_loss?: number;
  /** How loud others hear it, in percent (Janus's default: 100). */
  volume?: number;
  /** Where others hear it, 0 (left) to 100 (right; rooms with `spatial_audio`). */
  spatial_position?: number;
  /** How loud talking is, 127 (silence) to 0. */
  audio_level_average?: number;
  /** Packets to judge talking by. */
  audio_active_packets?: number;
  /** Record the participant. */
  record?: boolean;
  /** The recording's path on the server. */
  filename?: string;
  /** Take the noise away (Janus 1.2.3 and newer that are built with RNNoise; others ignore it). */
  denoise?: boolean;
  /** Join suspended (Janus 1.2.1 and newer). */
  suspended?: boolean;
  /** Get no events while suspended (Janus 1.2.1 and newer). */
  pause_events?: boolean;
  /** Let Janus offer. */
  generate_offer?: boolean;
  /** Plain RTP instead of WebRTC, where the room allows it. */
  rtp_participant?: AudioBridgeRtpParticipant;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Changes this participant; begins or renegotiates with a session description. */
export interface AudioBridgeConfigure {
  /** The name to show. */
  display?: string;
  /** The group, in rooms that have some. */
  group?: string;
  /** Send nothing of it to the others. */
  muted?: boolean;
  /** Packets to buffer (Janus 1.1.4 and older). */
  prebuffer?: number;
  /** The Opus bitrate to get, 500 to 512,000 bit/s. */
  bitrate?: number;
  /** The Opus complexity, 1 to 10 (Janus's default: 4). */
  quality?: number;
  /** The losses to expect, 0 to 20 percent. */
  expected_loss?: number;
  /** How loud others hear it, in percent (Janus's default: 100). */
  volume?: number;
  /** Where others hear it, 0 (left) to 100 (right; rooms with `spatial_audio`). */
  spatial_position?: number;
  /** Record the participant. */
  record?: boolean;
  /** The recording's path on the server. */
  filename?: string;
  /** Take the noise away (Janus 1.2.3 and newer that are built with RNNoise; others ignore it). */
  denoise?: boolean;
  /** Let Janus offer. */
  generate_offer?: boolean;
  /**
   * Renegotiate: Janus offers, if Janus made the first offer (`generate_offer`); else an offer is needed,
   * and it is an error without one (`InvalidArgument`).
   */
  update?: boolean;
  /** Plain RTP instead of WebRTC, where the room allows it. */
  rtp_participant?: AudioBridgeRtpParticipant;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Goes to another room, without a new negotiation. */
export interface AudioBridgeChangeRoom {
  /** The room. */
  room: number | string;
  /** The id to have; a random one without it. */
  feed?: number | string;
  /** The room's pin, if it has one. */
  pin?: string;
  /**
   * A token, where the room asks for one: one of its list, or a signed one (`SignedToken::for_room_of`,
   * in JavaScript `signRoomToken`).
   */
  token?: string;
  /** The room's secret, to be its administrator. */
  secret?: string;
  /** The name to show. */
  display?: string;
  /** The group, in rooms that have some. */
  group?: string;
  /** Send nothing of it to the others. */
  muted?: boolean;
  /** The Opus bitrate to get, 500 to 512,000 bit/s. */
  bitrate?: number;
  /** The Opus complexity, 1 to 10 (Janus's default: 4). */
  quality?: number;
  /** The losses to expect, 0 to 20 percent. */
  expected_loss?: number;
  /** How loud others hear it, in percent (Janus's default: 100). */
  volume?: number;
  /** Where others hear it, 0 (left) to 100 (right; rooms with `spatial_audio`). */
  spatial_position?: number;
  /** Take the noise away (Janus 1.2.3 and newer that are built with RNNoise; others ignore it). */
  denoise?: boolean;
  /** Neither hear nor be heard, until `Resume` (Janus 1.2.1 and newer). */
  suspended?: boolean;
  /** Get no events while suspended (Janus 1.2.1 and newer). */
  pause_events?: boolean;
}

/** Leaves the room; the PeerConnection stays for another `Join`. */
export interface AudioBridgeLeave {
}

/** Ends the PeerConnection. */
export interface AudioBridgeAudioHangup {
}

/** Resets this participant's decoder. */
export interface AudioBridgeResetDecoder {
}

/** How a participant without WebRTC sends and receives. */
export interface AudioBridgeRtpParticipant {
  /** Where to send to. */
  ip?: string;
  /** On which port. */
  port?: number;
  /** The payload type of its packets. */
  payload_type?: number;
  /** The id of the audio-level extension. */
  audiolevel_ext?: number;
  /** Whether it has forward error correction. */
  fec?: boolean;
}

/** This handle is in the room. */
export interface AudioBridgeJoined {
  /** The room. */
  room?: number | string;
  /** The handle's own id. */
  feed?: number | string;
  /** Who else is there. */
  participants?: Array<AudioBridgeParticipant>;
  /** Where Janus awaits plain RTP. */
  rtp_participant?: AudioBridgeRtpAddress;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody in a room. */
export interface AudioBridgeParticipant {
  /** Who. */
  feed?: number | string;
  /** The name to show. */
  display?: string;
  /** Whether it is muted. */
  muted?: boolean;
  /** Whether its PeerConnection is up. */
  setup?: boolean;
  /** Whether it talks. */
  talking?: boolean;
  /** Where it is heard, 0 (left) to 100 (right). */
  spatial_position?: number;
  /** Whether it is suspended (Janus 1.2.1 and newer). */
  suspended?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Where Janus awaits plain RTP. */
export interface AudioBridgeRtpAddress {
  /** The address. */
  ip?: string;
  /** The port. */
  port?: number;
  /** The payload type. */
  payload_type?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The change was made. */
export interface AudioBridgeChanged {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** This handle has left. */
export interface AudioBridgeLeft {
  /** The room. */
  room?: number | string;
  /** The handle's own id. */
  feed?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The PeerConnection ends. */
export interface AudioBridgeHangingUp {
  /** The room. */
  room?: number | string;
  /** The handle's own id. */
  feed?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was made, changed or ended. */
export interface AudioBridgeCreated {
  /** The room. */
  room?: number | string;
  /** Whether Janus's configuration was changed. */
  permanent?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Whether a room exists. */
export interface AudioBridgeExistence {
  /** The room. */
  room?: number | string;
  /** Whether it does. */
  exists?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The rooms. */
export interface AudioBridgeRooms {
  /** Each with its settings. */
  list?: Array<AudioBridgeRoom>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A room and its settings. */
export interface AudioBridgeRoom {
  /** Its id. */
  room?: number | string;
  /** What it is called. */
  description?: string;
  /** At how many hertz it is mixed. */
  sampling_rate?: number;
  /** Whether participants have a place between left and right. */
  spatial_audio?: boolean;
  /** Whether joining needs a PIN. */
  pin_required?: boolean;
  /** Whether it is recorded. */
  record?: boolean;
  /** Whether everybody in it is muted. */
  muted?: boolean;
  /** How many are in it. */
  num_participants?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Who is in a room. */
export interface AudioBridgeParticipants {
  /** The room. */
  room?: number | string;
  /** Who. */
  participants?: Array<AudioBridgeParticipant>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Which tokens may join. */
export interface AudioBridgeAllowed {
  /** The room. */
  room?: number | string;
  /** The tokens; missing where none are asked for. */
  list?: Array<string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Whether it is recorded. */
export interface AudioBridgeRecording {
  /** The room. */
  room?: number | string;
  /** Whether the room is. */
  record?: boolean;
  /** Whether each participant is. */
  mjrs?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was done. */
export interface AudioBridgeDone {
  /** The room. */
  room?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A forwarder began or ended. */
export interface AudioBridgeForwarding {
  /** The room. */
  room?: number | string;
  /** The host. */
  host?: string;
  /** Its id. */
  audio_stream?: number;
  /** The port. */
  audio_port?: number;
  /** The group that is forwarded. */
  group?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The forwarders of a room. */
export interface AudioBridgeForwarders {
  /** The room. */
  room?: number | string;
  /** Where to. */
  forwarders?: Array<AudioBridgeForwarder>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Where a room's sound is forwarded to. */
export interface AudioBridgeForwarder {
  /** The host. */
  host?: string;
  /** Its id. */
  audio_stream?: number;
  /** The port. */
  audio_port?: number;
  /** The group that is forwarded. */
  group?: string;
  /** The SSRC. */
  ssrc?: number;
  /** The codec. */
  codec?: string;
  /** The payload type. */
  ptype?: number;
  /** Whether it is encrypted. */
  srtp?: boolean;
  /** Whether it sends when nobody is there, too. */
  always?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A file in a room. */
export interface AudioBridgePlaying {
  /** The room. */
  room?: number | string;
  /** Which. */
  file_id?: string;
  /** Whether it is playing. */
  playing?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The files that were stopped. */
export interface AudioBridgeStopped {
  /** The room. */
  room?: number | string;
  /** Which. */
  file_id_list?: Array<string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The files of a room. */
export interface AudioBridgeAnnouncements {
  /** The room. */
  room?: number | string;
  /** Which. */
  announcements?: Array<AudioBridgeAnnouncement>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A file of a room. */
export interface AudioBridgeAnnouncement {
  /** Which. */
  file_id?: string;
  /** Its path on the server. */
  filename?: string;
  /** Whether it is playing. */
  playing?: boolean;
  /** Whether it is played again and again. */
  loop?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

export interface AudioBridgeHandle {
  /** The room that the handle is in. */
  readonly room: number | string | null;
  /** The handle's own id. */
  readonly feed: number | string | null;
}

/** What came of joining; Janode calls the address for plain RTP both ways. */
export interface AudioBridgeJoinResult extends AudioBridgeJoined {
  /** Where Janus awaits plain RTP. */
  rtp?: AudioBridgeRtpAddress;
}

/** The room's sound is forwarded. */
export interface AudioBridgeStartForwardResult {
  /** The room. */
  room: number | string;
  /** Where to. */
  forwarder: AudioBridgeForwarder;
}

/** A forwarder ended. */
export interface AudioBridgeStopForwardResult {
  /** The room. */
  room: number | string;
  /** Which. */
  forwarder: {
    /** Its id. */
    audio_stream: number;
  };
}

/** Somebody joined, or changed: its fields, where it is one; else all in `participants`. */
export interface AudioBridgeConfiguredEvent extends AudioBridgeParticipant {
  /** The room. */
  room: number | string;
  /** Who, where it is not exactly one. */
  participants?: AudioBridgeParticipant[];
}
export type AudioBridgePeer_joinedEvent = AudioBridgeConfiguredEvent;

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly AUDIOBRIDGE_ERROR: 'audiobridge_error';
  /** The response to `Join`, where it comes after its request has ended. */
  readonly AUDIOBRIDGE_JOINED: 'audiobridge_joined';
  /** Somebody joined. */
  readonly AUDIOBRIDGE_PEER_JOINED: 'audiobridge_peer_joined';
  /** The response to `ChangeRoom`, where it comes after its request has ended. */
  readonly AUDIOBRIDGE_ROOMCHANGED: 'audiobridge_roomchanged';
  /** The response to `Leave`, where it comes after its request has ended. */
  readonly AUDIOBRIDGE_LEFT: 'audiobridge_left';
  /** The response to `AudioHangup`, where it comes after its request has ended. */
  readonly AUDIOBRIDGE_HANGINGUP: 'audiobridge_hangingup';
  /** The room ended. */
  readonly AUDIOBRIDGE_DESTROYED: 'audiobridge_destroyed';
  /** Somebody talks, or stops (rooms with `talking_events`). */
  readonly AUDIOBRIDGE_TALKING: 'audiobridge_talking';
  /** A file begins to play. */
  readonly AUDIOBRIDGE_ANNOUNCEMENT_STARTED: 'audiobridge_announcement_started';
  /** A file ended. */
  readonly AUDIOBRIDGE_ANNOUNCEMENT_STOPPED: 'audiobridge_announcement_stopped';
  /** The response to `Configure`, where it comes after its request has ended. */
  readonly AUDIOBRIDGE_RESULT: 'audiobridge_result';
  /** A suspension ended (Janus 1.2.1 and newer). */
  readonly AUDIOBRIDGE_RESUMED: 'audiobridge_resumed';
  /** Somebody was suspended (Janus 1.2.1 and newer). */
  readonly AUDIOBRIDGE_SUSPENDED: 'audiobridge_suspended';
  /** Somebody left, or has no PeerConnection any more. */
  readonly AUDIOBRIDGE_PEER_LEAVING: 'audiobridge_peer_leaving';
  /** The room was muted or unmuted. */
  readonly AUDIOBRIDGE_ROOM_MUTED: 'audiobridge_room_muted';
  /** Somebody was thrown out. */
  readonly AUDIOBRIDGE_KICKED: 'audiobridge_kicked';
  /** Everybody was thrown out. */
  readonly AUDIOBRIDGE_KICKED_ALL: 'audiobridge_kicked_all';
  /** Somebody changed, or has a PeerConnection now. */
  readonly AUDIOBRIDGE_CONFIGURED: 'audiobridge_configured';
  /** Somebody changed, or has a PeerConnection now. About somebody else. */
  readonly AUDIOBRIDGE_PEER_CONFIGURED: 'audiobridge_peer_configured';
  /** Somebody was thrown out. About somebody else. */
  readonly AUDIOBRIDGE_PEER_KICKED: 'audiobridge_peer_kicked';
  /** Somebody talks, or stops (rooms with `talking_events`). About somebody else. */
  readonly AUDIOBRIDGE_PEER_TALKING: 'audiobridge_peer_talking';
  /** Somebody was suspended (Janus 1.2.1 and newer). About somebody else. */
  readonly AUDIOBRIDGE_PEER_SUSPENDED: 'audiobridge_peer_suspended';
  /** A suspension ended (Janus 1.2.1 and newer). About somebody else. */
  readonly AUDIOBRIDGE_PEER_RESUMED: 'audiobridge_peer_resumed';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 480;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 481;
  /** No such request. */
  readonly INVALID_REQUEST: 482;
  /** A field is missing. */
  readonly MISSING_ELEMENT: 483;
  /** A field is wrong. */
  readonly INVALID_ELEMENT: 484;
  /** No such room. */
  readonly NO_SUCH_ROOM: 485;
  /** The room exists already. */
  readonly ROOM_EXISTS: 486;
  /** The handle is in no room. */
  readonly NOT_JOINED: 487;
  /** The Opus library failed. */
  readonly LIBOPUS_ERROR: 488;
  /** A wrong secret, pin or token. */
  readonly UNAUTHORIZED: 489;
  /** The id is taken. */
  readonly ID_EXISTS: 490;
  /** The handle has joined already. */
  readonly ALREADY_JOINED: 491;
  /** No such participant. */
  readonly NO_SUCH_USER: 492;
  /** The SDP can't be used. */
  readonly INVALID_SDP: 493;
  /** No such group. */
  readonly NO_SUCH_GROUP: 494;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 499;
};

/** What each event carries. */
export interface AudioBridgeEvents extends HandleEvents {
  audiobridge_error: [JanusError];
  audiobridge_joined: [AudioBridgeJoined];
  audiobridge_peer_joined: [AudioBridgePeer_joinedEvent];
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
  /** Makes a room. */
  create(params?: AudioBridgeCreate, options?: CallOptions): Promise<AudioBridgeCreated>;
  /** Changes a room. */
  edit(params: AudioBridgeEdit, options?: CallOptions): Promise<AudioBridgeCreated>;
  /** Ends a room; participants are told. */
  destroy(params: AudioBridgeDestroy, options?: CallOptions): Promise<AudioBridgeCreated>;
  /** Asks whether a room exists. */
  exists(params: AudioBridgeExists, options?: CallOptions): Promise<AudioBridgeExistence>;
  /** Lists the rooms. */
  list(params?: AudioBridgeList, options?: CallOptions): Promise<AudioBridgeRooms>;
  /** Lists who is in a room. */
  listParticipants(params: AudioBridgeListParticipants, options?: CallOptions): Promise<AudioBridgeParticipants>;
  /** Changes which tokens may join. */
  allow(params: AudioBridgeAllow, options?: CallOptions): Promise<AudioBridgeAllowed>;
  /** Begins or ends recording a room. */
  enableRecording(params: AudioBridgeEnableRecording, options?: CallOptions): Promise<AudioBridgeRecording>;
  /** Begins or ends recording each participant. */
  enableMjrs(params: AudioBridgeEnableMjrs, options?: CallOptions): Promise<AudioBridgeRecording>;
  /** Forwards a room's sound to a host. */
  startForward(params: AudioBridgeStartForward, options?: CallOptions): Promise<AudioBridgeStartForwardResult>;
  /** Ends a forwarder. */
  stopForward(params: AudioBridgeStopForward, options?: CallOptions): Promise<AudioBridgeStopForwardResult>;
  /** Lists the forwarders of a room. */
  listForward(params: AudioBridgeListForward, options?: CallOptions): Promise<AudioBridgeForwarders>;
  /** Plays an Opus file of the server's into a room. */
  playFile(params: AudioBridgePlayFile, options?: CallOptions): Promise<AudioBridgePlaying>;
  /** Asks whether a file is playing. */
  isPlaying(params: AudioBridgeIsPlaying, options?: CallOptions): Promise<AudioBridgePlaying>;
  /** Stops a file. */
  stopFile(params: AudioBridgeStopFile, options?: CallOptions): Promise<AudioBridgePlaying>;
  /** Stops all files (Janus 1.3.2 and newer). */
  stopAllFiles(params: AudioBridgeStopAllFiles, options?: CallOptions): Promise<AudioBridgeStopped>;
  /** Lists the files that are there (Janus 1.2.4 and newer). */
  listAnnouncements(params: AudioBridgeListAnnouncements, options?: CallOptions): Promise<AudioBridgeAnnouncements>;
  /** Throws a participant out. */
  kick(params: AudioBridgeKick, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeKick, 'feed'>>;
  /** Throws everybody out. */
  kickAll(params: AudioBridgeKickAll, options?: CallOptions): Promise<AudioBridgeDone>;
  /** Mutes a participant; all are told. */
  mute(params: AudioBridgeMute, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeMute, 'feed'>>;
  /** Unmutes a participant; all are told. */
  unmute(params: AudioBridgeUnmute, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeUnmute, 'feed'>>;
  /** Mutes the room; all are told. */
  muteRoom(params: AudioBridgeMuteRoom, options?: CallOptions): Promise<AudioBridgeDone>;
  /** Unmutes the room; all are told. */
  unmuteRoom(params: AudioBridgeUnmuteRoom, options?: CallOptions): Promise<AudioBridgeDone>;
  /** Suspends a participant; the others are told (Janus 1.2.1 and newer). */
  suspend(params: AudioBridgeSuspend, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeSuspend, 'feed'>>;
  /** Ends a suspension; all are told (Janus 1.2.1 and newer). */
  resume(params: AudioBridgeResume, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeResume, 'feed'>>;
  /** Takes the noise of a participant away (Janus 1.2.3 and newer). */
  denoiseEnable(params: AudioBridgeDenoiseEnable, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeDenoiseEnable, 'feed'>>;
  /** Leaves the noise of a participant in (Janus 1.2.3 and newer). */
  denoiseDisable(params: AudioBridgeDenoiseDisable, options?: CallOptions): Promise<AudioBridgeDone & Pick<AudioBridgeDenoiseDisable, 'feed'>>;
  /** Joins a room; the offer may come along, or later with `Configure`. */
  join(params: AudioBridgeJoin, options?: CallOptions): Promise<AudioBridgeJoinResult>;
  /** Changes this participant; begins or renegotiates with a session description. */
  configure(params?: AudioBridgeConfigure, options?: CallOptions): Promise<AudioBridgeChanged & Pick<AudioBridgeConfigure, 'display' | 'muted' | 'quality' | 'bitrate' | 'volume' | 'record' | 'filename' | 'expected_loss' | 'prebuffer' | 'group' | 'rtp_participant'> & { feed?: number | string; room?: number | string; }>;
  /** Goes to another room, without a new negotiation. */
  changeRoom(params: AudioBridgeChangeRoom, options?: CallOptions): Promise<AudioBridgeJoined>;
  /** Leaves the room; the PeerConnection stays for another `Join`. */
  leave(params?: AudioBridgeLeave, options?: CallOptions): Promise<AudioBridgeLeft>;
  /** Ends the PeerConnection. */
  audioHangup(params?: AudioBridgeAudioHangup, options?: CallOptions): Promise<AudioBridgeHangingUp>;
  /** Resets this participant's decoder. */
  resetDecoder(params?: AudioBridgeResetDecoder, options?: CallOptions): Promise<AudioBridgeDone>;
}

declare const plugin: {
  readonly id: 'janus.plugin.audiobridge';
  readonly Handle: typeof AudioBridgeHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
