// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';
import { configureFailed, configureParams, joinConfigurePublisherFailed, joinConfigurePublisherResult, joinPublisherResult, joinSubscriberParams, joinSubscriberResult, leaveResult, leavingEvent, listForwardResult, ms_as_us, publishFailed, startForwardResult, state, switchParams, switchResult, talkingEvent, unpublishResult, unpublishedEvent } from '../lib/adaptors/videoroom.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  VIDEOROOM_ERROR: 'videoroom_error',
  VIDEOROOM_JOINED: 'videoroom_joined',
  VIDEOROOM_SUBSCRIBED: 'videoroom_subscribed',
  VIDEOROOM_UPDATED: 'videoroom_updated',
  VIDEOROOM_UPDATING: 'videoroom_updating',
  VIDEOROOM_TALKING: 'videoroom_talking',
  VIDEOROOM_SLOWLINK: 'videoroom_slowlink',
  VIDEOROOM_DESTROYED: 'videoroom_destroyed',
  VIDEOROOM_RECORDING_ENABLED_STATE: 'videoroom_recording_enabled_state',
  VIDEOROOM_PUB_PEER_JOINED: 'videoroom_publisher_joined',
  VIDEOROOM_PUB_LIST: 'videoroom_publisher_list',
  VIDEOROOM_CONFIGURED: 'videoroom_configured',
  VIDEOROOM_STARTED: 'videoroom_started',
  VIDEOROOM_PAUSED: 'videoroom_paused',
  VIDEOROOM_SWITCHED: 'videoroom_switched',
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

