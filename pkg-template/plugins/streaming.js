// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';
import { createRtpMountpointParams, pauseResult, startResult, state, statusEvent, stopRecordingParams, stopResult, switchResult, watchResult } from '../lib/adaptors/streaming.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  STREAMING_ERROR: 'streaming_error',
  STREAMING_STATUS: 'streaming_status',
  STREAMING_CONFIGURED: 'streaming_configured',
  STREAMING_SWITCHED: 'streaming_switched',
  STREAMING_LAYERS: 'streaming_layers',
  STREAMING_EDITED: 'streaming_edited',
  STREAMING_RTSP_DISCONNECTED: 'streaming_rtsp_disconnected',
  STREAMING_RTSP_RECONNECTED: 'streaming_rtsp_reconnected',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 450,
  INVALID_JSON: 451,
  INVALID_REQUEST: 452,
  MISSING_ELEMENT: 453,
  INVALID_ELEMENT: 454,
  NO_SUCH_MOUNTPOINT: 455,
  CANT_CREATE: 456,
  UNAUTHORIZED: 457,
  CANT_SWITCH: 458,
  CANT_RECORD: 459,
  INVALID_STATE: 460,
  INVALID_SDP: 461,
  UNKNOWN_ERROR: 470,
});

const fieldsOfMedia = fields('type mid port label msid mcast iface rtcpport pt codec rtpmap fmtp skew bufferkf simulcast port2 port3 svc h264sps buffermsg datatype');
const fieldsOfCreateRtpMountpoint = fields('request type id name description metadata is_private secret pin permanent admin_key media collision threads srtpsuite srtpcrypto e2ee playoutdelay_ext abscapturetime_src_ext_id bufferkf_ms bufferkf_bytes h264sps audio audioport audiortcpport audiomcast audioiface audiopt audiocodec audiortpmap audiofmtp audioskew video videoport videortcpport videomcast videoiface videopt videocodec videortpmap videofmtp videobufferkf videoskew videosimulcast videoport2 videoport3 videosvc data dataport datamcast dataiface databuffermsg datatype', { media: fieldsOfMedia });
const fieldsOfCreateLiveMountpoint = fields('request type id name description metadata is_private secret pin permanent admin_key filename audio audiocodec audiofmtp audiopt');
const fieldsOfCreateOndemandMountpoint = fields('request type id name description metadata is_private secret pin permanent admin_key filename audio audiocodec audiofmtp audiopt');
const fieldsOfCreateRtspMountpoint = fields('request type id name description metadata is_private secret pin permanent admin_key url rtsp_user rtsp_pwd rtsp_quirk rtsp_failcheck rtspiface rtsp_reconnect_delay rtsp_session_timeout rtsp_timeout rtsp_conn_timeout rtsp_notify_changes audio audiopt audiocodec audiofmtp video videopt videocodec videofmtp videobufferkf bufferkf_ms bufferkf_bytes threads');
const fieldsOfDestroyMountpoint = fields('request id secret permanent');
const fieldsOfEdit = fields('request id secret new_description new_metadata new_secret new_pin new_is_private edited_event permanent');
const fieldsOfList = fields('request admin_key');
const fieldsOfInfo = fields('request id secret');
const fieldsOfEnable = fields('request id secret');
const fieldsOfDisable = fields('request id secret stop_recording');
const fieldsOfKickAll = fields('request id secret');
const fieldsOfRecordedMedia = fields('mid filename');
const fieldsOfStartRecording = fields('request action id secret media audio video data', { media: fieldsOfRecordedMedia });
const fieldsOfStopRecording = fields('request action id secret media audio video data', { media: fieldsOfRecordedMedia });
const fieldsOfStatus = fields('streaming status');
const fieldsOfConfigured = fields('streaming event');
const fieldsOfSwitched = fields('streaming switched id');
const fieldsOfLayers = fields('streaming mid substream temporal spatial_layer temporal_layer');
const fieldsOfCreated = fields('streaming created permanent id type description is_private host ports audio_port audio_rtcp_port video_port video_rtcp_port video_port_2 video_port_3 data_port audio_host video_host data_host warning');
const fieldsOfPorts = fields('type mid msid port rtcp_port port_2 port_3 host');
const fieldsOfDestroyed = fields('streaming destroyed');
const fieldsOfEdited = fields('streaming event id permanent metadata');
const fieldsOfMountpoints = fields('streaming list');
const fieldsOfMountpoint = fields('id type description metadata enabled media');
const fieldsOfDetails = fields('streaming id name type description metadata secret pin is_private enabled viewers media filename rtsp url rtsp_user rtsp_pwd rtsp_quirk srtp collision threads host bufferkf_ms bufferkf_bytes');
const fieldsOfMediaDetails = fields('mindex type mid label msid pt codec rtpmap fmtp videobufferkf videosimulcast videosvc skew_compensation port rtcpport port2 port3 age_ms recording datatype');
const fieldsOfDone = fields('streaming');
const fieldsOfSource = fields('streaming event id');
const fieldsOfWatch = fields('request id pin media restart offer_audio:audio offer_video:video offer_data:data substream temporal fallback spatial_layer temporal_layer');
const fieldsOfStart = fields('request');
const fieldsOfPause = fields('request');
const fieldsOfStop = fields('request');
const fieldsOfStreamChange = fields('mid send substream temporal fallback spatial_layer temporal_layer min_delay max_delay');
const fieldsOfConfigure = fields('request mid send streams audio video data substream temporal fallback spatial_layer temporal_layer min_delay max_delay', { streams: fieldsOfStreamChange });
const fieldsOfSwitch = fields('request id');

