/** Janus counts in microseconds. */
export function ms_as_us(value) {
  return typeof value === 'number' ? value * 1000 : undefined;
}

/** Janus does not say the own name again. */
export function joinPublisherResult(data, { display }, handle) {
  handle.feed = data.feed;
  handle.room = data.room;
  return display === undefined ? data : { ...data, display };
}

/** Janus says "ok" only. */
export function configureResult(data, { display }, handle) {
  return { ...data, feed: handle.feed, ...(display === undefined ? {} : { display }) };
}

/** These leave half a PeerConnection behind. */
export function configureFailed(error, { jsep }, handle) {
  if (jsep && error.plugin >= 429 && error.plugin <= 437 && error.plugin !== 434) handle.hangup().catch(() => {});
  throw error;
}

/** Janode names a forwarder's fields for what is forwarded. */
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

/** "ok" is the handle itself. */
export function leavingEvent(data, raw, handle) {
  return data.feed === 'ok' ? { ...data, feed: handle.feed } : data;
}
