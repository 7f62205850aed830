// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

export const state = { room: null, feed: null, streams: null };

/** Converts milliseconds to microseconds, the unit of Janus. */
export function ms_as_us(value) {
  return typeof value === 'number' ? value * 1000 : undefined;
}

/** Removes the fields for one stream from a request that has `streams`, as Janode does. */
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

/** Keeps the room, the feed and the streams on the handle. */
function joined(data, params, handle) {
  handle.room = data.room ?? handle.room;
  handle.feed = data.feed ?? handle.feed;
  handle.streams = data.streams ?? handle.streams;
  return data;
}

export const joinPublisherResult = joined;
export const joinConfigurePublisherResult = joined;
export const joinSubscriberResult = joined;

/** Replaces the feed `ok`, which means this handle, by the handle's own feed. */
function withOwnFeed(data, raw, handle) {
  if (data.feed === 'ok') data.feed = handle.feed ?? undefined;
  return data;
}
export const unpublishedEvent = withOwnFeed;
export const leavingEvent = withOwnFeed;
export const unpublishResult = withOwnFeed;

export function leaveResult(data, params, handle) {
  delete data.left;
  data.feed = handle.feed ?? undefined;
  handle.room = handle.feed = handle.streams = null;
  return data;
}

export function switchResult(data, params, handle) {
  if (handle.feed !== null) data.from_feed = handle.feed;
  if (params.to_feed !== undefined) handle.feed = params.to_feed;
  return joined(data, params, handle);
}

/** Hangs up after a refused publication, because Janus has already created the PeerConnection. */
function hangUpAfterRefusal(error, { jsep }, handle) {
  if (jsep && error.plugin >= 429 && error.plugin <= 437 && error.plugin !== 434) handle.hangup().catch(() => {});
  throw error;
}
export const configureFailed = hangUpAfterRefusal;
export const publishFailed = hangUpAfterRefusal;
export const joinConfigurePublisherFailed = hangUpAfterRefusal;

/** Renames a forwarder's fields as Janode does: the names contain the media type. */
function namedByMedia(forwarder) {
  const { type } = forwarder;
  const names = { stream_id: `${type}_stream`, port: `${type}_port`, remote_rtcp_port: `${type}_rtcp_port`, substream: 'sc_substream_layer' };
  for (const name in names) {
    if (forwarder[name] !== undefined) forwarder[names[name]] = forwarder[name];
    delete forwarder[name];
  }
  delete forwarder.type;
  return forwarder;
}

/** Converts the deprecated form of the forwarders: one object for all streams. */
function deprecatedForm({ host, warning, ...stream }) {
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

export function startForwardResult(data) {
  if (data.rtp_stream) data.forwarder = deprecatedForm(data.rtp_stream);
  else withNamedForwarders(data);
  delete data.rtp_stream;
  return data;
}

export function listForwardResult(data) {
  data.forwarders = mapped(data.forwarders, withNamedForwarders);
  return data;
}

function withNamedForwarders(data) {
  data.forwarders = mapped(data.forwarders, namedByMedia);
  return data;
}

/** Maps the objects of a list. A missing list is empty; other values stay as they are. */
function mapped(list = [], change) {
  if (!Array.isArray(list)) return list;
  return list.map((entry) => (entry !== null && typeof entry === 'object' ? change(entry) : entry));
}

/** Converts Janus's texts `talking` and `stopped-talking` to a boolean. */
export function talkingEvent(data) {
  data.talking = data.talking === 'talking';
  return data;
}
