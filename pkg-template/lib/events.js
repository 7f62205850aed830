/** The names of the events of connections, sessions and handles; `codegen` writes them to `shared.d.ts`. */
export const EVENT = Object.freeze({
  /** The connection was closed by this side. */
  CONNECTION_CLOSED: 'connection_closed',
  /** The connection was lost. */
  CONNECTION_ERROR: 'connection_error',
  /** The transport connection is lost, and a new one is being opened; requests wait (only with `reconnect`). */
  CONNECTION_RECONNECTING: 'connection_reconnecting',
  /** A new transport connection is open; each session was restored, was rebuilt, or has ended (only with `reconnect`). */
  CONNECTION_RESUMED: 'connection_resumed',
  /** Reconnecting failed; `connection_error` follows (only with `reconnect`). */
  CONNECTION_LOST: 'connection_lost',
  /** The token of a session's user expires soon (only with the gateway): give `setToken` a newer one. */
  CONNECTION_TOKEN_EXPIRING: 'connection_token_expiring',
  /** The session has ended. */
  SESSION_DESTROYED: 'session_destroyed',
  /** The handle has ended, and its PeerConnection with it. */
  HANDLE_DETACHED: 'handle_detached',
  /** A connected ICE went to failed (Janus 1.2.0 and newer). */
  HANDLE_ICE_FAILED: 'handle_ice_failed',
  /** The PeerConnection has ended; the handle has not. */
  HANDLE_HANGUP: 'handle_hangup',
  /** Media began or stopped to arrive at Janus. */
  HANDLE_MEDIA: 'handle_media',
  /** The PeerConnection is usable. */
  HANDLE_WEBRTCUP: 'handle_webrtcup',
  /** Packets are being lost. */
  HANDLE_SLOWLINK: 'handle_slowlink',
  /** A candidate of Janus's (full-trickle servers). */
  HANDLE_TRICKLE: 'handle_trickle',
  /** A plugin's event that this version does not know, with its SDP and its transaction. */
  HANDLE_EVENT: 'handle_event',
  /** Janus had lost the session; the handle was attached again in a new one: join again, make a new offer. */
  HANDLE_REBUILT: 'handle_rebuilt',
  /** Events were dropped in this place: the handle held more than `max_events` of them. */
  HANDLE_MISSED: 'handle_missed',
  /** An event of Janus itself of a kind that this version does not know, as a newer Janus may send. */
  HANDLE_OTHER: 'handle_other',
});

/** @typedef {[event: string, pick: (message: any) => object]} CoreEvent */

/** The names of core events for listeners, and functions that build their data. */
export const CORE_EVENTS = new Map(
  /** @type {[string, CoreEvent][]} */ ([
    ['hangup', [EVENT.HANDLE_HANGUP, ({ reason }) => ({ reason })]],
    ['ice-failed', [EVENT.HANDLE_ICE_FAILED, () => ({})]],
    [
      'media',
      [
        EVENT.HANDLE_MEDIA,
        ({ type, receiving, mid, substream, seconds }) => only({ type, receiving, mid, substream, seconds }),
      ],
    ],
    [
      'slowlink',
      [EVENT.HANDLE_SLOWLINK, ({ uplink, mid, media, lost }) => only({ uplink, mid, media, lost })],
    ],
    ['trickle', [EVENT.HANDLE_TRICKLE, ({ candidate }) => candidate ?? {}]],
    ['webrtcup', [EVENT.HANDLE_WEBRTCUP, () => ({})]],
  ]),
);

/** @param {Record<string, unknown>} fields */
function only(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
