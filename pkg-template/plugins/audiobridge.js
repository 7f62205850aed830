// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';
import { changeRoomResult, configuredEvent, joinResult, kickedEvent, kicked_allEvent, leaveResult, peer_joinedEvent, startForwardResult, state, stopForwardResult, talkingEvent } from '../lib/adaptors/audiobridge.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  AUDIOBRIDGE_ERROR: 'audiobridge_error',
  AUDIOBRIDGE_JOINED: 'audiobridge_joined',
  AUDIOBRIDGE_PEER_JOINED: 'audiobridge_peer_joined',
  AUDIOBRIDGE_ROOMCHANGED: 'audiobridge_roomchanged',
  AUDIOBRIDGE_LEFT: 'audiobridge_left',
  AUDIOBRIDGE_HANGINGUP: 'audiobridge_hangingup',
  AUDIOBRIDGE_DESTROYED: 'audiobridge_destroyed',
  AUDIOBRIDGE_TALKING: 'audiobridge_talking',
  AUDIOBRIDGE_ANNOUNCEMENT_STARTED: 'audiobridge_announcement_started',
  AUDIOBRIDGE_ANNOUNCEMENT_STOPPED: 'audiobridge_announcement_stopped',
  AUDIOBRIDGE_RESULT: 'audiobridge_result',
  AUDIOBRIDGE_RESUMED: 'audiobridge_resumed',
  AUDIOBRIDGE_SUSPENDED: 'audiobridge_suspended',
  AUDIOBRIDGE_PEER_LEAVING: 'audiobridge_peer_leaving',
  AUDIOBRIDGE_ROOM_MUTED: 'audiobridge_room_muted',
  AUDIOBRIDGE_KICKED: 'audiobridge_kicked',
  AUDIOBRIDGE_KICKED_ALL: 'audiobridge_kicked_all',
  AUDIOBRIDGE_CONFIGURED: 'audiobridge_configured',
  AUDIOBRIDGE_PEER_CONFIGURED: 'audiobridge_peer_configured',
  AUDIOBRIDGE_PEER_KICKED: 'audiobridge_peer_kicked',
  AUDIOBRIDGE_PEER_TALKING: 'audiobridge_peer_talking',
  AUDIOBRIDGE_PEER_SUSPENDED: 'audiobridge_peer_suspended',
  AUDIOBRIDGE_PEER_RESUMED: 'audiobridge_peer_resumed',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 480,
  INVALID_JSON: 481,
  INVALID_REQUEST: 482,
  MISSING_ELEMENT: 483,
  INVALID_ELEMENT: 484,
  NO_SUCH_ROOM: 485,
  ROOM_EXISTS: 486,
  NOT_JOINED: 487,
  LIBOPUS_ERROR: 488,
  UNAUTHORIZED: 489,
  ID_EXISTS: 490,
  ALREADY_JOINED: 491,
  NO_SUCH_USER: 492,
  INVALID_SDP: 493,
  NO_SUCH_GROUP: 494,
  UNKNOWN_ERROR: 499,
});

