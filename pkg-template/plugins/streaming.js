// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, each, inside, flatten, nothing, pluginRefused, repeat, withE2ee, withJsep } from '../lib/plugin.js';
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

function readStatus(data, message) {
  const { streaming: _0, ...rest } = flatten(data, 'result');
  return withJsep(rest, message);
}

function readConfigured(data, message) {
  const { streaming: _0, event: _1, ...rest } = flatten(data, 'result');
  return withJsep(rest, message);
}

function readSwitched(data, message) {
  const { streaming: _0, ...rest } = flatten(data, 'result');
  return rest;
}

function readLayers(data, message) {
  const { streaming: _0, ...rest } = flatten(data, 'result');
  return rest;
}

function readCreated(data, message) {
  const { streaming: _0, created: name, ...rest } = flatten(data, 'stream');
  if (name !== undefined) rest.name = name;
  if (typeof rest.permanent === 'number') rest.permanent = rest.permanent !== 0;
  if (typeof rest.is_private === 'number') rest.is_private = rest.is_private !== 0;
  return rest;
}

function readDestroyed(data, message) {
  const { streaming: _0, destroyed: id, ...rest } = data;
  if (id !== undefined) rest.id = id;
  return rest;
}

function readEdited(data, message) {
  const { streaming: _0, event: _1, ...rest } = data;
  if (typeof rest.permanent === 'number') rest.permanent = rest.permanent !== 0;
  return rest;
}

function readMountpoints(data, message) {
  const { streaming: _0, ...rest } = data;
  if (rest.list !== undefined) rest.list = each(rest.list, readMountpoint, message);
  return rest;
}

function readMountpoint(data, message) {
  if (typeof data.enabled === 'number') data.enabled = data.enabled !== 0;
  if (data.media !== undefined) data.media = each(data.media, readMediaDetails, message);
  return data;
}

function readDetails(data, message) {
  const { streaming: _0, ...rest } = flatten(data, 'info');
  if (typeof rest.is_private === 'number') rest.is_private = rest.is_private !== 0;
  if (typeof rest.enabled === 'number') rest.enabled = rest.enabled !== 0;
  if (rest.media !== undefined) rest.media = each(rest.media, readMediaDetails, message);
  if (typeof rest.rtsp === 'number') rest.rtsp = rest.rtsp !== 0;
  if (typeof rest.rtsp_quirk === 'number') rest.rtsp_quirk = rest.rtsp_quirk !== 0;
  if (typeof rest.srtp === 'number') rest.srtp = rest.srtp !== 0;
  return rest;
}

function readMediaDetails(data, message) {
  if (typeof data.videobufferkf === 'number') data.videobufferkf = data.videobufferkf !== 0;
  if (typeof data.videosimulcast === 'number') data.videosimulcast = data.videosimulcast !== 0;
  if (typeof data.videosvc === 'number') data.videosvc = data.videosvc !== 0;
  if (typeof data.skew_compensation === 'number') data.skew_compensation = data.skew_compensation !== 0;
  if (typeof data.recording === 'number') data.recording = data.recording !== 0;
  return data;
}

function readDone(data, message) {
  const { streaming: _0, ...rest } = data;
  return rest;
}

function readSource(data, message) {
  const { streaming: _0, event: _1, ...rest } = data;
  return rest;
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
    const { ...rest } = createRtpMountpointParams(params, this);
    const body = { request: 'create', type: 'rtp', ...rest };
    return await this._perform('createRtpMountpoint', ['streaming_created'], readCreated, body, undefined, options);
  }

  async createLiveMountpoint(params = {}, options = undefined) {
    const { audio, ...rest } = params;
    const body = { request: 'create', type: 'live', ...rest, audio: true };
    return await this._perform('createLiveMountpoint', ['streaming_created'], readCreated, body, undefined, options);
  }

  async createOndemandMountpoint(params = {}, options = undefined) {
    const { audio, ...rest } = params;
    const body = { request: 'create', type: 'ondemand', ...rest, audio: true };
    return await this._perform('createOndemandMountpoint', ['streaming_created'], readCreated, body, undefined, options);
  }

  async createRtspMountpoint(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'create', type: 'rtsp', ...rest };
    return await this._perform('createRtspMountpoint', ['streaming_created'], readCreated, body, undefined, options);
  }

  async destroyMountpoint(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'destroy', ...rest };
    return await this._perform('destroyMountpoint', ['streaming_destroyed'], readDestroyed, body, undefined, options);
  }

  async edit(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'edit', ...rest };
    return await this._perform('edit', ['streaming_changed'], readEdited, body, undefined, options);
  }

  async list(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', ['streaming_list'], readMountpoints, body, undefined, options, { idempotent: true });
  }

  async info(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'info', ...rest };
    return await this._perform('info', ['streaming_info'], readDetails, body, undefined, options, { idempotent: true });
  }

  async enable(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'enable', ...rest };
    return await this._perform('enable', ['streaming_ok'], readDone, body, undefined, options);
  }

  async disable(params = {}, options = undefined) {
    const { stop_recording, ...rest } = params;
    const body = { request: 'disable', ...rest, stop_recording: stop_recording ?? false };
    return await this._perform('disable', ['streaming_ok'], readDone, body, undefined, options);
  }

  async kickAll(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'kick_all', ...rest };
    return await this._perform('kickAll', ['streaming_kicked_all'], readDone, body, undefined, options);
  }

  async startRecording(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'recording', action: 'start', ...rest };
    return await this._perform('startRecording', ['streaming_ok'], readDone, body, undefined, options);
  }

  async stopRecording(params = {}, options = undefined) {
    const { ...rest } = stopRecordingParams(params, this);
    const body = { request: 'recording', action: 'stop', ...rest };
    return await this._perform('stopRecording', ['streaming_ok'], readDone, body, undefined, options);
  }

  async watch(params = {}, options = undefined) {
    const { audio, video, data, jsep, e2ee, ...rest } = params;
    const body = { request: 'watch', ...rest, offer_audio: audio, offer_video: video, offer_data: data };
    return watchResult(await this._perform('watch', [EVENT.STREAMING_STATUS], readStatus, body, withE2ee(jsep, e2ee), options), params, this);
  }

  async start(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'start', ...rest };
    return startResult(await this._perform('start', [EVENT.STREAMING_STATUS], readStatus, body, withE2ee(jsep, e2ee), options), params, this);
  }

  async pause(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'pause', ...rest };
    return pauseResult(await this._perform('pause', [EVENT.STREAMING_STATUS], readStatus, body, undefined, options), params, this);
  }

  async stop(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'stop', ...rest };
    return stopResult(await this._perform('stop', [EVENT.STREAMING_STATUS], readStatus, body, undefined, options, { timeout_hint: 'Janus before 1.3.1 does not respond to stop while no media are sent' }), params, this);
  }

  async configure(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'configure', ...rest };
    return await this._perform('configure', [EVENT.STREAMING_CONFIGURED], readConfigured, body, undefined, options);
  }

  async switch(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'switch', ...rest };
    return switchResult(await this._perform('switch', [EVENT.STREAMING_SWITCHED], readSwitched, body, undefined, options), params, this);
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
