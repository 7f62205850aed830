// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::admin::{
    AcceptNewSessions, Accepting, AddToken, AllowToken, CustomEvent, CustomLogline, DestroySession,
    DetachHandle, DisallowToken, Done, Ended, GetStatus, HandleDetails, HandleInfo, Handles, HangupWebrtc,
    LibniceDebug, ListHandles, ListSessions, ListTokens, LockingDebug, LogColors, LogLevel, LogTimestamps,
    Loops, LoopsInfo, MessagePlugin, MinNackQueue, NackOptimizations, NoMediaTimer, QueryEventhandler,
    QueryLogger, QueryTransport, RefcountDebug, RemoveToken, Removed, ResolveAddress, Resolved, Response,
    ServerStatus, SessionTimeout, Sessions, SetLibniceDebug, SetLockingDebug, SetLogColors, SetLogLevel,
    SetLogTimestamps, SetMinNackQueue, SetNackOptimizations, SetNoMediaTimer, SetRefcountDebug,
    SetSessionTimeout, SetSlowlinkThreshold, SlowlinkThreshold, StartPcap, StartText2pcap, StopPcap,
    StopText2pcap, StunResult, TestStun, TokenPlugins, Tokens,
};
use crate::client::Admin;
use crate::error::Result;

impl Admin {
    /// Requests the settings that can be changed while Janus runs (`"janus": "get_status"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#get_status)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn get_status(&self, request: GetStatus) -> Result<ServerStatus> {
        self.request(request).await
    }

    /// Sets the time without requests after which a session ends (`"janus": "set_session_timeout"`), for one session or
    /// for all new ones.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_session_timeout)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_session_timeout(&self, request: SetSessionTimeout) -> Result<SessionTimeout> {
        self.request(request).await
    }

    /// Sets the log level (`"janus": "set_log_level"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_log_level)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_log_level(&self, request: SetLogLevel) -> Result<LogLevel> {
        self.request(request).await
    }

    /// Sets whether log lines have timestamps (`"janus": "set_log_timestamps"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_log_timestamps)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_log_timestamps(&self, request: SetLogTimestamps) -> Result<LogTimestamps> {
        self.request(request).await
    }

    /// Sets whether log lines are colored (`"janus": "set_log_colors"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_log_colors)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_log_colors(&self, request: SetLogColors) -> Result<LogColors> {
        self.request(request).await
    }

    /// Sets whether Janus logs its locks (`"janus": "set_locking_debug"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_locking_debug)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_locking_debug(&self, request: SetLockingDebug) -> Result<LockingDebug> {
        self.request(request).await
    }

    /// Sets whether Janus logs its reference counts (`"janus": "set_refcount_debug"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_refcount_debug)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_refcount_debug(&self, request: SetRefcountDebug) -> Result<RefcountDebug> {
        self.request(request).await
    }

    /// Sets whether libnice logs (`"janus": "set_libnice_debug"`; up to Janus 1.3.1).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_libnice_debug)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_libnice_debug(&self, request: SetLibniceDebug) -> Result<LibniceDebug> {
        self.request(request).await
    }

    /// Sets the minimum time for which packets are kept for retransmission (`"janus": "set_min_nack_queue"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_min_nack_queue)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_min_nack_queue(&self, request: SetMinNackQueue) -> Result<MinNackQueue> {
        self.request(request).await
    }

    /// Sets whether Janus omits retransmissions that a key frame makes unnecessary (`"janus": "set_nack_optimizations"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_nack_optimizations)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_nack_optimizations(&self, request: SetNackOptimizations) -> Result<NackOptimizations> {
        self.request(request).await
    }

    /// Sets the time without media after which Janus sends a `media` event (`"janus": "set_no_media_timer"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_no_media_timer)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_no_media_timer(&self, request: SetNoMediaTimer) -> Result<NoMediaTimer> {
        self.request(request).await
    }

    /// Sets the number of lost packets in a second that causes a `slowlink` event (`"janus": "set_slowlink_threshold"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#set_slowlink_threshold)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn set_slowlink_threshold(&self, request: SetSlowlinkThreshold) -> Result<SlowlinkThreshold> {
        self.request(request).await
    }

    /// Sets whether clients can create sessions (`"janus": "accept_new_sessions"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#accept_new_sessions)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn accept_new_sessions(&self, request: AcceptNewSessions) -> Result<Accepting> {
        self.request(request).await
    }

    /// Lists the sessions of all clients (`"janus": "list_sessions"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#list_sessions)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn list_sessions(&self, request: ListSessions) -> Result<Sessions> {
        self.request(request).await
    }

    /// Lists the handles of a session (`"janus": "list_handles"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#list_handles)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn list_handles(&self, request: ListHandles) -> Result<Handles> {
        self.request(request).await
    }

    /// Destroys a session (`"janus": "destroy_session"`). Its client receives no event.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#destroy_session)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn destroy_session(&self, request: DestroySession) -> Result<Ended> {
        self.request(request).await
    }

    /// Requests the state of a handle: its plugin, ICE, DTLS, and each stream with statistics (`"janus": "handle_info"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#handle_info)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn handle_info(&self, request: HandleInfo) -> Result<HandleDetails> {
        self.request(request).await
    }

    /// Starts writing the packets of a handle to a `.pcap` file on the server (`"janus": "start_pcap"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#start_pcap)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn start_pcap(&self, request: StartPcap) -> Result<Ended> {
        self.request(request).await
    }

    /// Stops writing the packets of a handle to a file (`"janus": "stop_pcap"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#stop_pcap)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn stop_pcap(&self, request: StopPcap) -> Result<Ended> {
        self.request(request).await
    }

    /// Starts writing the packets of a handle to a text file on the server (`"janus": "start_text2pcap"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#start_text2pcap)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn start_text2pcap(&self, request: StartText2pcap) -> Result<Ended> {
        self.request(request).await
    }

    /// Stops writing the packets of a handle to a text file (`"janus": "stop_text2pcap"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#stop_text2pcap)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn stop_text2pcap(&self, request: StopText2pcap) -> Result<Ended> {
        self.request(request).await
    }

    /// Detaches a handle (`"janus": "detach_handle"`). Its client receives `detached`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#detach_handle)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn detach_handle(&self, request: DetachHandle) -> Result<Ended> {
        self.request(request).await
    }

    /// Closes the PeerConnection of a handle (`"janus": "hangup_webrtc"`). Its client receives `hangup`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#hangup_webrtc)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn hangup_webrtc(&self, request: HangupWebrtc) -> Result<Ended> {
        self.request(request).await
    }

    /// Adds a token (`"janus": "add_token"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#add_token)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn add_token(&self, request: AddToken) -> Result<TokenPlugins> {
        self.request(request).await
    }

    /// Allows a token to use more plugins (`"janus": "allow_token"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#allow_token)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn allow_token(&self, request: AllowToken) -> Result<TokenPlugins> {
        self.request(request).await
    }

    /// Disallows a token to use some plugins (`"janus": "disallow_token"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#disallow_token)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn disallow_token(&self, request: DisallowToken) -> Result<TokenPlugins> {
        self.request(request).await
    }

    /// Lists the tokens that allow at least one plugin (`"janus": "list_tokens"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#list_tokens)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn list_tokens(&self, request: ListTokens) -> Result<Tokens> {
        self.request(request).await
    }

    /// Removes a token (`"janus": "remove_token"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#remove_token)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn remove_token(&self, request: RemoveToken) -> Result<Removed> {
        self.request(request).await
    }

    /// Lists the event loops, if the server has a fixed number of them (`"janus": "loops_info"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#loops_info)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn loops_info(&self, request: LoopsInfo) -> Result<Loops> {
        self.request(request).await
    }

    /// Resolves a host name on the server (`"janus": "resolve_address"`). The request blocks the server's request thread.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#resolve_address)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn resolve_address(&self, request: ResolveAddress) -> Result<Resolved> {
        self.request(request).await
    }

    /// Requests the public address of Janus from a STUN server (`"janus": "test_stun"`). The request blocks the server's
    /// request thread.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#test_stun)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn test_stun(&self, request: TestStun) -> Result<StunResult> {
        self.request(request).await
    }

    /// Sends a request to a plugin without a session (`"janus": "message_plugin"`). VideoRoom, AudioBridge, Streaming and
    /// TextRoom accept all their synchronous requests. A refusal by the plugin is part of the response.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#message_plugin)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn message_plugin(&self, request: MessagePlugin) -> Result<Response> {
        self.request(request).await
    }

    /// Sends a request to a transport plugin (`"janus": "query_transport"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#query_transport)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn query_transport(&self, request: QueryTransport) -> Result<Response> {
        self.request(request).await
    }

    /// Sends a request to an event handler (`"janus": "query_eventhandler"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#query_eventhandler)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn query_eventhandler(&self, request: QueryEventhandler) -> Result<Response> {
        self.request(request).await
    }

    /// Sends a request to a logger (`"janus": "query_logger"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#query_logger)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn query_logger(&self, request: QueryLogger) -> Result<Response> {
        self.request(request).await
    }

    /// Sends a custom event to the event handlers (`"janus": "custom_event"`). Janus drops it if there are none.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#custom_event)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn custom_event(&self, request: CustomEvent) -> Result<Done> {
        self.request(request).await
    }

    /// Writes a line to the log of the server (`"janus": "custom_logline"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/admin.md#custom_logline)
    ///
    /// # Errors
    /// The error of Janus with its code, a timeout, or a lost connection.
    pub async fn custom_logline(&self, request: CustomLogline) -> Result<Done> {
        self.request(request).await
    }
}
