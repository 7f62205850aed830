// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';
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
  SIP_ACCEPTING: 'sip_accepting',
  SIP_PROGRESSED: 'sip_progressed',
  SIP_DECLINING: 'sip_declining',
  SIP_UPDATING: 'sip_updating',
  SIP_UPDATED: 'sip_updated',
  SIP_HOLDING: 'sip_holding',
  SIP_RESUMING: 'sip_resuming',
  SIP_TRANSFERRING: 'sip_transferring',
  SIP_HANGINGUP: 'sip_hangingup',
  SIP_RECORDINGUPDATED: 'sip_recordingupdated',
  SIP_INFOSENT: 'sip_infosent',
  SIP_MESSAGESENT: 'sip_messagesent',
  SIP_DTMFSENT: 'sip_dtmfsent',
  SIP_KEYFRAMESENT: 'sip_keyframesent',
  SIP_RTP_FORWARD: 'sip_rtp_forward',
  SIP_STOP_RTP_FORWARD: 'sip_stop_rtp_forward',
  SIP_FORWARDERS: 'sip_forwarders',
  SIP_SUBSCRIBING: 'sip_subscribing',
  SIP_UNSUBSCRIBING: 'sip_unsubscribing',
  SIP_RESET: 'sip_reset',
  SIP_DONE: 'sip_done',
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

const fieldsOfRegister = fields('request username type send_register secret ha1_secret authuser display_name user_agent proxy outbound_proxy register_ttl sips force_udp force_tcp rfc2543_cancel refresh headers contact_params incoming_header_prefixes automatic_ringing master_id');
const fieldsOfUnregister = fields('request');
const fieldsOfSubscribe = fields('request event to accept subscribe_ttl call_id headers content content_type');
const fieldsOfUnsubscribe = fields('request event to');
const fieldsOfCall = fields('request uri call_id headers srtp srtp_profile autoaccept_reinvites refer_id secret ha1_secret authuser');
const fieldsOfAccept = fields('request srtp srtp_profile headers autoaccept_reinvites');
const fieldsOfProgress = fields('request srtp srtp_profile headers autoaccept_reinvites');
const fieldsOfSendRinging = fields('request');
const fieldsOfDecline = fields('request code headers refer_id');
const fieldsOfUpdate = fields('request');
const fieldsOfHold = fields('request direction');
const fieldsOfUnhold = fields('request');
const fieldsOfTransfer = fields('request uri replace');
const fieldsOfSipHangup = fields('request headers');
const fieldsOfReset = fields('request');
const fieldsOfCalling = fields('sip event call_id');
const fieldsOfProceeding = fields('sip event call_id code');
const fieldsOfRinging = fields('sip event call_id headers');
const fieldsOfEarlyMedia = fields('sip event call_id username headers');
const fieldsOfAccepted = fields('sip event call_id username isfocus headers');
const fieldsOfIncoming = fields('sip event call_id username displayname callee referred_by replaces isfocus srtp headers');
const fieldsOfMissed = fields('sip event call_id caller displayname callee');
const fieldsOfHungUp = fields('sip event call_id code reason reason_header reason_header_protocol reason_header_cause headers');
const fieldsOfTransferRequested = fields('sip event refer_id refer_to referred_by replaces headers');
const fieldsOfInfoReceived = fields('sip event call_id sender displayname type content headers');
const fieldsOfMessageReceived = fields('sip event call_id sender displayname content_type content headers');
const fieldsOfDelivery = fields('sip event call_id code reason');
const fieldsOfNotification = fields('sip event call_id notify substate content-type content headers');
const fieldsOfSubscription = fields('sip event call_id code reason expires headers');
const fieldsOfDtmfTone = fields('sip event call_id sender signal duration');
const fieldsOfRecording = fields('request action audio video peer_audio peer_video send_peer_pli filename');
const fieldsOfInfo = fields('request type content headers');
const fieldsOfSipMessage = fields('request content content_type uri call_id headers');
const fieldsOfDtmfInfo = fields('request digit duration headers');
const fieldsOfKeyframe = fields('request user peer');
const fieldsOfForwardedStream = fields('type host port host_family pt ssrc srtp_suite srtp_crypto');
const fieldsOfStartForward = fields('request streams', { streams: fieldsOfForwardedStream });
const fieldsOfStopForward = fields('request stream_id');
const fieldsOfListForward = fields('request');
const fieldsOfRegistering = fields('sip event unique_id');
const fieldsOfRegistered = fields('sip event username register_sent master_id helper headers unique_id');
const fieldsOfUnregistered = fields('sip event username headers');
const fieldsOfRegistrationFailed = fields('sip event code reason headers');
const fieldsOfDeclined = fields('sip event call_id code refer_id');
const fieldsOfDone = fields('sip event call_id');
const fieldsOfForwarding = fields('sip event call_id forwarders');
const fieldsOfForwarder = fields('stream_id type host port media pt ssrc srtp');
const fieldsOfForwardStopped = fields('sip event call_id stream_id');
const fieldsOfForwarders = fields('sip event call_id rtp_forwarders');

