// Generated from gateway/src/core/grants: change it there, then run `make generate`.

/**
 * A pattern, such as `team-*`; a number is that id.
 *
 * `*` alone is everything. In a file and a URL a `*` does not cross a `/`, in a host no `.`.
 */
export type Pattern = string | number;

/** What a token grants. */
export interface Grants {
  /** Rooms of VideoRoom and AudioBridge: one grant, or a list of them. */
  room?: RoomGrant | RoomGrant[];
  /** Rooms of TextRoom: one grant, or a list of them. */
  text?: TextGrant | TextGrant[];
  /** Mountpoints of Streaming: one grant, or a list of them. */
  stream?: StreamGrant | StreamGrant[];
  /** Calls between users of VideoCall. */
  call?: CallGrant;
  /** Calls by SIP. */
  sip?: SipGrant;
  /**
   * The other plugins that may be used, by their short names, such as `echotest`. For a plugin with grants of its
   * own this has no effect.
   */
  plugins?: string[];
  /** The files and folders on Janus's host that a request may name, such as `recordings/*`. */
  files?: Pattern[];
  /** The hosts, addresses and network interfaces that a request may name, such as `10.0.0.*`. */
  hosts?: Pattern[];
  /** The URLs that a request may name, such as `rtsp://cameras.example.org/*`. */
  urls?: Pattern[];
  /** Use the gateway's admin endpoint, for this tenant alone. */
  admin?: boolean;
  /** The limits of the user, where they are lower than those of the gateway. */
  limits?: LimitsGrant;
}

/** What may be done with the rooms of a pattern. */
export interface RoomGrant {
  /** The rooms. */
  id: Pattern;
  /** Create them. */
  create?: boolean;
  /** Create or change them in Janus's configuration, too, so that they outlive a restart of Janus. */
  permanent?: boolean;
  /** Destroy them. */
  destroy?: boolean;
  /** Join them. */
  join?: boolean;
  /** Publish media in them. */
  publish?: ('audio' | 'video' | 'screen' | 'data')[];
  /** Subscribe to their publishers. */
  subscribe?: boolean;
  /** See that they exist, and who is there. */
  list?: boolean;
  /** Record. */
  record?: boolean;
  /** Change them; mute and remove participants; forward media. */
  moderate?: boolean;
  /** The highest bitrate of a publisher, in bit/s. */
  max_bitrate?: number;
  /** The name of the gateway's preset by which a room is made that is absent, when the page enters it. */
  preset?: string;
  /** Fields that are added to requests which do not have them. */
  defaults?: Record<string, unknown>;
}

/**
 * What may be done with the rooms of TextRoom of a pattern.
 *
 * Messages go over a data channel, which the gateway does not see: who may set up TextRoom may join each room whose
 * PIN it knows.
 */
export interface TextGrant {
  /** The rooms. */
  id: Pattern;
  /** Create them. */
  create?: boolean;
  /** Create or change them in Janus's configuration, too. */
  permanent?: boolean;
  /** Destroy them. */
  destroy?: boolean;
  /** Open a data channel for messages. */
  join?: boolean;
  /** See that they exist, and who is there. */
  list?: boolean;
  /** Change them, remove users, send announcements. */
  moderate?: boolean;
}

/** What may be done with the mountpoints of a pattern. */
export interface StreamGrant {
  /** The mountpoints. */
  id: Pattern;
  /** Watch them. */
  watch?: boolean;
  /** Create them. Files, hosts and URLs need rights of their own. */
  create?: boolean;
  /** Create or change them in Janus's configuration, too. */
  permanent?: boolean;
  /** Destroy them. */
  destroy?: boolean;
  /** See that they exist. */
  list?: boolean;
  /** Record them. */
  record?: boolean;
  /** Change, enable and disable them; remove viewers. */
  moderate?: boolean;
}

/** Calls between users of VideoCall. */
export interface CallGrant {
  /** The names as which the page may register. */
  register_as?: Pattern[];
  /** The names that it may call. */
  call?: Pattern[];
  /** See who is registered. */
  list?: boolean;
  /** Record calls. */
  record?: boolean;
}

/** Calls by SIP. Patterns are of addresses without parameters, such as `sip:*@example.org`. */
export interface SipGrant {
  /** The addresses as which the page may register. */
  register_as?: Pattern[];
  /** The addresses that it may call, transfer to, subscribe to, and send messages to. */
  call?: Pattern[];
  /** The proxies that it may name. */
  proxies?: Pattern[];
  /** Add SIP headers of its own. */
  headers?: boolean;
  /** Record calls. */
  record?: boolean;
}

/** How much a user may have at one time. The lowest limit holds: of tokens, roles and the gateway. */
export interface LimitsGrant {
  /** The sessions. */
  sessions?: number;
  /** The handles of all its sessions. */
  handles?: number;
  /** The rooms and mountpoints that it has created. */
  rooms?: number;
}
