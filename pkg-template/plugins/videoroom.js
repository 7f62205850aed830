// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { JUDGED, PluginHandle, UNTIED, lift, nothing, pluginRefused, repeat, withE2ee, withJsep } from '../lib/plugin.js';
import { configureFailed, configureParams, joinConfigurePublisherFailed, joinConfigurePublisherResult, joinPublisherResult, joinSubscriberParams, joinSubscriberResult, leaveResult, leavingEvent, listForwardResult, publishFailed, startForwardResult, state, switchParams, switchResult, talkingEvent, thousandfold, unpublishResult, unpublishedEvent } from '../lib/adaptors/videoroom.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  VIDEOROOM_ERROR: 'videoroom_error',
  VIDEOROOM_UPDATED: 'videoroom_updated',
  VIDEOROOM_TALKING: 'videoroom_talking',
  VIDEOROOM_SLOWLINK: 'videoroom_slowlink',
  VIDEOROOM_DESTROYED: 'videoroom_destroyed',
  VIDEOROOM_RECORDING_ENABLED_STATE: 'videoroom_recording_enabled_state',
  VIDEOROOM_PUB_PEER_JOINED: 'videoroom_publisher_joined',
  VIDEOROOM_PUB_LIST: 'videoroom_publisher_list',
  VIDEOROOM_CONFIGURED: 'videoroom_configured',
  VIDEOROOM_UNPUBLISHED: 'videoroom_unpublished',
  VIDEOROOM_LEAVING: 'videoroom_leaving',
  VIDEOROOM_KICKED: 'videoroom_kicked',
  VIDEOROOM_MODERATED: 'videoroom_moderated',
  VIDEOROOM_DISPLAY: 'videoroom_display',
  VIDEOROOM_SC_SUBSTREAM_LAYER: 'videoroom_sc_substream_layer',
  VIDEOROOM_SC_TEMPORAL_LAYERS: 'videoroom_sc_temporal_layers',
  VIDEOROOM_SVC_LAYERS: 'videoroom_svc_layers',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 421,
  INVALID_JSON: 422,
  INVALID_REQUEST: 423,
  JOIN_FIRST: 424,
  ALREADY_JOINED: 425,
  NO_SUCH_ROOM: 426,
  ROOM_EXISTS: 427,
  NO_SUCH_FEED: 428,
  MISSING_ELEMENT: 429,
  INVALID_ELEMENT: 430,
  INVALID_SDP_TYPE: 431,
  PUBLISHERS_FULL: 432,
  UNAUTHORIZED: 433,
  ALREADY_PUBLISHED: 434,
  NOT_PUBLISHED: 435,
  ID_EXISTS: 436,
  INVALID_SDP: 437,
  INVALID_FEED: 438,
  UNKNOWN_ERROR: 499,
});

function readAttached(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withJsep(rest, message);
}

