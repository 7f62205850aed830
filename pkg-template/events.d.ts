// Generated from pkg-template/lib/events.js: change it there, then run `make generate`.

/** The names of the events of connections, sessions and handles. */
export declare const EVENT: {
  /** The connection was closed by this side. */
  readonly CONNECTION_CLOSED: 'connection_closed';
  /** The connection was lost. */
  readonly CONNECTION_ERROR: 'connection_error';
  /** The transport connection is lost, and a new one is being opened; requests wait (only with `reconnect`). */
  readonly CONNECTION_RECONNECTING: 'connection_reconnecting';
  /** A new transport connection is open; each session was restored, was rebuilt, or has ended (only with `reconnect`). */
  readonly CONNECTION_RESUMED: 'connection_resumed';
  /** Reconnecting failed; `connection_error` follows (only with `reconnect`). */
  readonly CONNECTION_LOST: 'connection_lost';
  /** The session has ended. */
  readonly SESSION_DESTROYED: 'session_destroyed';
  /** The handle has ended, and its PeerConnection with it. */
  readonly HANDLE_DETACHED: 'handle_detached';
  /** A connected ICE went to failed (Janus 1.2.0 and newer). */
  readonly HANDLE_ICE_FAILED: 'handle_ice_failed';
  /** The PeerConnection has ended; the handle has not. */
  readonly HANDLE_HANGUP: 'handle_hangup';
  /** Media began or stopped to arrive at Janus. */
  readonly HANDLE_MEDIA: 'handle_media';
  /** The PeerConnection is usable. */
  readonly HANDLE_WEBRTCUP: 'handle_webrtcup';
  /** Packets are being lost. */
  readonly HANDLE_SLOWLINK: 'handle_slowlink';
  /** A candidate of Janus's (full-trickle servers). */
  readonly HANDLE_TRICKLE: 'handle_trickle';
  /** A plugin's event that this version does not know, with its SDP and its transaction. */
  readonly HANDLE_EVENT: 'handle_event';
  /** Janus had lost the session; the handle was attached again in a new one: join again, make a new offer. */
  readonly HANDLE_REBUILT: 'handle_rebuilt';
  /** Events were dropped in this place: the handle held more than `max_events` of them. */
  readonly HANDLE_MISSED: 'handle_missed';
  /** An event of Janus itself of a kind that this version does not know, as a newer Janus may send. */
  readonly HANDLE_OTHER: 'handle_other';
};
