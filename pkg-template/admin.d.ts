// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, Reply, MediaKind, Codec } from './index.js';

/** How much of ICE Janus implements for a PeerConnection. */
export type AdminIceMode = 'full' | 'lite' | (string & {});

/** Which side of ICE chooses the candidate pair. */
export type AdminIceRole = 'controlling' | 'controlled' | (string & {});

/** The state of an ICE component. */
export type AdminIceState = 'disconnected' | 'gathering' | 'connecting' | 'connected' | 'ready' | 'failed' | (string & {});

/** The DTLS role of Janus. */
export type AdminDtlsRole = 'actpass' | 'passive' | 'active' | (string & {});

/** The state of a DTLS handshake. */
export type AdminDtlsState = 'created' | 'trying' | 'connected' | 'failed' | (string & {});

/** The SRTP profile that DTLS negotiated. */
export type AdminSrtpProfile = 'SRTP_AES128_CM_SHA1_80' | 'SRTP_AES128_CM_SHA1_32' | 'SRTP_AEAD_AES_256_GCM' | 'SRTP_AEAD_AES_128_GCM' | 'none' | (string & {});

/** The state of a handle in Janus. */
export interface AdminHandleState {
  /** The id of the session in Janus. */
  session_id: number;
  /** The time of the last activity of the session, in microseconds of Janus's monotonic clock. */
  session_last_activity: number;
  /** The timeout of the session, in seconds. */
  session_timeout: number;
  /** The package name of the session's transport; missing while the session has none. */
  session_transport?: string;
  /** The id of the handle in Janus. */
  handle_id: number;
  /** The opaque id that the client chose for the handle, if it chose one. */
  opaque_id?: string;
  /** The token that the handle was created with, if there was one. */
  token?: string;
  /** Whether the event loop of the handle runs. Janus's name: `loop-running`. */
  'loop-running': boolean;
  /** The time when the handle was created, in microseconds of Janus's monotonic clock. */
  created: number;
  /** The current time, in microseconds of Janus's monotonic clock. */
  current_time: number;
  /** The package name of the plugin; missing while the handle is being detached. */
  plugin?: string;
  /** The state of the handle in the plugin; its fields depend on the plugin. */
  plugin_specific?: Record<string, unknown>;
  /** The state of the negotiation; missing if only the plugin's part was requested. */
  flags?: AdminFlags;
  /**
   * The time when the ICE agent was created, in microseconds of Janus's monotonic clock. Janus's name:
   * `agent-created`.
   */
  'agent-created'?: number;
  /**
   * The time when ICE gathering started, in microseconds of Janus's monotonic clock. Janus's name:
   * `agent-started`.
   */
  'agent-started'?: number;
  /** The ICE mode. Janus's name: `ice-mode`. */
  'ice-mode'?: AdminIceMode;
  /** The ICE role of Janus. Janus's name: `ice-role`. */
  'ice-role'?: AdminIceRole;
  /** The SDPs of the negotiation; missing if only the plugin's part was requested. */
  sdps?: AdminSdps;
  /** The number of candidates that are not processed yet. Janus's name: `pending-trickles`. */
  'pending-trickles'?: number;
  /** The number of packets in the send queue. Janus's name: `queued-packets`. */
  'queued-packets'?: number;
  /** Whether Janus writes the packets to a text file. Janus's name: `dump-to-text2pcap`. */
  'dump-to-text2pcap'?: boolean;
  /** The path of the text file. Janus's name: `text2pcap-file`. */
  'text2pcap-file'?: string;
  /** Whether Janus writes the packets to a `.pcap` file. Janus's name: `dump-to-pcap`. */
  'dump-to-pcap'?: boolean;
  /** The path of the `.pcap` file. Janus's name: `pcap-file`. */
  'pcap-file'?: string;
  /** The PeerConnection; missing if there is none. */
  webrtc?: AdminWebrtc;
}

/** The state of a handle's negotiation. */
export interface AdminFlags {
  /** Whether there was an SDP offer. Janus's name: `got-offer`. */
  'got-offer': boolean;
  /** Whether there was an SDP answer. Janus's name: `got-answer`. */
  'got-answer': boolean;
  /** Whether the negotiation is complete. */
  negotiated: boolean;
  /** Whether Janus processes an SDP offer at the moment. Janus's name: `processing-offer`. */
  'processing-offer': boolean;
  /** Whether ICE is starting. */
  starting: boolean;
  /** Whether ICE is restarting. Janus's name: `ice-restart`. */
  'ice-restart': boolean;
  /** Whether the PeerConnection is ready for media. */
  ready: boolean;
  /** Whether the PeerConnection is stopped. */
  stopped: boolean;
  /** Whether a DTLS alert was received. */
  alert: boolean;
  /** Whether the peer trickles its candidates. */
  trickle: boolean;
  /** Whether all candidates of the peer were received. Janus's name: `all-trickles`. */
  'all-trickles': boolean;
  /** Whether Janus must send its candidates again. Janus's name: `resend-trickles`. */
  'resend-trickles': boolean;
  /** Whether the queued candidates were processed. Janus's name: `trickle-synced`. */
  'trickle-synced': boolean;
  /** Whether data channels are negotiated. Janus's name: `data-channels`. */
  'data-channels': boolean;
  /** Whether audio is negotiated. Janus's name: `has-audio`. */
  'has-audio': boolean;
  /** Whether video is negotiated. Janus's name: `has-video`. */
  'has-video': boolean;
  /** Whether data channels are negotiated with the new SDP format. Janus's name: `new-datachan-sdp`. */
  'new-datachan-sdp': boolean;
  /** Whether retransmissions use streams of their own (RFC 4588). Janus's name: `rfc4588-rtx`. */
  'rfc4588-rtx': boolean;
  /** Whether Janus cleans the PeerConnection up at the moment. */
  cleaning: boolean;
  /** Whether the media are encrypted end to end. */
  e2ee: boolean;
}