const fieldsOfJoined = fields('videoroom room id description private_id publishers attendees audio_active_packets audio_level_average audio_codec video_codec streams');
const fieldsOfPublisher = fields('id display metadata dummy talking audio_codec video_codec streams');
const fieldsOfAttendee = fields('id display metadata');
const fieldsOfPublisherList = fields('videoroom room publishers');
const fieldsOfConfigured = fields('videoroom room configured audio_codec video_codec streams');
const fieldsOfUnpublished = fields('videoroom room unpublished display metadata');
const fieldsOfLeaving = fields('videoroom room left leaving reason display metadata');
const fieldsOfUpdated = fields('videoroom room streams');
const fieldsOfRecording = fields('videoroom record');
const fieldsOfPeerJoined = fields('videoroom room id display metadata');
const fieldsOfKicked = fields('videoroom room kicked display metadata');
const fieldsOfDisplay = fields('videoroom room id display metadata');
const fieldsOfModerated = fields('videoroom room id mid moderation');
const fieldsOfDestroyed = fields('videoroom room');
const fieldsOfTalking = fields('room id mindex mid audio-level-dBov-avg videoroom');
const fieldsOfSlowLink = fields('videoroom current-bitrate');
const fieldsOfSubstreamLayer = fields('videoroom room mid substream');
const fieldsOfTemporalLayers = fields('videoroom room mid temporal');
const fieldsOfSvcLayers = fields('videoroom room mid spatial_layer temporal_layer');
const fieldsOfForwardStream = fields('mid port host host_family rtcp_port pt ssrc simulcast port_2 ssrc_2 pt_2 port_3 ssrc_3 pt_3');
const fieldsOfStartForward = fields('request room publisher_id:feed host host_family streams secret admin_key audio_port audio_rtcp_port audio_ssrc audio_pt video_port video_rtcp_port video_ssrc video_pt video_port_2 video_ssrc_2 video_pt_2 video_port_3 video_ssrc_3 video_pt_3 data_port simulcast srtp_suite srtp_crypto', { streams: fieldsOfForwardStream });
const fieldsOfStopForward = fields('request room publisher_id:feed stream_id:stream secret admin_key');
const fieldsOfListForward = fields('request room secret');
const fieldsOfPublishRemotely = fields('request room publisher_id:feed remote_id host host_family port rtcp_port secret admin_key srtp_suite srtp_crypto');
const fieldsOfUnpublishRemotely = fields('request room publisher_id:feed remote_id secret');
const fieldsOfListRemotes = fields('request room publisher_id:feed secret');
const fieldsOfRemoteStream = fields('mid mindex type codec description disabled stereo fec dtx h264_profile vp9_profile simulcast svc audiolevel_ext_id videoorient_ext_id playoutdelay_ext_id');
const fieldsOfAddRemotePublisher = fields('request room id:feed display metadata mcast iface port rtcp_port streams secret srtp_suite srtp_crypto', { streams: fieldsOfRemoteStream });
const fieldsOfUpdateRemotePublisher = fields('request room id:feed display metadata streams secret srtp_suite srtp_crypto', { streams: fieldsOfRemoteStream });
const fieldsOfRemoveRemotePublisher = fields('request room id:feed secret');
const fieldsOfDummyStream = fields('codec fmtp');
const fieldsOfCreate = fields('request room permanent description secret pin is_private allowed admin_key publishers:max_publishers bitrate bitrate_cap fir_freq audiocodec videocodec vp9_profile h264_profile opus_fec opus_dtx video_svc audiolevel_ext audiolevel_event:talking_events audio_active_packets:talking_packets_threshold audio_level_average:talking_level_threshold videoorient_ext:videoorient playoutdelay_ext transport_wide_cc_ext record rec_dir lock_record notify_joining require_pvtid signed_tokens require_e2ee dummy_publisher dummy_streams dummy_e2ee threads', { dummy_streams: fieldsOfDummyStream });
const fieldsOfEdit = fields('request room secret new_description new_is_private new_secret new_pin new_require_pvtid new_bitrate new_fir_freq new_publishers new_lock_record new_rec_dir permanent');
const fieldsOfDestroy = fields('request room secret permanent');
const fieldsOfExists = fields('request room');
const fieldsOfList = fields('request admin_key');
const fieldsOfAllow = fields('request room secret action allowed:list');
const fieldsOfKick = fields('request room id:feed secret');
const fieldsOfModerate = fields('request room id:feed mid mute secret');
const fieldsOfListParticipants = fields('request room secret');
const fieldsOfEnableRecording = fields('request room secret record');
const fieldsOfDescription = fields('mid description');
const fieldsOfJoinPublisher = fields('request ptype room id:feed pin token audio video data bitrate record filename display metadata audio_active_packets audio_level_average descriptions', { descriptions: fieldsOfDescription });
const fieldsOfJoinConfigurePublisher = fields('request ptype room id:feed pin token audio video data bitrate record filename display metadata audio_active_packets audio_level_average audiocodec videocodec descriptions', { descriptions: fieldsOfDescription });
const fieldsOfPublish = fields('request audio video data bitrate record filename display metadata audio_active_packets audio_level_average audiocodec videocodec descriptions secret', { descriptions: fieldsOfDescription });
const fieldsOfStreamChange = fields('mid send keyframe substream temporal fallback spatial_layer temporal_layer min_delay max_delay');
const fieldsOfConfigure = fields('request audio video data bitrate record filename display metadata audio_active_packets audio_level_average audiocodec videocodec descriptions keyframe restart update mid send secret streams substream:sc_substream_layer fallback:sc_substream_fallback_ms temporal:sc_temporal_layers spatial_layer temporal_layer min_delay max_delay', { descriptions: fieldsOfDescription, streams: fieldsOfStreamChange });
const fieldsOfUnpublish = fields('request');
const fieldsOfLeave = fields('request');
const fieldsOfAttached = fields('videoroom room id display streams warning');
const fieldsOfStarted = fields('videoroom room started');
const fieldsOfPaused = fields('videoroom room paused');
const fieldsOfSwitched = fields('videoroom room switched changes streams');
const fieldsOfCreated = fields('videoroom room permanent');
const fieldsOfExistence = fields('videoroom room exists');
const fieldsOfRooms = fields('videoroom list');
const fieldsOfRoom = fields('room description pin_required is_private max_publishers bitrate bitrate_cap fir_freq require_pvtid require_e2ee dummy_publisher notify_joining audiocodec videocodec opus_fec opus_dtx video_svc record rec_dir lock_record num_participants audiolevel_ext audiolevel_event audio_active_packets audio_level_average videoorient_ext playoutdelay_ext transport_wide_cc_ext');
const fieldsOfAllowed = fields('videoroom room allowed');
const fieldsOfDone = fields('videoroom');
const fieldsOfParticipants = fields('videoroom room participants');
const fieldsOfParticipant = fields('id display metadata publisher talking dummy remote');
const fieldsOfForwarding = fields('videoroom room publisher_id forwarders rtp_stream');
const fieldsOfForwarder = fields('stream_id type host port local_rtcp_port remote_rtcp_port pt ssrc substream srtp');
const fieldsOfForwardStopped = fields('videoroom room publisher_id stream_id');
const fieldsOfForwarders = fields('videoroom room publishers');
const fieldsOfFeedForwarders = fields('publisher_id display forwarders');
const fieldsOfRemote = fields('videoroom room id remote_id ip port rtcp_port');
const fieldsOfRemotes = fields('videoroom room id list');
const fieldsOfDestination = fields('remote_id host port rtcp_port');
const fieldsOfStream = fields('type mindex mid disabled codec description moderated simulcast svc talking stereo fec dtx h264_profile vp9_profile');
const fieldsOfSubscriberStream = fields('type active mindex mid crossrefid ready send feed_id feed_display feed_mid feed_description feed_metadata codec h264-profile vp9-profile playout-delay simulcast svc sources source_ids');
const fieldsOfPlayoutDelay = fields('min-delay max-delay');
const fieldsOfSimulcastState = fields('substream substream-target temporal-layer temporal-layer-target fallback');
const fieldsOfSvcState = fields('spatial-layer target-spatial-layer temporal-layer target-temporal-layer');
const fieldsOfSubscription = fields('feed mid crossrefid send substream temporal fallback spatial_layer temporal_layer min_delay max_delay');
const fieldsOfJoinSubscriber = fields('request ptype room feed streams private_id pin token autoupdate use_msid audio video data offer_audio offer_video offer_data substream:sc_substream_layer fallback:sc_substream_fallback_ms temporal:sc_temporal_layers', { streams: fieldsOfSubscription });
const fieldsOfStart = fields('request');
const fieldsOfPause = fields('request');
const fieldsOfSwitchStream = fields('feed mid sub_mid substream temporal spatial_layer temporal_layer');
const fieldsOfSwitch = fields('request feed:to_feed streams audio video data', { streams: fieldsOfSwitchStream });
const fieldsOfSubscribe = fields('request streams', { streams: fieldsOfSubscription });
const fieldsOfUnsubscription = fields('feed mid sub_mid');
const fieldsOfUnsubscribe = fields('request streams', { streams: fieldsOfUnsubscription });
const fieldsOfUpdate = fields('request subscribe unsubscribe', { subscribe: fieldsOfSubscription, unsubscribe: fieldsOfUnsubscription });

