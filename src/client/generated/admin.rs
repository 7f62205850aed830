// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::admin::{
    AcceptNewSessions, Accepting, AddToken, AllowToken, CustomEvent, CustomLogline, Described,
    DestroySession, DetachHandle, DisallowToken, Done, Ended, GetStatus, HandleInfo, Handles, HangupWebrtc,
    LibniceDebug, ListHandles, ListSessions, ListTokens, LockingDebug, LogColors, LogLevel, LogTimestamps,
    Loops, LoopsInfo, MessagePlugin, MinNackQueue, NackOptimizations, NoMediaTimer, QueryEventhandler,
    QueryLogger, QueryTransport, RefcountDebug, RemoveToken, Removed, ResolveAddress, Resolved, Response,
    ServerStatus, SessionTimeout, Sessions, SetLibniceDebug, SetLockingDebug, SetLogColors, SetLogLevel,
    SetLogTimestamps, SetMinNackQueue, SetNackOptimizations, SetNoMediaTimer, SetRefcountDebug,
    SetSessionTimeout, SetSlowlinkThreshold, SlowlinkThreshold, StartPcap, StartText2pcap, StopPcap,
    StopText2pcap, StunAnswer, TestStun, TokenPlugins, Tokens,
};
use crate::client::Admin;
use crate::error::Result;

impl Admin {
    /// Asks for the settings that can be changed while Janus runs.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn get_status(&self, request: GetStatus) -> Result<ServerStatus> {
        self.request(request).await
    }

    /// Sets after how long a session without requests ends: all new ones, or the one that is named.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_session_timeout(&self, request: SetSessionTimeout) -> Result<SessionTimeout> {
        self.request(request).await
    }

    /// Sets how much is logged.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_log_level(&self, request: SetLogLevel) -> Result<LogLevel> {
        self.request(request).await
    }

    /// Sets whether lines of the log have the time.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_log_timestamps(&self, request: SetLogTimestamps) -> Result<LogTimestamps> {
        self.request(request).await
    }

    /// Sets whether lines of the log are coloured.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_log_colors(&self, request: SetLogColors) -> Result<LogColors> {
        self.request(request).await
    }

    /// Sets whether locks are logged.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_locking_debug(&self, request: SetLockingDebug) -> Result<LockingDebug> {
        self.request(request).await
    }

    /// Sets whether reference counts are logged.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_refcount_debug(&self, request: SetRefcountDebug) -> Result<RefcountDebug> {
        self.request(request).await
    }

    /// Sets whether libnice logs (until Janus 1.3.1).
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_libnice_debug(&self, request: SetLibniceDebug) -> Result<LibniceDebug> {
        self.request(request).await
    }

    /// Sets how long packets are kept for retransmission.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_min_nack_queue(&self, request: SetMinNackQueue) -> Result<MinNackQueue> {
        self.request(request).await
    }

    /// Sets whether what a keyframe makes needless is not retransmitted.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_nack_optimizations(&self, request: SetNackOptimizations) -> Result<NackOptimizations> {
        self.request(request).await
    }

    /// Sets after how long without media an application is told.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_no_media_timer(&self, request: SetNoMediaTimer) -> Result<NoMediaTimer> {
        self.request(request).await
    }

    /// Sets how many lost packets make a `slowlink` event.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn set_slowlink_threshold(&self, request: SetSlowlinkThreshold) -> Result<SlowlinkThreshold> {
        self.request(request).await
    }

    /// Sets whether sessions can be created.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn accept_new_sessions(&self, request: AcceptNewSessions) -> Result<Accepting> {
        self.request(request).await
    }

    /// Lists all sessions.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn list_sessions(&self, request: ListSessions) -> Result<Sessions> {
        self.request(request).await
    }

    /// Lists the handles of a session.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn list_handles(&self, request: ListHandles) -> Result<Handles> {
        self.request(request).await
    }

    /// Ends a session; its owner is not told.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn destroy_session(&self, request: DestroySession) -> Result<Ended> {
        self.request(request).await
    }

    /// Asks for all that Janus knows of a handle: its plugin's state, ICE, DTLS, every stream and its figures.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn handle_info(&self, request: HandleInfo) -> Result<Described> {
        self.request(request).await
    }

    /// Begins to write a handle's packets to a file on the server, as `.pcap`.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn start_pcap(&self, request: StartPcap) -> Result<Ended> {
        self.request(request).await
    }

    /// Ends what `StartPcap` began.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn stop_pcap(&self, request: StopPcap) -> Result<Ended> {
        self.request(request).await
    }

    /// Begins to write a handle's packets to a file on the server, as text.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn start_text2pcap(&self, request: StartText2pcap) -> Result<Ended> {
        self.request(request).await
    }

    /// Ends what `StartText2pcap` began.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn stop_text2pcap(&self, request: StopText2pcap) -> Result<Ended> {
        self.request(request).await
    }

    /// Ends a handle; its owner is told.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn detach_handle(&self, request: DetachHandle) -> Result<Ended> {
        self.request(request).await
    }

    /// Closes a handle's PeerConnection; its owner is told.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn hangup_webrtc(&self, request: HangupWebrtc) -> Result<Ended> {
        self.request(request).await
    }

    /// Adds a token.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn add_token(&self, request: AddToken) -> Result<TokenPlugins> {
        self.request(request).await
    }

    /// Lets a token open more plugins.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn allow_token(&self, request: AllowToken) -> Result<TokenPlugins> {
        self.request(request).await
    }

    /// Lets a token open fewer plugins.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn disallow_token(&self, request: DisallowToken) -> Result<TokenPlugins> {
        self.request(request).await
    }

    /// Lists the tokens that open anything.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn list_tokens(&self, request: ListTokens) -> Result<Tokens> {
        self.request(request).await
    }

    /// Removes a token.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn remove_token(&self, request: RemoveToken) -> Result<Removed> {
        self.request(request).await
    }

    /// Lists the event loops, where their number is fixed.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn loops_info(&self, request: LoopsInfo) -> Result<Loops> {
        self.request(request).await
    }

    /// Looks up an address, as Janus sees it. Janus does nothing else meanwhile.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn resolve_address(&self, request: ResolveAddress) -> Result<Resolved> {
        self.request(request).await
    }

    /// Asks a STUN server who Janus is. Janus does nothing else meanwhile.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn test_stun(&self, request: TestStun) -> Result<StunAnswer> {
        self.request(request).await
    }

    /// Puts a request to a plugin, without a session: VideoRoom, AudioBridge, Streaming and TextRoom take all
    /// their synchronous ones. A refusal by the plugin is in the response.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn message_plugin(&self, request: MessagePlugin) -> Result<Response> {
        self.request(request).await
    }

    /// Puts a request to a transport.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn query_transport(&self, request: QueryTransport) -> Result<Response> {
        self.request(request).await
    }

    /// Puts a request to an event handler.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn query_eventhandler(&self, request: QueryEventhandler) -> Result<Response> {
        self.request(request).await
    }

    /// Puts a request to a logger.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn query_logger(&self, request: QueryLogger) -> Result<Response> {
        self.request(request).await
    }

    /// Gives an event of one's own to the event handlers; it is dropped where there are none.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn custom_event(&self, request: CustomEvent) -> Result<Done> {
        self.request(request).await
    }

    /// Writes a line of one's own to the log.
    ///
    /// # Errors
    /// A refusal by Janus, with its number; a timeout.
    pub async fn custom_logline(&self, request: CustomLogline) -> Result<Done> {
        self.request(request).await
    }
}
