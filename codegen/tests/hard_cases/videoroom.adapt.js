/** Converts milliseconds to microseconds, the unit of Janus. */
export function ms_as_us(value) {
  return typeof value === 'number' ? value * 1000 : undefined;
}

/** Adds the display name, which the response lacks. */
export function joinPublisherResult(data, { display }, handle) {
  handle.feed = data.feed;
  handle.room = data.room;
  return display === undefined ? data : { ...data, display };
}

/** Adds the feed and the display name, which the response lacks. */
export function configureResult(data, { display }, handle) {
  return { ...data, feed: handle.feed, ...(display === undefined ? {} : { display }) };
}

/** Hangs up after a refusal, because Janus has already created the PeerConnection. */
export function configureFailed(error, { jsep }, handle) {
  if (jsep && error.plugin >= 429 && error.plugin <= 437 && error.plugin !== 434) handle.hangup().catch(() => {});
  throw error;
}

/** Renames a forwarder's fields as Janode does: the names contain the media type. */
export function startForwardResult({ forwarders, ...data }) {
  const named = ({ type, stream_id, host, port, remote_rtcp_port, substream, ...rest }) => ({
    host,
    [`${type}_stream`]: stream_id,
    [`${type}_port`]: port,
    ...(remote_rtcp_port === undefined ? {} : { [`${type}_rtcp_port`]: remote_rtcp_port }),
    ...(substream === undefined ? {} : { sc_substream_layer: substream }),
    ...rest,
  });
  return { ...data, forwarders: forwarders.map(named) };
}

/** Replaces the feed `ok`, which means this handle, by the handle's own feed. */
export function leavingEvent(data, raw, handle) {
  return data.feed === 'ok' ? { ...data, feed: handle.feed } : data;
}
