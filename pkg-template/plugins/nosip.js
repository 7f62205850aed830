// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { JUDGED, PluginHandle, UNTIED, lift, nothing, pluginRefused, repeat, withE2ee, withJsep } from '../lib/plugin.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  NOSIP_ERROR: 'nosip_error',
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

function readGenerated(data, message) {
  const { nosip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readProcessed(data, message) {
  const { nosip: _0, event: _1, ...rest } = lift(data, 'result');
  return withJsep(rest, message);
}

function readDone(data, message) {
  const { nosip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readForwarded(data, message) {
  const { nosip: _0, event: _1, ...rest } = lift(data, 'result');
  if (Array.isArray(rest.forwarders)) rest.forwarders = rest.forwarders.map((one) => readForwarder(one, message));
  return rest;
}

function readForwarder(data, message) {
  const { stream_id: stream, ...rest } = data;
  if (stream !== undefined) rest.stream = stream;
  return rest;
}

function readForwardStopped(data, message) {
  const { nosip: _0, event: _1, stream_id: stream, ...rest } = lift(data, 'result');
  if (stream !== undefined) rest.stream = stream;
  return rest;
}

function readForwarders(data, message) {
  const { nosip: _0, event: _1, rtp_forwarders: forwarders, ...rest } = lift(data, 'result');
  if (forwarders !== undefined) rest.forwarders = forwarders;
  if (Array.isArray(rest.forwarders)) rest.forwarders = rest.forwarders.map((one) => readForwarder(one, message));
  return rest;
}

export class NoSipHandle extends PluginHandle {
  async generate(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'generate', ...rest };
    return await this._perform('generate', ['nosip_generated'], readGenerated, body, withE2ee(jsep, e2ee), options);
  }

  async process(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'process', ...rest };
    return await this._perform('process', ['nosip_processed'], readProcessed, body, undefined, options);
  }

  async hangupCall(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'hangup', ...rest };
    return await this._perform('hangupCall', ['nosip_hangingup'], readDone, body, undefined, options);
  }

  async recording(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'recording', ...rest };
    return await this._perform('recording', ['nosip_recording_updated'], readDone, body, undefined, options);
  }

  async keyframe(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'keyframe', ...rest };
    return await this._perform('keyframe', ['nosip_keyframe_sent'], readDone, body, undefined, options);
  }

  async startForward(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'rtp_forward', ...rest };
    return await this._perform('startForward', ['nosip_forwarded'], readForwarded, body, undefined, options);
  }

  async stopForward(params = {}, options = undefined) {
    const { stream, ...rest } = params;
    const body = { request: 'stop_rtp_forward', ...rest, stream_id: stream };
    return await this._perform('stopForward', ['nosip_forward_stopped'], readForwardStopped, body, undefined, options);
  }

  async listForward(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'listforwarders', ...rest };
    return await this._perform('listForward', ['nosip_forwarders'], readForwarders, body, undefined, options, { repeatable: true });
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.NOSIP_ERROR;
    if (data.error !== undefined) return EVENT.NOSIP_ERROR;
    if (data.result?.event === 'generated') return 'nosip_generated';
    if (data.result?.event === 'processed') return 'nosip_processed';
    if (data.result?.event === 'hangingup') return 'nosip_hangingup';
    if (data.result?.event === 'recordingupdated') return 'nosip_recording_updated';
    if (data.result?.event === 'keyframesent') return 'nosip_keyframe_sent';
    if (data.result?.event === 'rtp_forward') return 'nosip_forwarded';
    if (data.result?.event === 'stop_rtp_forward') return 'nosip_forward_stopped';
    if (data.result?.event === 'forwarders') return 'nosip_forwarders';
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.NOSIP_ERROR:
        return pluginRefused(data);
      case 'nosip_generated':
        return readGenerated(data, message);
      case 'nosip_processed':
        return readProcessed(data, message);
      case 'nosip_hangingup':
        return readDone(data, message);
      case 'nosip_recording_updated':
        return readDone(data, message);
      case 'nosip_keyframe_sent':
        return readDone(data, message);
      case 'nosip_forwarded':
        return readForwarded(data, message);
      case 'nosip_forward_stopped':
        return readForwardStopped(data, message);
      case 'nosip_forwarders':
        return readForwarders(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.nosip', Handle: NoSipHandle, EVENT, ERROR };
