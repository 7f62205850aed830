export const state = { room: null, feed: null };

/** Keeps the room and the feed on the handle. */
function joined(data, params, handle) {
  handle.room = data.room ?? handle.room;
  handle.feed = data.feed ?? handle.feed;
  return data.rtp_participant === undefined ? data : { ...data, rtp: data.rtp_participant };
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
function flattenParticipant({ participants = [], ...data }) {
  return participants?.length === 1 && typeof participants[0] === 'object' ? { ...data, ...participants[0] } : { ...data, participants };
}
export const configuredEvent = flattenParticipant;
export const peer_joinedEvent = flattenParticipant;

/** Converts Janus's texts `talking` and `stopped-talking` to a boolean. */
export const talkingEvent = (data) => ({ ...data, talking: data.talking === 'talking' });

/** Puts the forwarder's fields into an object, as Janode does. */
function withForwarder({ room, ...forwarder }) {
  return { room, forwarder };
}
export const startForwardResult = withForwarder;
export const stopForwardResult = withForwarder;
