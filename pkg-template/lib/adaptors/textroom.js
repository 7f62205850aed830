// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

/** Accepts the SDP answer itself, as Janode does, and an object with `jsep`, as Janode documents. */
export const ackParams = (params) => (params.type === undefined ? params : { jsep: params });