function readStatus(data, message) {
  data = flatten(data, 'result');
  const { streaming: _0, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfStatus);
}

function readConfigured(data, message) {
  data = flatten(data, 'result');
  const { streaming: _0, event: _1, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfConfigured);
}

function readSwitched(data, message) {
  data = flatten(data, 'result');
  const { streaming: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfSwitched);
}

function readLayers(data, message) {
  data = flatten(data, 'result');
  const { streaming: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfLayers);
}

function readCreated(data, message) {
  data = flatten(data, 'stream');
  const { streaming: _0, created: name, ...rest } = data;
  if (name !== undefined) rest.name = name;
  if (typeof rest.permanent === 'number') rest.permanent = rest.permanent !== 0;
  if (typeof rest.is_private === 'number') rest.is_private = rest.is_private !== 0;
  if (rest.ports !== undefined) rest.ports = each(rest.ports, readPorts, message);
  return withExtra(rest, data, fieldsOfCreated);
}

function readPorts(data, message) {
  return withExtra(data, data, fieldsOfPorts);
}

function readDestroyed(data, message) {
  const { streaming: _0, destroyed: id, ...rest } = data;
  if (id !== undefined) rest.id = id;
  return withExtra(rest, data, fieldsOfDestroyed);
}

function readEdited(data, message) {
  const { streaming: _0, event: _1, ...rest } = data;
  if (typeof rest.permanent === 'number') rest.permanent = rest.permanent !== 0;
  return withExtra(rest, data, fieldsOfEdited);
}

function readMountpoints(data, message) {
  const { streaming: _0, ...rest } = data;
  if (rest.list !== undefined) rest.list = each(rest.list, readMountpoint, message);
  return withExtra(rest, data, fieldsOfMountpoints);
}

function readMountpoint(data, message) {
  if (typeof data.enabled === 'number') data.enabled = data.enabled !== 0;
  if (data.media !== undefined) data.media = each(data.media, readMediaDetails, message);
  return withExtra(data, data, fieldsOfMountpoint);
}

function readDetails(data, message) {
  data = flatten(data, 'info');
  const { streaming: _0, ...rest } = data;
  if (typeof rest.is_private === 'number') rest.is_private = rest.is_private !== 0;
  if (typeof rest.enabled === 'number') rest.enabled = rest.enabled !== 0;
  if (rest.media !== undefined) rest.media = each(rest.media, readMediaDetails, message);
  if (typeof rest.rtsp === 'number') rest.rtsp = rest.rtsp !== 0;
  if (typeof rest.rtsp_quirk === 'number') rest.rtsp_quirk = rest.rtsp_quirk !== 0;
  if (typeof rest.srtp === 'number') rest.srtp = rest.srtp !== 0;
  return withExtra(rest, data, fieldsOfDetails);
}

