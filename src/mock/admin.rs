//! The Admin API, as far as a client's tests need it.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::ClientId;
use super::plugins::Plugins;
use super::server::Server;
use super::world::{At, Peer};

type Refusal = (i64, String);

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn refused<T>(code: i64, reason: impl Into<String>) -> Result<T, Refusal> {
    Err((code, reason.into()))
}

impl Server {
    pub(super) fn admin_request(&mut self, client: ClientId, text: &str) {
        let request: Value = serde_json::from_str(text).unwrap_or_default();
        let session = request["session_id"].as_u64();
        let (Some(verb), Some(transaction)) = (request["janus"].as_str(), request["transaction"].as_str())
        else {
            return self.refuse(client, session, None, (456, "Missing mandatory element (transaction)"));
        };
        match self.administer(&verb.to_ascii_lowercase(), session, &request) {
            Ok(mut answer) => {
                if answer.get("janus").is_none() {
                    answer["janus"] = "success".into();
                }
                self.answer(client, session, transaction, answer);
            }
            Err((code, reason)) => self.refuse(client, session, Some(transaction), (code, &reason)),
        }
    }

    fn administer(&mut self, verb: &str, session: Option<u64>, request: &Value) -> Result<Value, Refusal> {
        match verb {
            "info" => return Ok(self.info()),
            "ping" => return Ok(json!({ "janus": "pong" })),
            _ => {}
        }
        let secret = self.world.settings.admin_secret.as_ref();
        if secret.is_some_and(|secret| request["admin_secret"] != secret.reveal()) {
            return refused(403, "Unauthorized request (wrong or missing secret/token)");
        }
        let Some(session) = session else { return self.of_the_server(verb, request) };
        if !self.world.sessions.contains_key(&session) {
            return refused(458, format!("No such session {session}"));
        }
        match request.get("handle_id") {
            None => self.of_a_session(verb, session, request),
            Some(handle) => {
                let at = handle.as_u64().map(|handle| At { session, handle });
                match at.filter(|at| self.world.handle(*at).is_some()) {
                    Some(at) => self.of_a_handle(verb, at, request),
                    None => refused(459, format!("No such handle {handle} in session {session}")),
                }
            }
        }
    }

    fn of_the_server(&mut self, verb: &str, request: &Value) -> Result<Value, Refusal> {
        match verb {
            "list_sessions" => Ok(json!({ "sessions": self.sessions() })),
            "get_status" => Ok(json!({ "status": {
                "token_auth": self.world.settings.token_auth,
                "session_timeout": self.world.settings.session_timeout.as_secs(),
                "reclaim_session_timeout": self.world.settings.reclaim_session_timeout.as_secs(),
                "candidates_timeout": 45, "log_level": 4, "log_timestamps": false, "log_colors": false,
                "locking_debug": false, "refcount_debug": false, "libnice_debug": false,
                "min_nack_queue": 200, "nack-optimizations": false, "no_media_timer": 1, "slowlink_threshold": 0,
            } })),
            "set_session_timeout" => {
                let timeout = seconds(request)?;
                self.world.settings.session_timeout = Duration::from_secs(timeout);
                Ok(json!({ "timeout": timeout }))
            }
            "accept_new_sessions" => match request["accept"].as_bool() {
                Some(accept) => {
                    self.world.accepts_sessions = accept;
                    Ok(json!({ "accept": accept }))
                }
                None => refused(467, "Invalid element type (accept should be a boolean)"),
            },
            "message_plugin" => {
                let plugin = request["plugin"].as_str().unwrap_or_default();
                if !Plugins::NAMES.contains(&plugin) {
                    return refused(460, "Invalid plugin");
                }
                let body = request.get("request").cloned().unwrap_or_else(|| json!({}));
                match self.plugins.admin_message(&mut self.world, plugin, &body) {
                    Some(response) => Ok(json!({ "response": response })),
                    None => refused(490, "Plugin does not support Admin API messages"),
                }
            }
            "add_token" | "allow_token" | "disallow_token" | "list_tokens" | "remove_token" => {
                self.of_tokens(verb, request)
            }
            other => refused(457, format!("Unhandled request '{other}' at this path")),
        }
    }

    fn of_tokens(&mut self, verb: &str, request: &Value) -> Result<Value, Refusal> {
        if !self.world.settings.token_auth {
            return refused(490, "Stored-Token based authentication disabled");
        }
        if verb == "list_tokens" {
            let used = self.world.tokens.iter().filter(|(_, plugins)| !plugins.is_empty());
            let tokens: Vec<_> =
                used.map(|(token, plugins)| json!({ "token": token, "allowed_plugins": plugins })).collect();
            return Ok(json!({ "data": { "tokens": tokens } }));
        }
        let token = super::requests::text_of(request, "token")?;
        let named: Vec<&str> = request["plugins"].as_array().into_iter().flatten().map(text).collect();
        let known = |name: &&str| Plugins::NAMES.contains(name);
        if matches!(verb, "allow_token" | "disallow_token") {
            if named.is_empty() {
                return refused(467, "Invalid element type (plugins should be a non-empty array)");
            }
            if self.world.tokens.contains_key(token) && !named.iter().all(known) {
                return refused(467, "Invalid element type (some of the provided plugins are invalid)");
            }
        }
        let named: BTreeSet<String> = named.into_iter().filter(known).map(str::to_owned).collect();
        let all = Plugins::NAMES.map(str::to_owned).into();
        let tokens = &mut self.world.tokens;
        match (verb, tokens.get_mut(token)) {
            ("remove_token", known) => {
                let known = known.is_some();
                tokens.remove(token);
                return if known { Ok(json!({})) } else { refused(490, "Error removing token") };
            }
            ("add_token", known) => {
                let plugins = if named.is_empty() { all } else { named };
                match known {
                    Some(allowed) => allowed.extend(plugins),
                    None => drop(tokens.insert(token.to_owned(), plugins)),
                }
            }
            (_, None) => return refused(470, format!("Token {token} not found")),
            ("allow_token", Some(allowed)) => allowed.extend(named),
            (_, Some(allowed)) => allowed.retain(|plugin| !named.contains(plugin)),
        }
        Ok(json!({ "data": { "plugins": self.world.tokens.get(token) } }))
    }