/** The SDPs of a negotiation. */
export interface AdminSdps {
  /** The RTP profile. */
  profile?: string;
  /** The SDP of Janus. */
  local?: string;
  /** The SDP of the peer. */
  remote?: string;
}

/** A stream of a PeerConnection. */
export interface AdminMedium {
  /** The media type; missing for an m-line of another type. */
  type?: MediaKind;
  /** The index of the stream's m-line. */
  mindex: number;
  /** The mid of the stream. */
  mid: string;
  /** The ids of the media streams and tracks (`msid`). */
  msid?: AdminMsid;
  /** Whether Janus requests lost packets with NACK. */
  do_nacks?: boolean;
  /** The time for which packets are kept for retransmission, in milliseconds. Janus's name: `nack-queue-ms`. */
  'nack-queue-ms'?: number;
  /** The SSRCs, by purpose. */
  ssrc?: Record<string, number>;
  /** The state of simulcast with RIDs. Janus's name: `rid-simulcast`. */
  'rid-simulcast'?: Record<string, unknown>;
  /** The direction of the stream. */
  direction?: AdminDirection;
  /** The codecs of the stream. */
  codecs?: AdminCodecs;
  /** The RTCP statistics, by layer: `main`, and the simulcast substreams `sim1` and `sim2`. */
  rtcp?: Record<string, AdminRtcpStatistics>;
  /** The statistics of the received and sent packets. */
  stats: AdminTraffic;
}

/** The ids of media streams and tracks (`msid`). */
export interface AdminMsid {
  /** The id of Janus's media stream. Janus's name: `local-stream`. */
  'local-stream'?: string;
  /** The id of Janus's track. Janus's name: `local-track`. */
  'local-track'?: string;
  /** The id of the peer's media stream. Janus's name: `remote-stream`. */
  'remote-stream'?: string;
  /** The id of the peer's track. Janus's name: `remote-track`. */
  'remote-track'?: string;
}

/** The direction of a stream. */
export interface AdminDirection {
  /** Whether Janus sends to the peer. */
  send: boolean;
  /** Whether Janus receives from the peer. */
  recv: boolean;
}

/** The codecs of a stream. */
export interface AdminCodecs {
  /** The RTP payload type. */
  pt?: number;
  /** The RTP payload type of redundant Opus. Janus's name: `opus-red-pt`. */
  'opus-red-pt'?: number;
  /** The RTP payload type of retransmissions. Janus's name: `rtx-pt`. */
  'rtx-pt'?: number;
  /** The codec of the stream. */
  codec?: Codec;
}

/** The RTCP statistics of a stream. */
export interface AdminRtcpStatistics {
  /** The clock rate, in Hz. */
  base: number;
  /** The round-trip time, in milliseconds. */
  rtt?: number;
  /** The number of packets that Janus did not receive. */
  lost: number;
  /** The number of packets that the peer did not receive. Janus's name: `lost-by-remote`. */
  'lost-by-remote': number;
  /** The jitter at Janus, in milliseconds. Janus's name: `jitter-local`. */
  'jitter-local': number;
  /** The jitter at the peer, in milliseconds. Janus's name: `jitter-remote`. */
  'jitter-remote': number;
  /** The quality of the link to Janus, 0 to 100. Janus's name: `in-link-quality`. */
  'in-link-quality': number;
  /** The quality of the media on the link to Janus, 0 to 100. Janus's name: `in-media-link-quality`. */
  'in-media-link-quality': number;
  /** The quality of the link to the peer, 0 to 100. Janus's name: `out-link-quality`. */
  'out-link-quality': number;
  /** The quality of the media on the link to the peer, 0 to 100. Janus's name: `out-media-link-quality`. */
  'out-media-link-quality': number;
}

/** The statistics of received and sent packets. */
export interface AdminTraffic {
  /** The statistics of the packets from the peer. */
  in: AdminPacketStatistics;
  /** The statistics of the packets to the peer. Janus's name: `out`. */
  out: AdminPacketStatistics;
}

/** The statistics of packets in one direction. */
export interface AdminPacketStatistics {
  /** The number of packets. */
  packets: number;
  /** The number of bytes. */
  bytes: number;
  /** The number of bytes in the last second. */
  bytes_lastsec?: number;
  /** The number of NACKs. */
  nacks?: number;
  /** The number of retransmissions. */
  retransmissions?: number;
  /** The statistics of the second simulcast substream. Janus's name: `video-simulcast-1`. */
  'video-simulcast-1'?: Record<string, unknown>;
  /** The statistics of the third simulcast substream. Janus's name: `video-simulcast-2`. */
  'video-simulcast-2'?: Record<string, unknown>;
}

/** The response to `getStatus`. */
export interface AdminServerStatus {
  /** The current settings. */
  status: AdminStatus;
}

/** The settings that can be changed while Janus runs. */
export interface AdminStatus {
  /** Whether token authentication is in use. */
  token_auth: boolean;
  /** The time without requests after which a session ends, in seconds; 0 means never. */
  session_timeout: number;
  /** The time for which a session can be claimed after its transport was lost, in seconds; 0 means never. */
  reclaim_session_timeout: number;
  /** The time for which early candidates are kept, in seconds. */
  candidates_timeout: number;
  /** The log level, 0 (nothing) to 7 (debug). */
  log_level: number;
  /** Whether log lines have timestamps. */
  log_timestamps: boolean;
  /** Whether log lines are colored. */
  log_colors: boolean;
  /** The number of the signal that makes Janus reopen its log file (Janus 1.3.2 and newer). */
  log_rotate_sig?: number;
  /** Whether Janus logs its locks. */
  locking_debug: boolean;
  /** Whether Janus logs its reference counts. */
  refcount_debug: boolean;
  /** Whether libnice logs (up to Janus 1.3.1). */
  libnice_debug?: boolean;
  /** The minimum time for which packets are kept for retransmission, in milliseconds. */
  min_nack_queue: number;
  /** Whether Janus omits retransmissions that a key frame makes unnecessary. Janus's name: `nack-optimizations`. */
  'nack-optimizations': boolean;
  /** The time without media after which Janus sends a `media` event, in seconds. */
  no_media_timer: number;
  /** The number of lost packets in a second that causes a `slowlink` event; 0 means no events. */
  slowlink_threshold: number;
}

