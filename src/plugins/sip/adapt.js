/** The last event before the response, by handle: the response repeats its caller and its SDP answer. */
const earlierEvents = new WeakMap();
function remember(data, raw, handle) {
  earlierEvents.set(handle, data);
  return data;
}
export const incomingEvent = remember;
export const progressEvent = remember;

/** Adds the caller and the SDP answer of an earlier event of the same call. */
function withEarlierEvent(data, params, handle) {
  const { call_id, username, jsep } = earlierEvents.get(handle) ?? {};
  if (call_id !== data.call_id) return data;
  if (username !== undefined) data.username ??= username;
  if (jsep?.type === 'answer') data.jsep ??= jsep;
  return data;
}
export const callResult = withEarlierEvent;
export const acceptResult = withEarlierEvent;
