/** Accepts the SDP answer itself, as Janode does, and an object with `jsep`, as Janode documents. */
export const ackParams = (params) => (params.type === undefined ? params : { jsep: params });
