import type { EndReason, JanusError, Jsep, ListenerEvents, MediaKind, TrickledCandidate } from './index.js';

/** The events of a connection. */
export interface ConnectionEvents extends ListenerEvents {
  connection_closed: [{ id: number }];
  connection_error: [JanusError];
  connection_reconnecting: [JanusError];
  /**
   * What became of the sessions, by their ids: Janus `kept` them; they were `rebuilt` (only with `reconnect`'s `rebuild`,
   * and prepared by its function); they `ended`. `events_may_be_lost`: there was a session, and Janus keeps no events of it during an outage.
   */
  connection_resumed: [
    { outage_ms: number; events_may_be_lost: boolean; kept: number[]; rebuilt: { before: number; id: number }[]; ended: number[] },
  ];
  connection_lost: [JanusError];
  /** The gateway accepts the token for so many seconds more: give `setToken` a newer one. Janus itself has no such event. */
  connection_token_expiring: [{ session: number; expires_in_s: number }];
}

/** The events of a session. */
export interface SessionEvents extends ListenerEvents {
  session_destroyed: [{ id: number; reason: EndReason }];
}

/** The events of every handle. */
export interface HandleEvents extends ListenerEvents {
  handle_detached: [{ id: number; reason: EndReason }];
  handle_ice_failed: [Record<string, never>];
  handle_hangup: [{ reason?: string }];
  handle_media: [{ type?: MediaKind; receiving: boolean; mid?: string; substream?: number; seconds?: number }];
  handle_webrtcup: [Record<string, never>];
  handle_slowlink: [{ uplink: boolean; mid?: string; media?: MediaKind; lost: number }];
  handle_trickle: [TrickledCandidate];
  handle_event: [{ data: unknown; jsep?: Jsep; transaction?: string }];
  handle_rebuilt: [{ id: number }];
  handle_missed: [{ count: number }];
  handle_other: [{ kind: string; message: Record<string, unknown> }];
}
