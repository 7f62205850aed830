// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  VIDEOCALL_ERROR: 'videocall_error',
  VIDEOCALL_INCOMING_CALL: 'videocall_incoming_call',
  VIDEOCALL_ACCEPTED: 'videocall_accepted',
  VIDEOCALL_UPDATE: 'videocall_update',
  VIDEOCALL_HANGUP: 'videocall_hangup',
  VIDEOCALL_SIMULCAST: 'videocall_simulcast',
  VIDEOCALL_SLOWLINK: 'videocall_slowlink',
  VIDEOCALL_REGISTERED: 'videocall_registered',
  VIDEOCALL_CALLING: 'videocall_calling',
  VIDEOCALL_SET: 'videocall_set',
  VIDEOCALL_LIST: 'videocall_list',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 470,
  INVALID_JSON: 471,
  INVALID_REQUEST: 472,
  REGISTER_FIRST: 473,
  INVALID_ELEMENT: 474,
  MISSING_ELEMENT: 475,
  USERNAME_TAKEN: 476,
  ALREADY_REGISTERED: 477,
  NO_SUCH_USERNAME: 478,
  USE_ECHO_TEST: 479,
  ALREADY_IN_CALL: 480,
  NO_CALL: 481,
  MISSING_SDP: 482,
  INVALID_SDP: 483,
  UNKNOWN_ERROR: 499,
});

const fieldsOfUsers = fields('videocall list');
const fieldsOfRegistered = fields('videocall event username');
const fieldsOfCalling = fields('videocall event username reason');
const fieldsOfIncomingCall = fields('videocall event username');
const fieldsOfAccepted = fields('videocall event username');
const fieldsOfUpdate = fields('videocall event');
const fieldsOfHangup = fields('videocall event username reason');
const fieldsOfSimulcast = fields('videocall event videocodec substream temporal');
const fieldsOfSlowLink = fields('videocall event media current-bitrate');
const fieldsOfDone = fields('videocall event');
const fieldsOfList = fields('request');
const fieldsOfRegister = fields('request username');
const fieldsOfCall = fields('request username');
const fieldsOfAccept = fields('request');
const fieldsOfSet = fields('request audio video bitrate record filename restart substream temporal fallback');
const fieldsOfHangupCall = fields('request reason');

function readUsers(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfUsers);
}

function readRegistered(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfRegistered);
}

function readCalling(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfCalling);
}

function readIncomingCall(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, event: _1, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfIncomingCall);
}

function readAccepted(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, event: _1, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfAccepted);
}

function readUpdate(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, event: _1, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfUpdate);
}

function readHangup(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfHangup);
}

function readSimulcast(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfSimulcast);
}

function readSlowLink(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, event: _1, 'current-bitrate': bitrate, ...rest } = data;
  if (bitrate !== undefined) rest.bitrate = bitrate;
  return withExtra(rest, data, fieldsOfSlowLink);
}

function readDone(data, message) {
  data = flatten(data, 'result');
  const { videocall: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfDone);
}

export class VideoCallHandle extends PluginHandle {
  async list(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', fieldsOfList, [EVENT.VIDEOCALL_LIST], readUsers, body, undefined, options, { idempotent: true });
  }

  async register(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'register', ...rest };
    return await this._perform('register', fieldsOfRegister, [EVENT.VIDEOCALL_REGISTERED], readRegistered, body, undefined, options);
  }

  async call(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'call', ...rest };
    return await this._perform('call', fieldsOfCall, [EVENT.VIDEOCALL_CALLING, EVENT.VIDEOCALL_HANGUP], readCalling, body, withE2ee(jsep, e2ee), options);
  }

  async accept(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'accept', ...rest };
    return await this._perform('accept', fieldsOfAccept, [EVENT.VIDEOCALL_ACCEPTED], readAccepted, body, withE2ee(jsep, e2ee), options);
  }

  async set(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'set', ...rest };
    return await this._perform('set', fieldsOfSet, [EVENT.VIDEOCALL_SET], readDone, body, withE2ee(jsep, e2ee), options, { needs_jsep: ['restart'] });
  }

  async hangupCall(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'hangup', ...rest };
    return await this._perform('hangupCall', fieldsOfHangupCall, [EVENT.VIDEOCALL_HANGUP], readHangup, body, undefined, options);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.VIDEOCALL_ERROR;
    if (data.error !== undefined) return EVENT.VIDEOCALL_ERROR;
    if (data.result?.event === 'incomingcall') return EVENT.VIDEOCALL_INCOMING_CALL;
    if (data.result?.event === 'accepted') return EVENT.VIDEOCALL_ACCEPTED;
    if (data.result?.event === 'update') return EVENT.VIDEOCALL_UPDATE;
    if (data.result?.event === 'hangup') return EVENT.VIDEOCALL_HANGUP;
    if (data.result?.event === 'simulcast') return EVENT.VIDEOCALL_SIMULCAST;
    if (data.result?.event === 'slow_link') return EVENT.VIDEOCALL_SLOWLINK;
    if (data.result?.event === 'registered') return EVENT.VIDEOCALL_REGISTERED;
    if (data.result?.event === 'calling') return EVENT.VIDEOCALL_CALLING;
    if (data.result?.event === 'set') return EVENT.VIDEOCALL_SET;
    if (data.result?.list !== undefined) return EVENT.VIDEOCALL_LIST;
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.VIDEOCALL_ERROR:
        return pluginRefused(data);
      case EVENT.VIDEOCALL_INCOMING_CALL:
        return readIncomingCall(data, message);
      case EVENT.VIDEOCALL_ACCEPTED:
        return readAccepted(data, message);
      case EVENT.VIDEOCALL_UPDATE:
        return readUpdate(data, message);
      case EVENT.VIDEOCALL_HANGUP:
        return readHangup(data, message);
      case EVENT.VIDEOCALL_SIMULCAST:
        return readSimulcast(data, message);
      case EVENT.VIDEOCALL_SLOWLINK:
        return readSlowLink(data, message);
      case EVENT.VIDEOCALL_REGISTERED:
        return readRegistered(data, message);
      case EVENT.VIDEOCALL_CALLING:
        return readCalling(data, message);
      case EVENT.VIDEOCALL_SET:
        return readDone(data, message);
      case EVENT.VIDEOCALL_LIST:
        return readUsers(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.videocall', Handle: VideoCallHandle, EVENT, ERROR };