const fieldsOfPeerJoined = fields('audiobridge room participants');
const fieldsOfConfigured = fields('audiobridge room participants');
const fieldsOfLeaving = fields('audiobridge room leaving');
const fieldsOfKicked = fields('audiobridge room kicked');
const fieldsOfKickedAll = fields('audiobridge room kicked_all');
const fieldsOfRoomMuted = fields('audiobridge room muted');
const fieldsOfDestroyed = fields('audiobridge room');
const fieldsOfTalking = fields('room id audiobridge');
const fieldsOfFile = fields('audiobridge room file_id');
const fieldsOfSuspended = fields('audiobridge room suspended');
const fieldsOfResumed = fields('audiobridge room resumed participants');
const fieldsOfCreate = fields('request room permanent description secret pin is_private allowed admin_key sampling_rate spatial_audio default_bitrate:bitrate default_prebuffering:prebuffer default_expectedloss:expected_loss denoise record record_file:filename record_dir:rec_dir mjrs mjrs_dir allow_rtp_participants:allow_rtp audiolevel_ext audiolevel_event:talking_events audio_active_packets:talking_packets_threshold audio_level_average:talking_level_threshold groups signed_tokens');
const fieldsOfEdit = fields('request room secret new_description new_secret new_pin new_is_private new_record_dir new_mjrs_dir permanent');
const fieldsOfDestroy = fields('request room secret permanent');
const fieldsOfExists = fields('request room');
const fieldsOfList = fields('request admin_key');
const fieldsOfListParticipants = fields('request room secret');
const fieldsOfAllow = fields('request room secret action allowed:list');
const fieldsOfEnableRecording = fields('request room secret record record_file:filename record_dir:rec_dir');
const fieldsOfEnableMjrs = fields('request room secret mjrs mjrs_dir');
const fieldsOfStartForward = fields('request room host host_family port:audio_port ssrc codec ptype group always_on:always srtp_suite srtp_crypto secret admin_key');
const fieldsOfStopForward = fields('request room stream_id:stream secret admin_key');
const fieldsOfListForward = fields('request room secret admin_key');
const fieldsOfPlayFile = fields('request room filename file_id group loop secret admin_key');
const fieldsOfIsPlaying = fields('request room file_id secret admin_key');
const fieldsOfStopFile = fields('request room file_id secret admin_key');
const fieldsOfStopAllFiles = fields('request room secret admin_key');
const fieldsOfListAnnouncements = fields('request room secret');
const fieldsOfKick = fields('request room id:feed secret');
const fieldsOfKickAll = fields('request room secret');
const fieldsOfMute = fields('request room id:feed secret');
const fieldsOfUnmute = fields('request room id:feed secret');
const fieldsOfMuteRoom = fields('request room secret');
const fieldsOfUnmuteRoom = fields('request room secret');
const fieldsOfSuspend = fields('request room id:feed secret stop_record pause_events');
const fieldsOfResume = fields('request room id:feed secret record filename');
const fieldsOfDenoiseEnable = fields('request room id:feed secret');
const fieldsOfDenoiseDisable = fields('request room id:feed secret');
const fieldsOfRtpParticipant = fields('ip port payload_type audiolevel_ext fec');
const fieldsOfJoin = fields('request room id:feed pin token secret display group muted codec prebuffer bitrate quality expected_loss volume spatial_position audio_level_average audio_active_packets record filename denoise suspended pause_events generate_offer rtp:rtp_participant', { rtp: fieldsOfRtpParticipant });
const fieldsOfConfigure = fields('request display group muted prebuffer bitrate quality expected_loss volume spatial_position record filename denoise generate_offer update rtp:rtp_participant', { rtp: fieldsOfRtpParticipant });
const fieldsOfChangeRoom = fields('request room id:feed pin token secret display group muted bitrate quality expected_loss volume spatial_position denoise suspended pause_events');
const fieldsOfLeave = fields('request');
const fieldsOfAudioHangup = fields('request');
const fieldsOfResetDecoder = fields('request');
const fieldsOfJoined = fields('audiobridge room id participants rtp');
const fieldsOfParticipant = fields('id display muted setup talking spatial_position suspended');
const fieldsOfRtpAddress = fields('ip port payload_type');
const fieldsOfChanged = fields('audiobridge result');
const fieldsOfLeft = fields('audiobridge room id');
const fieldsOfHangingUp = fields('audiobridge room id');
const fieldsOfCreated = fields('audiobridge room permanent');
const fieldsOfExistence = fields('audiobridge room exists');
const fieldsOfRooms = fields('audiobridge list');
const fieldsOfRoom = fields('room description sampling_rate spatial_audio pin_required record muted num_participants');
const fieldsOfParticipants = fields('audiobridge room participants');
const fieldsOfAllowed = fields('audiobridge room allowed');
const fieldsOfRecording = fields('audiobridge room record mjrs');
const fieldsOfDone = fields('audiobridge room');
const fieldsOfForwarding = fields('audiobridge room host stream_id port group');
const fieldsOfForwarders = fields('audiobridge room rtp_forwarders');
const fieldsOfForwarder = fields('ip stream_id port group ssrc codec ptype srtp always_on');
const fieldsOfPlaying = fields('audiobridge room file_id playing');
const fieldsOfStopped = fields('audiobridge room file_id_list');
const fieldsOfAnnouncements = fields('audiobridge room announcements');
const fieldsOfAnnouncement = fields('file_id filename playing loop');

