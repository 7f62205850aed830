// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { JUDGED, PluginHandle, UNTIED, lift, nothing, pluginRefused, repeat, withE2ee, withJsep } from '../lib/plugin.js';
import { acceptResult, callResult, incomingEvent, progressEvent } from '../lib/adaptors/sip.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  SIP_ERROR: 'sip_error',
  SIP_REGISTERING: 'sip_registering',
  SIP_REGISTERED: 'sip_registered',
  SIP_REGISTRATION_FAILED: 'sip_registration_failed',
  SIP_UNREGISTERING: 'sip_unregistering',
  SIP_UNREGISTERED: 'sip_unregistered',
  SIP_CALLING: 'sip_calling',
  SIP_PROCEEDING: 'sip_proceeding',
  SIP_RINGING: 'sip_ringing',
  SIP_PROGRESS: 'sip_progress',
  SIP_ACCEPTED: 'sip_accepted',
  SIP_INCOMING: 'sip_incoming',
  SIP_UPDATINGCALL: 'sip_updatingcall',
  SIP_MISSED: 'sip_missed',
  SIP_HANGUP: 'sip_hangup',
  SIP_TRANSFER: 'sip_transfer',
  SIP_INFO: 'sip_info',
  SIP_MESSAGE: 'sip_message',
  SIP_MESSAGEDELIVERY: 'sip_messagedelivery',
  SIP_NOTIFY: 'sip_notify',
  SIP_SUBSCRIBE_SUCCEEDED: 'sip_subscribe_succeeded',
  SIP_SUBSCRIBE_FAILED: 'sip_subscribe_failed',
  SIP_DTMF: 'sip_dtmf',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 440,
  INVALID_JSON: 441,
  INVALID_REQUEST: 442,
  MISSING_ELEMENT: 443,
  INVALID_ELEMENT: 444,
  ALREADY_REGISTERED: 445,
  INVALID_ADDRESS: 446,
  WRONG_STATE: 447,
  MISSING_SDP: 448,
  LIBSOFIA_ERROR: 449,
  IO_ERROR: 450,
  RECORDING_ERROR: 451,
  TOO_STRICT: 452,
  HELPER_ERROR: 453,
  NO_SUCH_CALLID: 454,
  NO_SUCH_STREAM: 455,
  UNKNOWN_ERROR: 499,
});

