// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

export const state = { room: null, feed: null };

/** Keeps the room and the feed on the handle. */
function joined(data, params, handle) {
  handle.room = data.room ?? handle.room;
  handle.feed = data.feed ?? handle.feed;
  if (data.rtp_participant !== undefined) data.rtp = data.rtp_participant;
  return data;
}
export const joinResult = joined;
export const changeRoomResult = joined;

/** Forgets the room and the feed if the participant that left is this handle. */
function forgetRoom(data, raw, handle) {
  if (data.feed === handle.feed) handle.room = handle.feed = null;
  return data;
}
export const leaveResult = forgetRoom;
export const kickedEvent = forgetRoom;
export const kicked_allEvent = forgetRoom;

/** Moves the fields of a single participant to the top, as Janode does. */
function flattenParticipant(data) {
  data.participants ??= [];
  if (!Array.isArray(data.participants)) return data;
  const [participant, ...others] = data.participants;
  if (participant === null || typeof participant !== 'object' || others.length > 0) return data;
  const { participants, ...rest } = data;
  return withUnknown({ ...rest, ...participant }, { ...data.extra, ...participant.extra });
}

/** Adds the fields without a definition as `extra`, as the readers do. */
function withUnknown(data, extra) {
  return Object.keys(extra).length === 0 ? data : Object.defineProperty(data, 'extra', { value: extra, configurable: true });
}
export const configuredEvent = flattenParticipant;
export const peer_joinedEvent = flattenParticipant;

/** Converts Janus's texts `talking` and `stopped-talking` to a boolean. */
export function talkingEvent(data) {
  data.talking = data.talking === 'talking';
  return data;
}

/** Puts the forwarder's fields into an object, as Janode does. */
function withForwarder(data) {
  const { room } = data;
  delete data.room;
  return { room, forwarder: data };
}
export const startForwardResult = withForwarder;
export const stopForwardResult = withForwarder;