function readMediaDetails(data, message) {
  if (typeof data.videobufferkf === 'number') data.videobufferkf = data.videobufferkf !== 0;
  if (typeof data.videosimulcast === 'number') data.videosimulcast = data.videosimulcast !== 0;
  if (typeof data.videosvc === 'number') data.videosvc = data.videosvc !== 0;
  if (typeof data.skew_compensation === 'number') data.skew_compensation = data.skew_compensation !== 0;
  if (typeof data.recording === 'number') data.recording = data.recording !== 0;
  return withExtra(data, data, fieldsOfMediaDetails);
}

function readDone(data, message) {
  const { streaming: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfDone);
}

function readSource(data, message) {
  const { streaming: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfSource);
}

export class StreamingHandle extends PluginHandle {
  constructor(session, id) {
    super(session, id);
    this._forget();
  }

  _forget() {
    Object.assign(this, state);
  }

  async createRtpMountpoint(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = createRtpMountpointParams(params, this);
    const body = { request: 'create', type: 'rtp', ...rest };
    return await this._perform('createRtpMountpoint', fieldsOfCreateRtpMountpoint, ['streaming_created'], readCreated, body, undefined, options);
  }

  async createLiveMountpoint(params = {}, options = undefined) {
    checkParams(params);
    const { audio, ...rest } = params;
    const body = { request: 'create', type: 'live', ...rest, audio: true };
    return await this._perform('createLiveMountpoint', fieldsOfCreateLiveMountpoint, ['streaming_created'], readCreated, body, undefined, options);
  }

  async createOndemandMountpoint(params = {}, options = undefined) {
    checkParams(params);
    const { audio, ...rest } = params;
    const body = { request: 'create', type: 'ondemand', ...rest, audio: true };
    return await this._perform('createOndemandMountpoint', fieldsOfCreateOndemandMountpoint, ['streaming_created'], readCreated, body, undefined, options);
  }

