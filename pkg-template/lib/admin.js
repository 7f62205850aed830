// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { Connection } from './connection.js';

/** The requests of connections to the Admin API. */
export class AdminMethods extends Connection {
  getStatus(...given) {
    return this._admin('get_status', [], 0, given);
  }

  setSessionTimeout(...given) {
    return this._admin('set_session_timeout', ['timeout', 'session_id'], 1, given);
  }

  setLogLevel(...given) {
    return this._admin('set_log_level', ['level'], 1, given);
  }

  setLogTimestamps(...given) {
    return this._admin('set_log_timestamps', ['timestamps'], 1, given);
  }

  setLogColors(...given) {
    return this._admin('set_log_colors', ['colors'], 1, given);
  }

  setLockingDebug(...given) {
    return this._admin('set_locking_debug', ['debug'], 1, given);
  }

  setRefcountDebug(...given) {
    return this._admin('set_refcount_debug', ['debug'], 1, given);
  }

  setLibniceDebug(...given) {
    return this._admin('set_libnice_debug', ['debug'], 1, given);
  }

  setMinNackQueue(...given) {
    return this._admin('set_min_nack_queue', ['min_nack_queue'], 1, given);
  }

  setNackOptimizations(...given) {
    return this._admin('set_nack_optimizations', ['nack_optimizations'], 1, given);
  }

  setNoMediaTimer(...given) {
    return this._admin('set_no_media_timer', ['no_media_timer'], 1, given);
  }

  setSlowlinkThreshold(...given) {
    return this._admin('set_slowlink_threshold', ['slowlink_threshold'], 1, given);
  }

  acceptNewSessions(...given) {
    return this._admin('accept_new_sessions', ['accept'], 1, given);
  }

  listSessions(...given) {
    return this._admin('list_sessions', [], 0, given);
  }

  listHandles(...given) {
    return this._admin('list_handles', ['session_id'], 1, given);
  }

  destroySession(...given) {
    return this._admin('destroy_session', ['session_id'], 1, given);
  }

  handleInfo(...given) {
    return this._admin('handle_info', ['session_id', 'handle_id', 'plugin_only'], 2, given);
  }

  startPcap(...given) {
    return this._admin('start_pcap', ['session_id', 'handle_id', 'folder', 'filename', 'truncate'], 2, given);
  }

  stopPcap(...given) {
    return this._admin('stop_pcap', ['session_id', 'handle_id'], 2, given);
  }

  startText2pcap(...given) {
    return this._admin('start_text2pcap', ['session_id', 'handle_id', 'folder', 'filename', 'truncate'], 2, given);
  }

  stopText2pcap(...given) {
    return this._admin('stop_text2pcap', ['session_id', 'handle_id'], 2, given);
  }

  detachHandle(...given) {
    return this._admin('detach_handle', ['session_id', 'handle_id'], 2, given);
  }

  hangupWebrtc(...given) {
    return this._admin('hangup_webrtc', ['session_id', 'handle_id'], 2, given);
  }

  addToken(...given) {
    return this._admin('add_token', ['token', 'plugins'], 1, given);
  }

  allowToken(...given) {
    return this._admin('allow_token', ['token', 'plugins'], 2, given);
  }

  disallowToken(...given) {
    return this._admin('disallow_token', ['token', 'plugins'], 2, given);
  }

  listTokens(...given) {
    return this._admin('list_tokens', [], 0, given);
  }

  removeToken(...given) {
    return this._admin('remove_token', ['token'], 1, given);
  }

  loopsInfo(...given) {
    return this._admin('loops_info', [], 0, given);
  }

  resolveAddress(...given) {
    return this._admin('resolve_address', ['address'], 1, given);
  }

  testStun(...given) {
    return this._admin('test_stun', ['address', 'port', 'localport'], 2, given);
  }

  messagePlugin(...given) {
    return this._admin('message_plugin', ['plugin', 'request'], 1, given);
  }

  queryTransport(...given) {
    return this._admin('query_transport', ['transport', 'request'], 1, given);
  }

  queryEventhandler(...given) {
    return this._admin('query_eventhandler', ['handler', 'request'], 1, given);
  }

  queryLogger(...given) {
    return this._admin('query_logger', ['logger', 'request'], 1, given);
  }

  customEvent(...given) {
    return this._admin('custom_event', ['schema', 'data'], 2, given);
  }

  customLogline(...given) {
    return this._admin('custom_logline', ['line', 'level'], 1, given);
  }
}
