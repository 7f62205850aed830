// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, JsepInit, Received, Emitter, ListenerEvents, TextCarrier, AllowAction } from '../index.js';

/** Joins a room (`"textroom": "join"`). A handle can join several rooms. */
export interface TextRoomJoin {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The username, which identifies the participant; unique in the room. */
  username: string;
  /** The display name of the participant. */
  display?: string | undefined;
  /** The PIN of the room; required if the room has one. */
  pin?: string | undefined;
  /** The token; required if the room checks tokens. */
  token?: string | undefined;
  /** Whether Janus sends the earlier messages of the room (Janus's default: true). */
  history?: boolean | undefined;
}

/** Leaves a room (`"textroom": "leave"`). */
export interface TextRoomLeave {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
}

/** Sends a message to all participants of a room, or to some of them (`"textroom": "message"`). */
export interface TextRoomMessage {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The text of the message. */
  text: string;
  /** The username of the only receiver; all participants by default. */
  to?: string | undefined;
  /** The usernames of the only receivers; not together with `to`. */
  tos?: Array<string> | undefined;
  /** Whether Janus responds to the message (Janus's default: true). With `false` no response comes. */
  ack?: boolean | undefined;
}

/** The response to `join`. */
export interface TextRoomJoined extends Received {
  /** The other participants of the room. */
  participants: Array<TextRoomParticipant>;
}

/** The response to `message`. */
export interface TextRoomSent extends Received {
  /** Whether the message was delivered, by username; only for a message with `to` or `tos`. */
  sent?: Record<string, boolean>;
}

/** A message in a room. The sender receives its own messages, too. */
export interface TextRoomMessageReceived extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The username of the sender. */
  from: string;
  /** The display name of the sender; only in the history of a room. */
  display?: string;
  /** The date and time of the message, such as `2025-01-31T12:00:00+0100`. */
  date: string;
  /** The text of the message. */
  text: string;
  /** Whether the message was addressed to some participants only; missing if not. */
  whisper?: boolean;
}

/** An announcement in a room. */
export interface TextRoomAnnouncementReceived extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The date and time of the announcement, such as `2025-01-31T12:00:00+0100`. */
  date: string;
  /** The text of the announcement. */
  text: string;
}

/** A participant joined a room. */
export interface TextRoomParticipantJoined extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The username of the participant. */
  username: string;
  /** The display name of the participant. */
  display?: string;
}

/** A participant left a room, or was kicked. */
export interface TextRoomParticipantLeft extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The username of the participant. */
  username: string;
}

/** A room was destroyed. */
export interface TextRoomDestroyed extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
}

