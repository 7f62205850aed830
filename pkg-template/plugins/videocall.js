// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, each, inside, flatten, nothing, pluginRefused, repeat, withE2ee, withJsep } from '../lib/plugin.js';

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

function readUsers(data, message) {
  const { videocall: _0, ...rest } = flatten(data, 'result');
  return rest;
}

function readRegistered(data, message) {
  const { videocall: _0, event: _1, ...rest } = flatten(data, 'result');
  return rest;
}

function readCalling(data, message) {
  const { videocall: _0, ...rest } = flatten(data, 'result');
  return rest;
}

function readIncomingCall(data, message) {
  const { videocall: _0, event: _1, ...rest } = flatten(data, 'result');
  return withJsep(rest, message);
}

function readAccepted(data, message) {
  const { videocall: _0, event: _1, ...rest } = flatten(data, 'result');
  return withJsep(rest, message);
}

function readUpdate(data, message) {
  const { videocall: _0, event: _1, ...rest } = flatten(data, 'result');
  return withJsep(rest, message);
}

function readHangup(data, message) {
  const { videocall: _0, event: _1, ...rest } = flatten(data, 'result');
  return rest;
}

function readSimulcast(data, message) {
  const { videocall: _0, event: _1, ...rest } = flatten(data, 'result');
  return rest;
}

function readSlowLink(data, message) {
  const { videocall: _0, event: _1, 'current-bitrate': bitrate, ...rest } = flatten(data, 'result');
  if (bitrate !== undefined) rest.bitrate = bitrate;
  return rest;
}

function readDone(data, message) {
  const { videocall: _0, event: _1, ...rest } = flatten(data, 'result');
  return rest;
}

export class VideoCallHandle extends PluginHandle {
  async list(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', [EVENT.VIDEOCALL_LIST], readUsers, body, undefined, options, { idempotent: true });
  }

  async register(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'register', ...rest };
    return await this._perform('register', [EVENT.VIDEOCALL_REGISTERED], readRegistered, body, undefined, options);
  }

  async call(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'call', ...rest };
    return await this._perform('call', [EVENT.VIDEOCALL_CALLING, EVENT.VIDEOCALL_HANGUP], readCalling, body, withE2ee(jsep, e2ee), options);
  }

  async accept(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'accept', ...rest };
    return await this._perform('accept', [EVENT.VIDEOCALL_ACCEPTED], readAccepted, body, withE2ee(jsep, e2ee), options);
  }

  async set(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'set', ...rest };
    return await this._perform('set', [EVENT.VIDEOCALL_SET], readDone, body, withE2ee(jsep, e2ee), options, { needs_jsep: ['restart'] });
  }

  async hangupCall(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'hangup', ...rest };
    return await this._perform('hangupCall', [EVENT.VIDEOCALL_HANGUP], readHangup, body, undefined, options);
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
