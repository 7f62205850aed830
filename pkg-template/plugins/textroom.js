// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, each, inside, flatten, nothing, pluginRefused, repeat, withE2ee, withJsep } from '../lib/plugin.js';
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

function readJoined(data, message) {
  const { textroom: _0, ...rest } = data;
  return rest;
}

function readSent(data, message) {
  const { textroom: _0, ...rest } = data;
  return rest;
}

function readMessageReceived(data, message) {
  const { textroom: _0, ...rest } = data;
  if (typeof rest.whisper === 'number') rest.whisper = rest.whisper !== 0;
  return rest;
}

function readAnnouncementReceived(data, message) {
  const { textroom: _0, ...rest } = data;
  return rest;
}

function readParticipantJoined(data, message) {
  const { textroom: _0, ...rest } = data;
  return rest;
}

function readParticipantLeft(data, message) {
  const { textroom: _0, ...rest } = data;
  return rest;
}

function readDestroyed(data, message) {
  const { textroom: _0, ...rest } = data;
  return rest;
}

function readNegotiation(data, message) {
  const { textroom: _0, ...rest } = data;
  return withJsep(rest, message);
}

function readCreated(data, message) {
  const { textroom: _0, ...rest } = data;
  if (typeof rest.permanent === 'number') rest.permanent = rest.permanent !== 0;
  return rest;
}

function readExistence(data, message) {
  const { textroom: _0, ...rest } = data;
  if (typeof rest.exists === 'number') rest.exists = rest.exists !== 0;
  return rest;
}

function readRooms(data, message) {
  const { textroom: _0, ...rest } = data;
  if (rest.list !== undefined) rest.list = each(rest.list, readRoom, message);
  return rest;
}

function readRoom(data, message) {
  if (typeof data.pin_required === 'number') data.pin_required = data.pin_required !== 0;
  return data;
}

function readParticipants(data, message) {
  const { textroom: _0, ...rest } = data;
  return rest;
}

function readAllowed(data, message) {
  const { textroom: _0, textbridge: _1, allowed: list, ...rest } = data;
  if (list !== undefined) rest.list = list;
  return rest;
}

function readDone(data, message) {
  const { textroom: _0, textbridge: _1, ...rest } = data;
  return rest;
}

export class TextRoomHandle extends PluginHandle {
  async create(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'create', ...rest };
    return await this._perform('create', ['textroom_created'], readCreated, body, undefined, options);
  }

  async edit(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'edit', ...rest };
    return await this._perform('edit', ['textroom_edited'], readCreated, body, undefined, options);
  }

  async destroy(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'destroy', ...rest };
    return await this._perform('destroy', ['textroom_destroyed'], readCreated, body, undefined, options);
  }

  async exists(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'exists', ...rest };
    return await this._perform('exists', ['textroom_exists'], readExistence, body, undefined, options, { idempotent: true });
  }

  async list(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'list', ...rest };
    return await this._perform('list', ['textroom_list'], readRooms, body, undefined, options, { idempotent: true });
  }

  async listParticipants(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'listparticipants', ...rest };
    return await this._perform('listParticipants', ['textroom_participants_list'], readParticipants, body, undefined, options, { idempotent: true });
  }

  async allow(params = {}, options = undefined) {
    const { list, ...rest } = params;
    const body = { request: 'allowed', ...rest, allowed: list };
    return await this._perform('allow', ['textroom_success'], readAllowed, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async kick(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'kick', ...rest };
    return await this._perform('kick', ['textroom_success'], readDone, body, undefined, options).then((data) => repeat(['room', 'username'], params, data));
  }

  async announcement(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'announcement', ...rest };
    return await this._perform('announcement', ['textroom_success'], readDone, body, undefined, options).then((data) => repeat(['room'], params, data));
  }

  async setup(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'setup', ...rest };
    return await this._perform('setup', [EVENT.TEXTROOM_RESULT], readNegotiation, body, undefined, options);
  }

  async ack(params = {}, options = undefined) {
    const { jsep, e2ee, ...rest } = ackParams(params, this);
    const body = { request: 'ack', ...rest };
    return await this._perform('ack', [EVENT.TEXTROOM_RESULT], readNegotiation, body, withE2ee(jsep, e2ee), options, { needs_jsep: true });
  }

  async restart(params = {}, options = undefined) {
    const { ...rest } = params;
    const body = { request: 'restart', ...rest };
    return await this._perform('restart', [EVENT.TEXTROOM_RESULT], readNegotiation, body, undefined, options);
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
    return this._request('join', { ...rest }, readJoined, options);
  }

  async leave(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('leave', { ...rest }, readDone, options);
  }

  async message(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('message', { ...rest }, readSent, options);
  }

  async list(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('list', { ...rest }, readRooms, options);
  }

  async listParticipants(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('listparticipants', { ...rest }, readParticipants, options);
  }

  async exists(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('exists', { ...rest }, readExistence, options);
  }

  async create(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('create', { ...rest }, readCreated, options);
  }

  async edit(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('edit', { ...rest }, readCreated, options);
  }

  async destroy(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('destroy', { ...rest }, readCreated, options);
  }

  async allow(params = {}, options = undefined) {
    const { list, ...rest } = params;
    return this._request('allowed', { ...rest, allowed: list }, readAllowed, options);
  }

  async kick(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('kick', { ...rest }, readDone, options);
  }

  async announcement(params = {}, options = undefined) {
    const { ...rest } = params;
    return this._request('announcement', { ...rest }, readDone, options);
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