/** Creates a room (`"request": "create"`). */
export interface TextRoomCreate {
  /** The id of the new room; Janus chooses a random one by default. */
  room?: number | string | undefined;
  /** The `admin_key` of the plugin's configuration; required if one is configured. */
  admin_key?: string | undefined;
  /** The description of the room. */
  description?: string | undefined;
  /** Whether to hide the room from `list` (Janus's default: false). */
  is_private?: boolean | undefined;
  /** The number of messages that Janus keeps for participants that join (Janus's default: 0). */
  history?: number | undefined;
  /** The secret that later requests must send to change, destroy or moderate the room. */
  secret?: string | undefined;
  /** The PIN that participants must send to join. */
  pin?: string | undefined;
  /** The URL of an HTTP server that Janus sends each message to. */
  post?: string | undefined;
  /** The tokens of which a participant must send one to join. */
  allowed?: Array<string> | undefined;
  /** Whether to save the room in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are. */
export interface TextRoomEdit {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The new description of the room. */
  new_description?: string | undefined;
  /** The new secret of the room. */
  new_secret?: string | undefined;
  /** The new PIN that participants must send to join. */
  new_pin?: string | undefined;
  /** The new URL of an HTTP server that Janus sends each message to. */
  new_post?: string | undefined;
  /** Whether to hide the room from `list` from now on. */
  new_is_private?: boolean | undefined;
  /** Whether to save the change in Janus's configuration file (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Destroys a room (`"request": "destroy"`). */
export interface TextRoomDestroy {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** Whether to remove the room from Janus's configuration file, too (Janus's default: false). */
  permanent?: boolean | undefined;
}

/** Checks whether a room exists (`"request": "exists"`). */
export interface TextRoomExists {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
}

/** Lists the rooms (`"request": "list"`). */
export interface TextRoomList {
  /** The `admin_key` of the plugin's configuration. With it, the list contains private rooms, too. */
  admin_key?: string | undefined;
}

/** Lists the participants of a room (`"request": "listparticipants"`). */
export interface TextRoomListParticipants {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
}

/** Changes the list of tokens that may join a room (`"request": "allowed"`). */
export interface TextRoomAllow {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
  /** The change to make. */
  action: AllowAction;
  /** The tokens to add or to remove. Janus's name: `allowed`. */
  list?: Array<string> | undefined;
}

/** Kicks a participant from a room (`"request": "kick"`). */
export interface TextRoomKick {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The username of the participant to kick. */
  username: string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** Sends an announcement to all participants of a room (`"request": "announcement"`). */
export interface TextRoomAnnouncement {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The text of the announcement. */
  text: string;
  /** The secret of the room; required if the room has one. */
  secret?: string | undefined;
}

/** The response to `setup`, `ack` and `restart`. */
export interface TextRoomNegotiation extends Received {
  /** The text `ok`. */
  result: string;
  /** The SDP offer of Janus; answer it with `ack`. The response to `ack` has none. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean;
}

/** The response to `create`, `edit` and `destroy`. */
export interface TextRoomCreated extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** Whether Janus's configuration file was changed. */
  permanent: boolean;
}

/** The response to `exists`. */
export interface TextRoomExistence extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** Whether the room exists. */
  exists: boolean;
}

/** The response to `list`. */
export interface TextRoomRooms extends Received {
  /** The rooms with their settings. */
  list: Array<TextRoomRoom>;
}

/** A room and its settings. */
export interface TextRoomRoom extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The description of the room. */
  description: string;
  /** Whether joining requires a PIN. */
  pin_required: boolean;
  /** The number of participants. */
  num_participants: number;
  /** The number of messages that Janus keeps for participants that join. */
  history: number;
}

/** The response to `listParticipants`. */
export interface TextRoomParticipants extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The participants of the room. */
  participants: Array<TextRoomParticipant>;
}

/** A participant of a room. */
export interface TextRoomParticipant extends Received {
  /** The username of the participant. */
  username: string;
  /** The display name of the participant. */
  display?: string;
}

/** The response to `allow`. */
export interface TextRoomAllowed extends Received {
  /** The id of the room: a number, or a text if the plugin is configured with `string_ids`. */
  room: number | string;
  /** The tokens that may join; missing if tokens are not checked. Janus's name: `allowed`. */
  list?: Array<string>;
}

/** An acknowledgement without data. */
export interface TextRoomDone extends Received {
  /**
   * The id of the room: a number, or a text if the plugin is configured with `string_ids`. No version up to Janus
   * 1.4.1 sends it.
   */
  room?: number | string;
}

/**
 * Starts the PeerConnection of the data channel (`"request": "setup"`). The response carries an SDP offer; answer it
 * with `ack`.
 */
export interface TextRoomSetup {
}

/**
 * Answers the SDP offer of `setup` or `restart` (`"request": "ack"`).
 *
 * Without the answer the request fails before it is sent (`invalid_argument`), because Janus would respond `ok` and
 * do nothing.
 */
export interface TextRoomAck {
  /** The SDP answer to the offer of Janus. */
  jsep?: JsepInit | null | undefined;
  /** Whether the media are encrypted end to end (default: false). */
  e2ee?: boolean | undefined;
}

/** Restarts ICE (`"request": "restart"`). The response carries an SDP offer; answer it with `ack`. */
export interface TextRoomRestart {
}

/** The SDP answer to an offer of TextRoom, or an object with it. */
export type TextRoomAckParams = JsepInit | TextRoomAck;