/** The response to `setSessionTimeout`. */
export interface AdminSessionTimeout {
  /** The timeout that applies now, in seconds; 0 means never. */
  timeout: number;
}

/** The response to `setLogLevel`. */
export interface AdminLogLevel {
  /** The log level that applies now. */
  level: number;
}

/** The response to `setLogTimestamps`. */
export interface AdminLogTimestamps {
  /** Whether log lines have timestamps now. */
  log_timestamps: boolean;
}

/** The response to `setLogColors`. */
export interface AdminLogColors {
  /** Whether log lines are colored now. */
  log_colors: boolean;
}

/** The response to `setLockingDebug`. */
export interface AdminLockingDebug {
  /** Whether Janus logs its locks now. */
  locking_debug: boolean;
}

/** The response to `setRefcountDebug`. */
export interface AdminRefcountDebug {
  /** Whether Janus logs its reference counts now. */
  refcount_debug: boolean;
}

/** The response to `setLibniceDebug`. */
export interface AdminLibniceDebug {
  /** Whether libnice logs now. */
  libnice_debug: boolean;
}

/** The response to `setMinNackQueue`. */
export interface AdminMinNackQueue {
  /** The minimum time that applies now, in milliseconds. */
  min_nack_queue: number;
}

/** The response to `setNackOptimizations`. */
export interface AdminNackOptimizations {
  /** Whether Janus omits these retransmissions now. Janus's name: `nack-optimizations`. */
  'nack-optimizations': boolean;
}

/** The response to `setNoMediaTimer`. */
export interface AdminNoMediaTimer {
  /** The time without media that applies now, in seconds. */
  no_media_timer: number;
}

/** The response to `setSlowlinkThreshold`. */
export interface AdminSlowlinkThreshold {
  /** The number of packets in a second that applies now; 0 means no events. */
  slowlink_threshold: number;
}

/** The response to `acceptNewSessions`. */
export interface AdminAccepting {
  /** Whether clients can create sessions now. */
  accept: boolean;
}

/** The response to `listSessions`. */
export interface AdminSessions {
  /** The ids of the sessions. */
  sessions: Array<number>;
}

/** The response to `listHandles`. */
export interface AdminHandles {
  /** The ids of the handles. */
  handles: Array<number>;
}

/** The response to `handleInfo`. */
export interface AdminHandleDetails {
  /** The state of the handle. */
  info: AdminHandleState;
}

/** The response to `addToken`, `allowToken` and `disallowToken`. */
export interface AdminTokenPlugins {
  /** The package names of the plugins that the token allows now. */
  plugins: Array<string>;
}

/** The response to `listTokens`. */
export interface AdminTokens {
  /** The tokens with their plugins. */
  tokens: Array<AdminToken>;
}

/** A stored token. */
export interface AdminToken {
  /** The text of the token. */
  token: string;
  /** The package names of the plugins that the token allows. */
  allowed_plugins: Array<string>;
}

/** The response to `loopsInfo`. */
export interface AdminLoops {
  /** The event loops; empty if each handle has its own. */
  loops: Array<AdminLoop>;
}

/** An event loop. */
export interface AdminLoop {
  /** The id of the event loop. */
  id: number;
  /** The number of handles that the event loop serves. */
  handles: number;
}

/** The response to `resolveAddress`. */
export interface AdminResolved {
  /** The IP address. */
  ip: string;
  /** The duration, in microseconds. */
  elapsed: number;
}

/** The response to `testStun`. */
export interface AdminStunResult {
  /** The public address of Janus. */
  public_ip: string;
  /** The public port of Janus. */
  public_port: number;
  /** The duration, in microseconds. */
  elapsed: number;
}

/** The response of a plugin, a transport, an event handler or a logger. */
export interface AdminResponse {
  /** The response: a JSON object, from a script of Lua or Duktape perhaps a list. */
  response: unknown;
}

/** The state of a PeerConnection. */
export interface AdminWebrtc {
  /** The state of ICE. */
  ice: AdminIce;
  /** The state of DTLS; it has no fields before DTLS is set up. */
  dtls: AdminDtls;
  /** The ids of the RTP extensions, by URI. */
  extensions: Record<string, number>;
  /** The state of the bandwidth estimation. */
  bwe: AdminBandwidth;
  /** The number of packets that were too large (Janus 1.4.1 and newer). Janus's name: `too-large`. */
  'too-large'?: number;
  /** The streams, by mid. */
  media: Record<string, AdminMedium>;
}

/** The state of ICE of a PeerConnection. */
export interface AdminIce {
  /** The number of the ICE stream. */
  stream_id: number;
  /** The number of the ICE component. */
  component_id: number;
  /** The state of the ICE component. */
  state: AdminIceState;
  /**
   * The time when a failure was detected, in microseconds of Janus's monotonic clock. Janus's name:
   * `failed-detected`.
   */
  'failed-detected'?: number;
  /** Whether the timer that confirms a failure runs. Janus's name: `icetimer-started`. */
  'icetimer-started'?: boolean;
  /** The time when ICE gathering ended, in microseconds of Janus's monotonic clock. */
  gathered?: number;
  /** The time when ICE connected, in microseconds of Janus's monotonic clock. */
  connected?: number;
  /** The candidates of Janus. Janus's name: `local-candidates`. */
  'local-candidates'?: Array<string>;
  /** The candidates of the peer. Janus's name: `remote-candidates`. */
  'remote-candidates'?: Array<string>;
  /** The candidate pair in use. Janus's name: `selected-pair`. */
  'selected-pair'?: string;
  /** Whether ICE is ready, as a number. */
  ready: number;
}

