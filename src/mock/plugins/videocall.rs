//! VideoCall: calls between two names of this server.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Value, json};

use super::fields::Codes;
use super::{Refusal, Reply, close_peer, refuse};
use crate::mock::sdp::{self, Description};
use crate::mock::world::{At, Peer, World};
use crate::plugins::videocall::error_code::{
    ALREADY_IN_CALL, ALREADY_REGISTERED, INVALID_ELEMENT, INVALID_REQUEST, MISSING_ELEMENT, MISSING_SDP,
    NO_CALL, NO_SUCH_USERNAME, REGISTER_FIRST, USE_ECHO_TEST, USERNAME_TAKEN,
};

pub(super) const NAME: &str = "janus.plugin.videocall";

const CODES: Codes =
    Codes { missing: MISSING_ELEMENT, invalid: INVALID_ELEMENT, unauthorized: INVALID_ELEMENT };

#[derive(Default)]
struct User {
    name: Option<String>,
    /// The other side of the call.
    peer: Option<At>,
    in_call: bool,
}

/// The handles that have sent a message.
#[derive(Default)]
pub(super) struct VideoCalls {
    users: BTreeMap<At, User>,
    /// The handles whose PeerConnections are to be closed.
    closing: VecDeque<At>,
}

impl VideoCalls {
    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        self.users.entry(at).or_default();
        Reply::later(match self.result(world, at, body, jsep) {
            Ok(result) => json!({ "videocall": "event", "result": result }),
            Err((code, error)) => json!({ "videocall": "event", "error_code": code, "error": error }),
        })
    }

    fn result(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Result<Value, Refusal> {
        match &*CODES.request(body)?.to_ascii_lowercase() {
            "list" => Ok(
                json!({ "list": self.users.values().filter_map(|user| user.name.as_ref()).collect::<Vec<_>>() }),
            ),
            "register" => self.register(at, body),
            "call" => {
                let result = self.call(world, at, body, jsep);
                // Only what is wrong with the SDP leaves the PeerConnection.
                let is_over = match &result {
                    Ok(result) => result["event"] == "hangup",
                    Err((code, _)) => *code != MISSING_SDP,
                };
                if is_over {
                    self.closing.push_back(at);
                }
                result
            }
            "accept" => self.accept(world, at, jsep),
            "set" => self.set(world, at, body, jsep),
            "hangup" => Ok(self.hang_up(world, at, body)),
            _ => {
                let request = body["request"].as_str().unwrap_or_default();
                refuse(INVALID_REQUEST, format!("Unknown request ({request})"))
            }
        }
    }

    fn register(&mut self, at: At, body: &Value) -> Result<Value, Refusal> {
        let name = Self::name_in(body)?;
        if let Some(own) = self.name_of(at) {
            return refuse(ALREADY_REGISTERED, format!("Already registered ({own})"));
        }
        if self.find(&name).is_some() {
            return refuse(USERNAME_TAKEN, format!("Username '{name}' already taken"));
        }
        if let Some(user) = self.users.get_mut(&at) {
            user.name = Some(name.clone());
        }
        Ok(json!({ "event": "registered", "username": name }))
    }

    fn call(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Result<Value, Refusal> {
        let Some(own) = self.name_of(at).cloned() else {
            return refuse(REGISTER_FIRST, "Register a username first");
        };
        match self.users.get(&at) {
            Some(user) if user.peer.is_some() => return refuse(ALREADY_IN_CALL, "Already in a call"),
            Some(user) if user.in_call => return refuse(ALREADY_IN_CALL, "Already in a call (but no peer)"),
            _ => {}
        }
        let name = Self::name_in(body)?;
        if name == own {
            return refuse(USE_ECHO_TEST, "You can't call yourself... use the EchoTest for that");
        }
        let Some(callee) = self.find(&name) else {
            return refuse(NO_SUCH_USERNAME, format!("Username '{name}' doesn't exist"));
        };
        if self.users.get(&callee).is_some_and(|user| user.in_call || user.peer.is_some()) {
            return Ok(json!({ "event": "hangup", "username": own, "reason": "User busy" }));
        }
        let Some(offer) = jsep else { return refuse(MISSING_SDP, "Missing SDP") };
        for (one, other) in [(at, callee), (callee, at)] {
            if let Some(user) = self.users.get_mut(&one) {
                (user.peer, user.in_call) = (Some(other), true);
            }
        }
        Self::tell(
            world,
            callee,
            json!({ "event": "incomingcall", "username": own }),
            Some(sdp::offer(&offer.media)),
        );
        if let Some(handle) = world.handle_mut(callee).filter(|handle| handle.peer == Peer::None) {
            handle.peer = Peer::Offered;
        }
        Ok(json!({ "event": "calling" }))
    }

    fn accept(&mut self, world: &mut World, at: At, jsep: Option<&Description>) -> Result<Value, Refusal> {
        let caller = self.users.get(&at).filter(|user| user.in_call).and_then(|user| user.peer);
        let Some(caller) = caller.filter(|caller| self.users.get(caller).is_some_and(|user| user.in_call))
        else {
            return refuse(NO_CALL, "No incoming call to accept");
        };
        let Some(answer) = jsep else { return refuse(MISSING_SDP, "Missing SDP") };
        let accepted = json!({ "event": "accepted", "username": self.name_of(at) });
        Self::tell(world, caller, accepted, Some(answer.passed_on()));
        world.negotiated(caller);
        if let Some(handle) = world.handle_mut(at) {
            handle.peer = Peer::Negotiated;
        }
        Ok(json!({ "event": "accepted" }))
    }

    fn set(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Result<Value, Refusal> {
        CODES.flag(body, "audio")?;
        CODES.flag(body, "video")?;
        CODES.number(body, "bitrate")?;
        CODES.flag(body, "record")?;
        CODES.text(body, "filename")?;
        CODES.flag(body, "restart")?;
        let peer = self.users.get(&at).and_then(|user| user.peer);
        for name in ["substream", "temporal"] {
            if body.get(name).is_some_and(|value| value.as_u64().is_none_or(|value| value > 2)) {
                return refuse(INVALID_ELEMENT, format!("Invalid value ({name} should be 0, 1 or 2)"));
            }
        }
        if body.get("fallback").is_some_and(|value| !value.is_u64()) {
            return refuse(INVALID_ELEMENT, "Invalid value (fallback should be a positive integer)");
        }
        if let (Some(peer), Some(jsep)) = (peer, jsep) {
            Self::tell(world, peer, json!({ "event": "update" }), Some(jsep.passed_on()));
        }
        Ok(json!({ "event": "set" }))
    }

    fn hang_up(&mut self, world: &mut World, at: At, body: &Value) -> Value {
        let report = |reason: &str, name: Option<&String>| {
            let mut report = json!({ "event": "hangup", "reason": reason });
            if let Some(name) = name {
                report["username"] = name.as_str().into();
            }
            report
        };
        let peer = self.users.get(&at).and_then(|user| user.peer);
        if let Some(peer) = peer {
            let reason = body["reason"].as_str().unwrap_or("We did the hangup");
            Self::tell(world, peer, report(reason, self.name_of(at)), None);
        }
        self.closing.extend([Some(at), peer].into_iter().flatten());
        report("Explicit hangup", self.name_of(at))
    }

    /// Closes PeerConnections after the response to the request that ends them.
    pub(super) fn follow_up(&mut self, world: &mut World) {
        while let Some(at) = self.closing.pop_front() {
            let has_peer_connection = world.handle(at).is_some_and(|handle| handle.peer != Peer::None);
            self.hung_up(world, at);
            if has_peer_connection {
                close_peer(world, at);
            }
        }
    }

    /// A handle's PeerConnection is gone: Janus closes that of the other side, too.
    pub(super) fn hung_up(&mut self, world: &mut World, at: At) {
        let Some(user) = self.users.get_mut(&at) else { return };
        user.in_call = false;
        if let Some(peer) = user.peer.take() {
            let report =
                json!({ "event": "hangup", "username": user.name, "reason": "Remote WebRTC hangup" });
            Self::tell(world, peer, report, None);
            self.closing.push_back(peer);
        }
    }

    pub(super) fn detached(&mut self, world: &mut World, at: At) {
        self.hung_up(world, at);
        self.users.remove(&at);
    }

    pub(super) fn forget(&mut self) {
        self.users.clear();
    }

    fn name_in(body: &Value) -> Result<String, Refusal> {
        match CODES.text(body, "username")? {
            Some(name) => Ok(name),
            None => CODES.missing("username"),
        }
    }

    fn name_of(&self, at: At) -> Option<&String> {
        self.users.get(&at)?.name.as_ref()
    }

    fn find(&self, name: &str) -> Option<At> {
        self.users.iter().find(|(_, user)| user.name.as_deref() == Some(name)).map(|(at, _)| *at)
    }

    fn tell(world: &mut World, at: At, result: Value, jsep: Option<Value>) {
        world.event(at, None, json!({ "videocall": "event", "result": result }), jsep);
    }
}
