/** Until when a token is good, and for what. */
export interface TokenContents {
  /** UNIX time in seconds. */
  expires: number;
  /** `janus` for the API, the plugin's package name for rooms, such as `janus.plugin.videoroom`. */
  realm: string;
  /** What it is good for: the plugins' package names, or `room=ID`. */
  descriptors: string[];
}

/** How long a token is good, by `expires` or by `valid_s`. */
export interface TokenLife {
  /** UNIX time in seconds, or a date. */
  expires?: number | Date;
  /** Seconds from now. */
  valid_s?: number;
}

/**
 * A signed token for the API: its holder may use Janus until it expires, and attach to the
 * plugins that it names. The secret is Janus's `token_auth_secret` and stays on the server.
 *
 * A token opens every request of its plugins. Those of EchoTest (`filename`) and VideoRoom (`rec_dir`) write files on
 * Janus's host: set `protected_folders` in `janus.jcfg` and the plugins' `admin_key` before a page gets a token.
 *
 * ```js
 * import { signToken } from 'bifrons/token';
 * const token = signToken(process.env.TOKEN_SECRET, { plugins: ['janus.plugin.videoroom'], valid_s: 3600 });
 * ```
 * @throws JanusError `invalid_argument` for a time or a name that can't be in a token
 */
export declare function signToken(secret: string, contents: TokenLife & { plugins: string[] }): string;

/**
 * A signed token to join a room that has `signed_tokens`: the `token` of the request. The room is one of
 * VideoRoom, or of `plugin`, by its package name: `AudioBridge.id` (Janus 1.4.2 and newer).
 * @throws JanusError `invalid_argument` as `signToken`
 */
export declare function signRoomToken(secret: string, contents: TokenLife & { room: number | string; plugin?: string }): string;

/**
 * Reads a token as Janus does.
 * @throws JanusError `invalid_token` when it is none, was changed, signed with another secret, or has expired
 */
export declare function checkToken(secret: string, token: string, now?: Date): TokenContents;