function readJoined(data, message) {
  const { videoroom: _0, id: feed, audio_codec: audiocodec, video_codec: videocodec, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (audiocodec !== undefined) rest.audiocodec = audiocodec;
  if (videocodec !== undefined) rest.videocodec = videocodec;
  if (rest.publishers !== undefined) rest.publishers = each(rest.publishers, readPublisher, message);
  if (rest.attendees !== undefined) rest.attendees = each(rest.attendees, readAttendee, message);
  if (rest.streams !== undefined) rest.streams = each(rest.streams, readStream, message);
  return withExtra(withJsep(rest, message), data, fieldsOfJoined);
}

function readPublisher(data, message) {
  const { id: feed, audio_codec: audiocodec, video_codec: videocodec, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (audiocodec !== undefined) rest.audiocodec = audiocodec;
  if (videocodec !== undefined) rest.videocodec = videocodec;
  if (typeof rest.dummy === 'number') rest.dummy = rest.dummy !== 0;
  if (typeof rest.talking === 'number') rest.talking = rest.talking !== 0;
  if (rest.streams !== undefined) rest.streams = each(rest.streams, readStream, message);
  return withExtra(rest, data, fieldsOfPublisher);
}

function readAttendee(data, message) {
  const { id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfAttendee);
}

function readPublisherList(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (rest.publishers !== undefined) rest.publishers = each(rest.publishers, readPublisher, message);
  return withExtra(rest, data, fieldsOfPublisherList);
}

function readConfigured(data, message) {
  const { videoroom: _0, audio_codec: audiocodec, video_codec: videocodec, ...rest } = data;
  if (audiocodec !== undefined) rest.audiocodec = audiocodec;
  if (videocodec !== undefined) rest.videocodec = videocodec;
  if (rest.streams !== undefined) rest.streams = each(rest.streams, readStream, message);
  return withExtra(withJsep(rest, message), data, fieldsOfConfigured);
}

function readUnpublished(data, message) {
  const { videoroom: _0, unpublished: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfUnpublished);
}

function readLeaving(data, message) {
  const { videoroom: _0, leaving: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfLeaving);
}

function readUpdated(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (rest.streams !== undefined) rest.streams = each(rest.streams, readSubscriberStream, message);
  return withExtra(withJsep(rest, message), data, fieldsOfUpdated);
}

function readRecording(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (typeof rest.record === 'number') rest.record = rest.record !== 0;
  return withExtra(rest, data, fieldsOfRecording);
}

function readPeerJoined(data, message) {
  data = flatten(data, 'joining');
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfPeerJoined);
}

function readKicked(data, message) {
  const { videoroom: _0, kicked: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfKicked);
}

function readDisplay(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfDisplay);
}

