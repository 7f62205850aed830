// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  RECORDPLAY_ERROR: 'recordplay_error',
  RECORDPLAY_SLOW_LINK: 'recordplay_slowlink',
  RECORDPLAY_DONE: 'recordplay_done',
  RECORDPLAY_STATUS: 'recordplay_status',
  RECORDPLAY_NOTHING: 'recordplay_nothing',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 411,
  INVALID_JSON: 412,
  INVALID_REQUEST: 413,
  INVALID_ELEMENT: 414,
  MISSING_ELEMENT: 415,
  NOT_FOUND: 416,
  INVALID_RECORDING: 417,
  INVALID_STATE: 418,
  INVALID_SDP: 419,
  RECORDING_EXISTS: 420,
  UNAUTHORIZED: 440,
  UNKNOWN_ERROR: 499,
});

const fieldsOfRecordings = fields('recordplay list');
const fieldsOfRecording = fields('id name date audio audio_codec audio_red video video_codec data is_private');
const fieldsOfConfigured = fields('recordplay status settings');
const fieldsOfSettings = fields('video-bitrate-max video-keyframe-interval');
const fieldsOfDone = fields('recordplay');
const fieldsOfStatus = fields('recordplay status id is_private warning');
const fieldsOfFinished = fields('recordplay status result id is_private');
const fieldsOfSlowLink = fields('recordplay status media current-bitrate uplink');
const fieldsOfListRecordings = fields('request admin_key');
const fieldsOfUpdateRecordings = fields('request admin_key');
const fieldsOfConfigure = fields('request video-bitrate-max:maxBitrate video-keyframe-interval:keyframeInterval');
const fieldsOfRecord = fields('request name id is_private filename audiocodec videocodec videoprofile opusred textdata update');
const fieldsOfPlay = fields('request id restart');
const fieldsOfStart = fields('request');
const fieldsOfPause = fields('request');
const fieldsOfResume = fields('request');
const fieldsOfStop = fields('request');

function readRecordings(data, message) {
  const { recordplay: _0, ...rest } = data;
  if (rest.list !== undefined) rest.list = each(rest.list, readRecording, message);
  return withExtra(rest, data, fieldsOfRecordings);
}

function readRecording(data, message) {
  if (typeof data.audio === 'number') data.audio = data.audio !== 0;
  if (typeof data.audio_red === 'number') data.audio_red = data.audio_red !== 0;
  if (typeof data.video === 'number') data.video = data.video !== 0;
  if (typeof data.data === 'number') data.data = data.data !== 0;
  if (typeof data.is_private === 'number') data.is_private = data.is_private !== 0;
  return withExtra(data, data, fieldsOfRecording);
}

function readConfigured(data, message) {
  const { recordplay: _0, ...rest } = data;
  if (rest.settings !== undefined) rest.settings = inside(rest.settings, readSettings, message);
  return withExtra(rest, data, fieldsOfConfigured);
}

function readSettings(data, message) {
  const { 'video-bitrate-max': maxBitrate, 'video-keyframe-interval': keyframeInterval, ...rest } = data;
  if (maxBitrate !== undefined) rest.maxBitrate = maxBitrate;
  if (keyframeInterval !== undefined) rest.keyframeInterval = keyframeInterval;
  return withExtra(rest, data, fieldsOfSettings);
}

function readDone(data, message) {
  const { recordplay: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfDone);
}

function readStatus(data, message) {
  data = flatten(data, 'result');
  const { recordplay: _0, ...rest } = data;
  if (typeof rest.is_private === 'number') rest.is_private = rest.is_private !== 0;
  return withExtra(withJsep(rest, message), data, fieldsOfStatus);
}

function readFinished(data, message) {
  data = flatten(data, 'result');
  const { recordplay: _0, status: _1, result: _2, ...rest } = data;
  if (typeof rest.is_private === 'number') rest.is_private = rest.is_private !== 0;
  return withExtra(rest, data, fieldsOfFinished);
}