/** The state of DTLS of a PeerConnection. */
export interface AdminDtls {
  /** The fingerprint of Janus's certificate. */
  fingerprint?: string;
  /** The fingerprint of the peer's certificate. Janus's name: `remote-fingerprint`. */
  'remote-fingerprint'?: string;
  /** The hash algorithm of the peer's fingerprint. Janus's name: `remote-fingerprint-hash`. */
  'remote-fingerprint-hash'?: string;
  /** The DTLS role of Janus. Janus's name: `dtls-role`. */
  'dtls-role'?: AdminDtlsRole;
  /** The state of the DTLS handshake. Janus's name: `dtls-state`. */
  'dtls-state'?: AdminDtlsState;
  /** The number of retransmissions of the handshake. */
  retransmissions?: number;
  /** Whether the peer's certificate matches the fingerprint in its SDP. */
  valid?: boolean;
  /** The SRTP profile. Janus's name: `srtp-profile`. */
  'srtp-profile'?: AdminSrtpProfile;
  /** Whether DTLS is ready. */
  ready?: boolean;
  /**
   * The time when the handshake started, in microseconds of Janus's monotonic clock. Janus's name:
   * `handshake-started`.
   */
  'handshake-started'?: number;
  /** The time when the handshake ended, in microseconds of Janus's monotonic clock. */
  connected?: number;
  /** Whether there is an SCTP association for data channels. Janus's name: `sctp-association`. */
  'sctp-association'?: boolean;
  /** The statistics of the received and sent packets. */
  stats?: AdminTraffic;
}

/** The state of the bandwidth estimation. */
export interface AdminBandwidth {
  /** Whether transport-wide congestion control is in use. */
  twcc: boolean;
  /** The id of the RTP extension for transport-wide congestion control. Janus's name: `twcc-ext-id`. */
  'twcc-ext-id'?: number;
}

/** The fields of `setSessionTimeout`. */
export interface AdminSetSessionTimeout {
  /** The timeout in seconds; 0 means never, and for one session -1 means the server's setting. */
  timeout: number;
  /** The id of the session; all new sessions by default. */
  session_id?: number | undefined;
}

/** The fields of `setLogLevel`. */
export interface AdminSetLogLevel {
  /**
   * The log level: 0 (nothing), 1 (fatal), 2 (errors), 3 (warnings), 4 (information), 5 (verbose), 6 (huge) or 7
   * (debug).
   */
  level: number;
}

/** The fields of `setLogTimestamps`. */
export interface AdminSetLogTimestamps {
  /** Whether log lines have timestamps. */
  timestamps: boolean;
}

/** The fields of `setLogColors`. */
export interface AdminSetLogColors {
  /** Whether log lines are colored. */
  colors: boolean;
}

/** The fields of `setLockingDebug`. */
export interface AdminSetLockingDebug {
  /** Whether Janus logs its locks. */
  debug: boolean;
}

/** The fields of `setRefcountDebug`. */
export interface AdminSetRefcountDebug {
  /** Whether Janus logs its reference counts. */
  debug: boolean;
}

/** The fields of `setLibniceDebug`. */
export interface AdminSetLibniceDebug {
  /** Whether libnice logs. */
  debug: boolean;
}

/** The fields of `setMinNackQueue`. */
export interface AdminSetMinNackQueue {
  /** The minimum time, in milliseconds. */
  min_nack_queue: number;
}

/** The fields of `setNackOptimizations`. */
export interface AdminSetNackOptimizations {
  /** Whether Janus omits these retransmissions. */
  nack_optimizations: boolean;
}

/** The fields of `setNoMediaTimer`. */
export interface AdminSetNoMediaTimer {
  /** The time without media, in seconds. */
  no_media_timer: number;
}

/** The fields of `setSlowlinkThreshold`. */
export interface AdminSetSlowlinkThreshold {
  /** The number of packets in a second; 0 means no events. */
  slowlink_threshold: number;
}

/** The fields of `acceptNewSessions`. */
export interface AdminAcceptNewSessions {
  /** Whether clients can create sessions. */
  accept: boolean;
}

/** The fields of `listHandles`. */
export interface AdminListHandles {
  /** The id of the session in Janus. */
  session_id: number;
}

/** The fields of `destroySession`. */
export interface AdminDestroySession {
  /** The id of the session in Janus. */
  session_id: number;
}

/** The fields of `handleInfo`. */
export interface AdminHandleInfo {
  /** The id of the session in Janus. */
  session_id: number;
  /** The id of the handle in Janus. */
  handle_id: number;
  /** Whether to omit the WebRTC part. */
  plugin_only?: boolean | undefined;
}

/** The fields of `startPcap`. */
export interface AdminStartPcap {
  /** The id of the session in Janus. */
  session_id: number;
  /** The id of the handle in Janus. */
  handle_id: number;
  /** The folder on the server. */
  folder?: string | undefined;
  /** The file name; a random name by default. */
  filename?: string | undefined;
  /** The maximum number of bytes of each packet; 0, Janus's default, means whole packets. */
  truncate?: number | undefined;
}

/** The fields of `stopPcap`. */
export interface AdminStopPcap {
  /** The id of the session in Janus. */
  session_id: number;
  /** The id of the handle in Janus. */
  handle_id: number;
}

/** The fields of `startText2pcap`. */
export interface AdminStartText2pcap {
  /** The id of the session in Janus. */
  session_id: number;
  /** The id of the handle in Janus. */
  handle_id: number;
  /** The folder on the server. */
  folder?: string | undefined;
  /** The file name; a random name by default. */
  filename?: string | undefined;
  /** The maximum number of bytes of each packet; 0, Janus's default, means whole packets. */
  truncate?: number | undefined;
}

