export const state = { room: null, feed: null, streams: null };

/** Janus counts in microseconds. */
export function ms_as_us(value) {
  return typeof value === 'number' ? value * 1000 : undefined;
}

/** Where `streams` says it all, the fields for one stream are not sent, as in Janode. */
function withoutLegacy(params, names) {
  if (!Array.isArray(params.streams)) return params;
  const rest = { ...params };
  for (const name of names) delete rest[name];
  return rest;
}

const MEDIA = ['audio', 'video', 'data'];
const LAYERS = ['sc_substream_layer', 'sc_substream_fallback_ms', 'sc_temporal_layers'];
const OFFERS = ['feed', 'offer_audio', 'offer_video', 'offer_data'];

export const configureParams = (params) => withoutLegacy(params, [...MEDIA, ...LAYERS]);
export const joinSubscriberParams = (params) => withoutLegacy(params, [...MEDIA, ...LAYERS, ...OFFERS]);
export const switchParams = (params) => withoutLegacy(params, ['to_feed', ...MEDIA]);

/** The handle knows where it is, and who. */
function entered(data, params, handle) {
  handle.room = data.room ?? handle.room;
  handle.feed = data.feed ?? handle.feed;
  handle.streams = data.streams ?? handle.streams;
  return data;
}

export const joinPublisherResult = entered;
export const joinConfigurePublisherResult = entered;
export const joinSubscriberResult = entered;

/** "ok" is the handle itself, and then it is out. */
function gone(data, about, handle) {
  if (data.feed !== 'ok') return data;
  return { ...data, feed: handle.feed ?? undefined };
}
export const unpublishedEvent = gone;
export const leavingEvent = gone;
export const unpublishResult = gone;

export function leaveResult({ left, ...data }, params, handle) {
  const result = { ...data, feed: handle.feed ?? undefined };
  handle.room = handle.feed = handle.streams = null;
  return result;
}

export function switchResult(data, params, handle) {
  const from = handle.feed === null ? {} : { from_feed: handle.feed };
  if (params.to_feed !== undefined) handle.feed = params.to_feed;
  return entered({ ...data, ...from }, params, handle);
}

/** A publication that was refused leaves half a PeerConnection behind. */
function hangUp(error, { jsep }, handle) {
  if (jsep && error.plugin >= 429 && error.plugin <= 437 && error.plugin !== 434) handle.hangup().catch(() => {});
  throw error;
}
export const configureFailed = hangUp;
export const publishFailed = hangUp;
export const joinConfigurePublisherFailed = hangUp;

/** Janode names a forwarder's fields for what is forwarded. */
function named({ type, stream_id, host, port, remote_rtcp_port, substream, ...rest }) {
  return {
    host,
    [`${type}_stream`]: stream_id,
    [`${type}_port`]: port,
    ...(remote_rtcp_port === undefined ? {} : { [`${type}_rtcp_port`]: remote_rtcp_port }),
    ...(substream === undefined ? {} : { sc_substream_layer: substream }),
    ...rest,
  };
}

/** The old form: one object for all streams. */
function oldForm({ host, warning, ...stream }) {
  const forwarder = { host };
  for (const kind of ['audio', 'video', 'data']) {
    for (const end of ['', '_2', '_3']) {
      const id = stream[`${kind}_stream_id${end}`];
      if (id === undefined) continue;
      forwarder[`${kind}_stream${end}`] = id;
      forwarder[`${kind}_port${end}`] = stream[`${kind}${end}`];
      if (end === '' && stream[`${kind}_rtcp`] !== undefined) forwarder[`${kind}_rtcp_port`] = stream[`${kind}_rtcp`];
    }
  }
  return forwarder;
}

export function startForwardResult({ forwarders, rtp_stream, ...data }) {
  if (rtp_stream) return { ...data, forwarder: oldForm(rtp_stream) };
  return { ...data, forwarders: mapped(forwarders, named) };
}

export function listForwardResult({ forwarders, ...data }) {
  const ofFeed = ({ forwarders: list, ...feed }) => ({ ...feed, forwarders: mapped(list, named) });
  return { ...data, forwarders: mapped(forwarders, ofFeed) };
}

/** A list that is missing is empty; what is no list, or no object in it, stays as it came. */
function mapped(list = [], change) {
  if (!Array.isArray(list)) return list;
  return list.map((one) => (one !== null && typeof one === 'object' ? change(one) : one));
}

/** Janus has two words for it. */
export const talkingEvent = (data) => ({ ...data, talking: data.talking === 'talking' });
