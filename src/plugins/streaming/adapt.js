export const state = { mp: null };

/** The handle knows what it watches. */
function told(data, about, handle) {
  const restart = data.status === 'updating' ? { restart: true } : {};
  return { ...(handle.mp === null ? {} : { id: handle.mp }), ...data, ...restart };
}
export const statusEvent = told;
export const startResult = told;
export const pauseResult = told;
export const stopResult = told;

/** Whose media come. */
function watching(data, params, handle) {
  handle.mp = params.id;
  return told(data, params, handle);
}
export const watchResult = watching;
export const switchResult = watching;

/** All that is recorded, where nothing is named. */
export const stopRecordingParams = (params) => (params.media ? params : { audio: true, video: true, data: true, ...params });

/** Janode has an object for each kind of media, Janus a field for each of its members. */
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
