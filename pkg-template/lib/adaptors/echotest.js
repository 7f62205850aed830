// Generated from the plugin's definition in src/plugins; edit that, then run `make generate`.
// @ts-nocheck

/**
 * With an offer, Janode sends what its caller left out: no media, no limit.
 * Without one, what is left out stays as it is.
 */
export function startParams(params) {
  if (!params.jsep) return params;
  return { audio: false, video: false, bitrate: 0, record: false, ...params };
}
