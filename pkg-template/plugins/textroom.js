// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';
import { Channel } from '../lib/channel.js';
import { ackParams } from '../lib/adaptors/textroom.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  TEXTROOM_ERROR: 'textroom_error',
  TEXTROOM_RESULT: 'textroom_result',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 411,
  INVALID_JSON: 412,
  MISSING_ELEMENT: 413,
  INVALID_ELEMENT: 414,
  INVALID_REQUEST: 415,
  ALREADY_SETUP: 416,
  NO_SUCH_ROOM: 417,
  ROOM_EXISTS: 418,
  UNAUTHORIZED: 419,
  USERNAME_EXISTS: 420,
  ALREADY_IN_ROOM: 421,
  NOT_IN_ROOM: 422,
  NO_SUCH_USER: 423,
  UNKNOWN_ERROR: 499,
});

const fieldsOfJoin = fields('room username display pin token history');
const fieldsOfLeave = fields('room');
const fieldsOfMessage = fields('room text to tos ack');
const fieldsOfJoined = fields('textroom participants');
const fieldsOfSent = fields('textroom sent');
const fieldsOfMessageReceived = fields('textroom room from display date text whisper');
const fieldsOfAnnouncementReceived = fields('textroom room date text');
const fieldsOfParticipantJoined = fields('textroom room username display');
const fieldsOfParticipantLeft = fields('textroom room username');
const fieldsOfDestroyed = fields('textroom room');
const fieldsOfCreate = fields('request room admin_key description is_private history secret pin post allowed permanent');
const fieldsOfEdit = fields('request room secret new_description new_secret new_pin new_post new_is_private permanent');
const fieldsOfDestroy = fields('request room secret permanent');
const fieldsOfExists = fields('request room');
const fieldsOfList = fields('request admin_key');
const fieldsOfListParticipants = fields('request room');
const fieldsOfAllow = fields('request room secret action allowed:list');
const fieldsOfKick = fields('request room username secret');
const fieldsOfAnnouncement = fields('request room text secret');
const fieldsOfNegotiation = fields('textroom result');
const fieldsOfCreated = fields('textroom room permanent');
const fieldsOfExistence = fields('textroom room exists');
const fieldsOfRooms = fields('textroom list');
const fieldsOfRoom = fields('room description pin_required num_participants history');
const fieldsOfParticipants = fields('textroom room participants');
const fieldsOfParticipant = fields('username display');
const fieldsOfAllowed = fields('textroom textbridge room allowed');
const fieldsOfDone = fields('textroom textbridge room');
const fieldsOfSetup = fields('request');
const fieldsOfAck = fields('request');
const fieldsOfRestart = fields('request');

function readJoined(data, message) {
  const { textroom: _0, ...rest } = data;
  if (rest.participants !== undefined) rest.participants = each(rest.participants, readParticipant, message);
  return withExtra(rest, data, fieldsOfJoined);
}

function readSent(data, message) {
  const { textroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfSent);
}

function readMessageReceived(data, message) {
  const { textroom: _0, ...rest } = data;
  if (typeof rest.whisper === 'number') rest.whisper = rest.whisper !== 0;
  return withExtra(rest, data, fieldsOfMessageReceived);
}

function readAnnouncementReceived(data, message) {
  const { textroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfAnnouncementReceived);
}

function readParticipantJoined(data, message) {
  const { textroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfParticipantJoined);
}

function readParticipantLeft(data, message) {
  const { textroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfParticipantLeft);
}

function readDestroyed(data, message) {
  const { textroom: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfDestroyed);
}

function readNegotiation(data, message) {
  const { textroom: _0, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfNegotiation);
}

function readCreated(data, message) {
  const { textroom: _0, ...rest } = data;
  if (typeof rest.permanent === 'number') rest.permanent = rest.permanent !== 0;
  return withExtra(rest, data, fieldsOfCreated);
}

