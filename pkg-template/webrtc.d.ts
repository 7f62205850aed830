export {
  joinAudioBridge,
  type AudioBridgeHandle,
  type AudioBridgeOptions,
  type AudioBridgeParams,
  type AudioParticipant,
  type AudioRoom,
  type AudioRoomEvents,
} from './webrtc/types/audiobridge.js';
export type { AnswerOptions, Call, CallOptions, IncomingCall, ReceiveOptions } from './webrtc/types/call.js';
export { createChannel } from './webrtc/types/channels.js';
export { startEcho, type EchoHandle, type EchoOptions } from './webrtc/types/echo.js';
export type { ListenOptions } from './webrtc/types/emitter.js';
export { endToEnd, transformFrames, type EncodedFrame, type Encryption, type FrameTransform } from './webrtc/types/encryption.js';
export { WebRtcError, type WebRtcErrorCode } from './webrtc/types/errors.js';
export { Peer, type Jsep, type PeerEvents, type PeerOptions, type PeerState, type RemoteCandidate, type Signalling } from './webrtc/types/peer.js';
export {
  playRecording,
  recordTracks,
  type PlayHandle,
  type RecordHandle,
  type RecordOptions,
  type Recording,
  type RecordingParams,
  type RecordingPlayback,
} from './webrtc/types/recordplay.js';
export { handleSignalling, type HandleSignalling, type PeerHandle } from './webrtc/types/signalling.js';
export {
  receiveSipCalls,
  startSipCall,
  type IncomingSipCall,
  type SipAnswerOptions,
  type SipCall,
  type SipCallParams,
  type SipDtmfOptions,
  type SipHandle,
  type SipInvite,
} from './webrtc/types/sip.js';
export { watchLevels, watchStatistics, type AudioLevel, type PeerStatistics, type StreamStatistics, type WatchOptions } from './webrtc/types/statistics.js';
export { playMountpoint, type MountpointParams, type MountpointPlayback, type ViewerHandle } from './webrtc/types/streaming.js';
export {
  LocalTrack,
  listDevices,
  openCamera,
  openCanvas,
  openDevices,
  openFile,
  openMicrophone,
  openScreen,
  sendTrack,
  watchDevices,
  type Device,
  type LocalTrackEvents,
  type SendOptions,
  type Sender,
  type TrackSource,
} from './webrtc/types/tracks.js';
export { receiveVideoCalls, startVideoCall, type IncomingVideoCall, type VideoCall, type VideoCallHandle } from './webrtc/types/videocall.js';
export {
  Room,
  joinRoom,
  publish,
  showStream,
  watch,
  type Feed,
  type LayerChoice,
  type Participant,
  type Publication,
  type PublishOptions,
  type PublishedStream,
  type RoomEvents,
  type RoomHandle,
  type RoomParams,
  type StreamOptions,
  type SubscriberHandle,
  type Watch,
  type WatchEvents,
  type WatchRoomOptions,
  type WatchedStream,
} from './webrtc/types/videoroom.js';
