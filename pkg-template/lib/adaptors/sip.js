// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

/** What came before the answer, and is part of it: the caller's name, the answer to an offer. */
const earlier = new WeakMap();
function remembered(data, raw, handle) {
  earlier.set(handle, data);
  return data;
}
export const incomingEvent = remembered;
export const progressEvent = remembered;

function completed(data, params, handle) {
  const { call_id, username, jsep } = earlier.get(handle) ?? {};
  if (call_id !== data.call_id) return data;
  const early = jsep?.type === 'answer' ? { jsep } : {};
  const caller = username === undefined ? {} : { username };
  return { ...caller, ...early, ...data };
}
export const callResult = completed;
export const acceptResult = completed;
