//! Changing a call: hold, unhold and update, each a re-INVITE.

use serde_json::{Value, json};

use super::super::refuse;
use super::call::Status;
use super::params::{self, check};
use super::{Accounts, Outcome, Request, renegotiates};
use crate::mock::world::{At, World};
use crate::plugins::sip::error_code::{INVALID_ELEMENT, MISSING_SDP, WRONG_STATE};

impl Accounts {
    pub(super) fn hold(&mut self, world: &mut World, request: &Request<'_>, hold: bool) -> Outcome {
        let Request { at, body, .. } = *request;
        if self.status(at) != Status::InCall {
            return Ok(None);
        }
        let Some(call) = self.call_of_mut(at) else { return Ok(None) };
        if hold != call.held.is_some() {
            if hold {
                let to = direction(body)?;
                call.held = Some(call.media.iter().map(|media| media.direction.clone()).collect());
                for media in &mut call.media {
                    media.direction = if media.direction == "sendrecv" { to } else { "inactive" }.to_owned();
                }
            } else {
                let before = call.held.take().unwrap_or_default();
                for (media, direction) in call.media.iter_mut().zip(before) {
                    media.direction = direction;
                }
            }
            self.reinvite(world, at);
        }
        Ok(Some(json!({ "event": if hold { "holding" } else { "resuming" } })))
    }

    pub(super) fn update(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        let Request { at, jsep, .. } = *request;
        let status = self.status(at);
        if !matches!(status, Status::InCall | Status::Reinvited) {
            return refuse(WRONG_STATE, "Wrong state (not in a call?)");
        }
        let Some(jsep) = jsep.filter(|_| renegotiates(world, at)) else {
            return refuse(MISSING_SDP, "Missing SDP update");
        };
        if !jsep.is_offer && status == Status::InCall {
            let user = self.accounts.get(&at).map(|account| account.user().to_owned()).unwrap_or_default();
            let text = format!("[SIP-{user}] SDP type answer is incompatible with session status incall\n");
            return refuse(MISSING_SDP, text);
        }
        let Some(call) = self.call_of_mut(at) else { return Ok(None) };
        call.media.clone_from(&jsep.media);
        if status == Status::InCall {
            call.updating = true;
            self.reinvite(world, at);
        } else {
            self.answer_change(at);
        }
        Ok(Some(json!({ "event": if jsep.is_offer { "updating" } else { "updated" } })))
    }

    fn reinvite(&mut self, world: &mut World, at: At) {
        let Some(call) = self.call_of(at) else { return };
        // Sofia-SIP keeps the re-INVITE until the other side has responded, and never sends it.
        let Some(peer) = call.peer.filter(|_| call.answered <= world.now) else { return };
        match self.call_of(peer).map(|theirs| theirs.accepts_changes) {
            Some(true) => self.change_answered(at),
            Some(false) => {
                let callee = self.call_of(at).map(|call| call.with.clone()).unwrap_or_default();
                self.offer(world, at, peer, "updatingcall", &callee);
                self.set_status(at, Status::Reinviting);
                self.set_status(peer, Status::Reinvited);
            }
            None => {}
        }
    }

    fn answer_change(&mut self, at: At) {
        self.set_status(at, Status::InCall);
        if let Some(peer) = self.peer_of(at) {
            self.set_status(peer, Status::InCall);
            self.change_answered(peer);
        }
    }

    /// The answer to a hold is not sent to the handle, that to an update is.
    fn change_answered(&mut self, at: At) {
        if self.call_of_mut(at).is_some_and(|call| std::mem::take(&mut call.updating)) {
            self.notify_answer(at);
        }
    }
}

fn direction(body: &Value) -> Result<&str, super::Refusal> {
    check(body, params::HOLD)?;
    match body["direction"].as_str() {
        None => Ok("sendonly"),
        Some(direction @ ("sendonly" | "recvonly" | "inactive")) => Ok(direction),
        Some(_) => refuse(INVALID_ELEMENT, "Invalid direction (can only be sendonly, recvonly or inactive)"),
    }
}