function readModerated(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfModerated);
}

function readDestroyed(data, message) {
  const { videoroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfDestroyed);
}

function readTalking(data, message) {
  const { id: feed, 'audio-level-dBov-avg': audio_level, videoroom: talking, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (audio_level !== undefined) rest.audio_level = audio_level;
  if (talking !== undefined) rest.talking = talking;
  if (typeof rest.talking === 'number') rest.talking = rest.talking !== 0;
  return withExtra(rest, data, fieldsOfTalking);
}

function readSlowLink(data, message) {
  const { videoroom: _0, 'current-bitrate': bitrate, ...rest } = data;
  if (bitrate !== undefined) rest.bitrate = bitrate;
  return withExtra(rest, data, fieldsOfSlowLink);
}

function readSubstreamLayer(data, message) {
  const { videoroom: _0, substream: sc_substream_layer, ...rest } = data;
  if (sc_substream_layer !== undefined) rest.sc_substream_layer = sc_substream_layer;
  return withExtra(rest, data, fieldsOfSubstreamLayer);
}

function readTemporalLayers(data, message) {
  const { videoroom: _0, temporal: sc_temporal_layers, ...rest } = data;
  if (sc_temporal_layers !== undefined) rest.sc_temporal_layers = sc_temporal_layers;
  return withExtra(rest, data, fieldsOfTemporalLayers);
}

function readSvcLayers(data, message) {
  const { videoroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfSvcLayers);
}

function readAttached(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (rest.streams !== undefined) rest.streams = each(rest.streams, readSubscriberStream, message);
  return withExtra(withJsep(rest, message), data, fieldsOfAttached);
}

function readStarted(data, message) {
  const { videoroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfStarted);
}

function readPaused(data, message) {
  const { videoroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfPaused);
}

function readSwitched(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (rest.streams !== undefined) rest.streams = each(rest.streams, readSubscriberStream, message);
  return withExtra(rest, data, fieldsOfSwitched);
}

function readCreated(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (typeof rest.permanent === 'number') rest.permanent = rest.permanent !== 0;
  return withExtra(rest, data, fieldsOfCreated);
}

function readExistence(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (typeof rest.exists === 'number') rest.exists = rest.exists !== 0;
  return withExtra(rest, data, fieldsOfExistence);
}

function readRooms(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (rest.list !== undefined) rest.list = each(rest.list, readRoom, message);
  return withExtra(rest, data, fieldsOfRooms);
}

function readRoom(data, message) {
  if (typeof data.pin_required === 'number') data.pin_required = data.pin_required !== 0;
  if (typeof data.is_private === 'number') data.is_private = data.is_private !== 0;
  if (typeof data.bitrate_cap === 'number') data.bitrate_cap = data.bitrate_cap !== 0;
  if (typeof data.require_pvtid === 'number') data.require_pvtid = data.require_pvtid !== 0;
  if (typeof data.require_e2ee === 'number') data.require_e2ee = data.require_e2ee !== 0;
  if (typeof data.dummy_publisher === 'number') data.dummy_publisher = data.dummy_publisher !== 0;
  if (typeof data.notify_joining === 'number') data.notify_joining = data.notify_joining !== 0;
  if (typeof data.opus_fec === 'number') data.opus_fec = data.opus_fec !== 0;
  if (typeof data.opus_dtx === 'number') data.opus_dtx = data.opus_dtx !== 0;
  if (typeof data.video_svc === 'number') data.video_svc = data.video_svc !== 0;
  if (typeof data.record === 'number') data.record = data.record !== 0;
  if (typeof data.lock_record === 'number') data.lock_record = data.lock_record !== 0;
  if (typeof data.audiolevel_ext === 'number') data.audiolevel_ext = data.audiolevel_ext !== 0;
  if (typeof data.audiolevel_event === 'number') data.audiolevel_event = data.audiolevel_event !== 0;
  if (typeof data.videoorient_ext === 'number') data.videoorient_ext = data.videoorient_ext !== 0;
  if (typeof data.playoutdelay_ext === 'number') data.playoutdelay_ext = data.playoutdelay_ext !== 0;
  if (typeof data.transport_wide_cc_ext === 'number') data.transport_wide_cc_ext = data.transport_wide_cc_ext !== 0;
  return withExtra(data, data, fieldsOfRoom);
}

function readAllowed(data, message) {
  const { videoroom: _0, allowed: list, ...rest } = data;
  if (list !== undefined) rest.list = list;
  return withExtra(rest, data, fieldsOfAllowed);
}

function readDone(data, message) {
  const { videoroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfDone);
}

function readParticipants(data, message) {
  const { videoroom: _0, ...rest } = data;
  if (rest.participants !== undefined) rest.participants = each(rest.participants, readParticipant, message);
  return withExtra(rest, data, fieldsOfParticipants);
}

function readParticipant(data, message) {
  const { id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (typeof rest.publisher === 'number') rest.publisher = rest.publisher !== 0;
  if (typeof rest.talking === 'number') rest.talking = rest.talking !== 0;
  if (typeof rest.dummy === 'number') rest.dummy = rest.dummy !== 0;
  if (typeof rest.remote === 'number') rest.remote = rest.remote !== 0;
  return withExtra(rest, data, fieldsOfParticipant);
}

function readForwarding(data, message) {
  const { videoroom: _0, publisher_id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (rest.forwarders !== undefined) rest.forwarders = each(rest.forwarders, readForwarder, message);
  return withExtra(rest, data, fieldsOfForwarding);
}

function readForwarder(data, message) {
  if (typeof data.srtp === 'number') data.srtp = data.srtp !== 0;
  return withExtra(data, data, fieldsOfForwarder);
}

function readForwardStopped(data, message) {
  const { videoroom: _0, publisher_id: feed, stream_id: stream, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (stream !== undefined) rest.stream = stream;
  return withExtra(rest, data, fieldsOfForwardStopped);
}

function readForwarders(data, message) {
  const { videoroom: _0, publishers: forwarders, ...rest } = data;
  if (forwarders !== undefined) rest.forwarders = forwarders;
  if (rest.forwarders !== undefined) rest.forwarders = each(rest.forwarders, readFeedForwarders, message);
  return withExtra(rest, data, fieldsOfForwarders);
}

function readFeedForwarders(data, message) {
  const { publisher_id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (rest.forwarders !== undefined) rest.forwarders = each(rest.forwarders, readForwarder, message);
  return withExtra(rest, data, fieldsOfFeedForwarders);
}

function readRemote(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  return withExtra(rest, data, fieldsOfRemote);
}

function readRemotes(data, message) {
  const { videoroom: _0, id: feed, ...rest } = data;
  if (feed !== undefined) rest.feed = feed;
  if (rest.list !== undefined) rest.list = each(rest.list, readDestination, message);
  return withExtra(rest, data, fieldsOfRemotes);
}

function readDestination(data, message) {
  return withExtra(data, data, fieldsOfDestination);
}

function readStream(data, message) {
  if (typeof data.disabled === 'number') data.disabled = data.disabled !== 0;
  if (typeof data.moderated === 'number') data.moderated = data.moderated !== 0;
  if (typeof data.simulcast === 'number') data.simulcast = data.simulcast !== 0;
  if (typeof data.svc === 'number') data.svc = data.svc !== 0;
  if (typeof data.talking === 'number') data.talking = data.talking !== 0;
  if (typeof data.stereo === 'number') data.stereo = data.stereo !== 0;
  if (typeof data.fec === 'number') data.fec = data.fec !== 0;
  if (typeof data.dtx === 'number') data.dtx = data.dtx !== 0;
  return withExtra(data, data, fieldsOfStream);
}

function readSubscriberStream(data, message) {
  if (typeof data.active === 'number') data.active = data.active !== 0;
  if (typeof data.ready === 'number') data.ready = data.ready !== 0;
  if (typeof data.send === 'number') data.send = data.send !== 0;
  if (data['playout-delay'] !== undefined) data['playout-delay'] = inside(data['playout-delay'], readPlayoutDelay, message);
  if (data.simulcast !== undefined) data.simulcast = inside(data.simulcast, readSimulcastState, message);
  if (data.svc !== undefined) data.svc = inside(data.svc, readSvcState, message);
  return withExtra(data, data, fieldsOfSubscriberStream);
}

function readPlayoutDelay(data, message) {
  return withExtra(data, data, fieldsOfPlayoutDelay);
}

function readSimulcastState(data, message) {
  return withExtra(data, data, fieldsOfSimulcastState);
}

function readSvcState(data, message) {
  return withExtra(data, data, fieldsOfSvcState);
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
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'rtp_forward', ...rest, publisher_id: feed ?? rest.publisher_id };
    return startForwardResult(await this._perform('startForward', fieldsOfStartForward, ['videoroom_rtp_fwd_started'], readForwarding, body, undefined, options), params, this);
  }

  async stopForward(params = {}, options = undefined) {
    checkParams(params);
    const { feed, stream, ...rest } = params;
    const body = { request: 'stop_rtp_forward', ...rest, publisher_id: feed ?? rest.publisher_id, stream_id: stream ?? rest.stream_id };
    return await this._perform('stopForward', fieldsOfStopForward, ['videoroom_rtp_fwd_stopped'], readForwardStopped, body, undefined, options);
  }

  async listForward(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'listforwarders', ...rest };
    return listForwardResult(await this._perform('listForward', fieldsOfListForward, ['videoroom_rtp_fwd_list'], readForwarders, body, undefined, options, { idempotent: true }), params, this);
  }

  async publishRemotely(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'publish_remotely', ...rest, publisher_id: feed ?? rest.publisher_id };
    return await this._perform('publishRemotely', fieldsOfPublishRemotely, ['videoroom_success'], readRemote, body, undefined, options).then((data) => repeat(['remote_id'], params, data));
  }

  async unpublishRemotely(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'unpublish_remotely', ...rest, publisher_id: feed ?? rest.publisher_id };
    return await this._perform('unpublishRemotely', fieldsOfUnpublishRemotely, ['videoroom_success'], readRemote, body, undefined, options).then((data) => repeat(['remote_id'], params, data));
  }

  async listRemotes(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'listremotes', ...rest, publisher_id: feed ?? rest.publisher_id };
    return await this._perform('listRemotes', fieldsOfListRemotes, ['videoroom_list'], readRemotes, body, undefined, options, { idempotent: true });
  }

  async addRemotePublisher(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'add_remote_publisher', ...rest, id: feed ?? rest.id };
    return await this._perform('addRemotePublisher', fieldsOfAddRemotePublisher, ['videoroom_success'], readRemote, body, undefined, options);
  }

  async updateRemotePublisher(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'update_remote_publisher', ...rest, id: feed ?? rest.id };
    return await this._perform('updateRemotePublisher', fieldsOfUpdateRemotePublisher, ['videoroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async removeRemotePublisher(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'remove_remote_publisher', ...rest, id: feed ?? rest.id };
    return await this._perform('removeRemotePublisher', fieldsOfRemoveRemotePublisher, ['videoroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async create(params = {}, options = undefined) {
    checkParams(params);
    const { max_publishers, talking_events, talking_packets_threshold, talking_level_threshold, videoorient, ...rest } = params;
    const body = { request: 'create', ...rest, publishers: max_publishers ?? rest.publishers, audiolevel_event: talking_events ?? rest.audiolevel_event, audio_active_packets: talking_packets_threshold ?? rest.audio_active_packets, audio_level_average: talking_level_threshold ?? rest.audio_level_average, videoorient_ext: videoorient ?? rest.videoorient_ext };
    return await this._perform('create', fieldsOfCreate, ['videoroom_created'], readCreated, body, undefined, options);
  }

  async edit(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'edit', ...rest };
    return await this._perform('edit', fieldsOfEdit, ['videoroom_edited'], readCreated, body, undefined, options);
  }

  async destroy(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'destroy', ...rest };
    return await this._perform('destroy', fieldsOfDestroy, [EVENT.VIDEOROOM_DESTROYED], readCreated, body, undefined, options).then((data) => repeat(['permanent'], params, data));
  }

  async exists(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'exists', ...rest };
    return await this._perform('exists', fieldsOfExists, ['videoroom_exists'], readExistence, body, undefined, options, { idempotent: true });
  }

  async list(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', fieldsOfList, ['videoroom_list'], readRooms, body, undefined, options, { idempotent: true });
  }

  async allow(params = {}, options = undefined) {
    checkParams(params);
    const { list, ...rest } = params;
    const body = { request: 'allowed', ...rest, allowed: list ?? rest.allowed };
    return await this._perform('allow', fieldsOfAllow, ['videoroom_allowed', 'videoroom_success'], readAllowed, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async kick(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'kick', ...rest, id: feed ?? rest.id };
    return await this._perform('kick', fieldsOfKick, ['videoroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed'], params, data));
  }

  async moderate(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'moderate', ...rest, id: feed ?? rest.id };
    return await this._perform('moderate', fieldsOfModerate, ['videoroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'feed', 'mid', 'mute'], params, data));
  }

  async listParticipants(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'listparticipants', ...rest };
    return await this._perform('listParticipants', fieldsOfListParticipants, ['videoroom_participants_list'], readParticipants, body, undefined, options, { idempotent: true });
  }

  async enableRecording(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'enable_recording', ...rest };
    return await this._perform('enableRecording', fieldsOfEnableRecording, [EVENT.VIDEOROOM_RECORDING_ENABLED_STATE], readRecording, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  enable_recording(params, options) {
    return this.enableRecording(params, options);
  }

  async joinPublisher(params = {}, options = undefined) {
    checkParams(params);
    const { feed, ...rest } = params;
    const body = { request: 'join', ptype: 'publisher', ...rest, id: feed ?? rest.id };
    return joinPublisherResult(await this._perform('joinPublisher', fieldsOfJoinPublisher, [EVENT.VIDEOROOM_JOINED], readJoined, body, undefined, options).then((data) => repeat(['display'], params, data)), params, this);
  }

  async joinConfigurePublisher(params = {}, options = undefined) {
    checkParams(params);
    const { feed, jsep, e2ee, ...rest } = params;
    const body = { request: 'joinandconfigure', ptype: 'publisher', ...rest, id: feed ?? rest.id };
    return joinConfigurePublisherResult(await this._perform('joinConfigurePublisher', fieldsOfJoinConfigurePublisher, [EVENT.VIDEOROOM_JOINED], readJoined, body, withE2ee(jsep, e2ee), options).then((data) => repeat(['display'], params, data)).catch((error) => joinConfigurePublisherFailed(error, params, this)), params, this);
  }

  async publish(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'publish', ...rest };
    return await this._perform('publish', fieldsOfPublish, [EVENT.VIDEOROOM_CONFIGURED], readConfigured, body, withE2ee(jsep, e2ee), options, { needs_jsep: true }).then((data) => repeat(['display'], params, data)).then((data) => repeat(['feed'], this, data)).catch((error) => publishFailed(error, params, this));
  }

  async configure(params = {}, options = undefined) {
    checkParams(params);
    const { sc_substream_layer, sc_substream_fallback_ms, sc_temporal_layers, jsep, e2ee, ...rest } = configureParams(params, this);
    const body = { request: 'configure', ...rest, substream: sc_substream_layer ?? rest.substream, fallback: ms_as_us(sc_substream_fallback_ms) ?? rest.fallback, temporal: sc_temporal_layers ?? rest.temporal };
    return await this._perform('configure', fieldsOfConfigure, [EVENT.VIDEOROOM_CONFIGURED], readConfigured, body, withE2ee(jsep, e2ee), options, { needs_jsep: ['update', 'restart'], timeout_hint: 'Janus does not respond to a subscriber that has not answered an SDP offer with `start`' }).then((data) => repeat(['display', 'update', 'restart'], params, data)).then((data) => repeat(['feed'], this, data)).catch((error) => configureFailed(error, params, this));
  }

  async unpublish(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'unpublish', ...rest };
    return unpublishResult(await this._perform('unpublish', fieldsOfUnpublish, [EVENT.VIDEOROOM_UNPUBLISHED], readUnpublished, body, undefined, options), params, this);
  }

  async leave(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'leave', ...rest };
    return leaveResult(await this._perform('leave', fieldsOfLeave, [EVENT.VIDEOROOM_LEAVING], readLeaving, body, undefined, options), params, this);
  }

  async joinSubscriber(params = {}, options = undefined) {
    checkParams(params);
    const { sc_substream_layer, sc_substream_fallback_ms, sc_temporal_layers, ...rest } = joinSubscriberParams(params, this);
    const body = { request: 'join', ptype: 'subscriber', ...rest, substream: sc_substream_layer ?? rest.substream, fallback: ms_as_us(sc_substream_fallback_ms) ?? rest.fallback, temporal: sc_temporal_layers ?? rest.temporal };
    return joinSubscriberResult(await this._perform('joinSubscriber', fieldsOfJoinSubscriber, [EVENT.VIDEOROOM_SUBSCRIBED], readAttached, body, undefined, options), params, this);
  }

  joinListener(params, options) {
    return this.joinSubscriber(params, options);
  }

  async start(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'start', ...rest };
    return await this._perform('start', fieldsOfStart, [EVENT.VIDEOROOM_STARTED], readStarted, body, withE2ee(jsep, e2ee), options).then((data) => repeat(['feed'], this, data));
  }

  async pause(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'pause', ...rest };
    return await this._perform('pause', fieldsOfPause, [EVENT.VIDEOROOM_PAUSED], readPaused, body, undefined, options).then((data) => repeat(['feed'], this, data));
  }

  async switch(params = {}, options = undefined) {
    checkParams(params);
    const { to_feed, ...rest } = switchParams(params, this);
    const body = { request: 'switch', ...rest, feed: to_feed ?? rest.feed };
    return switchResult(await this._perform('switch', fieldsOfSwitch, [EVENT.VIDEOROOM_SWITCHED], readSwitched, body, undefined, options).then((data) => repeat(['to_feed'], params, data)), params, this);
  }

  async subscribe(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'subscribe', ...rest };
    return await this._perform('subscribe', fieldsOfSubscribe, [EVENT.VIDEOROOM_UPDATED, EVENT.VIDEOROOM_UPDATING], readUpdated, body, undefined, options);
  }

  async unsubscribe(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'unsubscribe', ...rest };
    return await this._perform('unsubscribe', fieldsOfUnsubscribe, [EVENT.VIDEOROOM_UPDATED, EVENT.VIDEOROOM_UPDATING], readUpdated, body, undefined, options);
  }

  async update(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'update', ...rest };
    return await this._perform('update', fieldsOfUpdate, [EVENT.VIDEOROOM_UPDATED, EVENT.VIDEOROOM_UPDATING], readUpdated, body, undefined, options);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.VIDEOROOM_ERROR;
    if (data.error !== undefined) return EVENT.VIDEOROOM_ERROR;
    if (data.videoroom === 'joined') return EVENT.VIDEOROOM_JOINED;
    if (data.videoroom === 'attached') return EVENT.VIDEOROOM_SUBSCRIBED;
    if (data.videoroom === 'updated') return EVENT.VIDEOROOM_UPDATED;
    if (data.videoroom === 'updating') return EVENT.VIDEOROOM_UPDATING;
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
    if (data.started !== undefined) return EVENT.VIDEOROOM_STARTED;
    if (data.paused !== undefined) return EVENT.VIDEOROOM_PAUSED;
    if (data.switched !== undefined) return EVENT.VIDEOROOM_SWITCHED;
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
      case EVENT.VIDEOROOM_JOINED:
        return readJoined(data, message);
      case EVENT.VIDEOROOM_SUBSCRIBED:
        return readAttached(data, message);
      case EVENT.VIDEOROOM_UPDATED:
        return readUpdated(data, message);
      case EVENT.VIDEOROOM_UPDATING:
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
      case EVENT.VIDEOROOM_STARTED:
        return readStarted(data, message);
      case EVENT.VIDEOROOM_PAUSED:
        return readPaused(data, message);
      case EVENT.VIDEOROOM_SWITCHED:
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
