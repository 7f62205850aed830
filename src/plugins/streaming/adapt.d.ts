/** Where a mountpoint's media of one kind come from, as Janode has it. */
export interface StreamingMediaSource {
  /** The port; 0, and what is left out, is one that Janus chooses. */
  port?: number;
  /** The port for RTCP. */
  rtcpport?: number;
  /** A multicast group to join. */
  mcast?: string;
  /** The address of the interface to listen at. */
  iface?: string;
  /** The payload type. */
  pt?: number;
  /** The codec. */
  codec?: string;
  /** The codec's line in the SDP, such as `opus/48000/2`. */
  rtpmap?: string;
  /** The codec's settings in the SDP. */
  fmtp?: string;
  /** Keep the last keyframe, or the last message, for new viewers. */
  buffer?: boolean;
  /** Compensate the skew of clocks. */
  skew?: boolean;
  /** The port for the second simulcast substream. */
  port2?: number;
  /** The port for the third simulcast substream. */
  port3?: number;
  /** Whether it is SVC. */
  svc?: boolean;
  /** Another member, with the name that Janus has behind `audio`, `video` or `data`. */
  [member: string]: unknown;
}

/** A mountpoint that is fed with RTP: `media`, or one object for each kind. */
export interface StreamingCreateRtpMountpointParams extends Omit<StreamingCreateRtpMountpoint, 'audio' | 'video' | 'data'> {
  /** Whether there is audio, or where it comes from. */
  audio?: boolean | StreamingMediaSource;
  /** Whether there is video, or where it comes from. */
  video?: boolean | StreamingMediaSource;
  /** Whether there are data, or where they come from. */
  data?: boolean | StreamingMediaSource;
}

/** How watching goes on. */
export interface StreamingStatusEvent extends StreamingStatus {
  /** The mountpoint that the handle watches. */
  id?: number | string;
  /** Whether ICE is being restarted. */
  restart?: boolean;
}
export type StreamingWatchResult = StreamingStatusEvent;
export type StreamingStartResult = StreamingStatusEvent;
export type StreamingPauseResult = StreamingStatusEvent;
export type StreamingStopResult = StreamingStatusEvent;

/** Another mountpoint's media flow. */
export interface StreamingSwitchResult extends StreamingSwitched {
  /** The mountpoint that the handle watches now. */
  id: number | string;
}

export interface StreamingHandle {
  /** The mountpoint that the handle watches. */
  readonly mp: number | string | null;
}
