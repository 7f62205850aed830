export interface AudioBridgeHandle {
  /** The id of the room that the handle has joined; `null` before the join. */
  readonly room: number | string | null;
  /** The participant id of the handle; `null` before the join. */
  readonly feed: number | string | null;
}

/** The response to `join`. As in Janode, the address for plain RTP has two names. */
export interface AudioBridgeJoinResult extends AudioBridgeJoined {
  /** The address on which Janus receives plain RTP; the same as `rtp_participant`. */
  rtp?: AudioBridgeRtpAddress;
}

/** The response to `startForward`. */
export interface AudioBridgeStartForwardResult {
  /** The id of the room. */
  room: number | string;
  /** The RTP forwarder. */
  forwarder: AudioBridgeForwarder;
}

/** The response to `stopForward`. */
export interface AudioBridgeStopForwardResult {
  /** The id of the room. */
  room: number | string;
  /** The stopped forwarder. */
  forwarder: {
    /** The id of the forwarder. */
    audio_stream: number;
  };
}

/** A participant joined or changed. The fields of a single participant are at the top; several participants are in `participants`. */
export interface AudioBridgeConfiguredEvent extends AudioBridgeParticipant {
  /** The id of the room. */
  room: number | string;
  /** The participants, unless there is exactly one. */
  participants?: AudioBridgeParticipant[];
}
export type AudioBridgePeerJoinedEvent = AudioBridgeConfiguredEvent;
