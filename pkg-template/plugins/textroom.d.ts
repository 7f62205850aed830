// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Handle, HandleEvents, JanusError, Jsep, Emitter, EventMap, TextCarrier } from '../index.js';

/** Joins a room, which a user may do with several. */
export interface TextRoomJoin {
  /** The room. */
  room: number | string;
  /** What to be known by; nobody else in the room may have it. */
  username: string;
  /** The name to show. */
  display?: string;
  /** The room's pin, if it has one. */
  pin?: string;
  /** A token, where the room asks for one. */
  token?: string;
  /** Whether to get what was said before (Janus's default: true). */
  history?: boolean;
}

/** Leaves a room. */
export interface TextRoomLeave {
  /** The room. */
  room: number | string;
}

/** Says something to a room, or to some in it. */
export interface TextRoomMessage {
  /** The room. */
  room: number | string;
  /** What. */
  text: string;
  /** To this one alone. */
  to?: string;
  /** To these alone, instead of `to`. */
  tos?: Array<string>;
  /** False for no answer at all. */
  ack?: boolean;
}

/** The room was joined. */
export interface TextRoomJoined {
  /** Who else is there. */
  participants?: Array<TextRoomParticipant>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was said. */
export interface TextRoomSent {
  /** Of those who were named, who got it. */
  sent?: Record<string, boolean>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody said something; one's own words come back, too. */
export interface TextRoomSaid {
  /** The room. */
  room?: number | string;
  /** Who. */
  from?: string;
  /** The name to show; only in a room's history. */
  display?: string;
  /** When. */
  date?: string;
  /** What. */
  text?: string;
  /** Whether only some of the room got it. */
  whisper?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Something was announced. */
export interface TextRoomAnnounced {
  /** The room. */
  room?: number | string;
  /** When. */
  date?: string;
  /** What. */
  text?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody came. */
export interface TextRoomArrival {
  /** The room. */
  room?: number | string;
  /** Who. */
  username?: string;
  /** The name to show. */
  display?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody went, or was thrown out. */
export interface TextRoomDeparture {
  /** The room. */
  room?: number | string;
  /** Who. */
  username?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A room was ended. */
export interface TextRoomEnded {
  /** The room. */
  room?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Makes a room. */
export interface TextRoomCreate {
  /** The id to have; a random one without it. */
  room?: number | string;
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
  /** What to call it. */
  description?: string;
  /** Leave it out of `List`. */
  is_private?: boolean;
  /** How many messages those who join get to see. */
  history?: number;
  /** What later changes need. */
  secret?: string;
  /** What joining needs. */
  pin?: string;
  /** A web address that is told each message. */
  post?: string;
  /** The tokens that may join. */
  allowed?: Array<string>;
  /** Keep the room in Janus's configuration. */
  permanent?: boolean;
}

/** Changes a room. */
export interface TextRoomEdit {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** What to call it. */
  new_description?: string;
  /** What later changes need. */
  new_secret?: string;
  /** What joining needs. */
  new_pin?: string;
  /** A web address that is told each message. */
  new_post?: string;
  /** Leave it out of `List`. */
  new_is_private?: boolean;
  /** Change Janus's configuration, too. */
  permanent?: boolean;
}

/** Ends a room. */
export interface TextRoomDestroy {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** Remove it from Janus's configuration, too. */
  permanent?: boolean;
}

/** Asks whether a room exists. */
export interface TextRoomExists {
  /** The room. */
  room: number | string;
}

/** Lists the rooms. */
export interface TextRoomList {
  /** The plugin's `admin_key`, if it has one. */
  admin_key?: string;
}

/** Lists who is in a room. */
export interface TextRoomListParticipants {
  /** The room. */
  room: number | string;
}

/** Changes which tokens may join. */
export interface TextRoomAllow {
  /** The room. */
  room: number | string;
  /** The room's secret, if it has one. */
  secret?: string;
  /** What to do. */
  action: 'enable' | 'disable' | 'add' | 'remove';
  /** The tokens to add or remove. */
  list?: Array<string>;
}

/** Throws a participant out. */
export interface TextRoomKick {
  /** The room. */
  room: number | string;
  /** Whom. */
  username: string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** Tells all of a room something. */
export interface TextRoomAnnouncement {
  /** The room. */
  room: number | string;
  /** What. */
  text: string;
  /** The room's secret, if it has one. */
  secret?: string;
}

/** How the negotiation goes on. */
export interface TextRoomNegotiation {
  /** `ok` */
  result?: string;
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was made, changed or ended. */
export interface TextRoomCreated {
  /** The room. */
  room?: number | string;
  /** Whether Janus's configuration was changed. */
  permanent?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Whether a room exists. */
export interface TextRoomExistence {
  /** The room. */
  room?: number | string;
  /** Whether it does. */
  exists?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The rooms. */
export interface TextRoomRooms {
  /** Each with its settings. */
  list?: Array<TextRoomRoom>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A room and its settings. */
export interface TextRoomRoom {
  /** Its id. */
  room?: number | string;
  /** What it is called. */
  description?: string;
  /** Whether joining needs a PIN. */
  pin_required?: boolean;
  /** How many are in it. */
  num_participants?: number;
  /** How many messages it keeps for those who come later. */
  history?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Who is in a room. */
export interface TextRoomParticipants {
  /** The room. */
  room?: number | string;
  /** Who. */
  participants?: Array<TextRoomParticipant>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Somebody in a room. */
export interface TextRoomParticipant {
  /** Who. */
  username?: string;
  /** The name to show. */
  display?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Which tokens may join. */
export interface TextRoomAllowed {
  /** The room. */
  room?: number | string;
  /** The tokens; missing where none are asked for. */
  list?: Array<string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** It was done. */
export interface TextRoomDone {
  /** The room. */
  room?: number | string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Begins a PeerConnection; an offer comes back, to be answered with `Ack`. */
export interface TextRoomSetup {
}

/**
 * Answers an offer of `Setup` or `Restart`. Without the answer it is refused before it is sent
 * (`InvalidArgument`), as Janus would say "ok" and do nothing.
 */
export interface TextRoomAck {
  /** The session description that goes with it. */
  jsep?: Jsep;
  /** Whether the media are encrypted end to end. */
  e2ee?: boolean;
}

/** Restarts ICE; an offer comes back, to be answered with `Ack`. */
export interface TextRoomRestart {
}

/** The answer to an offer of TextRoom's: as it is, or in an object. */
export type TextRoomAckParams = Jsep | TextRoomAck;

/** The plugin's events. */
export declare const EVENT: {
  /** Something failed. */
  readonly TEXTROOM_ERROR: 'textroom_error';
  /** The response to `Setup`, `Ack` or `Restart`, where it comes after its request has ended. */
  readonly TEXTROOM_RESULT: 'textroom_result';
};

/** The plugin's error codes, as in `error.plugin`. */
export declare const ERROR: {
  /** No message. */
  readonly NO_MESSAGE: 411;
  /** The body is no JSON object. */
  readonly INVALID_JSON: 412;
  /** A field is missing. */
  readonly MISSING_ELEMENT: 413;
  /** A field is wrong. */
  readonly INVALID_ELEMENT: 414;
  /** No such request, or none for this way. */
  readonly INVALID_REQUEST: 415;
  /** There is a PeerConnection already, or none yet. */
  readonly ALREADY_SETUP: 416;
  /** No such room. */
  readonly NO_SUCH_ROOM: 417;
  /** The room exists already. */
  readonly ROOM_EXISTS: 418;
  /** A wrong secret, pin or token. */
  readonly UNAUTHORIZED: 419;
  /** The name is taken. */
  readonly USERNAME_EXISTS: 420;
  /** The participant is in the room already. */
  readonly ALREADY_IN_ROOM: 421;
  /** The participant is not in the room. */
  readonly NOT_IN_ROOM: 422;
  /** No such participant. */
  readonly NO_SUCH_USER: 423;
  /** Anything else. */
  readonly UNKNOWN_ERROR: 499;
};

/** What each event carries. */
export interface TextRoomEvents extends HandleEvents {
  textroom_error: [JanusError];
  textroom_result: [TextRoomNegotiation];
}

/** The TextRoom plugin. */
export declare class TextRoomHandle extends Handle<TextRoomEvents> {
  /** Makes a room. */
  create(params?: TextRoomCreate, options?: CallOptions): Promise<TextRoomCreated>;
  /** Changes a room. */
  edit(params: TextRoomEdit, options?: CallOptions): Promise<TextRoomCreated>;
  /** Ends a room. */
  destroy(params: TextRoomDestroy, options?: CallOptions): Promise<TextRoomCreated>;
  /** Asks whether a room exists. */
  exists(params: TextRoomExists, options?: CallOptions): Promise<TextRoomExistence>;
  /** Lists the rooms. */
  list(params?: TextRoomList, options?: CallOptions): Promise<TextRoomRooms>;
  /** Lists who is in a room. */
  listParticipants(params: TextRoomListParticipants, options?: CallOptions): Promise<TextRoomParticipants>;
  /** Changes which tokens may join. */
  allow(params: TextRoomAllow, options?: CallOptions): Promise<TextRoomAllowed>;
  /** Throws a participant out. */
  kick(params: TextRoomKick, options?: CallOptions): Promise<TextRoomDone & Pick<TextRoomKick, 'username'>>;
  /** Tells all of a room something. */
  announcement(params: TextRoomAnnouncement, options?: CallOptions): Promise<TextRoomDone>;
  /** Begins a PeerConnection; an offer comes back, to be answered with `Ack`. */
  setup(params?: TextRoomSetup, options?: CallOptions): Promise<TextRoomNegotiation>;
  /**
   * Answers an offer of `Setup` or `Restart`. Without the answer it is refused before it is sent
   * (`InvalidArgument`), as Janus would say "ok" and do nothing.
   */
  ack(params?: TextRoomAckParams, options?: CallOptions): Promise<TextRoomNegotiation>;
  /** Restarts ICE; an offer comes back, to be answered with `Ack`. */
  restart(params?: TextRoomRestart, options?: CallOptions): Promise<TextRoomNegotiation>;
}

/** What the data channel tells. */
export interface TextRoomChannelEvents extends EventMap {
  /** Somebody said something. */
  textroom_message: [TextRoomSaid];
  /** Something was announced. */
  textroom_announcement: [TextRoomAnnounced];
  /** Somebody joined; oneself, too. */
  textroom_join: [TextRoomArrival];
  /** Somebody left; oneself, too. */
  textroom_leave: [TextRoomDeparture];
  /** Somebody was thrown out; all are told, that one, too. */
  textroom_kicked: [TextRoomDeparture];
  /** The room is no more. */
  textroom_destroyed: [TextRoomEnded];
  /** A request without a transaction was refused. */
  textroom_error: [JanusError];
  /** Something that this version does not know, as it came. */
  textroom_other: [unknown];
}

/**
 * What goes over the data channel: requests, and what is told. It listens to a page's
 * `RTCDataChannel` by itself; texts that come another way are given to `receive`.
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
  /** Takes in what came. */
  receive(text: string): void;
  /** Joins a room, which a user may do with several. */
  join(params: TextRoomJoin, options?: CallOptions): Promise<TextRoomJoined>;
  /** Leaves a room. */
  leave(params: TextRoomLeave, options?: CallOptions): Promise<TextRoomDone>;
  /** Says something to a room, or to some in it. */
  message(params: TextRoomMessage, options?: CallOptions): Promise<TextRoomSent>;
  /** Lists the rooms. */
  list(params?: TextRoomList, options?: CallOptions): Promise<TextRoomRooms>;
  /** Lists who is in a room. */
  listParticipants(params: TextRoomListParticipants, options?: CallOptions): Promise<TextRoomParticipants>;
  /** Asks whether a room exists. */
  exists(params: TextRoomExists, options?: CallOptions): Promise<TextRoomExistence>;
  /** Makes a room. */
  create(params?: TextRoomCreate, options?: CallOptions): Promise<TextRoomCreated>;
  /** Changes a room. */
  edit(params: TextRoomEdit, options?: CallOptions): Promise<TextRoomCreated>;
  /** Ends a room. */
  destroy(params: TextRoomDestroy, options?: CallOptions): Promise<TextRoomCreated>;
  /** Changes which tokens may join. */
  allow(params: TextRoomAllow, options?: CallOptions): Promise<TextRoomAllowed>;
  /** Throws a participant out. */
  kick(params: TextRoomKick, options?: CallOptions): Promise<TextRoomDone>;
  /** Tells all of a room something. */
  announcement(params: TextRoomAnnouncement, options?: CallOptions): Promise<TextRoomDone>;
}

declare const plugin: {
  readonly id: 'janus.plugin.textroom';
  readonly Handle: typeof TextRoomHandle;
  readonly EVENT: typeof EVENT;
  readonly ERROR: typeof ERROR;
};
export default plugin;