function readStarted(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readPaused(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readSwitched(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readCreated(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readExistence(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readRooms(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readAllowed(data, message) {
  const { videoroom: _0, allowed: list, ...rest } = data;
  if (list !== undefined) rest.list = list;
  return rest;
}

function readDone(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readParticipants(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (Array.isArray(rest.participants)) rest.participants = rest.participants.map((one) => readParticipant(one, message));
  return rest;
}

function readParticipant(data, message) {
  const { id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readForwarding(data, message) {
  const { videoroom: _0, publisher_id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readForwardStopped(data, message) {
  const { videoroom: _0, publisher_id: feed, stream_id: stream, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (stream !== undefined) rest.stream = stream;
  return rest;
}

function readForwarders(data, message) {
  const { videoroom: _0, publishers: forwarders, ...rest } = data;
  if (forwarders !== undefined) rest.forwarders = forwarders;
  if (Array.isArray(rest.forwarders)) rest.forwarders = rest.forwarders.map((one) => readFeedForwarders(one, message));
  return rest;
}

function readFeedForwarders(data, message) {
  const { publisher_id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readRemote(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readRemotes(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readJoined(data, message) {
  const { videoroom: _0, id: feed, audio_codec: audiocodec, video_codec: videocodec, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (audiocodec !== undefined) rest.audiocodec = audiocodec;
  if (videocodec !== undefined) rest.videocodec = videocodec;
  if (Array.isArray(rest.publishers)) rest.publishers = rest.publishers.map((one) => readPublisher(one, message));
  if (Array.isArray(rest.attendees)) rest.attendees = rest.attendees.map((one) => readAttendee(one, message));
  return withJsep(rest, message);
}

function readPublisher(data, message) {
  const { id: feed, audio_codec: audiocodec, video_codec: videocodec, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (audiocodec !== undefined) rest.audiocodec = audiocodec;
  if (videocodec !== undefined) rest.videocodec = videocodec;
  return rest;
}

function readAttendee(data, message) {
  const { id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readPublisherList(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (Array.isArray(rest.publishers)) rest.publishers = rest.publishers.map((one) => readPublisher(one, message));
  return rest;
}

function readConfigured(data, message) {
  const { videoroom: _0, audio_codec: audiocodec, video_codec: videocodec, ...rest } = data;
  if (audiocodec !== undefined) rest.audiocodec = audiocodec;
  if (videocodec !== undefined) rest.videocodec = videocodec;
  return withJsep(rest, message);
}

function readUnpublished(data, message) {
  const { videoroom: _0, unpublished: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readLeaving(data, message) {
  const { videoroom: _0, leaving: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readUpdated(data, message) {
  const { videoroom: _0, ...rest } = data;
  return withJsep(rest, message);
}

function readRecording(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readPeerJoined(data, message) {
  const { videoroom: _0, id: feed, ...rest } = lift(data, 'joining');
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readKicked(data, message) {
  const { videoroom: _0, kicked: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readDisplay(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readModerated(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return rest;
}

function readDestroyed(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

function readTalking(data, message) {
  const { id: feed, 'audio-level-dBov-avg': audio_level, videoroom: talking, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (audio_level !== undefined) rest.audio_level = audio_level;
  if (talking !== undefined) rest.talking = talking;
  return rest;
}

function readSlowLink(data, message) {
  const { videoroom: _0, 'current-bitrate': bitrate, ...rest } = data;
  if (bitrate !== undefined) rest.bitrate = bitrate;
  return rest;
}

function readSubstreamLayer(data, message) {
  const { videoroom: _0, substream: sc_substream_layer, ...rest } = data;
  if (sc_substream_layer !== undefined) rest.sc_substream_layer = sc_substream_layer;
  return rest;
}

function readTemporalLayers(data, message) {
  const { videoroom: _0, temporal: sc_temporal_layers, ...rest } = data;
  if (sc_temporal_layers !== undefined) rest.sc_temporal_layers = sc_temporal_layers;
  return rest;
}

function readSvcLayers(data, message) {
  const { videoroom: _0, ...rest } = data;
  return rest;
}

export class VideoRoomHandle extends PluginHandle {
  constructor(session, id) {
    super(session, id);
    this._forget();
  }

  _forget() {
    Object.assign(this, state);
  }

  async startForward(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'rtp_forward', ...rest, publisher_id: feed };
    return startForwardResult(await this._perform('startForward', ['videoroom_rtp_fwd_started'], readForwarding, body, undefined, options), params, this);
  }

  async stopForward(params = {}, options = undefined) {
    const { feed, stream, ...rest } = params;
    const body = { request: 'stop_rtp_forward', ...rest, publisher_id: feed, stream_id: stream };
    return await this._perform('stopForward', ['videoroom_rtp_fwd_stopped'], readForwardStopped, body, undefined, options);
  }

  async listForward(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'listforwarders', ...rest };
    return listForwardResult(await this._perform('listForward', ['videoroom_rtp_fwd_list'], readForwarders, body, undefined, options, { repeatable: true }), params, this);
  }

  async publishRemotely(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'publish_remotely', ...rest, publisher_id: feed };
    return await this._perform('publishRemotely', ['videoroom_success'], readRemote, body, undefined, options).then((data) => repeat(['remote_id'], params, data));
  }

  async unpublishRemotely(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'unpublish_remotely', ...rest, publisher_id: feed };
    return await this._perform('unpublishRemotely', ['videoroom_success'], readRemote, body, undefined, options).then((data) => repeat(['remote_id'], params, data));
  }

  async listRemotes(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'listremotes', ...rest, publisher_id: feed };
    return await this._perform('listRemotes', ['videoroom_list'], readRemotes, body, undefined, options, { repeatable: true });
  }

  async addRemotePublisher(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'add_remote_publisher', ...rest, id: feed };
    return await this._perform('addRemotePublisher', ['videoroom_success'], readRemote, body, undefined, options);
  }

  async updateRemotePublisher(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'update_remote_publisher', ...rest, id: feed };
    return await this._perform('updateRemotePublisher', ['videoroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async removeRemotePublisher(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'remove_remote_publisher', ...rest, id: feed };
    return await this._perform('removeRemotePublisher', ['videoroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async create(params = {}, options = undefined) {
    const { max_publishers, talking_events, talking_packets_threshold, talking_level_threshold, videoorient, ...rest } = params;
    const body = { request: 'create', ...rest, publishers: max_publishers, audiolevel_event: talking_events, audio_active_packets: talking_packets_threshold, audio_level_average: talking_level_threshold, videoorient_ext: videoorient };
    return await this._perform('create', ['videoroom_created'], readCreated, body, undefined, options);
  }

  async edit(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'edit', ...rest };
    return await this._perform('edit', ['videoroom_edited'], readCreated, body, undefined, options);
  }

  async destroy(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'destroy', ...rest };
    return await this._perform('destroy', [EVENT.VIDEOROOM_DESTROYED], readCreated, body, undefined, options).then((data) => repeat(['permanent'], params, data));
  }

  async exists(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'exists', ...rest };
    return await this._perform('exists', ['videoroom_exists'], readExistence, body, undefined, options, { repeatable: true });
  }

  async list(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', ['videoroom_list'], readRooms, body, undefined, options, { repeatable: true });
  }

  async allow(params = {}, options = undefined) {
    const { list, ...rest } = params;
    const body = { request: 'allowed', ...rest, allowed: list };
    return await this._perform('allow', ['videoroom_allowed', 'videoroom_success'], readAllowed, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async kick(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'kick', ...rest, id: feed };
    return await this._perform('kick', ['videoroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async moderate(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'moderate', ...rest, id: feed };
    return await this._perform('moderate', ['videoroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed', 'mid', 'mute'], params, data));
  }

  async listParticipants(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'listparticipants', ...rest };
    return await this._perform('listParticipants', ['videoroom_participants_list'], readParticipants, body, undefined, options, { repeatable: true });
  }

  async enableRecording(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'enable_recording', ...rest };
    return await this._perform('enableRecording', [EVENT.VIDEOROOM_RECORDING_ENABLED_STATE], readRecording, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  enable_recording(params, options) {
    return this.enableRecording(params, options);
  }

  async joinPublisher(params = {}, options = undefined) {
    const { feed, ...rest } = params;
    const body = { request: 'join', ptype: 'publisher', ...rest, id: feed };
    return joinPublisherResult(await this._perform('joinPublisher', ['videoroom_joined'], readJoined, body, undefined, options).then((data) => repeat(['display'], params, data)), params, this);
  }

  async joinConfigurePublisher(params = {}, options = undefined) {
    const { feed, jsep, e2ee, ...rest } = params;
    const body = { request: 'joinandconfigure', ptype: 'publisher', ...rest, id: feed };
    return joinConfigurePublisherResult(await this._perform('joinConfigurePublisher', ['videoroom_joined'], readJoined, body, withE2ee(jsep, e2ee), options).then((data) => repeat(['display'], params, data)).catch((error) => joinConfigurePublisherFailed(error, params, this)), params, this);
  }

  async publish(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'publish', ...rest };
    return await this._perform('publish', [EVENT.VIDEOROOM_CONFIGURED], readConfigured, body, withE2ee(jsep, e2ee), options).then((data) => repeat(['display'], params, data)).then((data) => repeat(['feed'], this, data)).catch((error) => publishFailed(error, params, this));
  }

  async configure(params = {}, options = undefined) {
    const { sc_substream_layer, sc_substream_fallback_ms, sc_temporal_layers, jsep, e2ee, ...rest } = configureParams(params, this);
    const body = { request: 'configure', ...rest, substream: sc_substream_layer, fallback: thousandfold(sc_substream_fallback_ms), temporal: sc_temporal_layers };
    return await this._perform('configure', [EVENT.VIDEOROOM_CONFIGURED], readConfigured, body, withE2ee(jsep, e2ee), options, { unanswered: 'Janus leaves a subscriber without one while an offer of its own waits for `start`' }).then((data) => repeat(['display', 'update', 'restart'], params, data)).then((data) => repeat(['feed'], this, data)).catch((error) => configureFailed(error, params, this));
  }

  async unpublish(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'unpublish', ...rest };
    return unpublishResult(await this._perform('unpublish', [EVENT.VIDEOROOM_UNPUBLISHED], readUnpublished, body, undefined, options), params, this);
  }

  async leave(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'leave', ...rest };
    return leaveResult(await this._perform('leave', [EVENT.VIDEOROOM_LEAVING], readLeaving, body, undefined, options), params, this);
  }

  async joinSubscriber(params = {}, options = undefined) {
    const { sc_substream_layer, sc_substream_fallback_ms, sc_temporal_layers, ...rest } = joinSubscriberParams(params, this);
    const body = { request: 'join', ptype: 'subscriber', ...rest, substream: sc_substream_layer, fallback: thousandfold(sc_substream_fallback_ms), temporal: sc_temporal_layers };
    return joinSubscriberResult(await this._perform('joinSubscriber', ['videoroom_subscribed'], readAttached, body, undefined, options), params, this);
  }

  joinListener(params, options) {
    return this.joinSubscriber(params, options);
  }

  async start(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'start', ...rest };
    return await this._perform('start', ['videoroom_started'], readStarted, body, withE2ee(jsep, e2ee), options).then((data) => repeat(['feed'], this, data));
  }

  async pause(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'pause', ...rest };
    return await this._perform('pause', ['videoroom_paused'], readPaused, body, undefined, options).then((data) => repeat(['feed'], this, data));
  }

  async switch(params = {}, options = undefined) {
    const { to_feed, ...rest } = switchParams(params, this);
    const body = { request: 'switch', ...rest, feed: to_feed };
    return switchResult(await this._perform('switch', ['videoroom_switched'], readSwitched, body, undefined, options).then((data) => repeat(['to_feed'], params, data)), params, this);
  }

  async subscribe(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'subscribe', ...rest };
    return await this._perform('subscribe', [EVENT.VIDEOROOM_UPDATED, 'videoroom_updating'], readUpdated, body, undefined, options);
  }

  async unsubscribe(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'unsubscribe', ...rest };
    return await this._perform('unsubscribe', [EVENT.VIDEOROOM_UPDATED, 'videoroom_updating'], readUpdated, body, undefined, options);
  }

  async update(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'update', ...rest };
    return await this._perform('update', [EVENT.VIDEOROOM_UPDATED, 'videoroom_updating'], readUpdated, body, undefined, options);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.VIDEOROOM_ERROR;
    if (data.error !== undefined) return EVENT.VIDEOROOM_ERROR;
    if (data.videoroom === 'joined') return 'videoroom_joined';
    if (data.videoroom === 'attached') return 'videoroom_subscribed';
    if (data.videoroom === 'updated') return EVENT.VIDEOROOM_UPDATED;
    if (data.videoroom === 'updating') return 'videoroom_updating';
    if (data.videoroom === 'talking') return EVENT.VIDEOROOM_TALKING;
    if (data.videoroom === 'stopped-talking') return EVENT.VIDEOROOM_TALKING;
    if (data.videoroom === 'slow_link') return EVENT.VIDEOROOM_SLOWLINK;
    if (data.videoroom === 'destroyed') return EVENT.VIDEOROOM_DESTROYED;
    if (data.videoroom === 'created') return 'videoroom_created';
    if (data.videoroom === 'edited') return 'videoroom_edited';
    if (data.videoroom === 'participants') return 'videoroom_participants_list';
    if (data.videoroom === 'rtp_forward') return 'videoroom_rtp_fwd_started';
    if (data.videoroom === 'stop_rtp_forward') return 'videoroom_rtp_fwd_stopped';
    if (data.videoroom === 'forwarders') return 'videoroom_rtp_fwd_list';
    if (data.videoroom === 'success' && data.exists !== undefined) return 'videoroom_exists';
    if (data.videoroom === 'success' && data.list !== undefined) return 'videoroom_list';
    if (data.videoroom === 'success' && data.allowed !== undefined) return 'videoroom_allowed';
    if (data.videoroom === 'success' && data.record !== undefined) return EVENT.VIDEOROOM_RECORDING_ENABLED_STATE;
    if (data.videoroom === 'success') return 'videoroom_success';
    if (data.joining !== undefined) return EVENT.VIDEOROOM_PUB_PEER_JOINED;
    if (data.publishers !== undefined) return EVENT.VIDEOROOM_PUB_LIST;
    if (data.configured !== undefined) return EVENT.VIDEOROOM_CONFIGURED;
    if (data.started !== undefined) return 'videoroom_started';
    if (data.paused !== undefined) return 'videoroom_paused';
    if (data.switched !== undefined) return 'videoroom_switched';
    if (data.unpublished !== undefined) return EVENT.VIDEOROOM_UNPUBLISHED;
    if (data.leaving !== undefined) return EVENT.VIDEOROOM_LEAVING;
    if (data.left !== undefined) return EVENT.VIDEOROOM_LEAVING;
    if (data.kicked !== undefined) return EVENT.VIDEOROOM_KICKED;
    if (data.moderation !== undefined) return EVENT.VIDEOROOM_MODERATED;
    if (data.display !== undefined) return EVENT.VIDEOROOM_DISPLAY;
    if (data.metadata !== undefined) return EVENT.VIDEOROOM_DISPLAY;
    if (data.substream !== undefined) return EVENT.VIDEOROOM_SC_SUBSTREAM_LAYER;
    if (data.temporal !== undefined) return EVENT.VIDEOROOM_SC_TEMPORAL_LAYERS;
    if (data.spatial_layer !== undefined) return EVENT.VIDEOROOM_SVC_LAYERS;
    if (data.temporal_layer !== undefined) return EVENT.VIDEOROOM_SVC_LAYERS;
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.VIDEOROOM_ERROR:
        return pluginRefused(data);
      case 'videoroom_joined':
        return readJoined(data, message);
      case 'videoroom_subscribed':
        return readAttached(data, message);
      case EVENT.VIDEOROOM_UPDATED:
        return readUpdated(data, message);
      case 'videoroom_updating':
        return readUpdated(data, message);
      case EVENT.VIDEOROOM_TALKING:
        return talkingEvent(readTalking(data, message), data, this);
      case EVENT.VIDEOROOM_SLOWLINK:
        return readSlowLink(data, message);
      case EVENT.VIDEOROOM_DESTROYED:
        return readDestroyed(data, message);
      case 'videoroom_created':
        return readCreated(data, message);
      case 'videoroom_edited':
        return readCreated(data, message);
      case 'videoroom_participants_list':
        return readParticipants(data, message);
      case 'videoroom_rtp_fwd_started':
        return readForwarding(data, message);
      case 'videoroom_rtp_fwd_stopped':
        return readForwardStopped(data, message);
      case 'videoroom_rtp_fwd_list':
        return readForwarders(data, message);
      case 'videoroom_exists':
        return readExistence(data, message);
      case 'videoroom_list':
        return readRemotes(data, message);
      case 'videoroom_allowed':
        return readAllowed(data, message);
      case EVENT.VIDEOROOM_RECORDING_ENABLED_STATE:
        return readRecording(data, message);
      case 'videoroom_success':
        return readRemote(data, message);
      case EVENT.VIDEOROOM_PUB_PEER_JOINED:
        return readPeerJoined(data, message);
      case EVENT.VIDEOROOM_PUB_LIST:
        return readPublisherList(data, message);
      case EVENT.VIDEOROOM_CONFIGURED:
        return readConfigured(data, message);
      case 'videoroom_started':
        return readStarted(data, message);
      case 'videoroom_paused':
        return readPaused(data, message);
      case 'videoroom_switched':
        return readSwitched(data, message);
      case EVENT.VIDEOROOM_UNPUBLISHED:
        return unpublishedEvent(readUnpublished(data, message), data, this);
      case EVENT.VIDEOROOM_LEAVING:
        return leavingEvent(readLeaving(data, message), data, this);
      case EVENT.VIDEOROOM_KICKED:
        return readKicked(data, message);
      case EVENT.VIDEOROOM_MODERATED:
        return readModerated(data, message);
      case EVENT.VIDEOROOM_DISPLAY:
        return readDisplay(data, message);
      case EVENT.VIDEOROOM_SC_SUBSTREAM_LAYER:
        return readSubstreamLayer(data, message);
      case EVENT.VIDEOROOM_SC_TEMPORAL_LAYERS:
        return readTemporalLayers(data, message);
      case EVENT.VIDEOROOM_SVC_LAYERS:
        return readSvcLayers(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.videoroom', Handle: VideoRoomHandle, EVENT, ERROR };