function readCalling(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfCalling);
}

function readProceeding(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfProceeding);
}

function readRinging(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfRinging);
}

function readEarlyMedia(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfEarlyMedia);
}

function readAccepted(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  if (typeof rest.isfocus === 'number') rest.isfocus = rest.isfocus !== 0;
  return withExtra(withJsep(rest, message), data, fieldsOfAccepted);
}

function readIncoming(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, displayname: display_name, ...rest } = data;
  if (display_name !== undefined) rest.display_name = display_name;
  if (typeof rest.isfocus === 'number') rest.isfocus = rest.isfocus !== 0;
  return withExtra(withJsep(rest, message), data, fieldsOfIncoming);
}

function readMissed(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, displayname: display_name, ...rest } = data;
  if (display_name !== undefined) rest.display_name = display_name;
  return withExtra(rest, data, fieldsOfMissed);
}

function readHungUp(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfHungUp);
}

function readTransferRequested(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfTransferRequested);
}

function readInfoReceived(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfInfoReceived);
}

function readMessageReceived(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfMessageReceived);
}

function readDelivery(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfDelivery);
}

function readNotification(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, 'content-type': content_type, ...rest } = data;
  if (content_type !== undefined) rest.content_type = content_type;
  return withExtra(rest, data, fieldsOfNotification);
}

function readSubscription(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfSubscription);
}

function readDtmfTone(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfDtmfTone);
}

function readRegistering(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfRegistering);
}

function readRegistered(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, username: user, ...rest } = data;
  if (user !== undefined) rest.user = user;
  if (typeof rest.register_sent === 'number') rest.register_sent = rest.register_sent !== 0;
  if (typeof rest.helper === 'number') rest.helper = rest.helper !== 0;
  return withExtra(rest, data, fieldsOfRegistered);
}

function readUnregistered(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, username: user, ...rest } = data;
  if (user !== undefined) rest.user = user;
  return withExtra(rest, data, fieldsOfUnregistered);
}

function readRegistrationFailed(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfRegistrationFailed);
}

function readDeclined(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfDeclined);
}

function readDone(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfDone);
}

function readForwarding(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  if (rest.forwarders !== undefined) rest.forwarders = each(rest.forwarders, readForwarder, message);
  return withExtra(rest, data, fieldsOfForwarding);
}

function readForwarder(data, message) {
  if (typeof data.srtp === 'number') data.srtp = data.srtp !== 0;
  return withExtra(data, data, fieldsOfForwarder);
}

function readForwardStopped(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfForwardStopped);
}

function readForwarders(data, message) {
  data = flatten(data, 'result');
  const { sip: _0, event: _1, rtp_forwarders: forwarders, ...rest } = data;
  if (forwarders !== undefined) rest.forwarders = forwarders;
  if (rest.forwarders !== undefined) rest.forwarders = each(rest.forwarders, readForwarder, message);
  return withExtra(rest, data, fieldsOfForwarders);
}

