// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { Emitter } from './emitter.js';

/** The requests of connections to the Admin API. */
export class AdminMethods extends Emitter {
  getStatus(options) {
    return this._admin([], { janus: 'get_status' }, options);
  }

  setSessionTimeout(timeout, session_id, options) {
    return this._admin(['timeout'], { janus: 'set_session_timeout', timeout, session_id }, options);
  }

  setLogLevel(level, options) {
    return this._admin(['level'], { janus: 'set_log_level', level }, options);
  }

  setLogTimestamps(timestamps, options) {
    return this._admin(['timestamps'], { janus: 'set_log_timestamps', timestamps }, options);
  }

  setLogColors(colors, options) {
    return this._admin(['colors'], { janus: 'set_log_colors', colors }, options);
  }

  setLockingDebug(debug, options) {
    return this._admin(['debug'], { janus: 'set_locking_debug', debug }, options);
  }

  setRefcountDebug(debug, options) {
    return this._admin(['debug'], { janus: 'set_refcount_debug', debug }, options);
  }

  setLibniceDebug(debug, options) {
    return this._admin(['debug'], { janus: 'set_libnice_debug', debug }, options);
  }

  setMinNackQueue(min_nack_queue, options) {
    return this._admin(['min_nack_queue'], { janus: 'set_min_nack_queue', min_nack_queue }, options);
  }

  setNackOptimizations(nack_optimizations, options) {
    return this._admin(['nack_optimizations'], { janus: 'set_nack_optimizations', nack_optimizations }, options);
  }

  setNoMediaTimer(no_media_timer, options) {
    return this._admin(['no_media_timer'], { janus: 'set_no_media_timer', no_media_timer }, options);
  }

  setSlowlinkThreshold(slowlink_threshold, options) {
    return this._admin(['slowlink_threshold'], { janus: 'set_slowlink_threshold', slowlink_threshold }, options);
  }

  acceptNewSessions(accept, options) {
    return this._admin(['accept'], { janus: 'accept_new_sessions', accept }, options);
  }

  listSessions(options) {
    return this._admin([], { janus: 'list_sessions' }, options);
  }

  listHandles(session_id, options) {
    return this._admin(['session_id'], { janus: 'list_handles', session_id }, options);
  }

  destroySession(session_id, options) {
    return this._admin(['session_id'], { janus: 'destroy_session', session_id }, options);
  }

  handleInfo(session_id, handle_id, plugin_only, options) {
    return this._admin(['session_id', 'handle_id'], { janus: 'handle_info', session_id, handle_id, plugin_only }, options);
  }

  startPcap(session_id, handle_id, folder, filename, truncate, options) {
    return this._admin(['session_id', 'handle_id'], { janus: 'start_pcap', session_id, handle_id, folder, filename, truncate }, options);
  }

  stopPcap(session_id, handle_id, options) {
    return this._admin(['session_id', 'handle_id'], { janus: 'stop_pcap', session_id, handle_id }, options);
  }

  startText2pcap(session_id, handle_id, folder, filename, truncate, options) {
    return this._admin(['session_id', 'handle_id'], { janus: 'start_text2pcap', session_id, handle_id, folder, filename, truncate }, options);
  }

  stopText2pcap(session_id, handle_id, options) {
    return this._admin(['session_id', 'handle_id'], { janus: 'stop_text2pcap', session_id, handle_id }, options);
  }

  detachHandle(session_id, handle_id, options) {
    return this._admin(['session_id', 'handle_id'], { janus: 'detach_handle', session_id, handle_id }, options);
  }

  hangupWebrtc(session_id, handle_id, options) {
    return this._admin(['session_id', 'handle_id'], { janus: 'hangup_webrtc', session_id, handle_id }, options);
  }

  addToken(token, plugins, options) {
    return this._admin(['token'], { janus: 'add_token', token, plugins }, options);
  }

  allowToken(token, plugins, options) {
    return this._admin(['token', 'plugins'], { janus: 'allow_token', token, plugins }, options);
  }

  disallowToken(token, plugins, options) {
    return this._admin(['token', 'plugins'], { janus: 'disallow_token', token, plugins }, options);
  }

  listTokens(options) {
    return this._admin([], { janus: 'list_tokens' }, options);
  }

  removeToken(token, options) {
    return this._admin(['token'], { janus: 'remove_token', token }, options);
  }

  loopsInfo(options) {
    return this._admin([], { janus: 'loops_info' }, options);
  }

  resolveAddress(address, options) {
    return this._admin(['address'], { janus: 'resolve_address', address }, options);
  }

  testStun(address, port, localport, options) {
    return this._admin(['address', 'port'], { janus: 'test_stun', address, port, localport }, options);
  }

  messagePlugin(plugin, request, options) {
    return this._admin(['plugin'], { janus: 'message_plugin', plugin, request }, options);
  }

  queryTransport(transport, request, options) {
    return this._admin(['transport'], { janus: 'query_transport', transport, request }, options);
  }

  queryEventhandler(handler, request, options) {
    return this._admin(['handler'], { janus: 'query_eventhandler', handler, request }, options);
  }

  queryLogger(logger, request, options) {
    return this._admin(['logger'], { janus: 'query_logger', logger, request }, options);
  }

  customEvent(schema, data, options) {
    return this._admin(['schema', 'data'], { janus: 'custom_event', schema, data }, options);
  }

  customLogline(line, level, options) {
    return this._admin(['line'], { janus: 'custom_logline', line, level }, options);
  }
}
