/** Options of a listener. */
export interface ListenOptions {
  /** Removes the listener when it aborts. */
  signal?: AbortSignal;
}

/** What has events. The error of a listener that throws is reported as an uncaught one. */
export declare class Emitter<Events extends Record<keyof Events, unknown>> {
  /** Adds a listener; the same listener is added once. */
  on<Name extends keyof Events & string>(event: Name, listener: (data: Events[Name]) => void, options?: ListenOptions): this;
  /** Adds a listener that is removed at its first event. */
  once<Name extends keyof Events & string>(event: Name, listener: (data: Events[Name]) => void, options?: ListenOptions): this;
  /** Removes a listener. */
  off<Name extends keyof Events & string>(event: Name, listener: (data: Events[Name]) => void): this;
  /** @internal */
  _emit(event: string, ...args: unknown[]): void;
}
