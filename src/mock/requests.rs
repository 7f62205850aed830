//! The Janus API, checked in the order in which Janus checks it.

use serde_json::{Value, json};

use super::ClientId;
use super::plugins::{Plugins, Reply};
use super::sdp;
use super::server::Server;
use super::world::{At, Handle, Peer, Session};

type Refusal = (i64, String);

/// What a request names.
struct Incoming<'a> {
    client: ClientId,
    verb: String,
    transaction: &'a str,
    request: &'a Value,
}

fn refused<T>(code: i64, reason: impl Into<String>) -> Result<T, Refusal> {
    Err((code, reason.into()))
}

impl Server {
    pub(super) fn janus_request(&mut self, client: ClientId, text: &str) {
        let Ok(request) = serde_json::from_str::<Value>(text) else {
            return self.refuse(client, None, None, (454, "JSON error: the text can't be parsed"));
        };
        let session = request["session_id"].as_u64();
        let (verb, transaction) = match (text_of(&request, "transaction"), text_of(&request, "janus")) {
            (Ok(transaction), Ok(verb)) => (verb, transaction),
            (Err((code, reason)), _) | (_, Err((code, reason))) => {
                return self.refuse(client, session, None, (code, &reason));
            }
        };
        let incoming = Incoming { client, verb: verb.to_ascii_lowercase(), transaction, request: &request };
        if let Err((code, reason)) = self.carry_out(&incoming, session) {
            self.refuse(client, session, Some(transaction), (code, &reason));
        }
    }

    fn carry_out(&mut self, incoming: &Incoming<'_>, session: Option<u64>) -> Result<(), Refusal> {
        let has_session = !incoming.request["session_id"].is_null();
        let has_handle = !incoming.request["handle_id"].is_null();
        if !has_session && !has_handle {
            return self.at_root(incoming);
        }
        let Some(session) = session.filter(|id| *id > 0) else { return refused(458, "Session not found") };
        let handle = incoming.request["handle_id"].as_u64().filter(|id| *id > 0);
        if has_handle && handle.is_none() {
            return refused(459, "Handle not found");
        }
        self.check_credentials(incoming)?;
        let now = self.world.now;
        let Some(found) = self.world.sessions.get_mut(&session) else {
            return refused(458, format!("No such session {session}"));
        };
        found.active = now;
        match handle {
            None => self.at_session(incoming, session),
            Some(handle) if found.handles.contains_key(&handle) => {
                self.at_handle(incoming, At { session, handle })
            }
            Some(handle) => refused(459, format!("No such handle {handle} in session {session}")),
        }
    }

    fn check_credentials(&self, incoming: &Incoming<'_>) -> Result<(), Refusal> {
        let settings = &self.world.settings;
        let secret =
            settings.api_secret.as_ref().map(|secret| secret.reveal() == incoming.request["apisecret"]);
        let token =
            || incoming.request["token"].as_str().is_some_and(|token| self.world.tokens.contains_key(token));
        match (secret, settings.token_auth) {
            (None, false) | (Some(true), _) => Ok(()),
            (_, true) if token() => Ok(()),
            _ => refused(403, "Unauthorized request (wrong or missing secret/token)"),
        }
    }

    fn at_root(&mut self, incoming: &Incoming<'_>) -> Result<(), Refusal> {
        match &*incoming.verb {
            "info" => {
                let info = self.info();
                self.answer(incoming.client, None, incoming.transaction, info);
            }
            "ping" => self.answer(incoming.client, None, incoming.transaction, json!({ "janus": "pong" })),
            "create" => {
                if !self.world.accepts_sessions {
                    return refused(472, "Currently not accepting new sessions");
                }
                self.check_credentials(incoming)?;
                let id = match incoming.request.get("id").map(Value::as_u64) {
                    None | Some(Some(0)) => self.world.new_id(),
                    Some(None) => {
                        // Such a refusal does without the transaction.
                        let text = "Invalid element type (id should be a positive integer)";
                        self.refuse(incoming.client, None, None, (467, text));
                        return Ok(());
                    }
                    Some(Some(id)) if self.world.sessions.contains_key(&id) => {
                        let text = "Session ID already in use";
                        self.refuse(incoming.client, Some(id), Some(incoming.transaction), (468, text));
                        return Ok(());
                    }
                    Some(Some(id)) => id,
                };
                let session = Session {
                    owner: Some(incoming.client),
                    active: self.world.now,
                    timeout: None,
                    handles: std::collections::BTreeMap::new(),
                };
                self.world.sessions.insert(id, session);
                self.answer(
                    incoming.client,
                    None,
                    incoming.transaction,
                    json!({ "janus": "success", "data": { "id": id } }),
                );
            }
            verb => return refused(457, format!("Unhandled request '{verb}' at this path")),
        }
        Ok(())
    }

