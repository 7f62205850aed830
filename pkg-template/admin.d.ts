// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

import { CallOptions, JanusMessage } from './index.js';

/** What Janus knows of a handle. Everything may be missing, as servers and states differ. */
export interface AdminHandleState {
  /** Its session. */
  session_id?: number;
  /** When its session was last heard of, on Janus's clock, in microseconds. */
  session_last_activity?: number;
  /** The session's timeout in seconds. */
  session_timeout?: number;
  /** The transport of its session, by package name. */
  session_transport?: string;
  /** The handle. */
  handle_id?: number;
  /** What its owner called it. */
  opaque_id?: string;
  /** The token that it was made with. */
  token?: string;
  /** Whether its loop runs. */
  'loop-running'?: boolean;
  /** When it was made, on Janus's clock, in microseconds. */
  created?: number;
  /** Janus's clock now, in microseconds. */
  current_time?: number;
  /** Its plugin, by package name. */
  plugin?: string;
  /** What its plugin says of it. */
  plugin_specific?: Record<string, any>;
  /** Where its negotiation stands. */
  flags?: AdminFlags;
  /** When ICE began, on Janus's clock, in microseconds. */
  'agent-created'?: number;
  /** When gathering began, on Janus's clock, in microseconds. */
  'agent-started'?: number;
  /** `full` or `lite`. */
  'ice-mode'?: string;
  /** `controlling` or `controlled`. */
  'ice-role'?: string;
  /** The session descriptions. */
  sdps?: AdminSdps;
  /** Candidates that wait. */
  'pending-trickles'?: number;
  /** Packets that wait to be sent. */
  'queued-packets'?: number;
  /** Whether its packets are written to a file, as text. */
  'dump-to-text2pcap'?: boolean;
  /** That file. */
  'text2pcap-file'?: string;
  /** Whether its packets are written to a file. */
  'dump-to-pcap'?: boolean;
  /** That file. */
  'pcap-file'?: string;
  /** Its PeerConnection. */
  webrtc?: AdminWebrtc;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Where a handle's negotiation stands. */
export interface AdminFlags {
  /** An offer was made. */
  'got-offer'?: boolean;
  /** An answer was made. */
  'got-answer'?: boolean;
  /** Both were. */
  negotiated?: boolean;
  /** An offer is being worked on. */
  'processing-offer'?: boolean;
  /** ICE is being set up. */
  starting?: boolean;
  /** ICE is being restarted. */
  'ice-restart'?: boolean;
  /** Media can flow. */
  ready?: boolean;
  /** It is over. */
  stopped?: boolean;
  /** DTLS was ended by the peer. */
  alert?: boolean;
  /** The peer trickles. */
  trickle?: boolean;
  /** All candidates are there. */
  'all-trickles'?: boolean;
  /** Candidates are to be sent again. */
  'resend-trickles'?: boolean;
  /** Candidates that waited are in use. */
  'trickle-synced'?: boolean;
  /** There are data channels. */
  'data-channels'?: boolean;
  /** There is audio. */
  'has-audio'?: boolean;
  /** There is video. */
  'has-video'?: boolean;
  /** Data channels are negotiated in the new form. */
  'new-datachan-sdp'?: boolean;
  /** Retransmissions have a stream of their own. */
  'rfc4588-rtx'?: boolean;
  /** It is being cleaned up. */
  cleaning?: boolean;
  /** Media are encrypted end to end. */
  e2ee?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The session descriptions. */
export interface AdminSdps {
  /** The RTP profile. */
  profile?: string;
  /** Janus's. */
  local?: string;
  /** The peer's. */
  remote?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A PeerConnection. */
export interface AdminWebrtc {
  /** Its way. */
  ice?: AdminIce;
  /** Its encryption. */
  dtls?: AdminDtls;
  /** The ids of RTP extensions, by URI. */
  extensions?: Record<string, number>;
  /** Its bandwidth estimation. */
  bwe?: AdminBandwidth;
  /** Packets that were too large (Janus 1.4.1 and newer). */
  'too-large'?: number;
  /** Its streams, by mid. */
  media?: Record<string, AdminMedium>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The way of a PeerConnection. */
export interface AdminIce {
  /** Its stream's number. */
  stream_id?: number;
  /** Its component's number. */
  component_id?: number;
  /** The state of ICE. */
  state?: string;
  /** When a failure was seen, on Janus's clock, in microseconds. */
  'failed-detected'?: number;
  /** Whether a failure is waited for. */
  'icetimer-started'?: boolean;
  /** When gathering ended, on Janus's clock, in microseconds. */
  gathered?: number;
  /** When it was connected, on Janus's clock, in microseconds. */
  connected?: number;
  /** Janus's candidates. */
  'local-candidates'?: Array<string>;
  /** The peer's candidates. */
  'remote-candidates'?: Array<string>;
  /** The pair in use. */
  'selected-pair'?: string;
  /** Whether it is ready. */
  ready?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The encryption of a PeerConnection. */
export interface AdminDtls {
  /** The fingerprint of Janus's certificate. */
  fingerprint?: string;
  /** The fingerprint of the peer's certificate. */
  'remote-fingerprint'?: string;
  /** The hash of the peer's fingerprint. */
  'remote-fingerprint-hash'?: string;
  /** Janus's role. */
  'dtls-role'?: string;
  /** The state of DTLS. */
  'dtls-state'?: string;
  /** Retransmissions of the handshake. */
  retransmissions?: number;
  /** Whether the peer's certificate is the announced one. */
  valid?: boolean;
  /** The SRTP profile. */
  'srtp-profile'?: string;
  /** Whether it is ready. */
  ready?: boolean;
  /** When the handshake began, on Janus's clock, in microseconds. */
  'handshake-started'?: number;
  /** When the handshake ended, on Janus's clock, in microseconds. */
  connected?: number;
  /** Whether there are data channels. */
  'sctp-association'?: boolean;
  /** What passed. */
  stats?: AdminTraffic;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A bandwidth estimation. */
export interface AdminBandwidth {
  /** Whether transport-wide congestion control is in use. */
  twcc?: boolean;
  /** Its extension's id. */
  'twcc-ext-id'?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A stream of a PeerConnection. */
export interface AdminMedium {
  /** `audio`, `video` or `data`. */
  type?: string;
  /** Its place. */
  mindex?: number;
  /** Which stream. */
  mid?: string;
  /** The names of its media streams. */
  msid?: AdminMsid;
  /** Whether lost packets are asked for. */
  do_nacks?: boolean;
  /** For how long packets are kept, in milliseconds. */
  'nack-queue-ms'?: number;
  /** Its SSRCs, by use. */
  ssrc?: Record<string, number>;
  /** Its simulcast by RID. */
  'rid-simulcast'?: Record<string, any>;
  /** Which way it flows. */
  direction?: AdminDirection;
  /** Its codecs. */
  codecs?: AdminCodecs;
  /** What RTCP tells, of `main` and of the simulcast substreams `sim1` and `sim2`. */
  rtcp?: Record<string, AdminRtcpFigures>;
  /** What passed. */
  stats?: AdminTraffic;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The names of media streams. */
export interface AdminMsid {
  /** Janus's stream. */
  'local-stream'?: string;
  /** Janus's track. */
  'local-track'?: string;
  /** The peer's stream. */
  'remote-stream'?: string;
  /** The peer's track. */
  'remote-track'?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Which way a stream flows. */
export interface AdminDirection {
  /** To the peer. */
  send?: boolean;
  /** From the peer. */
  recv?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The codecs of a stream. */
export interface AdminCodecs {
  /** The payload type. */
  pt?: number;
  /** The payload type of redundant Opus. */
  'opus-red-pt'?: number;
  /** The payload type of retransmissions. */
  'rtx-pt'?: number;
  /** The codec. */
  codec?: string;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What RTCP tells of a stream. */
export interface AdminRtcpFigures {
  /** The clock rate. */
  base?: number;
  /** The round-trip time in milliseconds. */
  rtt?: number;
  /** Packets that did not arrive here. */
  lost?: number;
  /** Packets that did not arrive there. */
  'lost-by-remote'?: number;
  /** The jitter here, in milliseconds. */
  'jitter-local'?: number;
  /** The jitter there, in milliseconds. */
  'jitter-remote'?: number;
  /** The quality of the way here, 0 to 100. */
  'in-link-quality'?: number;
  /** The quality of the media on the way here, 0 to 100. */
  'in-media-link-quality'?: number;
  /** The quality of the way there, 0 to 100. */
  'out-link-quality'?: number;
  /** The quality of the media on the way there, 0 to 100. */
  'out-media-link-quality'?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What passed. */
export interface AdminTraffic {
  /** From the peer. */
  in?: AdminPassed;
  /** To the peer. */
  out?: AdminPassed;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What passed one way. */
export interface AdminPassed {
  /** Packets. */
  packets?: number;
  /** Bytes. */
  bytes?: number;
  /** Bytes in the last second. */
  bytes_lastsec?: number;
  /** Requests for retransmission. */
  nacks?: number;
  /** Retransmissions. */
  retransmissions?: number;
  /** The same of the second simulcast substream. */
  'video-simulcast-1'?: Record<string, any>;
  /** The same of the third simulcast substream. */
  'video-simulcast-2'?: Record<string, any>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The settings. */
export interface AdminServerStatus {
  /** Each. */
  status?: AdminStatus;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What can be changed while Janus runs. */
export interface AdminStatus {
  /** Whether tokens are in use. */
  token_auth?: boolean;
  /** Seconds without a request after which a session ends; 0 for never. */
  session_timeout?: number;
  /** Seconds that a session outlives its line; 0 if it does not. */
  reclaim_session_timeout?: number;
  /** Seconds for which early candidates are kept. */
  candidates_timeout?: number;
  /** How much is logged, 0 (nothing) to 7 (all). */
  log_level?: number;
  /** Whether lines of the log have the time. */
  log_timestamps?: boolean;
  /** Whether lines of the log are coloured. */
  log_colors?: boolean;
  /** The signal that makes Janus open its log anew (Janus 1.3.2 and newer). */
  log_rotate_sig?: number;
  /** Whether locks are logged. */
  locking_debug?: boolean;
  /** Whether reference counts are logged. */
  refcount_debug?: boolean;
  /** Whether libnice logs (until Janus 1.3.1). */
  libnice_debug?: boolean;
  /** The least milliseconds of packets that are kept for retransmission. */
  min_nack_queue?: number;
  /** Whether what a keyframe makes needless is not retransmitted. */
  'nack-optimizations'?: boolean;
  /** Seconds without media after which an application is told. */
  no_media_timer?: number;
  /** Lost packets a second that make a `slowlink` event; 0 for none. */
  slowlink_threshold?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminSessionTimeout {
  /** Seconds; 0 for never. */
  timeout?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminLogLevel {
  /** The level. */
  level?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminLogTimestamps {
  /** Whether they have. */
  log_timestamps?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminLogColors {
  /** Whether they are. */
  log_colors?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminLockingDebug {
  /** Whether they are. */
  locking_debug?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminRefcountDebug {
  /** Whether they are. */
  refcount_debug?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminLibniceDebug {
  /** Whether it does. */
  libnice_debug?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminMinNackQueue {
  /** Milliseconds at least. */
  min_nack_queue?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminNackOptimizations {
  /** Whether it is left out. */
  'nack-optimizations'?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminNoMediaTimer {
  /** Seconds. */
  no_media_timer?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminSlowlinkThreshold {
  /** Packets a second. */
  slowlink_threshold?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What holds now. */
export interface AdminAccepting {
  /** Whether they can. */
  accept?: boolean;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The sessions. */
export interface AdminSessions {
  /** Each. */
  sessions?: Array<number>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The handles of a session. */
export interface AdminHandles {
  /** Each. */
  handles?: Array<number>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A handle. */
export interface AdminDescribed {
  /** All of it. */
  info?: AdminHandleState;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What a token opens. */
export interface AdminTokenPlugins {
  /** The plugins, by package name. */
  plugins?: Array<string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The tokens. */
export interface AdminTokens {
  /** Each. */
  tokens?: Array<AdminToken>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** A token. */
export interface AdminToken {
  /** Its text. */
  token?: string;
  /** The plugins that it opens, by package name. */
  allowed_plugins?: Array<string>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** The event loops. */
export interface AdminLoops {
  /** Each; none where every handle has its own. */
  loops?: Array<AdminLoop>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** An event loop. */
export interface AdminLoop {
  /** Which. */
  id?: number;
  /** How many handles it serves. */
  handles?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** An address that was looked up. */
export interface AdminResolved {
  /** The address. */
  ip?: string;
  /** How long it took, in microseconds. */
  elapsed?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** Who Janus is to a STUN server. */
export interface AdminStunAnswer {
  /** The address. */
  public_ip?: string;
  /** The port. */
  public_port?: number;
  /** How long it took, in microseconds. */
  elapsed?: number;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What was answered. */
export interface AdminResponse {
  /** The answer. */
  response?: Record<string, any>;
  /** Fields that this version does not know. */
  [field: string]: unknown;
}

/** What connections to the Admin API can be asked; on others it is refused (`unsupported`). Each resolves with Janus's whole answer. */
export interface AdminMethods {
  /** Asks for the settings that can be changed while Janus runs. */
  getStatus(options?: CallOptions): Promise<JanusMessage & AdminServerStatus>;
  /**
   * Sets after how long a session without requests ends: all new ones, or the one that is named.
   * @param timeout Seconds; 0 for never, and for one session -1 for what holds for all.
   * @param session_id The session; all without it.
   */
  setSessionTimeout(timeout: number, session_id?: number, options?: CallOptions): Promise<JanusMessage & AdminSessionTimeout>;
  /**
   * Sets how much is logged.
   * @param level 0 (nothing), 1 (fatal), 2 (errors), 3 (warnings), 4 (information), 5 (verbose), 6 (huge) or 7 (debug).
   */
  setLogLevel(level: number, options?: CallOptions): Promise<JanusMessage & AdminLogLevel>;
  /**
   * Sets whether lines of the log have the time.
   * @param timestamps Whether they have.
   */
  setLogTimestamps(timestamps: boolean, options?: CallOptions): Promise<JanusMessage & AdminLogTimestamps>;
  /**
   * Sets whether lines of the log are coloured.
   * @param colors Whether they are.
   */
  setLogColors(colors: boolean, options?: CallOptions): Promise<JanusMessage & AdminLogColors>;
  /**
   * Sets whether locks are logged.
   * @param debug Whether they are.
   */
  setLockingDebug(debug: boolean, options?: CallOptions): Promise<JanusMessage & AdminLockingDebug>;
  /**
   * Sets whether reference counts are logged.
   * @param debug Whether they are.
   */
  setRefcountDebug(debug: boolean, options?: CallOptions): Promise<JanusMessage & AdminRefcountDebug>;
  /**
   * Sets whether libnice logs (until Janus 1.3.1).
   * @param debug Whether it does.
   */
  setLibniceDebug(debug: boolean, options?: CallOptions): Promise<JanusMessage & AdminLibniceDebug>;
  /**
   * Sets how long packets are kept for retransmission.
   * @param min_nack_queue Milliseconds at least.
   */
  setMinNackQueue(min_nack_queue: number, options?: CallOptions): Promise<JanusMessage & AdminMinNackQueue>;
  /**
   * Sets whether what a keyframe makes needless is not retransmitted.
   * @param nack_optimizations Whether it is left out.
   */
  setNackOptimizations(nack_optimizations: boolean, options?: CallOptions): Promise<JanusMessage & AdminNackOptimizations>;
  /**
   * Sets after how long without media an application is told.
   * @param no_media_timer Seconds.
   */
  setNoMediaTimer(no_media_timer: number, options?: CallOptions): Promise<JanusMessage & AdminNoMediaTimer>;
  /**
   * Sets how many lost packets make a `slowlink` event.
   * @param slowlink_threshold Packets a second; 0 for no such events.
   */
  setSlowlinkThreshold(slowlink_threshold: number, options?: CallOptions): Promise<JanusMessage & AdminSlowlinkThreshold>;
  /**
   * Sets whether sessions can be created.
   * @param accept Whether they can.
   */
  acceptNewSessions(accept: boolean, options?: CallOptions): Promise<JanusMessage & AdminAccepting>;
  /** Lists all sessions. */
  listSessions(options?: CallOptions): Promise<JanusMessage & AdminSessions>;
  /**
   * Lists the handles of a session.
   * @param session_id The session.
   */
  listHandles(session_id: number, options?: CallOptions): Promise<JanusMessage & AdminHandles>;
  /**
   * Ends a session; its owner is not told.
   * @param session_id The session.
   */
  destroySession(session_id: number, options?: CallOptions): Promise<JanusMessage>;
  /**
   * Asks for all that Janus knows of a handle: its plugin's state, ICE, DTLS, every stream and its figures.
   * @param session_id The session.
   * @param handle_id The handle.
   * @param plugin_only Leave the WebRTC part out.
   */
  handleInfo(session_id: number, handle_id: number, plugin_only?: boolean, options?: CallOptions): Promise<JanusMessage & AdminDescribed>;
  /**
   * Begins to write a handle's packets to a file on the server, as `.pcap`.
   * @param session_id The session.
   * @param handle_id The handle.
   * @param folder The folder on the server.
   * @param filename The file; a random name without it.
   * @param truncate How much of each packet, in bytes; 0 for all.
   */
  startPcap(session_id: number, handle_id: number, folder?: string, filename?: string, truncate?: number, options?: CallOptions): Promise<JanusMessage>;
  /**
   * Ends what `StartPcap` began.
   * @param session_id The session.
   * @param handle_id The handle.
   */
  stopPcap(session_id: number, handle_id: number, options?: CallOptions): Promise<JanusMessage>;
  /**
   * Begins to write a handle's packets to a file on the server, as text.
   * @param session_id The session.
   * @param handle_id The handle.
   * @param folder The folder on the server.
   * @param filename The file; a random name without it.
   * @param truncate How much of each packet, in bytes; 0 for all.
   */
  startText2pcap(session_id: number, handle_id: number, folder?: string, filename?: string, truncate?: number, options?: CallOptions): Promise<JanusMessage>;
  /**
   * Ends what `StartText2pcap` began.
   * @param session_id The session.
   * @param handle_id The handle.
   */
  stopText2pcap(session_id: number, handle_id: number, options?: CallOptions): Promise<JanusMessage>;
  /**
   * Ends a handle; its owner is told.
   * @param session_id The session.
   * @param handle_id The handle.
   */
  detachHandle(session_id: number, handle_id: number, options?: CallOptions): Promise<JanusMessage>;
  /**
   * Closes a handle's PeerConnection; its owner is told.
   * @param session_id The session.
   * @param handle_id The handle.
   */
  hangupWebrtc(session_id: number, handle_id: number, options?: CallOptions): Promise<JanusMessage>;
  /**
   * Adds a token.
   * @param token The token.
   * @param plugins The plugins that it opens, by package name; all without it.
   */
  addToken(token: string, plugins?: Array<string>, options?: CallOptions): Promise<JanusMessage & { data: AdminTokenPlugins }>;
  /**
   * Lets a token open more plugins.
   * @param token The token.
   * @param plugins The plugins, by package name.
   */
  allowToken(token: string, plugins: Array<string>, options?: CallOptions): Promise<JanusMessage & { data: AdminTokenPlugins }>;
  /**
   * Lets a token open fewer plugins.
   * @param token The token.
   * @param plugins The plugins, by package name.
   */
  disallowToken(token: string, plugins: Array<string>, options?: CallOptions): Promise<JanusMessage & { data: AdminTokenPlugins }>;
  /** Lists the tokens that open anything. */
  listTokens(options?: CallOptions): Promise<JanusMessage & { data: AdminTokens }>;
  /**
   * Removes a token.
   * @param token The token.
   */
  removeToken(token: string, options?: CallOptions): Promise<JanusMessage>;
  /** Lists the event loops, where their number is fixed. */
  loopsInfo(options?: CallOptions): Promise<JanusMessage & AdminLoops>;
  /**
   * Looks up an address, as Janus sees it. Janus does nothing else meanwhile.
   * @param address The name.
   */
  resolveAddress(address: string, options?: CallOptions): Promise<JanusMessage & AdminResolved>;
  /**
   * Asks a STUN server who Janus is. Janus does nothing else meanwhile.
   * @param address The STUN server.
   * @param port Its port.
   * @param localport The port to ask from.
   */
  testStun(address: string, port: number, localport?: number, options?: CallOptions): Promise<JanusMessage & AdminStunAnswer>;
  /**
   * Puts a request to a plugin, without a session: VideoRoom, AudioBridge, Streaming and TextRoom take all
   * their synchronous ones. A refusal by the plugin is in the response.
   * @param plugin Its package name.
   * @param request The request.
   */
  messagePlugin(plugin: string, request?: Record<string, any>, options?: CallOptions): Promise<JanusMessage & AdminResponse>;
  /**
   * Puts a request to a transport.
   * @param transport Its package name.
   * @param request The request.
   */
  queryTransport(transport: string, request?: Record<string, any>, options?: CallOptions): Promise<JanusMessage & AdminResponse>;
  /**
   * Puts a request to an event handler.
   * @param handler Its package name.
   * @param request The request.
   */
  queryEventhandler(handler: string, request?: Record<string, any>, options?: CallOptions): Promise<JanusMessage & AdminResponse>;
  /**
   * Puts a request to a logger.
   * @param logger Its package name.
   * @param request The request.
   */
  queryLogger(logger: string, request?: Record<string, any>, options?: CallOptions): Promise<JanusMessage & AdminResponse>;
  /**
   * Gives an event of one's own to the event handlers; it is dropped where there are none.
   * @param schema What it is about.
   * @param data The event.
   */
  customEvent(schema: string, data: Record<string, any>, options?: CallOptions): Promise<JanusMessage>;
  /**
   * Writes a line of one's own to the log.
   * @param line The line.
   * @param level The level (Janus's default: 4).
   */
  customLogline(line: string, level?: number, options?: CallOptions): Promise<JanusMessage>;
}