  async createRtspMountpoint(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'create', type: 'rtsp', ...rest };
    return await this._perform('createRtspMountpoint', fieldsOfCreateRtspMountpoint, ['streaming_created'], readCreated, body, undefined, options);
  }

  async destroyMountpoint(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'destroy', ...rest };
    return await this._perform('destroyMountpoint', fieldsOfDestroyMountpoint, ['streaming_destroyed'], readDestroyed, body, undefined, options);
  }

  async edit(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'edit', ...rest };
    return await this._perform('edit', fieldsOfEdit, ['streaming_changed'], readEdited, body, undefined, options);
  }

  async list(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', fieldsOfList, ['streaming_list'], readMountpoints, body, undefined, options, { idempotent: true });
  }

  async info(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'info', ...rest };
    return await this._perform('info', fieldsOfInfo, ['streaming_info'], readDetails, body, undefined, options, { idempotent: true });
  }

  async enable(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'enable', ...rest };
    return await this._perform('enable', fieldsOfEnable, ['streaming_ok'], readDone, body, undefined, options);
  }

  async disable(params = {}, options = undefined) {
    checkParams(params);
    const { stop_recording, ...rest } = params;
    const body = { request: 'disable', ...rest, stop_recording: stop_recording ?? false };
    return await this._perform('disable', fieldsOfDisable, ['streaming_ok'], readDone, body, undefined, options);
  }

  async kickAll(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'kick_all', ...rest };
    return await this._perform('kickAll', fieldsOfKickAll, ['streaming_kicked_all'], readDone, body, undefined, options);
  }

  async startRecording(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'recording', action: 'start', ...rest };
    return await this._perform('startRecording', fieldsOfStartRecording, ['streaming_ok'], readDone, body, undefined, options);
  }

  async stopRecording(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = stopRecordingParams(params, this);
    const body = { request: 'recording', action: 'stop', ...rest };
    return await this._perform('stopRecording', fieldsOfStopRecording, ['streaming_ok'], readDone, body, undefined, options);
  }

  async watch(params = {}, options = undefined) {
    checkParams(params);
    const { audio, video, data, jsep, e2ee, ...rest } = params;
    const body = { request: 'watch', ...rest, offer_audio: audio ?? rest.offer_audio, offer_video: video ?? rest.offer_video, offer_data: data ?? rest.offer_data };
    return watchResult(await this._perform('watch', fieldsOfWatch, [EVENT.STREAMING_STATUS], readStatus, body, withE2ee(jsep, e2ee), options), params, this);
  }

  async start(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'start', ...rest };
    return startResult(await this._perform('start', fieldsOfStart, [EVENT.STREAMING_STATUS], readStatus, body, withE2ee(jsep, e2ee), options), params, this);
  }

  async pause(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'pause', ...rest };
    return pauseResult(await this._perform('pause', fieldsOfPause, [EVENT.STREAMING_STATUS], readStatus, body, undefined, options), params, this);
  }

  async stop(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'stop', ...rest };
    return stopResult(await this._perform('stop', fieldsOfStop, [EVENT.STREAMING_STATUS], readStatus, body, undefined, options, { timeout_hint: 'Janus before 1.3.1 does not respond to stop while no media are sent' }), params, this);
  }

  async configure(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'configure', ...rest };
    return await this._perform('configure', fieldsOfConfigure, [EVENT.STREAMING_CONFIGURED], readConfigured, body, undefined, options);
  }

  async switch(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'switch', ...rest };
    return switchResult(await this._perform('switch', fieldsOfSwitch, [EVENT.STREAMING_SWITCHED], readSwitched, body, undefined, options), params, this);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.STREAMING_ERROR;
    if (data.error !== undefined) return EVENT.STREAMING_ERROR;
    if (data.result?.status !== undefined) return EVENT.STREAMING_STATUS;
    if (data.result?.event === 'configured') return EVENT.STREAMING_CONFIGURED;
    if (data.result?.switched !== undefined) return EVENT.STREAMING_SWITCHED;
    if (data.result?.substream !== undefined) return EVENT.STREAMING_LAYERS;
    if (data.result?.temporal !== undefined) return EVENT.STREAMING_LAYERS;
    if (data.result?.spatial_layer !== undefined) return EVENT.STREAMING_LAYERS;
    if (data.result?.temporal_layer !== undefined) return EVENT.STREAMING_LAYERS;
    if (data.event === 'edited') return EVENT.STREAMING_EDITED;
    if (data.event === 'rtsp-disconnected') return EVENT.STREAMING_RTSP_DISCONNECTED;
    if (data.event === 'rtsp-reconnected') return EVENT.STREAMING_RTSP_RECONNECTED;
    if (data.streaming === 'edited') return 'streaming_changed';
    if (data.streaming === 'list') return 'streaming_list';
    if (data.streaming === 'info') return 'streaming_info';
    if (data.streaming === 'created') return 'streaming_created';
    if (data.streaming === 'destroyed') return 'streaming_destroyed';
    if (data.streaming === 'kicked_all') return 'streaming_kicked_all';
    if (data.streaming === 'ok') return 'streaming_ok';
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.STREAMING_ERROR:
        return pluginRefused(data);
      case EVENT.STREAMING_STATUS:
        return statusEvent(readStatus(data, message), data, this);
      case EVENT.STREAMING_CONFIGURED:
        return readConfigured(data, message);
      case EVENT.STREAMING_SWITCHED:
        return readSwitched(data, message);
      case EVENT.STREAMING_LAYERS:
        return readLayers(data, message);
      case EVENT.STREAMING_EDITED:
        return readEdited(data, message);
      case EVENT.STREAMING_RTSP_DISCONNECTED:
        return readSource(data, message);
      case EVENT.STREAMING_RTSP_RECONNECTED:
        return readSource(data, message);
      case 'streaming_changed':
        return readEdited(data, message);
      case 'streaming_list':
        return readMountpoints(data, message);
      case 'streaming_info':
        return readDetails(data, message);
      case 'streaming_created':
        return readCreated(data, message);
      case 'streaming_destroyed':
        return readDestroyed(data, message);
      case 'streaming_kicked_all':
        return readDone(data, message);
      case 'streaming_ok':
        return readDone(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.streaming', Handle: StreamingHandle, EVENT, ERROR };