    fn at_session(&mut self, incoming: &Incoming<'_>, id: u64) -> Result<(), Refusal> {
        let success = json!({ "janus": "success" });
        let answer = match &*incoming.verb {
            "keepalive" => json!({ "janus": "ack" }),
            "claim" => {
                self.claim(incoming.client, id);
                success
            }
            "destroy" => {
                self.end_session(id);
                self.run_threads_of(id);
                success
            }
            "attach" => json!({ "janus": "success", "data": { "id": self.attach(incoming, id)? } }),
            verb @ ("detach" | "hangup" | "message" | "trickle") => {
                return refused(457, format!("Unhandled request '{verb}' at this path"));
            }
            verb => return refused(453, format!("Unknown request '{verb}'")),
        };
        self.answer(incoming.client, Some(id), incoming.transaction, answer);
        Ok(())
    }

    fn claim(&mut self, client: ClientId, id: u64) {
        if let Some(session) = self.world.sessions.get_mut(&id) {
            session.owner = Some(client);
        }
    }

    fn attach(&mut self, incoming: &Incoming<'_>, session: u64) -> Result<u64, Refusal> {
        let wanted = text_of(incoming.request, "plugin")?;
        let Some(plugin) = Plugins::NAMES.into_iter().find(|name| *name == wanted) else {
            return refused(460, format!("No such plugin '{wanted}'"));
        };
        let opaque_id = match incoming.request.get("opaque_id") {
            None => None,
            Some(Value::String(id)) => Some(id.clone()),
            Some(_) => return refused(467, "Invalid element type (opaque_id should be a string)"),
        };
        let token = incoming.request["token"].as_str().filter(|_| self.world.settings.token_auth);
        if token.is_some_and(|token| {
            self.world.tokens.get(token).is_some_and(|allowed| !allowed.contains(plugin))
        }) {
            return refused(405, format!("Provided token can't access plugin '{plugin}'"));
        }
        let (id, created) = (self.world.new_id(), self.world.now);
        if let Some(session) = self.world.sessions.get_mut(&session) {
            session
                .handles
                .insert(id, Handle { plugin, opaque_id, created, peer: Peer::None, hung_up: false });
        }
        if self.world.early_events {
            self.world.event(At { session, handle: id }, None, json!({ "early": true }), None);
        }
        Ok(id)
    }

    fn at_handle(&mut self, incoming: &Incoming<'_>, at: At) -> Result<(), Refusal> {
        let (client, transaction) = (incoming.client, incoming.transaction);
        let success = json!({ "janus": "success" });
        match &*incoming.verb {
            "message" => return self.plugin_message(incoming, at),
            "trickle" => {
                check_trickle(
                    incoming.request,
                    self.world.handle(at).is_some_and(|handle| handle.peer != Peer::None),
                )?;
                self.answer(client, Some(at.session), transaction, json!({ "janus": "ack" }));
            }
            "keepalive" => self.answer(client, Some(at.session), transaction, json!({ "janus": "ack" })),
            "claim" => {
                self.claim(client, at.session);
                self.answer(client, Some(at.session), transaction, success);
            }
            "hangup" => {
                self.answer(client, Some(at.session), transaction, success);
                self.hang_up_peer(at, "Janus API");
            }
            "detach" => {
                self.end_handle(at);
                self.run_threads_of(at.session);
                self.answer(client, Some(at.session), transaction, success);
            }
            verb @ ("attach" | "destroy") => {
                return refused(457, format!("Unhandled request '{verb}' at this path"));
            }
            verb => return refused(453, format!("Unknown request '{verb}'")),
        }
        Ok(())
    }