/** The fields of `stopText2pcap`. */
export interface AdminStopText2pcap {
  /** The id of the session in Janus. */
  session_id: number;
  /** The id of the handle in Janus. */
  handle_id: number;
}

/** The fields of `detachHandle`. */
export interface AdminDetachHandle {
  /** The id of the session in Janus. */
  session_id: number;
  /** The id of the handle in Janus. */
  handle_id: number;
}

/** The fields of `hangupWebrtc`. */
export interface AdminHangupWebrtc {
  /** The id of the session in Janus. */
  session_id: number;
  /** The id of the handle in Janus. */
  handle_id: number;
}

/** The fields of `addToken`. */
export interface AdminAddToken {
  /** The token to manage. */
  token: string;
  /** The package names of the plugins that the token allows; all plugins by default. */
  plugins?: Array<string> | undefined;
}

/** The fields of `allowToken`. */
export interface AdminAllowToken {
  /** The token to manage. */
  token: string;
  /** The package names of the plugins; at least one. */
  plugins: Array<string>;
}

/** The fields of `disallowToken`. */
export interface AdminDisallowToken {
  /** The token to manage. */
  token: string;
  /** The package names of the plugins; at least one. */
  plugins: Array<string>;
}

/** The fields of `removeToken`. */
export interface AdminRemoveToken {
  /** The token to manage. */
  token: string;
}

/** The fields of `resolveAddress`. */
export interface AdminResolveAddress {
  /** The host name. */
  address: string;
}

/** The fields of `testStun`. */
export interface AdminTestStun {
  /** The address of the STUN server. */
  address: string;
  /** The port of the STUN server. */
  port: number;
  /** The local port that the request is sent from. */
  localport?: number | undefined;
}

/** The fields of `messagePlugin`. */
export interface AdminMessagePlugin {
  /** The package name of the plugin. */
  plugin: string;
  /** The request: a JSON object. */
  request?: object | undefined;
}

/** The fields of `queryTransport`. */
export interface AdminQueryTransport {
  /** The package name of the transport. */
  transport: string;
  /** The request: a JSON object. */
  request?: object | undefined;
}

/** The fields of `queryEventhandler`. */
export interface AdminQueryEventhandler {
  /** The package name of the event handler. */
  handler: string;
  /** The request: a JSON object. */
  request?: object | undefined;
}

/** The fields of `queryLogger`. */
export interface AdminQueryLogger {
  /** The package name of the logger. */
  logger: string;
  /** The request: a JSON object. */
  request?: object | undefined;
}

/** The fields of `customEvent`. */
export interface AdminCustomEvent {
  /** The schema of the event: a text that the application chooses. */
  schema: string;
  /** The event: a JSON object. */
  data: object;
}

/** The fields of `customLogline`. */
export interface AdminCustomLogline {
  /** The text of the line. */
  line: string;
  /** The log level, 0 to 7 (Janus's default: 4). */
  level?: number | undefined;
}

/**
 * The requests of connections to the Admin API; other connections reject them (`unsupported`). Each promise resolves with the
 * whole response of Janus.
 *
 * A request takes its fields as one object, or as separate arguments; the options follow in any case.
 */
