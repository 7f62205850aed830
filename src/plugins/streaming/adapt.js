export const state = { mp: null };

/** Adds the id of the watched mountpoint, and `restart` for an ICE restart. */
function withMountpoint(data, raw, handle) {
  if (handle.mp !== null) data.id ??= handle.mp;
  if (data.status === 'updating') data.restart = true;
  return data;
}
export const statusEvent = withMountpoint;
export const startResult = withMountpoint;
export const pauseResult = withMountpoint;
export const stopResult = withMountpoint;

/** Keeps the id of the watched mountpoint on the handle. */
function keepMountpoint(data, params, handle) {
  handle.mp = params.id;
  return withMountpoint(data, params, handle);
}
export const watchResult = keepMountpoint;
export const switchResult = keepMountpoint;

/** Stops all recordings if the request names none. */
export const stopRecordingParams = (params) => (params.media ? params : { audio: true, video: true, data: true, ...params });

/** Converts Janode's object for each media type to Janus's fields, such as `audio.port` to `audioport`. */
export function createRtpMountpointParams(params) {
  const body = { ...params };
  for (const kind of ['audio', 'video', 'data']) {
    if (params[kind] === null || typeof params[kind] !== 'object') continue;
    body[kind] = true;
    const { buffer, ...source } = { port: 0, ...params[kind] };
    for (const name in source) body[kind + name] = source[name];
    if (buffer !== undefined) body[kind === 'data' ? 'databuffermsg' : `${kind}bufferkf`] = buffer;
    if (kind === 'video' && typeof source.port2 === 'number' && typeof source.port3 === 'number') body.videosimulcast = true;
  }
  return body;
}
