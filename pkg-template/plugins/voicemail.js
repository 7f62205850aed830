// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  VOICEMAIL_ERROR: 'voicemail_error',
  VOICEMAIL_STATUS: 'voicemail_status',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 460,
  INVALID_JSON: 461,
  INVALID_REQUEST: 462,
  MISSING_ELEMENT: 463,
  INVALID_ELEMENT: 464,
  ALREADY_RECORDING: 465,
  IO_ERROR: 466,
  LIBOGG_ERROR: 467,
  INVALID_STATE: 468,
  UNKNOWN_ERROR: 499,
});

const fieldsOfRecord = fields('request');
const fieldsOfUpdate = fields('request');
const fieldsOfStop = fields('request');
const fieldsOfStatus = fields('voicemail status recording');

function readStatus(data, message) {
  const { voicemail: _0, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfStatus);
}

export class VoiceMailHandle extends PluginHandle {
  async record(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'record', ...rest };
    return await this._perform('record', fieldsOfRecord, [EVENT.VOICEMAIL_STATUS], readStatus, body, withE2ee(jsep, e2ee), options, { needs_jsep: true });
  }

  async update(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'update', ...rest };
    return await this._perform('update', fieldsOfUpdate, [EVENT.VOICEMAIL_STATUS], readStatus, body, withE2ee(jsep, e2ee), options, { needs_jsep: true });
  }

  async stop(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'stop', ...rest };
    return await this._perform('stop', fieldsOfStop, [EVENT.VOICEMAIL_STATUS], readStatus, body, undefined, options);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.VOICEMAIL_ERROR;
    if (data.error !== undefined) return EVENT.VOICEMAIL_ERROR;
    if (data.status !== undefined) return EVENT.VOICEMAIL_STATUS;
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.VOICEMAIL_ERROR:
        return pluginRefused(data);
      case EVENT.VOICEMAIL_STATUS:
        return readStatus(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.voicemail', Handle: VoiceMailHandle, EVENT, ERROR };