export interface AdminMethods {
  /**
   * Requests the settings that can be changed while Janus runs (`"janus": "get_status"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.GetStatus.html)
   */
  getStatus(options?: CallOptions): Promise<Reply & AdminServerStatus>;
  /**
   * Sets the time without requests after which a session ends (`"janus": "set_session_timeout"`), for one session or
   * for all new ones.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetSessionTimeout.html)
   */
  setSessionTimeout(request: AdminSetSessionTimeout, options?: CallOptions): Promise<Reply & AdminSessionTimeout>;
  /**
   * Sets the time without requests after which a session ends (`"janus": "set_session_timeout"`), for one session or
   * for all new ones.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetSessionTimeout.html)
   * @param timeout The timeout in seconds; 0 means never, and for one session -1 means the server's setting.
   * @param session_id The id of the session; all new sessions by default.
   */
  setSessionTimeout(timeout: number, session_id?: number, options?: CallOptions): Promise<Reply & AdminSessionTimeout>;
  /**
   * Sets the log level (`"janus": "set_log_level"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLogLevel.html)
   */
  setLogLevel(request: AdminSetLogLevel, options?: CallOptions): Promise<Reply & AdminLogLevel>;
  /**
   * Sets the log level (`"janus": "set_log_level"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLogLevel.html)
   * @param level The log level: 0 (nothing), 1 (fatal), 2 (errors), 3 (warnings), 4 (information), 5 (verbose), 6 (huge) or 7 (debug).
   */
  setLogLevel(level: number, options?: CallOptions): Promise<Reply & AdminLogLevel>;
  /**
   * Sets whether log lines have timestamps (`"janus": "set_log_timestamps"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLogTimestamps.html)
   */
  setLogTimestamps(request: AdminSetLogTimestamps, options?: CallOptions): Promise<Reply & AdminLogTimestamps>;
  /**
   * Sets whether log lines have timestamps (`"janus": "set_log_timestamps"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLogTimestamps.html)
   * @param timestamps Whether log lines have timestamps.
   */
  setLogTimestamps(timestamps: boolean, options?: CallOptions): Promise<Reply & AdminLogTimestamps>;
  /**
   * Sets whether log lines are colored (`"janus": "set_log_colors"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLogColors.html)
   */
  setLogColors(request: AdminSetLogColors, options?: CallOptions): Promise<Reply & AdminLogColors>;
  /**
   * Sets whether log lines are colored (`"janus": "set_log_colors"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLogColors.html)
   * @param colors Whether log lines are colored.
   */
  setLogColors(colors: boolean, options?: CallOptions): Promise<Reply & AdminLogColors>;
  /**
   * Sets whether Janus logs its locks (`"janus": "set_locking_debug"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLockingDebug.html)
   */
  setLockingDebug(request: AdminSetLockingDebug, options?: CallOptions): Promise<Reply & AdminLockingDebug>;
  /**
   * Sets whether Janus logs its locks (`"janus": "set_locking_debug"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLockingDebug.html)
   * @param debug Whether Janus logs its locks.
   */
  setLockingDebug(debug: boolean, options?: CallOptions): Promise<Reply & AdminLockingDebug>;
  /**
   * Sets whether Janus logs its reference counts (`"janus": "set_refcount_debug"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetRefcountDebug.html)
   */
  setRefcountDebug(request: AdminSetRefcountDebug, options?: CallOptions): Promise<Reply & AdminRefcountDebug>;
  /**
   * Sets whether Janus logs its reference counts (`"janus": "set_refcount_debug"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetRefcountDebug.html)
   * @param debug Whether Janus logs its reference counts.
   */
  setRefcountDebug(debug: boolean, options?: CallOptions): Promise<Reply & AdminRefcountDebug>;
  /**
   * Sets whether libnice logs (`"janus": "set_libnice_debug"`; up to Janus 1.3.1).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLibniceDebug.html)
   */
  setLibniceDebug(request: AdminSetLibniceDebug, options?: CallOptions): Promise<Reply & AdminLibniceDebug>;
  /**
   * Sets whether libnice logs (`"janus": "set_libnice_debug"`; up to Janus 1.3.1).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetLibniceDebug.html)
   * @param debug Whether libnice logs.
   */
  setLibniceDebug(debug: boolean, options?: CallOptions): Promise<Reply & AdminLibniceDebug>;
  /**
   * Sets the minimum time for which packets are kept for retransmission (`"janus": "set_min_nack_queue"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetMinNackQueue.html)
   */
  setMinNackQueue(request: AdminSetMinNackQueue, options?: CallOptions): Promise<Reply & AdminMinNackQueue>;
  /**
   * Sets the minimum time for which packets are kept for retransmission (`"janus": "set_min_nack_queue"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetMinNackQueue.html)
   * @param min_nack_queue The minimum time, in milliseconds.
   */
  setMinNackQueue(min_nack_queue: number, options?: CallOptions): Promise<Reply & AdminMinNackQueue>;
  /**
   * Sets whether Janus omits retransmissions that a key frame makes unnecessary (`"janus": "set_nack_optimizations"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetNackOptimizations.html)
   */
  setNackOptimizations(request: AdminSetNackOptimizations, options?: CallOptions): Promise<Reply & AdminNackOptimizations>;
  /**
   * Sets whether Janus omits retransmissions that a key frame makes unnecessary (`"janus": "set_nack_optimizations"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetNackOptimizations.html)
   * @param nack_optimizations Whether Janus omits these retransmissions.
   */
  setNackOptimizations(nack_optimizations: boolean, options?: CallOptions): Promise<Reply & AdminNackOptimizations>;
  /**
   * Sets the time without media after which Janus sends a `media` event (`"janus": "set_no_media_timer"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetNoMediaTimer.html)
   */
  setNoMediaTimer(request: AdminSetNoMediaTimer, options?: CallOptions): Promise<Reply & AdminNoMediaTimer>;
  /**
   * Sets the time without media after which Janus sends a `media` event (`"janus": "set_no_media_timer"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetNoMediaTimer.html)
   * @param no_media_timer The time without media, in seconds.
   */
  setNoMediaTimer(no_media_timer: number, options?: CallOptions): Promise<Reply & AdminNoMediaTimer>;
  /**
   * Sets the number of lost packets in a second that causes a `slowlink` event (`"janus": "set_slowlink_threshold"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetSlowlinkThreshold.html)
   */
  setSlowlinkThreshold(request: AdminSetSlowlinkThreshold, options?: CallOptions): Promise<Reply & AdminSlowlinkThreshold>;
  /**
   * Sets the number of lost packets in a second that causes a `slowlink` event (`"janus": "set_slowlink_threshold"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.SetSlowlinkThreshold.html)
   * @param slowlink_threshold The number of packets in a second; 0 means no events.
   */
  setSlowlinkThreshold(slowlink_threshold: number, options?: CallOptions): Promise<Reply & AdminSlowlinkThreshold>;
  /**
   * Sets whether clients can create sessions (`"janus": "accept_new_sessions"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.AcceptNewSessions.html)
   */
  acceptNewSessions(request: AdminAcceptNewSessions, options?: CallOptions): Promise<Reply & AdminAccepting>;
  /**
   * Sets whether clients can create sessions (`"janus": "accept_new_sessions"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.AcceptNewSessions.html)
   * @param accept Whether clients can create sessions.
   */
  acceptNewSessions(accept: boolean, options?: CallOptions): Promise<Reply & AdminAccepting>;
  /**
   * Lists the sessions of all clients (`"janus": "list_sessions"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.ListSessions.html)
   */
  listSessions(options?: CallOptions): Promise<Reply & AdminSessions>;
  /**
   * Lists the handles of a session (`"janus": "list_handles"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.ListHandles.html)
   */
  listHandles(request: AdminListHandles, options?: CallOptions): Promise<Reply & AdminHandles>;
  /**
   * Lists the handles of a session (`"janus": "list_handles"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.ListHandles.html)
   * @param session_id The id of the session in Janus.
   */
  listHandles(session_id: number, options?: CallOptions): Promise<Reply & AdminHandles>;
  /**
   * Destroys a session (`"janus": "destroy_session"`). Its client receives no event.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.DestroySession.html)
   */
  destroySession(request: AdminDestroySession, options?: CallOptions): Promise<Reply>;
  /**
   * Destroys a session (`"janus": "destroy_session"`). Its client receives no event.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.DestroySession.html)
   * @param session_id The id of the session in Janus.
   */
  destroySession(session_id: number, options?: CallOptions): Promise<Reply>;
  /**
   * Requests the state of a handle: its plugin, ICE, DTLS, and each stream with statistics (`"janus": "handle_info"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.HandleInfo.html)
   */
  handleInfo(request: AdminHandleInfo, options?: CallOptions): Promise<Reply & AdminHandleDetails>;
  /**
   * Requests the state of a handle: its plugin, ICE, DTLS, and each stream with statistics (`"janus": "handle_info"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.HandleInfo.html)
   * @param session_id The id of the session in Janus.
   * @param handle_id The id of the handle in Janus.
   * @param plugin_only Whether to omit the WebRTC part.
   */
  handleInfo(session_id: number, handle_id: number, plugin_only?: boolean, options?: CallOptions): Promise<Reply & AdminHandleDetails>;
  /**
   * Starts writing the packets of a handle to a `.pcap` file on the server (`"janus": "start_pcap"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.StartPcap.html)
   */
  startPcap(request: AdminStartPcap, options?: CallOptions): Promise<Reply>;
  /**
   * Starts writing the packets of a handle to a `.pcap` file on the server (`"janus": "start_pcap"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.StartPcap.html)
   * @param session_id The id of the session in Janus.
   * @param handle_id The id of the handle in Janus.
   * @param folder The folder on the server.
   * @param filename The file name; a random name by default.
   * @param truncate The maximum number of bytes of each packet; 0, Janus's default, means whole packets.
   */
  startPcap(session_id: number, handle_id: number, folder?: string, filename?: string, truncate?: number, options?: CallOptions): Promise<Reply>;
  /**
   * Stops writing the packets of a handle to a file (`"janus": "stop_pcap"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.StopPcap.html)
   */
  stopPcap(request: AdminStopPcap, options?: CallOptions): Promise<Reply>;
  /**
   * Stops writing the packets of a handle to a file (`"janus": "stop_pcap"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.StopPcap.html)
   * @param session_id The id of the session in Janus.
   * @param handle_id The id of the handle in Janus.
   */
  stopPcap(session_id: number, handle_id: number, options?: CallOptions): Promise<Reply>;
  /**
   * Starts writing the packets of a handle to a text file on the server (`"janus": "start_text2pcap"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.StartText2pcap.html)
   */
  startText2pcap(request: AdminStartText2pcap, options?: CallOptions): Promise<Reply>;
  /**
   * Starts writing the packets of a handle to a text file on the server (`"janus": "start_text2pcap"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.StartText2pcap.html)
   * @param session_id The id of the session in Janus.
   * @param handle_id The id of the handle in Janus.
   * @param folder The folder on the server.
   * @param filename The file name; a random name by default.
   * @param truncate The maximum number of bytes of each packet; 0, Janus's default, means whole packets.
   */
  startText2pcap(session_id: number, handle_id: number, folder?: string, filename?: string, truncate?: number, options?: CallOptions): Promise<Reply>;
  /**
   * Stops writing the packets of a handle to a text file (`"janus": "stop_text2pcap"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.StopText2pcap.html)
   */
  stopText2pcap(request: AdminStopText2pcap, options?: CallOptions): Promise<Reply>;
  /**
   * Stops writing the packets of a handle to a text file (`"janus": "stop_text2pcap"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.StopText2pcap.html)
   * @param session_id The id of the session in Janus.
   * @param handle_id The id of the handle in Janus.
   */
  stopText2pcap(session_id: number, handle_id: number, options?: CallOptions): Promise<Reply>;
  /**
   * Detaches a handle (`"janus": "detach_handle"`). Its client receives `detached`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.DetachHandle.html)
   */
  detachHandle(request: AdminDetachHandle, options?: CallOptions): Promise<Reply>;
  /**
   * Detaches a handle (`"janus": "detach_handle"`). Its client receives `detached`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.DetachHandle.html)
   * @param session_id The id of the session in Janus.
   * @param handle_id The id of the handle in Janus.
   */
  detachHandle(session_id: number, handle_id: number, options?: CallOptions): Promise<Reply>;
  /**
   * Closes the PeerConnection of a handle (`"janus": "hangup_webrtc"`). Its client receives `hangup`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.HangupWebrtc.html)
   */
  hangupWebrtc(request: AdminHangupWebrtc, options?: CallOptions): Promise<Reply>;
  /**
   * Closes the PeerConnection of a handle (`"janus": "hangup_webrtc"`). Its client receives `hangup`.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.HangupWebrtc.html)
   * @param session_id The id of the session in Janus.
   * @param handle_id The id of the handle in Janus.
   */
  hangupWebrtc(session_id: number, handle_id: number, options?: CallOptions): Promise<Reply>;
  /**
   * Adds a token (`"janus": "add_token"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.AddToken.html)
   */
  addToken(request: AdminAddToken, options?: CallOptions): Promise<Reply & { data: AdminTokenPlugins }>;
  /**
   * Adds a token (`"janus": "add_token"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.AddToken.html)
   * @param token The token to manage.
   * @param plugins The package names of the plugins that the token allows; all plugins by default.
   */
  addToken(token: string, plugins?: Array<string>, options?: CallOptions): Promise<Reply & { data: AdminTokenPlugins }>;
  /**
   * Allows a token to use more plugins (`"janus": "allow_token"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.AllowToken.html)
   */
  allowToken(request: AdminAllowToken, options?: CallOptions): Promise<Reply & { data: AdminTokenPlugins }>;
  /**
   * Allows a token to use more plugins (`"janus": "allow_token"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.AllowToken.html)
   * @param token The token to manage.
   * @param plugins The package names of the plugins; at least one.
   */
  allowToken(token: string, plugins: Array<string>, options?: CallOptions): Promise<Reply & { data: AdminTokenPlugins }>;
  /**
   * Disallows a token to use some plugins (`"janus": "disallow_token"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.DisallowToken.html)
   */
  disallowToken(request: AdminDisallowToken, options?: CallOptions): Promise<Reply & { data: AdminTokenPlugins }>;
  /**
   * Disallows a token to use some plugins (`"janus": "disallow_token"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.DisallowToken.html)
   * @param token The token to manage.
   * @param plugins The package names of the plugins; at least one.
   */
  disallowToken(token: string, plugins: Array<string>, options?: CallOptions): Promise<Reply & { data: AdminTokenPlugins }>;
  /**
   * Lists the tokens that allow at least one plugin (`"janus": "list_tokens"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.ListTokens.html)
   */
  listTokens(options?: CallOptions): Promise<Reply & { data: AdminTokens }>;
  /**
   * Removes a token (`"janus": "remove_token"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.RemoveToken.html)
   */
  removeToken(request: AdminRemoveToken, options?: CallOptions): Promise<Reply>;
  /**
   * Removes a token (`"janus": "remove_token"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.RemoveToken.html)
   * @param token The token to manage.
   */
  removeToken(token: string, options?: CallOptions): Promise<Reply>;
  /**
   * Lists the event loops, if the server has a fixed number of them (`"janus": "loops_info"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.LoopsInfo.html)
   */
  loopsInfo(options?: CallOptions): Promise<Reply & AdminLoops>;
  /**
   * Resolves a host name on the server (`"janus": "resolve_address"`). The request blocks the server's request thread.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.ResolveAddress.html)
   */
  resolveAddress(request: AdminResolveAddress, options?: CallOptions): Promise<Reply & AdminResolved>;
  /**
   * Resolves a host name on the server (`"janus": "resolve_address"`). The request blocks the server's request thread.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.ResolveAddress.html)
   * @param address The host name.
   */
  resolveAddress(address: string, options?: CallOptions): Promise<Reply & AdminResolved>;
  /**
   * Requests the public address of Janus from a STUN server (`"janus": "test_stun"`). The request blocks the server's
   * request thread.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.TestStun.html)
   */
  testStun(request: AdminTestStun, options?: CallOptions): Promise<Reply & AdminStunResult>;
  /**
   * Requests the public address of Janus from a STUN server (`"janus": "test_stun"`). The request blocks the server's
   * request thread.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.TestStun.html)
   * @param address The address of the STUN server.
   * @param port The port of the STUN server.
   * @param localport The local port that the request is sent from.
   */
  testStun(address: string, port: number, localport?: number, options?: CallOptions): Promise<Reply & AdminStunResult>;
  /**
   * Sends a request to a plugin without a session (`"janus": "message_plugin"`). VideoRoom, AudioBridge, Streaming and
   * TextRoom accept all their synchronous requests. A refusal by the plugin is part of the response.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.MessagePlugin.html)
   */
  messagePlugin(request: AdminMessagePlugin, options?: CallOptions): Promise<Reply & AdminResponse>;
  /**
   * Sends a request to a plugin without a session (`"janus": "message_plugin"`). VideoRoom, AudioBridge, Streaming and
   * TextRoom accept all their synchronous requests. A refusal by the plugin is part of the response.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.MessagePlugin.html)
   * @param plugin The package name of the plugin.
   * @param request The request: a JSON object.
   */
  messagePlugin(plugin: string, request?: object, options?: CallOptions): Promise<Reply & AdminResponse>;
  /**
   * Sends a request to a transport plugin (`"janus": "query_transport"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.QueryTransport.html)
   */
  queryTransport(request: AdminQueryTransport, options?: CallOptions): Promise<Reply & AdminResponse>;
  /**
   * Sends a request to a transport plugin (`"janus": "query_transport"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.QueryTransport.html)
   * @param transport The package name of the transport.
   * @param request The request: a JSON object.
   */
  queryTransport(transport: string, request?: object, options?: CallOptions): Promise<Reply & AdminResponse>;
  /**
   * Sends a request to an event handler (`"janus": "query_eventhandler"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.QueryEventhandler.html)
   */
  queryEventhandler(request: AdminQueryEventhandler, options?: CallOptions): Promise<Reply & AdminResponse>;
  /**
   * Sends a request to an event handler (`"janus": "query_eventhandler"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.QueryEventhandler.html)
   * @param handler The package name of the event handler.
   * @param request The request: a JSON object.
   */
  queryEventhandler(handler: string, request?: object, options?: CallOptions): Promise<Reply & AdminResponse>;
  /**
   * Sends a request to a logger (`"janus": "query_logger"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.QueryLogger.html)
   */
  queryLogger(request: AdminQueryLogger, options?: CallOptions): Promise<Reply & AdminResponse>;
  /**
   * Sends a request to a logger (`"janus": "query_logger"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.QueryLogger.html)
   * @param logger The package name of the logger.
   * @param request The request: a JSON object.
   */
  queryLogger(logger: string, request?: object, options?: CallOptions): Promise<Reply & AdminResponse>;
  /**
   * Sends a custom event to the event handlers (`"janus": "custom_event"`). Janus drops it if there are none.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.CustomEvent.html)
   */
  customEvent(request: AdminCustomEvent, options?: CallOptions): Promise<Reply>;
  /**
   * Sends a custom event to the event handlers (`"janus": "custom_event"`). Janus drops it if there are none.
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.CustomEvent.html)
   * @param schema The schema of the event: a text that the application chooses.
   * @param data The event: a JSON object.
   */
  customEvent(schema: string, data: object, options?: CallOptions): Promise<Reply>;
  /**
   * Writes a line to the log of the server (`"janus": "custom_logline"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.CustomLogline.html)
   */
  customLogline(request: AdminCustomLogline, options?: CallOptions): Promise<Reply>;
  /**
   * Writes a line to the log of the server (`"janus": "custom_logline"`).
   *
   * [In Rust](https://docs.rs/bifrons/latest/bifrons/admin/struct.CustomLogline.html)
   * @param line The text of the line.
   * @param level The log level, 0 to 7 (Janus's default: 4).
   */
  customLogline(line: string, level?: number, options?: CallOptions): Promise<Reply>;
}