function readSlowLink(data, message) {
  data = flatten(data, 'result');
  const { recordplay: _0, status: _1, 'current-bitrate': bitrate, ...rest } = data;
  if (bitrate !== undefined) rest.bitrate = bitrate;
  return withExtra(rest, data, fieldsOfSlowLink);
}

export class RecordPlayHandle extends PluginHandle {
  async listRecordings(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('listRecordings', fieldsOfListRecordings, ['recordplay_list'], readRecordings, body, undefined, options, { idempotent: true });
  }

  async updateRecordings(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'update', ...rest };
    return await this._perform('updateRecordings', fieldsOfUpdateRecordings, ['recordplay_ok'], readDone, body, undefined, options, { idempotent: true });
  }

  async configure(params = {}, options = undefined) {
    checkParams(params);
    const { maxBitrate, keyframeInterval, ...rest } = params;
    const body = { request: 'configure', ...rest, 'video-bitrate-max': maxBitrate ?? rest['video-bitrate-max'], 'video-keyframe-interval': keyframeInterval ?? rest['video-keyframe-interval'] };
    return await this._perform('configure', fieldsOfConfigure, ['recordplay_configured'], readConfigured, body, undefined, options);
  }

  async record(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'record', ...rest };
    return await this._perform('record', fieldsOfRecord, [EVENT.RECORDPLAY_STATUS], readStatus, body, withE2ee(jsep, e2ee), options);
  }

  async play(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'play', ...rest };
    return await this._perform('play', fieldsOfPlay, [EVENT.RECORDPLAY_STATUS], readStatus, body, undefined, options);
  }

  async start(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'start', ...rest };
    return await this._perform('start', fieldsOfStart, [EVENT.RECORDPLAY_STATUS], readStatus, body, withE2ee(jsep, e2ee), options);
  }

  async pause(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'pause', ...rest };
    return await this._perform('pause', fieldsOfPause, [EVENT.RECORDPLAY_STATUS, EVENT.RECORDPLAY_NOTHING], readStatus, body, undefined, options);
  }

  async resume(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'resume', ...rest };
    return await this._perform('resume', fieldsOfResume, [EVENT.RECORDPLAY_STATUS, EVENT.RECORDPLAY_NOTHING], readStatus, body, undefined, options);
  }

  async stop(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'stop', ...rest };
    return await this._perform('stop', fieldsOfStop, [EVENT.RECORDPLAY_STATUS], readStatus, body, undefined, options);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.RECORDPLAY_ERROR;
    if (data.error !== undefined) return EVENT.RECORDPLAY_ERROR;
    if (data.result?.status === 'slow_link') return EVENT.RECORDPLAY_SLOW_LINK;
    if (data.result?.status === 'done') return EVENT.RECORDPLAY_DONE;
    if (data.result === 'done') return EVENT.RECORDPLAY_DONE;
    if (data.result?.status !== undefined) return EVENT.RECORDPLAY_STATUS;
    if (data.recordplay === 'list') return 'recordplay_list';
    if (data.recordplay === 'configure') return 'recordplay_configured';
    if (data.recordplay === 'ok') return 'recordplay_ok';
    if (data.recordplay === 'event') return EVENT.RECORDPLAY_NOTHING;
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.RECORDPLAY_ERROR:
        return pluginRefused(data);
      case EVENT.RECORDPLAY_SLOW_LINK:
        return readSlowLink(data, message);
      case EVENT.RECORDPLAY_DONE:
        return readFinished(data, message);
      case EVENT.RECORDPLAY_STATUS:
        return readStatus(data, message);
      case 'recordplay_list':
        return readRecordings(data, message);
      case 'recordplay_configured':
        return readConfigured(data, message);
      case 'recordplay_ok':
        return readDone(data, message);
      case EVENT.RECORDPLAY_NOTHING:
        return readStatus(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.recordplay', Handle: RecordPlayHandle, EVENT, ERROR };
