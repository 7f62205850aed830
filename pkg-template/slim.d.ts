import type { Configuration, ConnectOptions, EVENT as Events, Logger as Log, SlimConnection } from './index.js';

export { EVENT, Handle, JanusError, Logger, version } from './index.js';
export type * from './index.js';
export type { SlimConnection as Connection };

/** How to connect: by `ws://` and `wss://`. Other addresses, and the other options of `bifrons`, fail with `unsupported`. */
export type SlimConfiguration = Omit<Configuration, 'is_admin' | 'transport'>;

/**
 * Connects to a Janus server. The first connection fetches the engine.
 *
 * @param config one server, or a list of them for `key` to choose from
 * @throws JanusError as `connect` of `bifrons`; `unsupported` for what is not in this entry, or if the engine could not be fetched
 */
export declare function connect(
  config: SlimConfiguration | SlimConfiguration[],
  key?: string | number | null,
  options?: ConnectOptions,
): Promise<SlimConnection>;
export declare function connect(config: SlimConfiguration | SlimConfiguration[], options: ConnectOptions): Promise<SlimConnection>;

declare const Bifrons: { connect: typeof connect; Logger: typeof Log; EVENT: typeof Events };
export default Bifrons;
