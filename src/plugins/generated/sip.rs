// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::field_types::*;
use crate::plugins::sip::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

impl Register {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(username: impl Into<SipUri>) -> Self {
        Self {
            username: username.into(),
            kind: None,
            send_register: None,
            secret: None,
            ha1_secret: None,
            authuser: None,
            display_name: None,
            user_agent: None,
            proxy: None,
            outbound_proxy: None,
            register_ttl: None,
            sips: None,
            force_udp: None,
            force_tcp: None,
            rfc2543_cancel: None,
            refresh: None,
            headers: None,
            contact_params: None,
            incoming_header_prefixes: None,
            automatic_ringing: None,
            master_id: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Register {
        into kind: AccountType,
        set send_register: bool,
        into secret: Secret,
        into ha1_secret: Secret,
        into authuser: String,
        into display_name: String,
        into user_agent: String,
        into proxy: SipUri,
        into outbound_proxy: SipUri,
        set register_ttl: u32,
        set sips: bool,
        set force_udp: bool,
        set force_tcp: bool,
        set rfc2543_cancel: bool,
        set refresh: bool,
        into headers: std::collections::BTreeMap<String, String>,
        into contact_params: std::collections::BTreeMap<String, String>,
        into incoming_header_prefixes: Vec<String>,
        set automatic_ringing: bool,
        set master_id: u64,
        insert extra: Value,
    }
}

setters! {
    Unregister {
        insert extra: Value,
    }
}

impl Subscribe {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(event: impl Into<String>) -> Self {
        Self {
            event: event.into(),
            to: None,
            accept: None,
            subscribe_ttl: None,
            call_id: None,
            headers: None,
            content: None,
            content_type: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Subscribe {
        into to: SipUri,
        into accept: String,
        set subscribe_ttl: u32,
        into call_id: String,
        into headers: std::collections::BTreeMap<String, String>,
        into content: String,
        into content_type: String,
        insert extra: Value,
    }
}

impl Unsubscribe {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(event: impl Into<String>) -> Self {
        Self { event: event.into(), to: None, extra: Map::new() }
    }
}

setters! {
    Unsubscribe {
        into to: SipUri,
        insert extra: Value,
    }
}

impl Call {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(uri: impl Into<SipUri>) -> Self {
        Self {
            uri: uri.into(),
            call_id: None,
            headers: None,
            srtp: None,
            srtp_profile: None,
            autoaccept_reinvites: None,
            refer_id: None,
            secret: None,
            ha1_secret: None,
            authuser: None,
            jsep: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Call {
        into call_id: String,
        into headers: std::collections::BTreeMap<String, String>,
        into srtp: SrtpMode,
        into srtp_profile: String,
        set autoaccept_reinvites: bool,
        set refer_id: u32,
        into secret: Secret,
        into ha1_secret: Secret,
        into authuser: String,
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Accept {
        into srtp: SrtpMode,
        into srtp_profile: String,
        into headers: std::collections::BTreeMap<String, String>,
        set autoaccept_reinvites: bool,
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Progress {
        into srtp: SrtpMode,
        into srtp_profile: String,
        into headers: std::collections::BTreeMap<String, String>,
        set autoaccept_reinvites: bool,
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    SendRinging {
        insert extra: Value,
    }
}

setters! {
    Decline {
        set code: u32,
        into headers: std::collections::BTreeMap<String, String>,
        set refer_id: u32,
        insert extra: Value,
    }
}

setters! {
    Update {
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Hold {
        into direction: Direction,
        insert extra: Value,
    }
}

setters! {
    Unhold {
        insert extra: Value,
    }
}

impl Transfer {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(uri: impl Into<SipUri>) -> Self {
        Self { uri: uri.into(), replace: None, extra: Map::new() }
    }
}

setters! {
    Transfer {
        into replace: String,
        insert extra: Value,
    }
}

setters! {
    SipHangup {
        into headers: std::collections::BTreeMap<String, String>,
        insert extra: Value,
    }
}

setters! {
    Reset {
        insert extra: Value,
    }
}

impl Recording {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(action: impl Into<RecordingAction>) -> Self {
        Self {
            action: action.into(),
            audio: None,
            video: None,
            peer_audio: None,
            peer_video: None,
            send_peer_pli: None,
            filename: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Recording {
        set audio: bool,
        set video: bool,
        set peer_audio: bool,
        set peer_video: bool,
        set send_peer_pli: bool,
        into filename: FilePath,
        insert extra: Value,
    }
}

impl Info {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(kind: impl Into<String>, content: impl Into<String>) -> Self {
        Self { kind: kind.into(), content: content.into(), headers: None, extra: Map::new() }
    }
}

setters! {
    Info {
        into headers: std::collections::BTreeMap<String, String>,
        insert extra: Value,
    }
}

impl SipMessage {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            content_type: None,
            uri: None,
            call_id: None,
            headers: None,
            extra: Map::new(),
        }
    }
}

setters! {
    SipMessage {
        into content_type: String,
        into uri: SipUri,
        into call_id: String,
        into headers: std::collections::BTreeMap<String, String>,
        insert extra: Value,
    }
}

impl DtmfInfo {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(digit: impl Into<String>) -> Self {
        Self { digit: digit.into(), duration: None, headers: None, extra: Map::new() }
    }
}

setters! {
    DtmfInfo {
        set duration: u32,
        into headers: std::collections::BTreeMap<String, String>,
        insert extra: Value,
    }
}

setters! {
    Keyframe {
        set user: bool,
        set peer: bool,
        insert extra: Value,
    }
}

impl StartForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(streams: impl Into<Vec<ForwardedStream>>) -> Self {
        Self { streams: streams.into(), extra: Map::new() }
    }
}

setters! {
    StartForward {
        insert extra: Value,
    }
}

impl ForwardedStream {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(kind: impl Into<CallStream>, host: impl Into<HostName>, port: u32) -> Self {
        Self {
            kind: kind.into(),
            host: host.into(),
            port,
            host_family: None,
            pt: None,
            ssrc: None,
            srtp_suite: None,
            srtp_crypto: None,
            extra: Map::new(),
        }
    }
}

setters! {
    ForwardedStream {
        into host_family: HostFamily,
        set pt: u8,
        set ssrc: u32,
        set srtp_suite: u32,
        into srtp_crypto: Secret,
        insert extra: Value,
    }
}

impl StopForward {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(stream_id: u32) -> Self {
        Self { stream_id, extra: Map::new() }
    }
}

setters! {
    StopForward {
        insert extra: Value,
    }
}

setters! {
    ListForward {
        insert extra: Value,
    }
}