/** The plugin's events. */
export declare const EVENT: {
  /** An error that belongs to no pending request. */
  readonly TEXTROOM_ERROR: 'textroom_error';
  /** The response to `setup`, `ack` or `restart`, if it comes after its request has ended. */
  readonly TEXTROOM_RESULT: 'textroom_result';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** The message has no body. */
  readonly NO_MESSAGE: 411;
  /** The body is not a JSON object. */
  readonly INVALID_JSON: 412;
  /** A required field is missing. */
  readonly MISSING_ELEMENT: 413;
  /** A field has the wrong type or an invalid value. */
  readonly INVALID_ELEMENT: 414;
  /** The plugin does not know the request, or not on this channel. */
  readonly INVALID_REQUEST: 415;
  /** The handle already has a PeerConnection, or has none to restart. */
  readonly ALREADY_SETUP: 416;
  /** The room does not exist. */
  readonly NO_SUCH_ROOM: 417;
  /** The room already exists. */
  readonly ROOM_EXISTS: 418;
  /** The secret, the PIN or the token is missing or wrong. */
  readonly UNAUTHORIZED: 419;
  /** The username is already in use. */
  readonly USERNAME_EXISTS: 420;
  /** The participant has already joined the room. */
  readonly ALREADY_IN_ROOM: 421;
  /** The participant has not joined the room. */
  readonly NOT_IN_ROOM: 422;
  /** The participant does not exist. */
  readonly NO_SUCH_USER: 423;
  /** An error without a code of its own. */
  readonly UNKNOWN_ERROR: 499;
};

/** The arguments of the listeners of each event. */
export interface TextRoomEvents extends HandleEvents {
  textroom_error: [JanusError];
  textroom_result: [TextRoomNegotiation];
}

/** The TextRoom plugin. */
export declare class TextRoomHandle extends Handle<TextRoomEvents> {
  /**
   * Creates a room (`"request": "create"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Create.html)
   */
  create(params?: TextRoomCreate, options?: CallOptions): Promise<TextRoomCreated>;
  /**
   * Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Edit.html)
   */
  edit(params: TextRoomEdit, options?: CallOptions): Promise<TextRoomCreated>;
  /**
   * Destroys a room (`"request": "destroy"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Destroy.html)
   */
  destroy(params: TextRoomDestroy, options?: CallOptions): Promise<TextRoomCreated>;
  /**
   * Checks whether a room exists (`"request": "exists"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Exists.html)
   */
  exists(params: TextRoomExists, options?: CallOptions): Promise<TextRoomExistence>;
  /**
   * Lists the rooms (`"request": "list"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.List.html)
   */
  list(params?: TextRoomList, options?: CallOptions): Promise<TextRoomRooms>;
  /**
   * Lists the participants of a room (`"request": "listparticipants"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.ListParticipants.html)
   */
  listParticipants(params: TextRoomListParticipants, options?: CallOptions): Promise<TextRoomParticipants>;
  /**
   * Changes the list of tokens that may join a room (`"request": "allowed"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Allow.html)
   */
  allow(params: TextRoomAllow, options?: CallOptions): Promise<TextRoomAllowed>;
  /**
   * Kicks a participant from a room (`"request": "kick"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Kick.html)
   */
  kick(params: TextRoomKick, options?: CallOptions): Promise<TextRoomDone & Pick<TextRoomKick, 'username'>>;
  /**
   * Sends an announcement to all participants of a room (`"request": "announcement"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Announcement.html)
   */
  announcement(params: TextRoomAnnouncement, options?: CallOptions): Promise<TextRoomDone>;
  /**
   * Starts the PeerConnection of the data channel (`"request": "setup"`). The response carries an SDP offer; answer it
   * with `ack`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Setup.html)
   */
  setup(params?: TextRoomSetup, options?: CallOptions): Promise<TextRoomNegotiation>;
  /**
   * Answers the SDP offer of `setup` or `restart` (`"request": "ack"`).
   *
   * Without the answer the request fails before it is sent (`invalid_argument`), because Janus would respond `ok` and
   * do nothing.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Ack.html)
   */
  ack(params?: TextRoomAckParams, options?: CallOptions): Promise<TextRoomNegotiation>;
  /**
   * Restarts ICE (`"request": "restart"`). The response carries an SDP offer; answer it with `ack`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/plugins/textroom/struct.Restart.html)
   */
  restart(params?: TextRoomRestart, options?: CallOptions): Promise<TextRoomNegotiation>;
}

