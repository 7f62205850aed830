// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  NOSIP_ERROR: 'nosip_error',
  NOSIP_GENERATED: 'nosip_generated',
  NOSIP_PROCESSED: 'nosip_processed',
  NOSIP_HANGINGUP: 'nosip_hangingup',
  NOSIP_RECORDING_UPDATED: 'nosip_recording_updated',
  NOSIP_KEYFRAME_SENT: 'nosip_keyframe_sent',
  NOSIP_FORWARDED: 'nosip_forwarded',
  NOSIP_FORWARD_STOPPED: 'nosip_forward_stopped',
  NOSIP_FORWARDERS: 'nosip_forwarders',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 440,
  INVALID_JSON: 441,
  INVALID_REQUEST: 442,
  MISSING_ELEMENT: 443,
  INVALID_ELEMENT: 444,
  WRONG_STATE: 445,
  MISSING_SDP: 446,
  INVALID_SDP: 447,
  IO_ERROR: 448,
  RECORDING_ERROR: 449,
  TOO_STRICT: 450,
  NO_SUCH_STREAM: 451,
  UNKNOWN_ERROR: 499,
});

const fieldsOfGenerated = fields('nosip event type sdp update unique_id');
const fieldsOfProcessed = fields('nosip event srtp update unique_id');
const fieldsOfDone = fields('nosip event');
const fieldsOfForwarded = fields('nosip event forwarders');
const fieldsOfForwarder = fields('stream_id type host port media pt ssrc srtp');
const fieldsOfForwardStopped = fields('nosip event stream_id');
const fieldsOfForwarders = fields('nosip event rtp_forwarders');
const fieldsOfGenerate = fields('request info srtp srtp_profile update');
const fieldsOfProcess = fields('request type sdp info srtp srtp_profile update');
const fieldsOfHangupCall = fields('request');
const fieldsOfRecording = fields('request action audio video peer_audio peer_video filename');
const fieldsOfKeyframe = fields('request user peer');
const fieldsOfForwardStream = fields('type host port host_family pt ssrc srtp_suite srtp_crypto');
const fieldsOfStartForward = fields('request streams', { streams: fieldsOfForwardStream });
const fieldsOfStopForward = fields('request stream_id:stream');
const fieldsOfListForward = fields('request');

function readGenerated(data, message) {
  data = flatten(data, 'result');
  const { nosip: _0, event: _1, ...rest } = data;
  if (typeof rest.update === 'number') rest.update = rest.update !== 0;
  return withExtra(rest, data, fieldsOfGenerated);
}

function readProcessed(data, message) {
  data = flatten(data, 'result');
  const { nosip: _0, event: _1, ...rest } = data;
  if (typeof rest.update === 'number') rest.update = rest.update !== 0;
  return withExtra(withJsep(rest, message), data, fieldsOfProcessed);
}

function readDone(data, message) {
  data = flatten(data, 'result');
  const { nosip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfDone);
}

function readForwarded(data, message) {
  data = flatten(data, 'result');
  const { nosip: _0, event: _1, ...rest } = data;
  if (rest.forwarders !== undefined) rest.forwarders = each(rest.forwarders, readForwarder, message);
  return withExtra(rest, data, fieldsOfForwarded);
}

function readForwarder(data, message) {
  const { stream_id: stream, ...rest } = data;
  if (stream !== undefined) rest.stream = stream;
  if (typeof rest.srtp === 'number') rest.srtp = rest.srtp !== 0;
  return withExtra(rest, data, fieldsOfForwarder);
}

function readForwardStopped(data, message) {
  data = flatten(data, 'result');
  const { nosip: _0, event: _1, stream_id: stream, ...rest } = data;
  if (stream !== undefined) rest.stream = stream;
  return withExtra(rest, data, fieldsOfForwardStopped);
}

