// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

/**
 * With an offer, Janode sends what its caller left out: no media, no limit.
 * Without one, what is left out stays as it is.
 */
export function startParams(params) {
  if (!params.jsep) return params;
  return { audio: false, video: false, bitrate: 0, record: false, ...params };
}
