// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep } from '../index.js';

/** Asks the script for something. */
export interface DuktapeAsk {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Whatever the script says or understands. */
  [field: string]: unknown;
}

/** What the script says. */
export interface DuktapeMessage {
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
  readonly DUKTAPE_MESSAGE: 'duktape_message';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
};

/** What each event carries. */
export interface DuktapeEvents extends HandleEvents {
  duktape_message: [DuktapeMessage];
}

/** The Duktape plugin. */
export declare class DuktapeHandle extends Handle<DuktapeEvents> {
  /** Asks the script for something. */
  ask(params?: DuktapeAsk, options?: CallOptions): Promise<DuktapeMessage>;
}

declare const plugin: {
  readonly id: 'janus.plugin.duktape';
  readonly Handle: typeof DuktapeHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
