// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received } from '../index.js';

/** Sends a body to the script. The script defines the fields. */
export interface DuktapeAsk {
  /** The SDP that belongs to this message. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
  /** The fields that the script defines. */
  [field: string]: unknown;
}

/** A message of the script: a JSON object whose fields the script defines. */
export interface DuktapeMessage {
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
  readonly DUKTAPE_MESSAGE: 'duktape_message';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
};

/** The arguments of the listeners of each event. */
export interface DuktapeEvents extends HandleEvents {
  duktape_message: [DuktapeMessage];
}

/** The Duktape plugin. */
export declare class DuktapeHandle extends Handle<DuktapeEvents> {
  /**
   * Sends a body to the script. The script defines the fields.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/duktape/struct.Ask.html)
   */
  ask(params?: DuktapeAsk, options?: CallOptions): Promise<DuktapeMessage>;
}

declare const plugin: {
  readonly id: 'janus.plugin.duktape';
  readonly Handle: typeof DuktapeHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