function readRegistering(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readRegistered(data, message) {
  const { sip: _0, event: _1, username: user, ...rest } = lift(data, 'result');
  if (user !== undefined) rest.user = user;
  return rest;
}

function readUnregistered(data, message) {
  const { sip: _0, event: _1, username: user, ...rest } = lift(data, 'result');
  if (user !== undefined) rest.user = user;
  return rest;
}

function readRegistrationFailed(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readDeclined(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readDone(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readForwarding(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readForwardStopped(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readForwarders(data, message) {
  const { sip: _0, event: _1, rtp_forwarders: forwarders, ...rest } = lift(data, 'result');
  if (forwarders !== undefined) rest.forwarders = forwarders;
  return rest;
}

function readCalling(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readProceeding(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readRinging(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readEarlyMedia(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return withJsep(rest, message);
}

function readAccepted(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return withJsep(rest, message);
}

function readIncoming(data, message) {
  const { sip: _0, event: _1, displayname: display_name, ...rest } = lift(data, 'result');
  if (display_name !== undefined) rest.display_name = display_name;
  return withJsep(rest, message);
}

function readMissed(data, message) {
  const { sip: _0, event: _1, displayname: display_name, ...rest } = lift(data, 'result');
  if (display_name !== undefined) rest.display_name = display_name;
  return rest;
}

function readHungUp(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readTransferAsked(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readInfoReceived(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readMessageReceived(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readDelivery(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readNotification(data, message) {
  const { sip: _0, event: _1, 'content-type': content_type, ...rest } = lift(data, 'result');
  if (content_type !== undefined) rest.content_type = content_type;
  return rest;
}

function readSubscription(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

function readKey(data, message) {
  const { sip: _0, event: _1, ...rest } = lift(data, 'result');
  return rest;
}

export class SipHandle extends PluginHandle {
  async register(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'register', ...rest };
    return await this._perform('register', [EVENT.SIP_REGISTERED], readRegistered, body, undefined, options, { timeout_ms: 10000, ends: UNTIED, refusals: [EVENT.SIP_REGISTRATION_FAILED] }).then((data) => repeat(['username'], params, data));
  }

  async unregister(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'unregister', ...rest };
    return await this._perform('unregister', [EVENT.SIP_UNREGISTERED], readUnregistered, body, undefined, options, { timeout_ms: 10000, ends: UNTIED, refusals: [EVENT.SIP_REGISTRATION_FAILED] });
  }

  async subscribe(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'subscribe', ...rest };
    return await this._perform('subscribe', ['sip_subscribing'], readDone, body, undefined, options);
  }

  async unsubscribe(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'unsubscribe', ...rest };
    return await this._perform('unsubscribe', ['sip_unsubscribing'], readDone, body, undefined, options);
  }

  async call(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'call', ...rest };
    return callResult(await this._perform('call', [EVENT.SIP_ACCEPTED], readAccepted, body, withE2ee(jsep, e2ee), options, { timeout_ms: 120000, ends: UNTIED, refusals: [EVENT.SIP_HANGUP] }), params, this);
  }

  async accept(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'accept', ...rest };
    return acceptResult(await this._perform('accept', [EVENT.SIP_ACCEPTED, 'sip_accepting'], readAccepted, body, withE2ee(jsep, e2ee), options, { timeout_ms: 10000, ends: JUDGED }), params, this);
  }

  async progress(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'progress', ...rest };
    return await this._perform('progress', ['sip_progressed', 'sip_progressing'], readAccepted, body, withE2ee(jsep, e2ee), options, { timeout_ms: 10000, ends: JUDGED });
  }

  async sendRinging(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'send_ringing', ...rest };
    return await this._perform('sendRinging', ['sip_done'], readDone, body, undefined, options);
  }

  async decline(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'decline', ...rest };
    return await this._perform('decline', ['sip_declining'], readDeclined, body, undefined, options, { timeout_ms: 10000, unanswered: 'Janus leaves it without an answer when no call waits to be taken' });
  }

  async update(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'update', ...rest };
    return await this._perform('update', ['sip_updating', 'sip_updated'], readAccepted, body, withE2ee(jsep, e2ee), options);
  }

  async hold(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'hold', ...rest };
    return await this._perform('hold', ['sip_holding'], readDone, body, undefined, options, { timeout_ms: 10000, unanswered: 'Janus leaves it without an answer when there is no call, or while a change of it is under way' });
  }

  async unhold(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'unhold', ...rest };
    return await this._perform('unhold', ['sip_resuming'], readDone, body, undefined, options, { timeout_ms: 10000, unanswered: 'Janus leaves it without an answer when there is no call, or while a change of it is under way' });
  }

  async transfer(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'transfer', ...rest };
    return await this._perform('transfer', ['sip_transferring'], readDone, body, undefined, options);
  }

  async sip_hangup(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'hangup', ...rest };
    return await this._perform('sip_hangup', ['sip_hangingup'], readDone, body, undefined, options, { timeout_ms: 10000, unanswered: 'Janus leaves it without an answer when there is no call, or one that was not accepted' });
  }

  sipHangup(params, options) {
    return this.sip_hangup(params, options);
  }

  async reset(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'reset', ...rest };
    return await this._perform('reset', ['sip_reset'], readDone, body, undefined, options);
  }

  async recording(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'recording', ...rest };
    return await this._perform('recording', ['sip_recordingupdated'], readDone, body, undefined, options);
  }

  async info(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'info', ...rest };
    return await this._perform('info', ['sip_infosent'], readDone, body, undefined, options);
  }

  async sip_message(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'message', ...rest };
    return await this._perform('sip_message', ['sip_messagesent'], readDone, body, undefined, options);
  }

  sipMessage(params, options) {
    return this.sip_message(params, options);
  }

  async dtmfInfo(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'dtmf_info', ...rest };
    return await this._perform('dtmfInfo', ['sip_dtmfsent'], readDone, body, undefined, options);
  }

  async keyframe(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'keyframe', ...rest };
    return await this._perform('keyframe', ['sip_keyframesent'], readDone, body, undefined, options);
  }

  async startForward(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'rtp_forward', ...rest };
    return await this._perform('startForward', ['sip_rtp_forward'], readForwarding, body, undefined, options);
  }

  async stopForward(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'stop_rtp_forward', ...rest };
    return await this._perform('stopForward', ['sip_stop_rtp_forward'], readForwardStopped, body, undefined, options);
  }

  async listForward(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'listforwarders', ...rest };
    return await this._perform('listForward', ['sip_forwarders'], readForwarders, body, undefined, options);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.SIP_ERROR;
    if (data.error !== undefined) return EVENT.SIP_ERROR;
    if (data.result?.event === 'registering') return EVENT.SIP_REGISTERING;
    if (data.result?.event === 'registered') return EVENT.SIP_REGISTERED;
    if (data.result?.event === 'registration_failed') return EVENT.SIP_REGISTRATION_FAILED;
    if (data.result?.event === 'unregistering') return EVENT.SIP_UNREGISTERING;
    if (data.result?.event === 'unregistered') return EVENT.SIP_UNREGISTERED;
    if (data.result?.event === 'calling') return EVENT.SIP_CALLING;
    if (data.result?.event === 'proceeding') return EVENT.SIP_PROCEEDING;
    if (data.result?.event === 'ringing') return EVENT.SIP_RINGING;
    if (data.result?.event === 'progress') return EVENT.SIP_PROGRESS;
    if (data.result?.event === 'accepted') return EVENT.SIP_ACCEPTED;
    if (data.result?.event === 'incomingcall') return EVENT.SIP_INCOMING;
    if (data.result?.event === 'updatingcall') return EVENT.SIP_UPDATINGCALL;
    if (data.result?.event === 'missed_call') return EVENT.SIP_MISSED;
    if (data.result?.event === 'hangup') return EVENT.SIP_HANGUP;
    if (data.result?.event === 'transfer') return EVENT.SIP_TRANSFER;
    if (data.result?.event === 'info') return EVENT.SIP_INFO;
    if (data.result?.event === 'message') return EVENT.SIP_MESSAGE;
    if (data.result?.event === 'messagedelivery') return EVENT.SIP_MESSAGEDELIVERY;
    if (data.result?.event === 'notify') return EVENT.SIP_NOTIFY;
    if (data.result?.event === 'subscribe_succeeded') return EVENT.SIP_SUBSCRIBE_SUCCEEDED;
    if (data.result?.event === 'subscribe_failed') return EVENT.SIP_SUBSCRIBE_FAILED;
    if (data.result?.event === 'dtmf') return EVENT.SIP_DTMF;
    if (data.result?.event === 'accepting') return 'sip_accepting';
    if (data.result?.event === 'progressed') return 'sip_progressed';
    if (data.result?.event === 'progressing') return 'sip_progressing';
    if (data.result?.event === 'declining') return 'sip_declining';
    if (data.result?.event === 'updating') return 'sip_updating';
    if (data.result?.event === 'updated') return 'sip_updated';
    if (data.result?.event === 'holding') return 'sip_holding';
    if (data.result?.event === 'resuming') return 'sip_resuming';
    if (data.result?.event === 'transferring') return 'sip_transferring';
    if (data.result?.event === 'hangingup') return 'sip_hangingup';
    if (data.result?.event === 'recordingupdated') return 'sip_recordingupdated';
    if (data.result?.event === 'infosent') return 'sip_infosent';
    if (data.result?.event === 'messagesent') return 'sip_messagesent';
    if (data.result?.event === 'dtmfsent') return 'sip_dtmfsent';
    if (data.result?.event === 'keyframesent') return 'sip_keyframesent';
    if (data.result?.event === 'rtp_forward') return 'sip_rtp_forward';
    if (data.result?.event === 'stop_rtp_forward') return 'sip_stop_rtp_forward';
    if (data.result?.event === 'forwarders') return 'sip_forwarders';
    if (data.result?.event === 'subscribing') return 'sip_subscribing';
    if (data.result?.event === 'unsubscribing') return 'sip_unsubscribing';
    if (data.result?.event === 'reset') return 'sip_reset';
    if (data.sip === 'event' && data.result === undefined) return 'sip_done';
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.SIP_ERROR:
        return pluginRefused(data);
      case EVENT.SIP_REGISTERING:
        return readRegistering(data, message);
      case EVENT.SIP_REGISTERED:
        return readRegistered(data, message);
      case EVENT.SIP_REGISTRATION_FAILED:
        return readRegistrationFailed(data, message);
      case EVENT.SIP_UNREGISTERING:
        return readDone(data, message);
      case EVENT.SIP_UNREGISTERED:
        return readUnregistered(data, message);
      case EVENT.SIP_CALLING:
        return readCalling(data, message);
      case EVENT.SIP_PROCEEDING:
        return readProceeding(data, message);
      case EVENT.SIP_RINGING:
        return readRinging(data, message);
      case EVENT.SIP_PROGRESS:
        return progressEvent(readEarlyMedia(data, message), data, this);
      case EVENT.SIP_ACCEPTED:
        return readAccepted(data, message);
      case EVENT.SIP_INCOMING:
        return incomingEvent(readIncoming(data, message), data, this);
      case EVENT.SIP_UPDATINGCALL:
        return readIncoming(data, message);
      case EVENT.SIP_MISSED:
        return readMissed(data, message);
      case EVENT.SIP_HANGUP:
        return readHungUp(data, message);
      case EVENT.SIP_TRANSFER:
        return readTransferAsked(data, message);
      case EVENT.SIP_INFO:
        return readInfoReceived(data, message);
      case EVENT.SIP_MESSAGE:
        return readMessageReceived(data, message);
      case EVENT.SIP_MESSAGEDELIVERY:
        return readDelivery(data, message);
      case EVENT.SIP_NOTIFY:
        return readNotification(data, message);
      case EVENT.SIP_SUBSCRIBE_SUCCEEDED:
        return readSubscription(data, message);
      case EVENT.SIP_SUBSCRIBE_FAILED:
        return readSubscription(data, message);
      case EVENT.SIP_DTMF:
        return readKey(data, message);
      case 'sip_accepting':
        return readAccepted(data, message);
      case 'sip_progressed':
        return readAccepted(data, message);
      case 'sip_progressing':
        return readAccepted(data, message);
      case 'sip_declining':
        return readDeclined(data, message);
      case 'sip_updating':
        return readAccepted(data, message);
      case 'sip_updated':
        return readAccepted(data, message);
      case 'sip_holding':
        return readDone(data, message);
      case 'sip_resuming':
        return readDone(data, message);
      case 'sip_transferring':
        return readDone(data, message);
      case 'sip_hangingup':
        return readDone(data, message);
      case 'sip_recordingupdated':
        return readDone(data, message);
      case 'sip_infosent':
        return readDone(data, message);
      case 'sip_messagesent':
        return readDone(data, message);
      case 'sip_dtmfsent':
        return readDone(data, message);
      case 'sip_keyframesent':
        return readDone(data, message);
      case 'sip_rtp_forward':
        return readForwarding(data, message);
      case 'sip_stop_rtp_forward':
        return readForwardStopped(data, message);
      case 'sip_forwarders':
        return readForwarders(data, message);
      case 'sip_subscribing':
        return readDone(data, message);
      case 'sip_unsubscribing':
        return readDone(data, message);
      case 'sip_reset':
        return readDone(data, message);
      case 'sip_done':
        return readDone(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.sip', Handle: SipHandle, EVENT, ERROR };
