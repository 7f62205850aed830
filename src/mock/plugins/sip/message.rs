//! INFO, DTMF and MESSAGE requests.

use serde_json::{Value, json};

use super::super::refuse;
use super::call::{Status, phrase, random_id, shown};
use super::params::{self, address, check, text};
use super::{Accounts, FollowUp, Outcome, Request, SLOW_RESPONSE};
use crate::mock::SipRace;
use crate::mock::world::{At, World};
use crate::plugins::sip::error_code::INVALID_ELEMENT;

impl Accounts {
    pub(super) fn info(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        let Request { at, body, .. } = *request;
        self.check_in_call(at)?;
        check(body, params::INFO)?;
        self.send_info(world, at, text(body, "type"), text(body, "content"));
        Ok(Some(json!({ "event": "infosent" })))
    }

    pub(super) fn dtmf_info(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        let Request { at, body, .. } = *request;
        self.check_in_call(at)?;
        check(body, params::DTMF_INFO)?;
        let digit = text(body, "digit");
        if digit.len() != 1 {
            return refuse(INVALID_ELEMENT, "Invalid element (digit should be one character)");
        }
        let duration = body["duration"].as_u64().filter(|span| (1..=5000).contains(span)).unwrap_or(160);
        let content = format!("Signal={digit}\r\nDuration={duration}");
        self.send_info(world, at, "application/dtmf-relay", &content);
        Ok(Some(json!({ "event": "dtmfsent" })))
    }

    pub(super) fn text_message(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        let Request { at, body, .. } = *request;
        check(body, params::MESSAGE)?;
        let kind = body["content_type"].as_str().unwrap_or("text/plain");
        let event = json!({ "event": "message", "content": text(body, "content"), "content_type": kind });
        let (id, code) = if body.get("uri").is_some() {
            let sender = self.registered(at)?.contact();
            let to = self.find(address(body, "uri")?);
            let id = body["call_id"].as_str().map_or_else(|| random_id(world), str::to_owned);
            if let Some(to) = to {
                self.notify_from(to, &sender, None, event);
            }
            (id, if to.is_some() { 200 } else { 404 })
        } else {
            if self.status(at) != Status::Inviting {
                self.check_in_call(at)?;
            }
            self.send_in_call(world, at, event);
            (self.call_of(at).map(|call| call.id.clone()).unwrap_or_default(), 200)
        };
        self.deliver(world, at, &id, code);
        Ok(Some(json!({ "event": "messagesent", "call_id": id })))
    }

    /// Janus refuses these with the code 0.
    fn check_in_call(&self, at: At) -> Result<(), super::Refusal> {
        match self.status(at).is_established() {
            true => Ok(()),
            false => refuse(0, "Wrong state (not in a call?)"),
        }
    }

    fn send_info(&mut self, world: &World, at: At, kind: &str, content: &str) {
        self.send_in_call(world, at, json!({ "event": "info", "type": kind, "content": content }));
    }

    fn send_in_call(&mut self, world: &World, at: At, event: Value) {
        let Some(peer) = self.peer_of(at) else { return };
        let sender = self.call_of(peer).map(|theirs| theirs.with.clone()).unwrap_or_default();
        let Some(call) = self.call_of_mut(at) else { return };
        if world.sip_race == Some(SipRace::ReinviteNotSent) {
            call.answered = world.now + SLOW_RESPONSE;
        }
        let display_name = call.display_name.clone();
        self.notify_from(peer, &sender, display_name.as_deref(), event);
    }

    fn notify_from(&mut self, to: At, sender: &str, display_name: Option<&str>, mut event: Value) {
        event["sender"] = sender.into();
        if display_name.is_some() {
            event["displayname"] = shown(display_name).into();
        }
        self.notify(to, event, None);
    }

    /// Sends `messagedelivery`. The SIP stack has carried out all earlier requests by then.
    fn deliver(&mut self, world: &World, at: At, id: &str, code: i64) {
        let delivery = json!({ "event": "messagedelivery", "code": code, "reason": phrase(code) });
        self.notify(at, delivery, None);
        let slow = matches!(world.sip_race, Some(SipRace::AnswerNotSent | SipRace::ReinviteNotSent));
        if let Some(FollowUp::Event { data, delay, .. }) = self.follow_ups.last_mut() {
            data["call_id"] = id.into();
            if slow {
                *delay = SLOW_RESPONSE;
            }
        }
        if let Some(call) = self.call_of_mut(at).filter(|call| call.answerable.is_none()) {
            call.answerable = Some(world.now + SLOW_RESPONSE);
        }
    }
}