function readPeerJoined(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (rest.participants !== undefined) rest.participants = each(rest.participants, readParticipant, message);
  return withExtra(rest, data, fieldsOfPeerJoined);
}

function readConfigured(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (rest.participants !== undefined) rest.participants = each(rest.participants, readParticipant, message);
  return withExtra(rest, data, fieldsOfConfigured);
}

function readLeaving(data, message) {
  const { audiobridge: _0, leaving: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfLeaving);
}

function readKicked(data, message) {
  const { audiobridge: _0, kicked: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfKicked);
}

function readKickedAll(data, message) {
  const { audiobridge: _0, kicked_all: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfKickedAll);
}

function readRoomMuted(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (typeof rest.muted === 'number') rest.muted = rest.muted !== 0;
  return withExtra(rest, data, fieldsOfRoomMuted);
}

function readDestroyed(data, message) {
  const { audiobridge: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfDestroyed);
}

function readTalking(data, message) {
  const { id: feed, audiobridge: talking, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (talking !== undefined) rest.talking = talking;
  if (typeof rest.talking === 'number') rest.talking = rest.talking !== 0;
  return withExtra(rest, data, fieldsOfTalking);
}

function readFile(data, message) {
  const { audiobridge: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfFile);
}

function readSuspended(data, message) {
  const { audiobridge: _0, suspended: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfSuspended);
}

function readResumed(data, message) {
  const { audiobridge: _0, resumed: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (rest.participants !== undefined) rest.participants = each(rest.participants, readParticipant, message);
  return withExtra(rest, data, fieldsOfResumed);
}

function readJoined(data, message) {
  const { audiobridge: _0, id: feed, rtp: rtp_participant, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (rtp_participant !== undefined) rest.rtp_participant = rtp_participant;
  if (rest.participants !== undefined) rest.participants = each(rest.participants, readParticipant, message);
  if (rest.rtp_participant !== undefined) rest.rtp_participant = inside(rest.rtp_participant, readRtpAddress, message);
  return withExtra(withJsep(rest, message), data, fieldsOfJoined);
}

function readParticipant(data, message) {
  const { id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (typeof rest.muted === 'number') rest.muted = rest.muted !== 0;
  if (typeof rest.setup === 'number') rest.setup = rest.setup !== 0;
  if (typeof rest.talking === 'number') rest.talking = rest.talking !== 0;
  if (typeof rest.suspended === 'number') rest.suspended = rest.suspended !== 0;
  return withExtra(rest, data, fieldsOfParticipant);
}

function readRtpAddress(data, message) {
  return withExtra(data, data, fieldsOfRtpAddress);
}

function readChanged(data, message) {
  const { audiobridge: _0, result: _1, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfChanged);
}

function readLeft(data, message) {
  const { audiobridge: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfLeft);
}

function readHangingUp(data, message) {
  const { audiobridge: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfHangingUp);
}

function readCreated(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (typeof rest.permanent === 'number') rest.permanent = rest.permanent !== 0;
  return withExtra(rest, data, fieldsOfCreated);
}

function readExistence(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (typeof rest.exists === 'number') rest.exists = rest.exists !== 0;
  return withExtra(rest, data, fieldsOfExistence);
}

function readRooms(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (rest.list !== undefined) rest.list = each(rest.list, readRoom, message);
  return withExtra(rest, data, fieldsOfRooms);
}

function readRoom(data, message) {
  if (typeof data.spatial_audio === 'number') data.spatial_audio = data.spatial_audio !== 0;
  if (typeof data.pin_required === 'number') data.pin_required = data.pin_required !== 0;
  if (typeof data.record === 'number') data.record = data.record !== 0;
  if (typeof data.muted === 'number') data.muted = data.muted !== 0;
  return withExtra(data, data, fieldsOfRoom);
}

function readParticipants(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (rest.participants !== undefined) rest.participants = each(rest.participants, readParticipant, message);
  return withExtra(rest, data, fieldsOfParticipants);
}

function readAllowed(data, message) {
  const { audiobridge: _0, allowed: list, ...rest } = data;
  if (list !== undefined) rest.list = list;
  return withExtra(rest, data, fieldsOfAllowed);
}

function readRecording(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (typeof rest.record === 'number') rest.record = rest.record !== 0;
  if (typeof rest.mjrs === 'number') rest.mjrs = rest.mjrs !== 0;
  return withExtra(rest, data, fieldsOfRecording);
}

function readDone(data, message) {
  const { audiobridge: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfDone);
}

function readForwarding(data, message) {
  const { audiobridge: _0, stream_id: audio_stream, port: audio_port, ...rest } = data;
  if (audio_stream !== undefined) rest.audio_stream = audio_stream;
  if (audio_port !== undefined) rest.audio_port = audio_port;
  return withExtra(rest, data, fieldsOfForwarding);
}

function readForwarders(data, message) {
  const { audiobridge: _0, rtp_forwarders: forwarders, ...rest } = data;
  if (forwarders !== undefined) rest.forwarders = forwarders;
  if (rest.forwarders !== undefined) rest.forwarders = each(rest.forwarders, readForwarder, message);
  return withExtra(rest, data, fieldsOfForwarders);
}

function readForwarder(data, message) {
  const { ip: host, stream_id: audio_stream, port: audio_port, always_on: always, ...rest } = data;
  if (host !== undefined) rest.host = host;
  if (audio_stream !== undefined) rest.audio_stream = audio_stream;
  if (audio_port !== undefined) rest.audio_port = audio_port;
  if (always !== undefined) rest.always = always;
  if (typeof rest.srtp === 'number') rest.srtp = rest.srtp !== 0;
  if (typeof rest.always === 'number') rest.always = rest.always !== 0;
  return withExtra(rest, data, fieldsOfForwarder);
}

function readPlaying(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (typeof rest.playing === 'number') rest.playing = rest.playing !== 0;
  return withExtra(rest, data, fieldsOfPlaying);
}

function readStopped(data, message) {
  const { audiobridge: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfStopped);
}

function readAnnouncements(data, message) {
  const { audiobridge: _0, ...rest } = data;
  if (rest.announcements !== undefined) rest.announcements = each(rest.announcements, readAnnouncement, message);
  return withExtra(rest, data, fieldsOfAnnouncements);
}

function readAnnouncement(data, message) {
  if (typeof data.playing === 'number') data.playing = data.playing !== 0;
  if (typeof data.loop === 'number') data.loop = data.loop !== 0;
  return withExtra(data, data, fieldsOfAnnouncement);
}

export class AudioBridgeHandle extends PluginHandle {
  constructor(session, id) {
    super(session, id);
    this._forget();
  }

  _forget() {
    Object.assign(this, state);
  }

  async create(params = {}, options = undefined) {
    checkParams(params);
    const { bitrate, prebuffer, expected_loss, filename, rec_dir, allow_rtp, talking_events, talking_packets_threshold, talking_level_threshold, ...rest } = params;
    const body = { request: 'create', ...rest, default_bitrate: bitrate ?? rest.default_bitrate, default_prebuffering: prebuffer ?? rest.default_prebuffering, default_expectedloss: expected_loss ?? rest.default_expectedloss, record_file: filename ?? rest.record_file, record_dir: rec_dir ?? rest.record_dir, allow_rtp_participants: allow_rtp ?? rest.allow_rtp_participants, audiolevel_event: talking_events ?? rest.audiolevel_event, audio_active_packets: talking_packets_threshold ?? rest.audio_active_packets, audio_level_average: talking_level_threshold ?? rest.audio_level_average };
    return await this._perform('create', fieldsOfCreate, ['audiobridge_created'], readCreated, body, undefined, options);
  }

  async edit(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'edit', ...rest };
    return await this._perform('edit', fieldsOfEdit, ['audiobridge_edited'], readCreated, body, undefined, options);
  }

  async destroy(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'destroy', ...rest };
    return await this._perform('destroy', fieldsOfDestroy, [EVENT.AUDIOBRIDGE_DESTROYED], readCreated, body, undefined, options).then((data) => repeat(['permanent'], params, data));
  }

  async exists(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'exists', ...rest };
    return await this._perform('exists', fieldsOfExists, ['audiobridge_exists'], readExistence, body, undefined, options, { idempotent: true });
  }

  async list(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', fieldsOfList, ['audiobridge_list'], readRooms, body, undefined, options, { idempotent: true });
  }

  async listParticipants(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'listparticipants', ...rest };
    return await this._perform('listParticipants', fieldsOfListParticipants, ['audiobridge_participants_list'], readParticipants, body, undefined, options, { idempotent: true });
  }

  async allow(params = {}, options = undefined) {
    checkParams(params);
    const { list, ...rest } = params;
    const body = { request: 'allowed', ...rest, allowed: list ?? rest.allowed };
    return await this._perform('allow', fieldsOfAllow, ['audiobridge_success'], readAllowed, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async enableRecording(params = {}, options = undefined) {
    checkParams(params);
    const { filename, rec_dir, ...rest } = params;
    const body = { request: 'enable_recording', ...rest, record_file: filename ?? rest.record_file, record_dir: rec_dir ?? rest.record_dir };
    return await this._perform('enableRecording', fieldsOfEnableRecording, ['audiobridge_recording'], readRecording, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async enableMjrs(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'enable_mjrs', ...rest };
    return await this._perform('enableMjrs', fieldsOfEnableMjrs, ['audiobridge_recording'], readRecording, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async startForward(params = {}, options = undefined) {
    checkParams(params);
    const { audio_port, always, ...rest } = params;
    const body = { request: 'rtp_forward', ...rest, port: audio_port ?? rest.port, always_on: always ?? rest.always_on };
    return startForwardResult(await this._perform('startForward', fieldsOfStartForward, ['audiobridge_rtp_fwd'], readForwarding, body, undefined, options), params, this);
  }

  async stopForward(params = {}, options = undefined) {
    checkParams(params);
    const { stream, ...rest } = params;
    const body = { request: 'stop_rtp_forward', ...rest, stream_id: stream ?? rest.stream_id };
    return stopForwardResult(await this._perform('stopForward', fieldsOfStopForward, ['audiobridge_rtp_fwd'], readForwarding, body, undefined, options), params, this);
  }

  async listForward(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'listforwarders', ...rest };
    return await this._perform('listForward', fieldsOfListForward, ['audiobridge_rtp_list'], readForwarders, body, undefined, options, { idempotent: true });
  }

  async playFile(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'play_file', ...rest };
    return await this._perform('playFile', fieldsOfPlayFile, ['audiobridge_success'], readPlaying, body, undefined, options);
  }

  async isPlaying(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'is_playing', ...rest };
    return await this._perform('isPlaying', fieldsOfIsPlaying, ['audiobridge_success'], readPlaying, body, undefined, options, { idempotent: true });
  }

  async stopFile(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'stop_file', ...rest };
    return await this._perform('stopFile', fieldsOfStopFile, ['audiobridge_success'], readPlaying, body, undefined, options);
  }

  async stopAllFiles(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'stop_all_files', ...rest };
    return await this._perform('stopAllFiles', fieldsOfStopAllFiles, ['audiobridge_success'], readStopped, body, undefined, options, { since: 1302 });
  }

  async listAnnouncements(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'listannouncements', ...rest };
    return await this._perform('listAnnouncements', fieldsOfListAnnouncements, ['audiobridge_announcements_list'], readAnnouncements, body, undefined, options, { idempotent: true, since: 1204 });
  }

  async kick(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'kick', ...rest, id: feed ?? rest.id };
    return await this._perform('kick', fieldsOfKick, ['audiobridge_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async kickAll(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'kick_all', ...rest };
    return await this._perform('kickAll', fieldsOfKickAll, ['audiobridge_success'], readDone, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async mute(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'mute', ...rest, id: feed ?? rest.id };
    return await this._perform('mute', fieldsOfMute, ['audiobridge_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async unmute(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'unmute', ...rest, id: feed ?? rest.id };
    return await this._perform('unmute', fieldsOfUnmute, ['audiobridge_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async muteRoom(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'mute_room', ...rest };
    return await this._perform('muteRoom', fieldsOfMuteRoom, ['audiobridge_success'], readDone, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async unmuteRoom(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'unmute_room', ...rest };
    return await this._perform('unmuteRoom', fieldsOfUnmuteRoom, ['audiobridge_success'], readDone, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async suspend(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'suspend', ...rest, id: feed ?? rest.id };
    return await this._perform('suspend', fieldsOfSuspend, ['audiobridge_success'], readDone, body, undefined, options, { since: 1201 }).then((data) => repeat(['room', 'feed'], params, data));
  }

  async resume(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'resume', ...rest, id: feed ?? rest.id };
    return await this._perform('resume', fieldsOfResume, ['audiobridge_success'], readDone, body, undefined, options, { since: 1201 }).then((data) => repeat(['room', 'feed'], params, data));
  }

  async denoiseEnable(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'denoise_enable', ...rest, id: feed ?? rest.id };
    return await this._perform('denoiseEnable', fieldsOfDenoiseEnable, ['audiobridge_success'], readDone, body, undefined, options, { since: 1203 }).then((data) => repeat(['room', 'feed'], params, data));
  }

  async denoiseDisable(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'denoise_disable', ...rest, id: feed ?? rest.id };
    return await this._perform('denoiseDisable', fieldsOfDenoiseDisable, ['audiobridge_success'], readDone, body, undefined, options, { since: 1203 }).then((data) => repeat(['room', 'feed'], params, data));
  }

  async join(params = {}, options = undefined) {
    checkParams(params);
    const { feed, rtp_participant, jsep, e2ee, ...rest } = params;
    const body = { request: 'join', ...rest, id: feed ?? rest.id, rtp: rtp_participant ?? rest.rtp };
    return joinResult(await this._perform('join', fieldsOfJoin, [EVENT.AUDIOBRIDGE_JOINED], readJoined, body, withE2ee(jsep, e2ee), options), params, this);
  }

  async configure(params = {}, options = undefined) {
    checkParams(params);
    const { rtp_participant, jsep, e2ee, ...rest } = params;
    const body = { request: 'configure', ...rest, rtp: rtp_participant ?? rest.rtp };
    return await this._perform('configure', fieldsOfConfigure, [EVENT.AUDIOBRIDGE_RESULT], readChanged, body, withE2ee(jsep, e2ee), options, { needs_jsep: ['update'] }).then((data) => repeat(['display', 'muted', 'quality', 'bitrate', 'volume', 'record', 'filename', 'expected_loss', 'prebuffer', 'group', 'rtp_participant'], params, data)).then((data) => repeat(['feed', 'room'], this, data));
  }

  async changeRoom(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'changeroom', ...rest, id: feed ?? rest.id };
    return changeRoomResult(await this._perform('changeRoom', fieldsOfChangeRoom, [EVENT.AUDIOBRIDGE_ROOMCHANGED], readJoined, body, undefined, options), params, this);
  }

  async leave(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'leave', ...rest };
    return leaveResult(await this._perform('leave', fieldsOfLeave, [EVENT.AUDIOBRIDGE_LEFT], readLeft, body, undefined, options), params, this);
  }

  async audioHangup(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'hangup', ...rest };
    return await this._perform('audioHangup', fieldsOfAudioHangup, [EVENT.AUDIOBRIDGE_HANGINGUP], readHangingUp, body, undefined, options).then((data) => repeat(['feed'], this, data));
  }

  async resetDecoder(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'resetdecoder', ...rest };
    return await this._perform('resetDecoder', fieldsOfResetDecoder, ['audiobridge_success'], readDone, body, undefined, options);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.AUDIOBRIDGE_ERROR;
    if (data.error !== undefined) return EVENT.AUDIOBRIDGE_ERROR;
    if (data.audiobridge === 'joined' && data.id !== undefined) return EVENT.AUDIOBRIDGE_JOINED;
    if (data.audiobridge === 'joined') return EVENT.AUDIOBRIDGE_PEER_JOINED;
    if (data.audiobridge === 'roomchanged') return EVENT.AUDIOBRIDGE_ROOMCHANGED;
    if (data.audiobridge === 'left') return EVENT.AUDIOBRIDGE_LEFT;
    if (data.audiobridge === 'hangingup') return EVENT.AUDIOBRIDGE_HANGINGUP;
    if (data.audiobridge === 'destroyed') return EVENT.AUDIOBRIDGE_DESTROYED;
    if (data.audiobridge === 'created') return 'audiobridge_created';
    if (data.audiobridge === 'edited') return 'audiobridge_edited';
    if (data.audiobridge === 'participants') return 'audiobridge_participants_list';
    if (data.audiobridge === 'forwarders') return 'audiobridge_rtp_list';
    if (data.audiobridge === 'announcements') return 'audiobridge_announcements_list';
    if (data.audiobridge === 'talking') return EVENT.AUDIOBRIDGE_TALKING;
    if (data.audiobridge === 'stopped-talking') return EVENT.AUDIOBRIDGE_TALKING;
    if (data.audiobridge === 'announcement-started') return EVENT.AUDIOBRIDGE_ANNOUNCEMENT_STARTED;
    if (data.audiobridge === 'announcement-stopped') return EVENT.AUDIOBRIDGE_ANNOUNCEMENT_STOPPED;
    if (data.audiobridge === 'success' && data.exists !== undefined) return 'audiobridge_exists';
    if (data.audiobridge === 'success' && data.list !== undefined) return 'audiobridge_list';
    if (data.audiobridge === 'success' && data.record !== undefined) return 'audiobridge_recording';
    if (data.audiobridge === 'success' && data.mjrs !== undefined) return 'audiobridge_recording';
    if (data.audiobridge === 'success' && data.stream_id !== undefined) return 'audiobridge_rtp_fwd';
    if (data.audiobridge === 'success') return 'audiobridge_success';
    if (data.result === 'ok') return EVENT.AUDIOBRIDGE_RESULT;
    if (data.resumed !== undefined) return EVENT.AUDIOBRIDGE_RESUMED;
    if (data.suspended !== undefined) return EVENT.AUDIOBRIDGE_SUSPENDED;
    if (data.leaving !== undefined) return EVENT.AUDIOBRIDGE_PEER_LEAVING;
    if (data.muted !== undefined) return EVENT.AUDIOBRIDGE_ROOM_MUTED;
    if (data.kicked !== undefined) return EVENT.AUDIOBRIDGE_KICKED;
    if (data.kicked_all !== undefined) return EVENT.AUDIOBRIDGE_KICKED_ALL;
    if (data.participants !== undefined) return EVENT.AUDIOBRIDGE_CONFIGURED;
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.AUDIOBRIDGE_ERROR:
        return pluginRefused(data);
      case EVENT.AUDIOBRIDGE_JOINED:
        return readJoined(data, message);
      case EVENT.AUDIOBRIDGE_PEER_JOINED:
        return peer_joinedEvent(readPeerJoined(data, message), data, this);
      case EVENT.AUDIOBRIDGE_ROOMCHANGED:
        return readJoined(data, message);
      case EVENT.AUDIOBRIDGE_LEFT:
        return readLeft(data, message);
      case EVENT.AUDIOBRIDGE_HANGINGUP:
        return readHangingUp(data, message);
      case EVENT.AUDIOBRIDGE_DESTROYED:
        return readDestroyed(data, message);
      case 'audiobridge_created':
        return readCreated(data, message);
      case 'audiobridge_edited':
        return readCreated(data, message);
      case 'audiobridge_participants_list':
        return readParticipants(data, message);
      case 'audiobridge_rtp_list':
        return readForwarders(data, message);
      case 'audiobridge_announcements_list':
        return readAnnouncements(data, message);
      case EVENT.AUDIOBRIDGE_TALKING:
        return talkingEvent(readTalking(data, message), data, this);
      case EVENT.AUDIOBRIDGE_ANNOUNCEMENT_STARTED:
        return readFile(data, message);
      case EVENT.AUDIOBRIDGE_ANNOUNCEMENT_STOPPED:
        return readFile(data, message);
      case 'audiobridge_exists':
        return readExistence(data, message);
      case 'audiobridge_list':
        return readRooms(data, message);
      case 'audiobridge_recording':
        return readRecording(data, message);
      case 'audiobridge_rtp_fwd':
        return readForwarding(data, message);
      case 'audiobridge_success':
        return readAllowed(data, message);
      case EVENT.AUDIOBRIDGE_RESULT:
        return readChanged(data, message);
      case EVENT.AUDIOBRIDGE_RESUMED:
        return readResumed(data, message);
      case EVENT.AUDIOBRIDGE_SUSPENDED:
        return readSuspended(data, message);
      case EVENT.AUDIOBRIDGE_PEER_LEAVING:
        return readLeaving(data, message);
      case EVENT.AUDIOBRIDGE_ROOM_MUTED:
        return readRoomMuted(data, message);
      case EVENT.AUDIOBRIDGE_KICKED:
        return kickedEvent(readKicked(data, message), data, this);
      case EVENT.AUDIOBRIDGE_KICKED_ALL:
        return kicked_allEvent(readKickedAll(data, message), data, this);
      case EVENT.AUDIOBRIDGE_CONFIGURED:
        return configuredEvent(readConfigured(data, message), data, this);
      default:
        return data;
    }
  }

  /** @internal */
  _describe(message) {
    const { feed } = this;
    const event = super._describe(message);
    if (!event || event[1].feed === feed) return event;
    switch (event[0]) {
      case EVENT.AUDIOBRIDGE_CONFIGURED:
        return [EVENT.AUDIOBRIDGE_PEER_CONFIGURED, event[1]];
      case EVENT.AUDIOBRIDGE_KICKED:
        return [EVENT.AUDIOBRIDGE_PEER_KICKED, event[1]];
      case EVENT.AUDIOBRIDGE_TALKING:
        return [EVENT.AUDIOBRIDGE_PEER_TALKING, event[1]];
      case EVENT.AUDIOBRIDGE_SUSPENDED:
        return [EVENT.AUDIOBRIDGE_PEER_SUSPENDED, event[1]];
      case EVENT.AUDIOBRIDGE_RESUMED:
        return [EVENT.AUDIOBRIDGE_PEER_RESUMED, event[1]];
      default:
        return event;
    }
  }
}

export default { id: 'janus.plugin.audiobridge', Handle: AudioBridgeHandle, EVENT, ERROR };