    fn of_a_session(&mut self, verb: &str, id: u64, request: &Value) -> Result<Value, Refusal> {
        let Some(session) = self.world.sessions.get_mut(&id) else { return refused(458, "No such session") };
        match verb {
            "list_handles" => {
                let handles: Vec<_> = session.handles.keys().copied().collect();
                Ok(json!({ "handles": handles }))
            }
            "set_session_timeout" => {
                let own = request["timeout"].as_i64() != Some(-1);
                let timeout = if own { Some(seconds(request)?) } else { None };
                session.timeout = timeout.map(Duration::from_secs);
                Ok(json!({ "timeout": request["timeout"] }))
            }
            "destroy_session" => {
                self.end_session(id);
                Ok(json!({}))
            }
            other => refused(457, format!("Unhandled request '{other}' at this path")),
        }
    }

    fn of_a_handle(&mut self, verb: &str, at: At, request: &Value) -> Result<Value, Refusal> {
        match verb {
            "handle_info" => Ok(self.handle_info(at, request["plugin_only"] == true)),
            "detach_handle" => {
                self.end_handle(at);
                Ok(json!({}))
            }
            "hangup_webrtc" => {
                self.hang_up_peer(at, "Admin API");
                Ok(json!({}))
            }
            other => refused(457, format!("Unhandled request '{other}' at this path")),
        }
    }

    fn handle_info(&self, at: At, plugin_only: bool) -> Value {
        let world = &self.world;
        let (Some(session), Some(handle)) = (world.sessions.get(&at.session), world.handle(at)) else {
            return json!({});
        };
        let mut info = json!({
            "session_id": at.session, "session_last_activity": session.active.as_micros(),
            "session_timeout": world.timeout_of(session).as_secs(),
            "handle_id": at.handle, "loop-running": true, "created": handle.created.as_micros(),
            "current_time": world.now.as_micros(), "plugin": handle.plugin,
        });
        if let Some(id) = handle.opaque_id.as_deref() {
            info["opaque_id"] = id.into();
        }
        if !plugin_only {
            info["flags"] = flags(handle.peer);
            info["sdps"] = json!({});
        }
        json!({ "handle_id": at.handle, "info": info })
    }

    /// `server_info`: what it is, and that it is none.
    pub(super) fn info(&self) -> Value {
        let settings = &self.world.settings;
        let plugins = Plugins::NAMES.iter().map(|name| {
            let about = json!({ "name": name, "author": "bifrons", "description": "A mock server", "version_string": "0.0.9", "version": 9 });
            ((*name).to_owned(), about)
        });
        let version = settings.version;
        let version_string = format!("{}.{}.{}", version / 1000, version / 100 % 10, version % 100);
        let mut info = json!({
            "janus": "server_info", "name": "Janus WebRTC Server (a mock server of bifrons)", "version": version,
            "version_string": version_string, "author": "bifrons", "commit-hash": "none", "compile-time": "none",
            "log-to-stdout": false, "log-to-file": false, "data_channels": true,
            "accepting-new-sessions": self.world.accepts_sessions,
            "session-timeout": settings.session_timeout.as_secs(),
            "reclaim-session-timeout": settings.reclaim_session_timeout.as_secs(), "candidates-timeout": 45,
            "server-name": "mock-janus", "local-ip": "127.0.0.1", "ipv6": false, "ice-lite": false, "ice-tcp": false,
            "full-trickle": false, "mdns-enabled": true, "min-nack-queue": 200, "nack-optimizations": false,
            "twcc-period": 200, "dtls-mtu": 1200, "static-event-loops": 0,
            "api_secret": settings.api_secret.is_some(), "auth_token": settings.token_auth,
            "event_handlers": false, "opaqueid_in_api": false,
            "dependencies": {}, "transports": {}, "events": {}, "loggers": {},
            "plugins": plugins.collect::<serde_json::Map<_, _>>(),
        });
        for (name, since) in [("ice-consent-freshness", 1200), ("hangup-on-failed", 1201)] {
            if version >= since {
                info[name] = false.into();
            }
        }
        info
    }
}

/// The state of a handle's negotiation; the mock server knows no more of it than `peer`.
fn flags(peer: Peer) -> Value {
    let negotiated = matches!(peer, Peer::Negotiated | Peer::Up);
    json!({
        "got-offer": peer != Peer::None, "got-answer": negotiated, "negotiated": negotiated,
        "processing-offer": false, "starting": negotiated, "ice-restart": false, "ready": peer == Peer::Up,
        "stopped": false, "alert": false, "trickle": true, "all-trickles": false, "resend-trickles": false,
        "trickle-synced": false, "data-channels": false, "has-audio": false, "has-video": false,
        "new-datachan-sdp": false, "rfc4588-rtx": false, "cleaning": false, "e2ee": false,
    })
}

fn seconds(request: &Value) -> Result<u64, Refusal> {
    match request.get("timeout").map(Value::as_u64) {
        Some(Some(timeout)) => Ok(timeout),
        Some(None) => refused(467, "Invalid element type (timeout should be a positive integer)"),
        None => refused(456, "Missing mandatory element (timeout)"),
    }
}
