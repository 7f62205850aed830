/** Janus sends its plugins' messages on the channel with this label; TextRoom responds on no other one. */
const LABEL = 'JanusDataChannel';

/**
 * @param {import('./types/peer.js').Peer} peer
 * @param {RTCDataChannelInit & { label?: string }} [options]
 */
export function createChannel(peer, { label = LABEL, ...init } = {}) {
  return peer.connection.createDataChannel(label, init);
}
