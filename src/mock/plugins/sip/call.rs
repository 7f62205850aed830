//! Making, taking and ending a call.

use serde_json::{Value, json};

use super::super::refuse;
use super::params::{self, address, check};
use super::{Accounts, FollowUp, Outcome, Request};
use crate::mock::SipRace;
use crate::mock::sdp::{self, Media};
use crate::mock::world::{At, Peer, World};
use crate::plugins::sip::error_code::{INVALID_ELEMENT, MISSING_SDP, TOO_STRICT, WRONG_STATE};
use crate::time::Time;

/// A handle's side of a call.
pub(super) struct Call {
    pub(super) id: String,
    /// The address of the other side.
    pub(super) with: String,
    /// The handle of the other side, where there is one.
    pub(super) peer: Option<At>,
    /// The transaction that the events of the call have: the `call` request's.
    pub(super) transaction: Option<String>,
    /// The name that the other side sees.
    pub(super) display_name: Option<String>,
    /// Changes of the other side are accepted without asking.
    pub(super) accepts_changes: bool,
    /// The last offer or answer.
    pub(super) media: Vec<Media>,
    /// The directions of the media before it was put on hold.
    pub(super) held: Option<Vec<String>>,
    /// An `update` whose answer of the other side is pending.
    pub(super) updating: bool,
    /// When the SIP stack can respond to the INVITE; `None` before.
    pub(super) answerable: Option<Time>,
    /// When the other side has responded to all requests in the call.
    pub(super) answered: Time,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Status {
    #[default]
    Idle,
    Inviting,
    Invited,
    InCall,
    /// A change of its own waits for the other side.
    Reinviting,
    /// A change of the other side whose answer is pending.
    Reinvited,
    Closing,
}

impl Status {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Inviting => "inviting",
            Self::Invited => "invited",
            Self::InCall => "incall",
            Self::Reinviting => "incall_reinviting",
            Self::Reinvited => "incall_reinvited",
            Self::Closing => "closing",
        }
    }

    pub(super) const fn is_established(self) -> bool {
        matches!(self, Self::InCall | Self::Reinviting | Self::Reinvited)
    }
}

impl Accounts {
    pub(super) fn call(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        let Request { at, transaction, body, jsep } = *request;
        if !self.accounts.contains_key(&at) {
            return refuse(WRONG_STATE, "Wrong state (register first)");
        }
        let account = self.registered(at)?;
        let (identity, display_name) = (account.identity.clone(), account.display_name.clone());
        if account.status != Status::Idle {
            let status = account.status.name();
            return refuse(WRONG_STATE, format!("Wrong state (already in a call? status={status})"));
        }
        check(body, params::CALL)?;
        if body.get("secret").is_some() && body.get("ha1_secret").is_some() {
            return refuse(INVALID_ELEMENT, "Conflicting elements specified (secret and ha1_secret)");
        }
        check_srtp(body)?;
        let uri = address(body, "uri")?;
        let Some(offer) = jsep else { return refuse(MISSING_SDP, "Missing SDP") };
        if offer.media.iter().any(|media| media.kind == "application") {
            return refuse(MISSING_SDP, "The SIP plugin does not support DataChannels");
        }
        let id = body["call_id"].as_str().map_or_else(|| random_id(world), str::to_owned);
        let callee = self.find(uri);
        let busy = callee.is_some_and(|callee| callee == at || self.status(callee) != Status::Idle);
        let call = Call {
            id: id.clone(),
            with: uri.to_owned(),
            peer: callee.filter(|_| !busy),
            transaction: Some(transaction.to_owned()),
            display_name: display_name.clone(),
            accepts_changes: body["autoaccept_reinvites"] != false,
            media: offer.media.clone(),
            held: None,
            updating: false,
            answerable: None,
            answered: Time::ZERO,
        };
        self.begin(at, Status::Inviting, call);
        match callee {
            None => self.end(at, 404, phrase(404)),
            Some(callee) if busy => {
                let missed = json!({
                    "event": "missed_call", "caller": identity, "displayname": shown(display_name.as_deref()),
                    "callee": uri,
                });
                self.notify_missed_call(callee, missed, &id);
                self.end(at, 486, phrase(486));
            }
            Some(callee) => {
                let call = Call {
                    id: id.clone(),
                    with: identity,
                    peer: Some(at),
                    transaction: None,
                    display_name: None,
                    accepts_changes: true,
                    media: Vec::new(),
                    held: None,
                    updating: false,
                    answerable: (world.sip_race != Some(SipRace::AnswerNotSent)).then_some(world.now),
                    answered: Time::ZERO,
                };
                self.begin(callee, Status::Invited, call);
                self.ring(world, at, callee, uri);
            }
        }
        Ok(Some(json!({ "event": "calling", "call_id": id })))
    }

    fn begin(&mut self, at: At, status: Status, call: Call) {
        if let Some(account) = self.accounts.get_mut(&at) {
            account.status = status;
            account.call = Some(call);
        }
    }

    fn notify_missed_call(&mut self, at: At, missed: Value, call_id: &str) {
        self.notify(at, missed, None);
        if let Some(FollowUp::Event { data, .. }) = self.follow_ups.last_mut() {
            data["call_id"] = call_id.into();
        }
    }

    fn ring(&mut self, world: &mut World, at: At, callee: At, uri: &str) {
        self.offer(world, at, callee, "incomingcall", uri);
        let steps = [json!({ "event": "ringing" }), json!({ "event": "proceeding", "code": 180 })];
        for step in steps {
            if world.sip_race == Some(SipRace::RingingBeforeCalling) {
                // Janus notes the transaction of the call after it has sent the INVITE.
                let data = self.with_call_id(at, json!({ "sip": "event", "result": step }));
                world.event(at, None, data, None);
            } else {
                self.notify(at, step, None);
            }
        }
    }

