// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received } from '../index.js';

/** Sends a body to the script. The script defines the fields. */
export interface LuaAsk {
  /** The SDP that belongs to this message. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
  /** The fields that the script defines. */
  [field: string]: unknown;
}

/** A message of the script: a JSON object whose fields the script defines. */
export interface LuaMessage {
  /** The SDP that belongs to this message. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
  /** The fields that the script defines. */
  [field: string]: unknown;
}

/** The plugin's events. */
export declare const EVENT: {
  /** A message of the script that is a JSON object. */
  readonly LUA_MESSAGE: 'lua_message';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
};

/** The arguments of the listeners of each event. */
export interface LuaEvents extends HandleEvents {
  lua_message: [LuaMessage];
}

/** The Lua plugin. */
export declare class LuaHandle extends Handle<LuaEvents> {
  /**
   * Sends a body to the script. The script defines the fields.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/lua/struct.Ask.html)
   */
  ask(params?: LuaAsk, options?: CallOptions): Promise<LuaMessage>;
}

declare const plugin: {
  readonly id: 'janus.plugin.lua';
  readonly Handle: typeof LuaHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
