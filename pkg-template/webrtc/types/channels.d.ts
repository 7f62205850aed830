import type { Peer } from './peer.js';

/**
 * Creates a data channel. The label is `JanusDataChannel` by default, the only one on which TextRoom responds:
 * `new TextRoomChannel(createChannel(peer))`.
 *
 * ```js
 * const peer = new Peer(handleSignalling(handle, { offer: () => handle.setup(), send: (jsep) => handle.ack({ jsep }) }));
 * const textroom = new TextRoomChannel(createChannel(peer));
 * await peer.negotiate();
 * ```
 *
 * A handle of TextRoom has one peer: Janus refuses another `setup` of it (416).
 *
 * Create it before the negotiation; after the first negotiation the m-line of the first channel is negotiated by itself.
 */
export declare function createChannel(peer: Peer, options?: RTCDataChannelInit & { label?: string }): RTCDataChannel;