function readExistence(data, message) {
  const { textroom: _0, ...rest } = data;
  if (typeof rest.exists === 'number') rest.exists = rest.exists !== 0;
  return withExtra(rest, data, fieldsOfExistence);
}

function readRooms(data, message) {
  const { textroom: _0, ...rest } = data;
  if (rest.list !== undefined) rest.list = each(rest.list, readRoom, message);
  return withExtra(rest, data, fieldsOfRooms);
}

function readRoom(data, message) {
  if (typeof data.pin_required === 'number') data.pin_required = data.pin_required !== 0;
  return withExtra(data, data, fieldsOfRoom);
}

function readParticipants(data, message) {
  const { textroom: _0, ...rest } = data;
  if (rest.participants !== undefined) rest.participants = each(rest.participants, readParticipant, message);
  return withExtra(rest, data, fieldsOfParticipants);
}

function readParticipant(data, message) {
  return withExtra(data, data, fieldsOfParticipant);
}

function readAllowed(data, message) {
  const { textroom: _0, textbridge: _1, allowed: list, ...rest } = data;
  if (list !== undefined) rest.list = list;
  return withExtra(rest, data, fieldsOfAllowed);
}

function readDone(data, message) {
  const { textroom: _0, textbridge: _1, ...rest } = data;
  return withExtra(rest, data, fieldsOfDone);
}