function readForwarders(data, message) {
  data = flatten(data, 'result');
  const { nosip: _0, event: _1, rtp_forwarders: forwarders, ...rest } = data;
  if (forwarders !== undefined) rest.forwarders = forwarders;
  if (rest.forwarders !== undefined) rest.forwarders = each(rest.forwarders, readForwarder, message);
  return withExtra(rest, data, fieldsOfForwarders);
}

export class NoSipHandle extends PluginHandle {
  async generate(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'generate', ...rest };
    return await this._perform('generate', fieldsOfGenerate, [EVENT.NOSIP_GENERATED], readGenerated, body, withE2ee(jsep, e2ee), options);
  }

  async process(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'process', ...rest };
    return await this._perform('process', fieldsOfProcess, [EVENT.NOSIP_PROCESSED], readProcessed, body, undefined, options);
  }

  async hangupCall(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'hangup', ...rest };
    return await this._perform('hangupCall', fieldsOfHangupCall, [EVENT.NOSIP_HANGINGUP], readDone, body, undefined, options);
  }

  async recording(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'recording', ...rest };
    return await this._perform('recording', fieldsOfRecording, [EVENT.NOSIP_RECORDING_UPDATED], readDone, body, undefined, options);
  }

  async keyframe(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'keyframe', ...rest };
    return await this._perform('keyframe', fieldsOfKeyframe, [EVENT.NOSIP_KEYFRAME_SENT], readDone, body, undefined, options, { since: 1301 });
  }

  async startForward(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'rtp_forward', ...rest };
    return await this._perform('startForward', fieldsOfStartForward, [EVENT.NOSIP_FORWARDED], readForwarded, body, undefined, options, { since: 1400 });
  }

  async stopForward(params = {}, options = undefined) {
    checkParams(params);
    const { stream, ...rest } = params;
    const body = { request: 'stop_rtp_forward', ...rest, stream_id: stream ?? rest.stream_id };
    return await this._perform('stopForward', fieldsOfStopForward, [EVENT.NOSIP_FORWARD_STOPPED], readForwardStopped, body, undefined, options, { since: 1400 });
  }

  async listForward(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'listforwarders', ...rest };
    return await this._perform('listForward', fieldsOfListForward, [EVENT.NOSIP_FORWARDERS], readForwarders, body, undefined, options, { idempotent: true, since: 1400 });
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.NOSIP_ERROR;
    if (data.error !== undefined) return EVENT.NOSIP_ERROR;
    if (data.result?.event === 'generated') return EVENT.NOSIP_GENERATED;
    if (data.result?.event === 'processed') return EVENT.NOSIP_PROCESSED;
    if (data.result?.event === 'hangingup') return EVENT.NOSIP_HANGINGUP;
    if (data.result?.event === 'recordingupdated') return EVENT.NOSIP_RECORDING_UPDATED;
    if (data.result?.event === 'keyframesent') return EVENT.NOSIP_KEYFRAME_SENT;
    if (data.result?.event === 'rtp_forward') return EVENT.NOSIP_FORWARDED;
    if (data.result?.event === 'stop_rtp_forward') return EVENT.NOSIP_FORWARD_STOPPED;
    if (data.result?.event === 'forwarders') return EVENT.NOSIP_FORWARDERS;
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.NOSIP_ERROR:
        return pluginRefused(data);
      case EVENT.NOSIP_GENERATED:
        return readGenerated(data, message);
      case EVENT.NOSIP_PROCESSED:
        return readProcessed(data, message);
      case EVENT.NOSIP_HANGINGUP:
        return readDone(data, message);
      case EVENT.NOSIP_RECORDING_UPDATED:
        return readDone(data, message);
      case EVENT.NOSIP_KEYFRAME_SENT:
        return readDone(data, message);
      case EVENT.NOSIP_FORWARDED:
        return readForwarded(data, message);
      case EVENT.NOSIP_FORWARD_STOPPED:
        return readForwardStopped(data, message);
      case EVENT.NOSIP_FORWARDERS:
        return readForwarders(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.nosip', Handle: NoSipHandle, EVENT, ERROR };
