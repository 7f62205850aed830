/** The names of the events of connections, sessions and handles. */
export const EVENT = Object.freeze({
  /** The connection was closed by this side: `{ id }`. */
  CONNECTION_CLOSED: 'connection_closed',
  /** The connection was lost: a `JanusError`. */
  CONNECTION_ERROR: 'connection_error',
  /** The transport connection is lost, and a new one is being opened (only with `reconnect`): a `JanusError`. */
  CONNECTION_RECONNECTING: 'connection_reconnecting',
  /** A new transport connection is open (only with `reconnect`): `{ outage_ms, events_may_be_lost }`. */
  CONNECTION_RESUMED: 'connection_resumed',
  /** Reconnecting failed (only with `reconnect`); CONNECTION_ERROR follows: a `JanusError`. */
  CONNECTION_LOST: 'connection_lost',
  /** The session has ended: `{ id, reason }`. */
  SESSION_DESTROYED: 'session_destroyed',
  /** The handle has ended: `{ id, reason }`. */
  HANDLE_DETACHED: 'handle_detached',
  /** A connected ICE went to failed (Janus 1.2.0 and newer): `{}`. */
  HANDLE_ICE_FAILED: 'handle_ice_failed',
  /** The PeerConnection has ended: `{ reason }`. */
  HANDLE_HANGUP: 'handle_hangup',
  /** Media began or stopped to arrive: `{ type, receiving, mid, substream?, seconds? }`. */
  HANDLE_MEDIA: 'handle_media',
  /** The PeerConnection is usable: `{}`. */
  HANDLE_WEBRTCUP: 'handle_webrtcup',
  /** Packets are being lost: `{ uplink, mid, media, lost }`. */
  HANDLE_SLOWLINK: 'handle_slowlink',
  /** A candidate of Janus's: `{ completed: true }` or `{ sdpMid, sdpMLineIndex, candidate }`. */
  HANDLE_TRICKLE: 'handle_trickle',
  /** A plugin's event that nothing else recognised: `{ data, jsep?, transaction? }`. */
  HANDLE_EVENT: 'handle_event',
  /** Janus had lost the session, and the handle was attached again: `{ id }`. */
  HANDLE_REBUILT: 'handle_rebuilt',
  /** Events were dropped in this place, as the handle held too many: `{ count }`. */
  HANDLE_MISSED: 'handle_missed',
  /** An event of Janus itself of a kind that this version does not know: `{ kind, message }`. */
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
