// Generated from the plugin's definition in src/plugins; edit that, then run `make generate`.
// @ts-nocheck

/** Janode takes the answer itself, and documents an object around it: both are understood. */
export const ackParams = (params) => (params.type === undefined ? params : { jsep: params });