export class SipHandle extends PluginHandle {
  async register(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'register', ...rest };
    return await this._perform('register', fieldsOfRegister, [EVENT.SIP_REGISTERED], readRegistered, body, undefined, options, { timeout_ms: 10000, completion: UNCORRELATED, refusal_events: [EVENT.SIP_REGISTRATION_FAILED] }).then((data) => repeat(['username'], params, data));
  }

  async unregister(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'unregister', ...rest };
    return await this._perform('unregister', fieldsOfUnregister, [EVENT.SIP_UNREGISTERED], readUnregistered, body, undefined, options, { timeout_ms: 10000, completion: UNCORRELATED, refusal_events: [EVENT.SIP_REGISTRATION_FAILED] });
  }

  async subscribe(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'subscribe', ...rest };
    return await this._perform('subscribe', fieldsOfSubscribe, [EVENT.SIP_SUBSCRIBING], readDone, body, undefined, options);
  }

  async unsubscribe(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'unsubscribe', ...rest };
    return await this._perform('unsubscribe', fieldsOfUnsubscribe, [EVENT.SIP_UNSUBSCRIBING], readDone, body, undefined, options);
  }

  async call(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'call', ...rest };
    return callResult(await this._perform('call', fieldsOfCall, [EVENT.SIP_ACCEPTED], readAccepted, body, withE2ee(jsep, e2ee), options, { timeout_ms: 120000, completion: UNCORRELATED, refusal_events: [EVENT.SIP_HANGUP] }), params, this);
  }

  async accept(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'accept', ...rest };
    return acceptResult(await this._perform('accept', fieldsOfAccept, [EVENT.SIP_ACCEPTED, EVENT.SIP_ACCEPTING], readAccepted, body, withE2ee(jsep, e2ee), options, { timeout_ms: 10000, completion: PLUGIN_DECIDES }), params, this);
  }

  async progress(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'progress', ...rest };
    return await this._perform('progress', fieldsOfProgress, [EVENT.SIP_PROGRESSED], readAccepted, body, withE2ee(jsep, e2ee), options, { timeout_ms: 10000, completion: PLUGIN_DECIDES, since: 1301 });
  }

  async sendRinging(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'send_ringing', ...rest };
    return await this._perform('sendRinging', fieldsOfSendRinging, [EVENT.SIP_DONE], readDone, body, undefined, options, { since: 1303 });
  }

  async decline(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'decline', ...rest };
    return await this._perform('decline', fieldsOfDecline, [EVENT.SIP_DECLINING, EVENT.SIP_HANGUP], readDeclined, body, undefined, options, { timeout_ms: 10000, completion: UNCORRELATED, also_emitted: [EVENT.SIP_HANGUP], timeout_hint: 'Janus does not respond to decline when there is no incoming call' });
  }

  async update(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { request: 'update', ...rest };
    return await this._perform('update', fieldsOfUpdate, [EVENT.SIP_UPDATING, EVENT.SIP_UPDATED], readAccepted, body, withE2ee(jsep, e2ee), options);
  }

  async hold(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'hold', ...rest };
    return await this._perform('hold', fieldsOfHold, [EVENT.SIP_HOLDING], readDone, body, undefined, options, { timeout_ms: 10000, timeout_hint: 'Janus does not respond when there is no call, or while another change of the call is pending' });
  }

  async unhold(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'unhold', ...rest };
    return await this._perform('unhold', fieldsOfUnhold, [EVENT.SIP_RESUMING], readDone, body, undefined, options, { timeout_ms: 10000, timeout_hint: 'Janus does not respond when there is no call, or while another change of the call is pending' });
  }

  async transfer(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'transfer', ...rest };
    return await this._perform('transfer', fieldsOfTransfer, [EVENT.SIP_TRANSFERRING], readDone, body, undefined, options);
  }

  async sip_hangup(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'hangup', ...rest };
    return await this._perform('sip_hangup', fieldsOfSipHangup, [EVENT.SIP_HANGINGUP], readDone, body, undefined, options, { timeout_ms: 10000, timeout_hint: 'Janus does not respond to hangup when there is no call, or the call was not accepted' });
  }

  sipHangup(params, options) {
    return this.sip_hangup(params, options);
  }

  async reset(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'reset', ...rest };
    return await this._perform('reset', fieldsOfReset, [EVENT.SIP_RESET], readDone, body, undefined, options);
  }

  async recording(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'recording', ...rest };
    return await this._perform('recording', fieldsOfRecording, [EVENT.SIP_RECORDINGUPDATED], readDone, body, undefined, options);
  }

  async info(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'info', ...rest };
    return await this._perform('info', fieldsOfInfo, [EVENT.SIP_INFOSENT], readDone, body, undefined, options);
  }

  async sip_message(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'message', ...rest };
    return await this._perform('sip_message', fieldsOfSipMessage, [EVENT.SIP_MESSAGESENT], readDone, body, undefined, options);
  }

  sipMessage(params, options) {
    return this.sip_message(params, options);
  }

  async dtmfInfo(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'dtmf_info', ...rest };
    return await this._perform('dtmfInfo', fieldsOfDtmfInfo, [EVENT.SIP_DTMFSENT], readDone, body, undefined, options);
  }

  async keyframe(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'keyframe', ...rest };
    return await this._perform('keyframe', fieldsOfKeyframe, [EVENT.SIP_KEYFRAMESENT], readDone, body, undefined, options, { since: 1301 });
  }

  async startForward(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'rtp_forward', ...rest };
    return await this._perform('startForward', fieldsOfStartForward, [EVENT.SIP_RTP_FORWARD], readForwarding, body, undefined, options, { since: 1400 });
  }

  async stopForward(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'stop_rtp_forward', ...rest };
    return await this._perform('stopForward', fieldsOfStopForward, [EVENT.SIP_STOP_RTP_FORWARD], readForwardStopped, body, undefined, options, { since: 1400 });
  }

  async listForward(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'listforwarders', ...rest };
    return await this._perform('listForward', fieldsOfListForward, [EVENT.SIP_FORWARDERS], readForwarders, body, undefined, options, { since: 1400 });
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
    if (data.result?.event === 'accepting') return EVENT.SIP_ACCEPTING;
    if (data.result?.event === 'progressed') return EVENT.SIP_PROGRESSED;
    if (data.result?.event === 'declining') return EVENT.SIP_DECLINING;
    if (data.result?.event === 'updating') return EVENT.SIP_UPDATING;
    if (data.result?.event === 'updated') return EVENT.SIP_UPDATED;
    if (data.result?.event === 'holding') return EVENT.SIP_HOLDING;
    if (data.result?.event === 'resuming') return EVENT.SIP_RESUMING;
    if (data.result?.event === 'transferring') return EVENT.SIP_TRANSFERRING;
    if (data.result?.event === 'hangingup') return EVENT.SIP_HANGINGUP;
    if (data.result?.event === 'recordingupdated') return EVENT.SIP_RECORDINGUPDATED;
    if (data.result?.event === 'infosent') return EVENT.SIP_INFOSENT;
    if (data.result?.event === 'messagesent') return EVENT.SIP_MESSAGESENT;
    if (data.result?.event === 'dtmfsent') return EVENT.SIP_DTMFSENT;
    if (data.result?.event === 'keyframesent') return EVENT.SIP_KEYFRAMESENT;
    if (data.result?.event === 'rtp_forward') return EVENT.SIP_RTP_FORWARD;
    if (data.result?.event === 'stop_rtp_forward') return EVENT.SIP_STOP_RTP_FORWARD;
    if (data.result?.event === 'forwarders') return EVENT.SIP_FORWARDERS;
    if (data.result?.event === 'subscribing') return EVENT.SIP_SUBSCRIBING;
    if (data.result?.event === 'unsubscribing') return EVENT.SIP_UNSUBSCRIBING;
    if (data.result?.event === 'reset') return EVENT.SIP_RESET;
    if (data.sip === 'event' && data.result === undefined) return EVENT.SIP_DONE;
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
        return readTransferRequested(data, message);
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
        return readDtmfTone(data, message);
      case EVENT.SIP_ACCEPTING:
        return readAccepted(data, message);
      case EVENT.SIP_PROGRESSED:
        return readAccepted(data, message);
      case EVENT.SIP_DECLINING:
        return readDeclined(data, message);
      case EVENT.SIP_UPDATING:
        return readAccepted(data, message);
      case EVENT.SIP_UPDATED:
        return readAccepted(data, message);
      case EVENT.SIP_HOLDING:
        return readDone(data, message);
      case EVENT.SIP_RESUMING:
        return readDone(data, message);
      case EVENT.SIP_TRANSFERRING:
        return readDone(data, message);
      case EVENT.SIP_HANGINGUP:
        return readDone(data, message);
      case EVENT.SIP_RECORDINGUPDATED:
        return readDone(data, message);
      case EVENT.SIP_INFOSENT:
        return readDone(data, message);
      case EVENT.SIP_MESSAGESENT:
        return readDone(data, message);
      case EVENT.SIP_DTMFSENT:
        return readDone(data, message);
      case EVENT.SIP_KEYFRAMESENT:
        return readDone(data, message);
      case EVENT.SIP_RTP_FORWARD:
        return readForwarding(data, message);
      case EVENT.SIP_STOP_RTP_FORWARD:
        return readForwardStopped(data, message);
      case EVENT.SIP_FORWARDERS:
        return readForwarders(data, message);
      case EVENT.SIP_SUBSCRIBING:
        return readDone(data, message);
      case EVENT.SIP_UNSUBSCRIBING:
        return readDone(data, message);
      case EVENT.SIP_RESET:
        return readDone(data, message);
      case EVENT.SIP_DONE:
        return readDone(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.sip', Handle: SipHandle, EVENT, ERROR };