    /// Sends a call's offer to the other side.
    pub(super) fn offer(&mut self, world: &mut World, at: At, to: At, event: &str, callee: &str) {
        let Some(call) = self.call_of(at) else { return };
        let offer = sdp::offer(&call.media);
        let displayed = shown(call.display_name.as_deref());
        let Some(theirs) = self.call_of(to) else { return };
        let event = json!({
            "event": event, "username": theirs.with, "call_id": theirs.id, "displayname": displayed,
            "callee": callee,
        });
        if let Some(handle) = world.handle_mut(to).filter(|handle| handle.peer == Peer::None) {
            handle.peer = Peer::Offered;
        }
        self.notify(to, event, Some(offer));
    }

    pub(super) fn accept(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        let Request { at, body, jsep, .. } = *request;
        let status = self.status(at);
        if status != Status::Invited {
            let wanted = if world.settings.version >= 1301 { "invited or progress" } else { "invited" };
            return refuse(WRONG_STATE, format!("Wrong state (not {wanted}? status={})", status.name()));
        }
        check(body, params::ACCEPT)?;
        if check_srtp(body)? {
            let text = "Can't accept the call: SDES-SRTP required, but caller didn't offer it";
            return refuse(TOO_STRICT, text);
        }
        let Some(answer) = jsep else { return refuse(MISSING_SDP, "Missing SDP") };
        self.set_status(at, Status::InCall);
        if let Some(handle) = world.handle_mut(at) {
            handle.peer = Peer::Negotiated;
        }
        let now = world.now;
        let Some(call) = self.call_of_mut(at) else { return Ok(None) };
        call.media = answer.media.clone();
        call.accepts_changes = body["autoaccept_reinvites"] != false;
        let sent = call.answerable.is_some_and(|from| from <= now);
        if let Some(caller) = call.peer.filter(|_| sent) {
            self.set_status(caller, Status::InCall);
            self.notify_answer(caller);
        }
        Ok(Some(json!({ "event": "accepted" })))
    }

    /// Sends the answer to the side of a call that made the offer.
    pub(super) fn notify_answer(&mut self, at: At) {
        let Some(call) = self.call_of(at) else { return };
        let answer = sdp::answer(&call.media);
        let accepted = json!({ "event": "accepted", "username": call.with });
        self.notify(at, accepted, Some(answer));
    }

    pub(super) fn decline(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        let Request { at, body, .. } = *request;
        check(body, params::DECLINE)?;
        if body["refer_id"].as_i64().is_some_and(|id| id > 0) {
            return refuse(WRONG_STATE, "Wrong state (no transfer?)");
        }
        if self.status(at) != Status::Invited {
            return Ok(None);
        }
        let usual = if world.settings.version >= 1202 { 603 } else { 486 };
        let code = body["code"].as_i64().filter(|code| *code > 399).unwrap_or(usual);
        self.set_status(at, Status::Closing);
        let Some(call) = self.call_of(at) else { return Ok(None) };
        let declining = json!({ "event": "declining", "code": code, "call_id": call.id });
        if call.answerable.is_some_and(|from| from <= world.now) {
            self.end_both(at, code, [phrase(code); 2]);
        }
        Ok((world.sip_race != Some(SipRace::NoDeclining)).then_some(declining))
    }

    /// Ends a call by BYE or CANCEL; nothing happens without one.
    pub(super) fn hang_up(&mut self, at: At) -> Option<Value> {
        match self.status(at) {
            Status::Inviting => self.end_both(at, 487, [phrase(487); 2]),
            status if status.is_established() => self.end_both(at, 200, ["to BYE", "Session Terminated"]),
            _ => return None,
        }
        Some(json!({ "event": "hangingup" }))
    }

    /// Ends both sides of a call: the reasons are for this side and for the other.
    pub(super) fn end_both(&mut self, at: At, code: i64, [own, other]: [&str; 2]) {
        let peer = self.peer_of(at);
        self.end(at, code, own);
        if let Some(peer) = peer {
            self.end(peer, code, other);
        }
    }

    fn end(&mut self, at: At, code: i64, reason: &str) {
        self.notify(at, json!({ "event": "hangup", "code": code, "reason": reason }), None);
        self.follow_ups.push(FollowUp::Ended(at));
    }
}

/// Checks how media are to be encrypted; returns whether they must be.
fn check_srtp(body: &Value) -> Result<bool, super::Refusal> {
    match body["srtp"].as_str().map(str::to_ascii_lowercase).as_deref() {
        None | Some("sdes_optional") => Ok(false),
        Some("sdes_mandatory") => Ok(true),
        Some(_) => {
            refuse(INVALID_ELEMENT, "Invalid element (srtp can only be sdes_optional or sdes_mandatory)")
        }
    }
}

/// A display name as Janus sends it, with its quotation marks.
pub(super) fn shown(display_name: Option<&str>) -> String {
    display_name.map(|name| format!("\"{name}\"")).unwrap_or_default()
}

/// An id as Janus makes them for calls and messages.
pub(super) fn random_id(world: &mut World) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    (0..23).map(|_| char::from(LETTERS[(world.random() >> 33) as usize % LETTERS.len()])).collect()
}

/// SIP's reason for a status.
pub(super) const fn phrase(code: i64) -> &'static str {
    match code {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        406 | 606 => "Not Acceptable",
        408 => "Request Timeout",
        410 => "Gone",
        480 => "Temporarily Unavailable",
        486 => "Busy Here",
        487 => "Request Terminated",
        488 => "Not Acceptable Here",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        600 => "Busy Everywhere",
        603 => "Decline",
        604 => "Does Not Exist Anywhere",
        _ => "",
    }
}
