// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  LUA_MESSAGE: 'lua_message',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
});

function readMessage(data, message) {
  const { ...rest } = data;
  return withJsep(rest, message);
}

export class LuaHandle extends PluginHandle {
  async ask(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = params;
    const body = { ...rest };
    return await this._perform('ask', undefined, [EVENT.LUA_MESSAGE], readMessage, body, withE2ee(jsep, e2ee), options);
  }

  /** @internal */
  _classify(data) {
    return EVENT.LUA_MESSAGE;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.LUA_MESSAGE:
        return readMessage(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.lua', Handle: LuaHandle, EVENT, ERROR };
