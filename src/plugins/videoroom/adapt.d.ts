export interface VideoRoomHandle {
  /** The id of the room that the handle has joined; `null` before the join. */
  readonly room: number | string | null;
  /** The handle's publisher id, or the publisher id that it is subscribed to. */
  readonly feed: number | string | null;
  /** The streams of the subscription; `null` if there is none. */
  readonly streams: VideoRoomSubscriberStream[] | null;
}

/** The response to `switch`: the subscription relays other streams. */
export interface VideoRoomSwitchResult extends VideoRoomSwitched {
  /** The publisher id that the handle was subscribed to before. */
  from_feed?: number | string;
  /** The publisher id that the handle is subscribed to now. */
  to_feed?: number | string;
}

/** An RTP forwarder. As in Janode, the names of its fields contain the media type. */
export interface VideoRoomNamedForwarder extends Received {
  /** The host that receives the media. */
  host?: string;
  /** The id of the audio forwarder. */
  audio_stream?: number;
  /** The port that receives audio. */
  audio_port?: number;
  /** The port for RTCP of audio. */
  audio_rtcp_port?: number;
  /** The id of the video forwarder. */
  video_stream?: number;
  /** The port that receives video. */
  video_port?: number;
  /** The port for RTCP of video. */
  video_rtcp_port?: number;
  /** The id of the forwarder of the second simulcast substream. */
  video_stream_2?: number;
  /** The port that receives the second simulcast substream. */
  video_port_2?: number;
  /** The id of the forwarder of the third simulcast substream. */
  video_stream_3?: number;
  /** The port that receives the third simulcast substream. */
  video_port_3?: number;
  /** The id of the data forwarder. */
  data_stream?: number;
  /** The port that receives data-channel messages. */
  data_port?: number;
  /** The simulcast substream that is forwarded. */
  sc_substream_layer?: number;
  /** The RTCP port of Janus. */
  local_rtcp_port?: number;
  /** The RTP payload type. */
  pt?: number;
  /** The SSRC of the forwarded stream. */
  ssrc?: number;
  /** Whether the forwarded media are encrypted with SRTP. */
  srtp?: boolean;
}

/** The response to `startForward`. */
export interface VideoRoomStartForwardResult extends Received {
  /** The id of the room. */
  room: number | string;
  /** The id of the publisher. */
  feed: number | string;
  /** The forwarders, one for each stream; only if the request used `streams`. */
  forwarders?: VideoRoomNamedForwarder[];
  /** The forwarders in one object; only if the request did not use `streams`. */
  forwarder?: VideoRoomNamedForwarder;
}

/** The response to `listForward`. */
export interface VideoRoomListForwardResult extends Received {
  /** The id of the room. */
  room: number | string;
  /** The publishers of the room that are forwarded, each with its forwarders. */
  forwarders: Array<Received & {
    /** The id of the publisher. */
    feed: number | string;
    /** The display name of the publisher. */
    display?: string;
    /** The forwarders of the publisher, one for each stream. */
    forwarders: VideoRoomNamedForwarder[];
  }>;
}
