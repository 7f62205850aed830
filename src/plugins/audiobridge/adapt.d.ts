export interface AudioBridgeHandle {
  /** The room that the handle is in. */
  readonly room: number | string | null;
  /** The handle's own id. */
  readonly feed: number | string | null;
}

/** What came of joining; Janode calls the address for plain RTP both ways. */
export interface AudioBridgeJoinResult extends AudioBridgeJoined {
  /** Where Janus awaits plain RTP. */
  rtp?: AudioBridgeRtpAddress;
}

/** The room's sound is forwarded. */
export interface AudioBridgeStartForwardResult {
  /** The room. */
  room: number | string;
  /** Where to. */
  forwarder: AudioBridgeForwarder;
}

/** A forwarder ended. */
export interface AudioBridgeStopForwardResult {
  /** The room. */
  room: number | string;
  /** Which. */
  forwarder: {
    /** Its id. */
    audio_stream: number;
  };
}

/** Somebody joined, or changed: its fields, where it is one; else all in `participants`. */
export interface AudioBridgeConfiguredEvent extends AudioBridgeParticipant {
  /** The room. */
  room: number | string;
  /** Who, where it is not exactly one. */
  participants?: AudioBridgeParticipant[];
}
export type AudioBridgePeer_joinedEvent = AudioBridgeConfiguredEvent;
