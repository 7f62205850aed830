/** Gives a peer's encoded frames to a worker; `endToEnd` returns it. */
export interface Encryption {
  /** What the RTCPeerConnection needs. */
  readonly configuration: RTCConfiguration & { encodedInsertableStreams?: boolean };
  /** Encrypts what a sender sends. */
  sender(sender: RTCRtpSender): void;
  /** Decrypts what a receiver receives. */
  receiver(receiver: RTCRtpReceiver): void;
}

/** An encoded frame: `RTCEncodedVideoFrame` or `RTCEncodedAudioFrame`. */
export interface EncodedFrame {
  data: ArrayBuffer;
}

/** Changes a frame and passes it on with `controller.enqueue(frame)`; a frame that is not passed on is dropped. */
export type FrameTransform = (
  frame: EncodedFrame,
  controller: { enqueue(frame: EncodedFrame): void },
  options: { operation: 'encrypt' | 'decrypt'; [option: string]: any },
) => void | Promise<void>;

/**
 * Encrypts the media of a peer end to end: every frame passes a worker, which uses `transformFrames`. Janus gets
 * `e2ee: true` with each description, and forwards the frames as they are.
 * @param options copied to the worker, such as a `CryptoKey`
 * @throws {WebRtcError} `unsupported` where the browser gives no access to encoded frames
 */
export declare function endToEnd(worker: Worker, options?: object): Encryption;

/**
 * In the worker: transforms each frame. Leave the first bytes of a video frame readable, as Janus reads the headers of
 * codecs to find key frames and layers: 10 bytes of a VP8 key frame, 3 of others; 1 byte of an audio frame.
 */
export declare function transformFrames(transform: FrameTransform): void;