/** The events of the data channel. */
export interface TextRoomChannelEvents extends ListenerEvents {
  /** A message was sent. */
  textroom_message: [TextRoomMessageReceived];
  /** An announcement was sent. */
  textroom_announcement: [TextRoomAnnouncementReceived];
  /** A participant joined. The participant that joins receives it, too. */
  textroom_join: [TextRoomParticipantJoined];
  /** A participant left. The participant that leaves receives it, too. */
  textroom_leave: [TextRoomParticipantLeft];
  /** A participant was kicked. All participants receive it, the kicked one, too. */
  textroom_kicked: [TextRoomParticipantLeft];
  /** The room was destroyed. */
  textroom_destroyed: [TextRoomDestroyed];
  /** Janus refused a request without a transaction. */
  textroom_error: [JanusError];
  /** A message that this version does not know, as Janus sent it. */
  textroom_other: [unknown];
  /** Events were dropped in this place: more events waited for the first listener than are kept. */
  handle_missed: [{ count: number }];
}

/**
 * The requests and events of the data channel. It listens to a page's `RTCDataChannel`
 * by itself; `receive` takes texts that arrive in another way.
 */
export declare class TextRoomChannel extends Emitter<TextRoomChannelEvents> {
  static readonly EVENT: {
    readonly TEXTROOM_MESSAGE: 'textroom_message';
    readonly TEXTROOM_ANNOUNCEMENT: 'textroom_announcement';
    readonly TEXTROOM_JOIN: 'textroom_join';
    readonly TEXTROOM_LEAVE: 'textroom_leave';
    readonly TEXTROOM_KICKED: 'textroom_kicked';
    readonly TEXTROOM_DESTROYED: 'textroom_destroyed';
    readonly TEXTROOM_ERROR: 'textroom_error';
    readonly TEXTROOM_OTHER: 'textroom_other';
  };
  constructor(carrier: TextCarrier);
  /** Receives a text from Janus. */
  receive(text: string): void;
  /** Joins a room (`"textroom": "join"`). A handle can join several rooms. */
  join(params: TextRoomJoin, options?: CallOptions): Promise<TextRoomJoined>;
  /** Leaves a room (`"textroom": "leave"`). */
  leave(params: TextRoomLeave, options?: CallOptions): Promise<TextRoomDone>;
  /** Sends a message to all participants of a room, or to some of them (`"textroom": "message"`). */
  message(params: TextRoomMessage, options?: CallOptions): Promise<TextRoomSent>;
  /** Lists the rooms (`"request": "list"`). */
  list(params?: TextRoomList, options?: CallOptions): Promise<TextRoomRooms>;
  /** Lists the participants of a room (`"request": "listparticipants"`). */
  listParticipants(params: TextRoomListParticipants, options?: CallOptions): Promise<TextRoomParticipants>;
  /** Checks whether a room exists (`"request": "exists"`). */
  exists(params: TextRoomExists, options?: CallOptions): Promise<TextRoomExistence>;
  /** Creates a room (`"request": "create"`). */
  create(params?: TextRoomCreate, options?: CallOptions): Promise<TextRoomCreated>;
  /** Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are. */
  edit(params: TextRoomEdit, options?: CallOptions): Promise<TextRoomCreated>;
  /** Destroys a room (`"request": "destroy"`). */
  destroy(params: TextRoomDestroy, options?: CallOptions): Promise<TextRoomCreated>;
  /** Changes the list of tokens that may join a room (`"request": "allowed"`). */
  allow(params: TextRoomAllow, options?: CallOptions): Promise<TextRoomAllowed>;
  /** Kicks a participant from a room (`"request": "kick"`). */
  kick(params: TextRoomKick, options?: CallOptions): Promise<TextRoomDone>;
  /** Sends an announcement to all participants of a room (`"request": "announcement"`). */
  announcement(params: TextRoomAnnouncement, options?: CallOptions): Promise<TextRoomDone>;
}

declare const plugin: {
  readonly id: 'janus.plugin.textroom';
  readonly Handle: typeof TextRoomHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
