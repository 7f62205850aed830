// Generated from the plugin's definition in src/plugins; edit that, then run `make generate`.
// @ts-nocheck

/** What happened, at the top; the handle knows what it watches. */
function told({ result, ...data }, about, handle) {
  const restart = result.status === 'updating' ? { restart: true } : {};
  return { ...data, ...(result.status && handle.mp != null ? { id: handle.mp } : {}), ...result, ...restart };
}
export const statusEvent = told;
export const layersEvent = told;
export const startResult = told;
export const pauseResult = told;
export const stopResult = told;
export const configureResult = ({ result, ...data }) => data;

/** Whose media come. */
function watching(data, params, handle) {
  handle.mp = params.id;
  return told(data, params, handle);
}
export const watchResult = watching;
export const switchResult = watching;

export const infoResult = ({ info }) => info;

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
    if (kind === 'video' && source.port2 && source.port3) body.videosimulcast = true;
  }
  return body;
}

/** The mountpoint's own fields, at the top. */
const mountpoint = ({ stream, ...data }) => ({ ...data, ...stream });
export const createRtpMountpointResult = mountpoint;
export const createLiveMountpointResult = mountpoint;
export const createOndemandMountpointResult = mountpoint;
export const createRtspMountpointResult = mountpoint;
