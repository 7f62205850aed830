import { Grants } from './grants.js';

export { CallGrant, Grants, LimitsGrant, Pattern, RoomGrant, SipGrant, StreamGrant, TextGrant } from './grants.js';

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

/** A JSON Web Key: the same as the `JsonWebKey` of browsers and of Node. */
export interface TokenJsonWebKey {
  readonly kty?: string | undefined;
  readonly crv?: string | undefined;
  readonly alg?: string | undefined;
  readonly use?: string | undefined;
  readonly kid?: string | undefined;
  readonly key_ops?: readonly string[] | undefined;
  readonly ext?: boolean | undefined;
  readonly k?: string | undefined;
  readonly n?: string | undefined;
  readonly e?: string | undefined;
  readonly x?: string | undefined;
  readonly y?: string | undefined;
  readonly d?: string | undefined;
  readonly p?: string | undefined;
  readonly q?: string | undefined;
  readonly dp?: string | undefined;
  readonly dq?: string | undefined;
  readonly qi?: string | undefined;
}

/**
 * A key of the gateway's tokens. Its kind decides the algorithm:
 *
 * | key | algorithm |
 * |---|---|
 * | a secret of at least 32 bytes, which issuer and gateway share: a text (its UTF-8) or bytes | HS256 |
 * | P-256 | ES256 |
 * | Ed25519 (Node 18 warns that it is experimental) | EdDSA |
 * | RSA of at least 2048 bits | RS256 |
 *
 * Keys other than secrets are a text in PEM (`BEGIN PRIVATE KEY` to mint, `BEGIN PUBLIC KEY` to check), a JSON Web Key,
 * a `CryptoKey` of WebCrypto, or a `KeyObject` of `node:crypto`. A text in PEM is never taken for a secret.
 */
export type GrantTokenKey =
  | string
  | Uint8Array
  | TokenJsonWebKey
  | { readonly type: string; readonly algorithm: { readonly name: string }; readonly usages: readonly string[] }
  | { export(options: { format: 'jwk' }): TokenJsonWebKey };

/** What a new token for the gateway says. */
export interface GrantTokenContents {
  /** The secret, or the private key. */
  key: GrantTokenKey;
  /** The name of the key (`kid`), where the gateway has several of this issuer. Default: that of the JSON Web Key, or none. */
  key_id?: string;
  /** Who issues the token (`iss`): the issuer's name in the gateway's configuration. */
  issuer: string;
  /** The user (`sub`). */
  subject: string;
  /** For whom the token is (`aud`): an audience of the issuer in the gateway's configuration. */
  audience: string;
  /** How long the token is valid, in seconds from now; fractions are cut off. */
  valid_s: number;
  /** The roles whose grants the gateway adds. Default: none. */
  roles?: string[];
  /** What the user may do. What is absent is not granted. Default: nothing. */
  grants?: Grants;
}

/** How a token for the gateway is checked. It needs either `key` or `jwks`. */
export interface GrantTokenRules {
  /** Who must have issued the token (`iss`). */
  issuer: string;
  /** For whom the token must be (`aud`): for one of these. */
  audience: string | string[];
  /** The secret, or the public key. */
  key?: GrantTokenKey;
  /**
   * The issuer's public keys, as a JSON Web Key Set that the caller fetched. A secret in it is left out, and so is a key of
   * an unknown kind, or for another use than signatures.
   */
  jwks?: { readonly keys: readonly TokenJsonWebKey[] };
  /** When the token must be valid. Default: now. */
  now?: Date;
}

/** What a token for the gateway says. */
export interface CheckedGrantToken {
  /** The user (`sub`). */
  subject: string;
  /** When the token expires (`exp`), as UNIX time in seconds. It is accepted for 60 s more: clocks differ. */
  expires: number;
  /** The roles (`janus.roles`), whose grants the gateway adds. */
  roles: string[];
  /** The token's own grants, without those of its roles. */
  grants: Grants;
  /** All claims, as they are in the token. */
  claims: Record<string, unknown>;
}

/**
 * Tokens for the gateway: JSON Web Tokens that say who a user is and what the user may do. The key stays on the
 * server: a page that could mint tokens could grant itself everything. Both functions use WebCrypto, which workers
 * have, too, and pages in secure contexts. A page without a bundler maps `#crypto` to `bifrons/token/page_crypto.js` in its
 * import map.
 */
export declare const GrantToken: {
  /**
   * Makes a token.
   *
   * ```js
   * import { GrantToken } from 'bifrons/token';
   * const token = await GrantToken.mint({
   *   key: process.env.GATEWAY_SECRET, // at least 32 bytes
   *   issuer: 'https://app.example.org',
   *   subject: 'anna',
   *   audience: 'gateway',
   *   valid_s: 3600,
   *   grants: { room: { id: 'team-*', join: true, publish: ['audio', 'video'], subscribe: true } },
   * });
   * ```
   * @throws JanusError `invalid_argument` for a key or a text that can't be used, for a grant that does not exist (the
   * message names the nearest one) or has a wrong type, and for a token of more than 8 KB, which the gateway refuses
   */
  mint(contents: GrantTokenContents): Promise<string>;

  /**
   * Reads a token, and accepts what the gateway accepts: its signature, issuer, audience and times are right, its
   * algorithm is the key's, and no member is there twice. A grant that is not known grants nothing. A room's number above
   * 2^53 - 1, which JavaScript can't have, is refused.
   * @throws JanusError `invalid_token` with the gateway's reason; `invalid_argument` for a key or a rule that can't be used
   */
  check(token: string, rules: GrantTokenRules): Promise<CheckedGrantToken>;
};