    fn plugin_message(&mut self, incoming: &Incoming<'_>, at: At) -> Result<(), Refusal> {
        let (client, transaction) = (incoming.client, incoming.transaction);
        let body = match incoming.request.get("body") {
            Some(body) if body.is_object() => body,
            Some(_) => return refused(467, "Invalid element type (body should be an object)"),
            None => return refused(456, "Missing mandatory element (body)"),
        };
        let jsep = incoming.request.get("jsep").map(sdp::Description::read).transpose()?;
        let peer = self.world.handle(at).map(|handle| handle.peer).unwrap_or_default();
        if jsep.as_ref().is_some_and(|jsep| !jsep.is_offer) && peer == Peer::None {
            return refused(469, "Unexpected ANSWER (did we offer?)");
        }
        if jsep.as_ref().is_some_and(|jsep| jsep.is_offer) {
            match (peer, self.world.handle_mut(at)) {
                (Peer::Received, _) => return refused(490, "Error setting ICE locally"),
                (Peer::None, Some(handle)) => handle.peer = Peer::Received,
                _ => {}
            }
        }
        let Some(plugin) = self.world.handle(at).map(|handle| handle.plugin) else { return Ok(()) };
        match self.plugins.message(&mut self.world, at, transaction, body, jsep.as_ref()) {
            Reply::Now(data) => {
                let plugindata = json!({ "plugin": plugin, "data": data });
                let answer = json!({ "janus": "success", "sender": at.handle, "plugindata": plugindata });
                self.answer(client, Some(at.session), transaction, answer);
            }
            Reply::Never => self.answer(client, Some(at.session), transaction, json!({ "janus": "ack" })),
            Reply::Later { hint, data, jsep: answer } => {
                let mut ack = json!({ "janus": "ack" });
                if let Some(hint) = hint {
                    ack["hint"] = hint.into();
                }
                let ack_first = self.world.ack_comes_first();
                if ack_first {
                    self.answer(client, Some(at.session), transaction, ack.clone());
                }
                self.world.event(at, Some(transaction), data, answer);
                if !ack_first {
                    self.answer(client, Some(at.session), transaction, ack);
                }
                self.after_negotiation(at, jsep.is_some());
            }
        }
        self.plugins.follow_up(&mut self.world);
        Ok(())
    }

    /// What follows when a PeerConnection could come up.
    fn after_negotiation(&mut self, at: At, described: bool) {
        let Some(handle) = self.world.handle(at) else { return };
        if described && handle.peer == Peer::Negotiated {
            self.world.negotiated(at);
            if self.world.handle(at).is_some_and(|handle| handle.peer == Peer::Up) {
                self.plugins.came_up(&mut self.world, at);
            }
        }
    }
}

/// A text that must be there.
pub(super) fn text_of<'a>(request: &'a Value, name: &str) -> Result<&'a str, Refusal> {
    match request.get(name) {
        Some(Value::String(text)) => Ok(text),
        Some(_) => refused(467, format!("Invalid element type ({name} should be a string)")),
        None => refused(456, format!("Missing mandatory element ({name})")),
    }
}

/// Before there is a PeerConnection candidates are kept, right or wrong.
fn check_trickle(request: &Value, has_peer: bool) -> Result<(), Refusal> {
    match (request.get("candidate"), request.get("candidates")) {
        (Some(_), Some(_)) => refused(454, "Can't have both candidate and candidates"),
        (None, None) => refused(456, "Missing mandatory element (candidate|candidates)"),
        (None, Some(candidates)) if has_peer && !candidates.is_array() => {
            refused(467, "candidates is not an array")
        }
        (Some(candidate), None) if has_peer => check_candidate(candidate),
        _ => Ok(()),
    }
}

fn check_candidate(candidate: &Value) -> Result<(), Refusal> {
    let Some(fields) = candidate.as_object().filter(|fields| !fields.contains_key("completed")) else {
        return Ok(());
    };
    match (fields.get("candidate"), fields.get("sdpMid"), fields.get("sdpMLineIndex")) {
        (Some(Value::String(_)), None, None) => {
            refused(456, "Trickle error: missing mandatory element (sdpMid or sdpMLineIndex)")
        }
        (Some(Value::String(_)), ..) => Ok(()),
        (Some(_), ..) => refused(467, "Trickle error: invalid element type (candidate should be a string)"),
        (None, ..) => refused(456, "Trickle error: missing mandatory element (candidate)"),
    }
}
