// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** Asks the script for something. */
export interface LuaAsk {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Whatever the script says or understands. */
  [field: string]: unknown;
}

/** What the script says. */
export interface LuaMessage {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Whatever the script says or understands. */
  [field: string]: unknown;
}

/** The plugin's events. */
export declare const EVENT: {
  /** Anything. */
  readonly LUA_MESSAGE: 'lua_message';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
};

/** What each event carries. */
export interface LuaEvents extends HandleEvents {
  lua_message: [LuaMessage];
}

/** The Lua plugin. */
export declare class LuaHandle extends Handle<LuaEvents> {
  /** Asks the script for something. */
  ask(params?: LuaAsk, options?: CallOptions): Promise<LuaMessage>;
}

declare const plugin: {
  readonly id: 'janus.plugin.lua';
  readonly Handle: typeof LuaHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
