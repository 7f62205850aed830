export const state = { room: null, feed: null };

/** The handle knows where it is, and who. */
function entered(data, params, handle) {
  handle.room = data.room ?? handle.room;
  handle.feed = data.feed ?? handle.feed;
  return data.rtp_participant === undefined ? data : { ...data, rtp: data.rtp_participant };
}
export const joinResult = entered;
export const changeRoomResult = entered;

/** Who is out is nowhere. */
function out(data, about, handle) {
  if (data.feed === handle.feed) handle.room = handle.feed = null;
  return data;
}
export const leaveResult = out;
export const kickedEvent = out;
export const kicked_allEvent = out;

/** The one whom it is about, at the top. */
function alone({ participants = [], ...data }) {
  return participants?.length === 1 && typeof participants[0] === 'object' ? { ...data, ...participants[0] } : { ...data, participants };
}
export const configuredEvent = alone;
export const peer_joinedEvent = alone;

/** Janus has two words for it. */
export const talkingEvent = (data) => ({ ...data, talking: data.talking === 'talking' });

/** The forwarder in an object of its own. */
function forwarded({ room, ...forwarder }) {
  return { room, forwarder };
}
export const startForwardResult = forwarded;
export const stopForwardResult = forwarded;
