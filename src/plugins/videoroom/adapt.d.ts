export interface VideoRoomHandle {
  /** The room that the handle is in. */
  readonly room: number | string | null;
  /** The handle's own feed, or the one that it is subscribed to. */
  readonly feed: number | string | null;
  /** The streams of a subscription. */
  readonly streams: VideoRoomSubscriberStream[] | null;
}

/** Other streams flow. */
export interface VideoRoomSwitchResult extends VideoRoomSwitched {
  /** The feed before. */
  from_feed?: number | string;
  /** The feed now. */
  to_feed?: number | string;
}

/** Where a stream is forwarded to; the fields have the names of what is forwarded. */
export interface VideoRoomNamedForwarder {
  /** The host. */
  host?: string;
  /** The forwarder of the audio. */
  audio_stream?: number;
  /** Its port. */
  audio_port?: number;
  /** Its RTCP port. */
  audio_rtcp_port?: number;
  /** The forwarder of the video. */
  video_stream?: number;
  /** Its port. */
  video_port?: number;
  /** Its RTCP port. */
  video_rtcp_port?: number;
  /** The forwarder of the second simulcast substream. */
  video_stream_2?: number;
  /** Its port. */
  video_port_2?: number;
  /** The forwarder of the third simulcast substream. */
  video_stream_3?: number;
  /** Its port. */
  video_port_3?: number;
  /** The forwarder of the data. */
  data_stream?: number;
  /** Its port. */
  data_port?: number;
  /** The simulcast substream. */
  sc_substream_layer?: number;
  /** The RTCP port here. */
  local_rtcp_port?: number;
  /** The payload type. */
  pt?: number;
  /** The SSRC. */
  ssrc?: number;
  /** Whether it is encrypted. */
  srtp?: boolean;
  [field: string]: unknown;
}

/** A publisher is forwarded. */
export interface VideoRoomStartForwardResult {
  /** The room. */
  room: number | string;
  /** Whose media they are. */
  feed: number | string;
  /** Where each stream goes, where `streams` were asked for. */
  forwarders?: VideoRoomNamedForwarder[];
  /** Where they go, where the fields for one stream of each kind were used. */
  forwarder?: VideoRoomNamedForwarder;
  [field: string]: unknown;
}

/** The forwarders of a room. */
export interface VideoRoomListForwardResult {
  /** The room. */
  room: number | string;
  /** Each publisher's. */
  forwarders: Array<{
    /** Whose. */
    feed: number | string;
    /** The publisher's name. */
    display?: string;
    /** Where to. */
    forwarders: VideoRoomNamedForwarder[];
    [field: string]: unknown;
  }>;
  [field: string]: unknown;
}
