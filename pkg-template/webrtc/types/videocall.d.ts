import type { Call, CallOptions, IncomingCall, ReceiveOptions } from './call.js';
import type { PeerHandle } from './signalling.js';
import type { LocalTrack } from './tracks.js';

/** A VideoCall handle that has registered a username, or an object of your own with the same methods and events. */
export interface VideoCallHandle extends PeerHandle {
  call(params: any): Promise<{ event: string; reason?: string }>;
  accept(params: any): Promise<unknown>;
  set(params: any): Promise<unknown>;
  hangupCall(params?: any): Promise<unknown>;
}

/** A call between two users of VideoCall. */
export interface VideoCall extends Call {
  /** The other user. */
  readonly username: string;
  /**
   * Ends the call (Janus: `hangup`). Tracks are not stopped. Rejects with the handle's error, and
   * the peer ends nevertheless.
   * @param params `reason` is a text for the other user; Janus may report `Remote WebRTC hangup` before it
   */
  hangup(params?: { reason?: string }): Promise<void>;
}

/** A call of another user. */
export interface IncomingVideoCall extends IncomingCall<VideoCall> {
  /** The caller. */
  readonly username: string;
  /** Declines the call (Janus: `hangup`). */
  decline(params?: { reason?: string }): Promise<void>;
}

/**
 * Calls a user (Janus: `call`). Resolves when the user has accepted.
 *
 * Rejects with Janus's error, such as 478 (no such user), with `declined` if the user is busy, with `peer_closed` if
 * the user hangs up before an answer, or with `cancelled` when `signal` aborts.
 *
 * A call that reaches the user within some milliseconds of the end of the user's former call may end at once, as Janus
 * still hangs that one up: the reason is `Remote WebRTC hangup`. Call again then.
 *
 * ```js
 * await handle.register({ username: 'anna' });
 * const call = await startVideoCall(handle, { username: 'ben' }, [microphone, camera]);
 * video.srcObject = call.stream;
 * ```
 * @param tracks what this side sends, at least one; each m-line receives, too
 */
export declare function startVideoCall(handle: VideoCallHandle, params: { username: string }, tracks: LocalTrack[], options?: CallOptions): Promise<VideoCall>;

/**
 * Calls the listener with each call that comes in. All held events of the handle are emitted: add your own listeners
 * before.
 *
 * ```js
 * receiveVideoCalls(handle, async (incoming) => {
 *   incoming.signal.addEventListener('abort', () => hideQuestion());
 *   if (await isWanted(incoming.username)) video.srcObject = (await incoming.answer([microphone, camera])).stream;
 *   else await incoming.decline();
 * });
 * ```
 */
export declare function receiveVideoCalls(handle: VideoCallHandle, listener: (call: IncomingVideoCall) => void, options?: ReceiveOptions): void;