export class TextRoomHandle extends PluginHandle {
  async create(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'create', ...rest };
    return await this._perform('create', fieldsOfCreate, ['textroom_created'], readCreated, body, undefined, options);
  }

  async edit(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'edit', ...rest };
    return await this._perform('edit', fieldsOfEdit, ['textroom_edited'], readCreated, body, undefined, options);
  }

  async destroy(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'destroy', ...rest };
    return await this._perform('destroy', fieldsOfDestroy, ['textroom_destroyed'], readCreated, body, undefined, options);
  }

  async exists(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'exists', ...rest };
    return await this._perform('exists', fieldsOfExists, ['textroom_exists'], readExistence, body, undefined, options, { idempotent: true });
  }

  async list(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', fieldsOfList, ['textroom_list'], readRooms, body, undefined, options, { idempotent: true });
  }

  async listParticipants(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'listparticipants', ...rest };
    return await this._perform('listParticipants', fieldsOfListParticipants, ['textroom_participants_list'], readParticipants, body, undefined, options, { idempotent: true });
  }

  async allow(params = {}, options = undefined) {
    checkParams(params);
    const { list, ...rest } = params;
    const body = { request: 'allowed', ...rest, allowed: list ?? rest.allowed };
    return await this._perform('allow', fieldsOfAllow, ['textroom_success'], readAllowed, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async kick(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'kick', ...rest };
    return await this._perform('kick', fieldsOfKick, ['textroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'username'], params, data));
  }

  async announcement(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'announcement', ...rest };
    return await this._perform('announcement', fieldsOfAnnouncement, ['textroom_success'], readDone, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async setup(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'setup', ...rest };
    return await this._perform('setup', fieldsOfSetup, [EVENT.TEXTROOM_RESULT], readNegotiation, body, undefined, options);
  }

  async ack(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = ackParams(params, this);
    const body = { request: 'ack', ...rest };
    return await this._perform('ack', fieldsOfAck, [EVENT.TEXTROOM_RESULT], readNegotiation, body, withE2ee(jsep, e2ee), options, { needs_jsep: true });
  }

  async restart(params = {}, options = undefined) {
    checkParams(params);
    const { ...rest } = params;
    const body = { request: 'restart', ...rest };
    return await this._perform('restart', fieldsOfRestart, [EVENT.TEXTROOM_RESULT], readNegotiation, body, undefined, options);
  }

  /** @internal */
  _classify(data) {
    if (data.error_code !== undefined) return EVENT.TEXTROOM_ERROR;
    if (data.error !== undefined) return EVENT.TEXTROOM_ERROR;
    if (data.textroom === 'created') return 'textroom_created';
    if (data.textroom === 'edited') return 'textroom_edited';
    if (data.textroom === 'destroyed') return 'textroom_destroyed';
    if (data.textroom === 'event' && data.result !== undefined) return EVENT.TEXTROOM_RESULT;
    if (data.textroom === 'success' && data.exists !== undefined) return 'textroom_exists';
    if (data.textroom === 'success' && data.list !== undefined) return 'textroom_list';
    if (data.participants !== undefined) return 'textroom_participants_list';
    if (data.textroom === 'success') return 'textroom_success';
    if (data.textbridge === 'success') return 'textroom_success';
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.TEXTROOM_ERROR:
        return pluginRefused(data);
      case 'textroom_created':
        return readCreated(data, message);
      case 'textroom_edited':
        return readCreated(data, message);
      case 'textroom_destroyed':
        return readCreated(data, message);
      case EVENT.TEXTROOM_RESULT:
        return readNegotiation(data, message);
      case 'textroom_exists':
        return readExistence(data, message);
      case 'textroom_list':
        return readRooms(data, message);
      case 'textroom_participants_list':
        return readParticipants(data, message);
      case 'textroom_success':
        return readAllowed(data, message);
      default:
        return data;
    }
  }
}

export class TextRoomChannel extends Channel {
  static EVENT = Object.freeze({
    TEXTROOM_MESSAGE: 'textroom_message',
    TEXTROOM_ANNOUNCEMENT: 'textroom_announcement',
    TEXTROOM_JOIN: 'textroom_join',
    TEXTROOM_LEAVE: 'textroom_leave',
    TEXTROOM_KICKED: 'textroom_kicked',
    TEXTROOM_DESTROYED: 'textroom_destroyed',
    TEXTROOM_ERROR: 'textroom_error',
    TEXTROOM_OTHER: 'textroom_other',
  });

  async join(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('join', fieldsOfJoin, { ...rest }, readJoined, options);
  }

  async leave(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('leave', fieldsOfLeave, { ...rest }, readDone, options);
  }

  async message(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('message', fieldsOfMessage, { ...rest }, readSent, options);
  }

  async list(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('list', fieldsOfList, { ...rest }, readRooms, options);
  }

  async listParticipants(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('listparticipants', fieldsOfListParticipants, { ...rest }, readParticipants, options);
  }

  async exists(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('exists', fieldsOfExists, { ...rest }, readExistence, options);
  }

  async create(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('create', fieldsOfCreate, { ...rest }, readCreated, options);
  }

  async edit(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('edit', fieldsOfEdit, { ...rest }, readCreated, options);
  }

  async destroy(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('destroy', fieldsOfDestroy, { ...rest }, readCreated, options);
  }

  async allow(params = {}, options = undefined) {
    const { list, ...rest } = params;
    return this._request('allowed', fieldsOfAllow, { ...rest, allowed: list ?? rest.allowed }, readAllowed, options);
  }

  async kick(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('kick', fieldsOfKick, { ...rest }, readDone, options);
  }

  async announcement(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('announcement', fieldsOfAnnouncement, { ...rest }, readDone, options);
  }

  /** @internal */
  _describe(data) {
    switch (data.textroom) {
      case 'message':
        return ['textroom_message', readMessageReceived(data)];
      case 'announcement':
        return ['textroom_announcement', readAnnouncementReceived(data)];
      case 'join':
        return ['textroom_join', readParticipantJoined(data)];
      case 'leave':
        return ['textroom_leave', readParticipantLeft(data)];
      case 'kicked':
        return ['textroom_kicked', readParticipantLeft(data)];
      case 'destroyed':
        return ['textroom_destroyed', readDestroyed(data)];
      case 'error':
        return ['textroom_error', pluginRefused(data)];
      default:
        return ['textroom_other', data];
    }
  }
}

export default { id: 'janus.plugin.textroom', Handle: TextRoomHandle, EVENT, ERROR };
