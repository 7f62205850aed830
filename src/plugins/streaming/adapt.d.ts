/** The source of a mountpoint's audio, video or data, as in Janode. */
export interface StreamingMediaSource {
  /** The port that receives RTP or data; 0, the default, means that Janus chooses a free one. */
  port?: number | undefined;
  /** The port for RTCP. */
  rtcpport?: number | undefined;
  /** The multicast group that the media are received on. */
  mcast?: string | undefined;
  /** The network interface that the media are received on. */
  iface?: string | undefined;
  /** The RTP payload type. */
  pt?: number | undefined;
  /** The codec, such as `opus`. */
  codec?: string | undefined;
  /** The `rtpmap` attribute in the SDP, such as `opus/48000/2`. */
  rtpmap?: string | undefined;
  /** The format parameters: the `fmtp` attribute in the SDP. */
  fmtp?: string | undefined;
  /** Whether to buffer the last key frame, or the last message, for new viewers. */
  buffer?: boolean | undefined;
  /** Whether to compensate the clock skew. */
  skew?: boolean | undefined;
  /** The port that receives the second simulcast substream. */
  port2?: number | undefined;
  /** The port that receives the third simulcast substream. */
  port3?: number | undefined;
  /** Whether the video uses SVC. */
  svc?: boolean | undefined;
  /** Another field of Janus, whose name there is `audio`, `video` or `data` followed by this name. */
  [member: string]: unknown;
}

/** The parameters of a mountpoint that receives RTP: `media`, or one object for each media type. */
export interface StreamingCreateRtpMountpointParams extends Omit<StreamingCreateRtpMountpoint, 'audio' | 'video' | 'data'> {
  /** Whether the mountpoint has audio, or the source of the audio. */
  audio?: boolean | StreamingMediaSource | undefined;
  /** Whether the mountpoint has video, or the source of the video. */
  video?: boolean | StreamingMediaSource | undefined;
  /** Whether the mountpoint has data, or the source of the data. */
  data?: boolean | StreamingMediaSource | undefined;
}

/** The state of the viewer. */
export interface StreamingStatusEvent extends StreamingStatus {
  /** The id of the mountpoint that the handle watches. */
  id?: number | string;
  /** Whether ICE is restarting. */
  restart?: boolean;
}
export type StreamingWatchResult = StreamingStatusEvent;
export type StreamingStartResult = StreamingStatusEvent;
export type StreamingPauseResult = StreamingStatusEvent;
export type StreamingStopResult = StreamingStatusEvent;

/** The response to `switch`: Janus relays the media of another mountpoint. */
export interface StreamingSwitchResult extends StreamingSwitched {
  /** The id of the mountpoint that the handle watches now. */
  id: number | string;
}

export interface StreamingHandle {
  /** The id of the mountpoint that the handle watches; `null` before `watch`. */
  readonly mp: number | string | null;
}
