import type { Peer } from './peer.js';

/**
 * Creates a data channel. The label is `JanusDataChannel` by default, the only one on which TextRoom responds:
 * `new TextRoomChannel(createChannel(peer))`.
 *
 * Create it before the negotiation; after the first negotiation the m-line of the first channel is negotiated by itself.
 */
export declare function createChannel(peer: Peer, options?: RTCDataChannelInit & { label?: string }): RTCDataChannel;
