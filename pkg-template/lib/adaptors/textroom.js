// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

/** Janode takes the answer itself, and documents an object around it: both are understood. */
export const ackParams = (params) => (params.type === undefined ? params : { jsep: params });
