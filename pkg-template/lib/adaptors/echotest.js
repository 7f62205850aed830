// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

/**
 * Adds the defaults of Janode to a request with an SDP offer: no media, no bitrate limit, no recording.
 * Without an offer, missing fields stay as they are.
 */
export function startParams(params) {
  if (!params.jsep) return params;
  return { audio: false, video: false, bitrate: 0, record: false, ...params };
}
