//! SIP: accounts that call each other. The mock server is the registrar and the SIP stack of all of them. Helpers,
//! transfers, subscriptions, recordings and SIP headers are not there.

mod account;
mod call;
mod change;
mod message;
mod params;

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};

use self::account::Account;
use self::call::{Call, Status};
use super::{Refusal, Reply, close_peer, refuse};
use crate::mock::sdp::Description;
use crate::mock::world::{At, Peer, World};
use crate::plugins::sip::error_code::INVALID_REQUEST;

pub(super) const NAME: &str = "janus.plugin.sip";

/// How long a response of the other side takes in the races that are about responses.
const SLOW_RESPONSE: Duration = Duration::from_millis(20);

/// The SIP accounts of the handles.
#[derive(Default)]
pub(super) struct Accounts {
    accounts: BTreeMap<At, Account>,
    registrations: u64,
    /// The events of the SIP stack that follow the response to the current request.
    follow_ups: Vec<FollowUp>,
}

enum FollowUp {
    Event {
        at: At,
        transaction: Option<String>,
        data: Value,
        jsep: Option<Value>,
        delay: Duration,
    },
    /// The call is over: the account is free, and the PeerConnection closes.
    Ended(At),
}

impl FollowUp {
    const fn at(&self) -> At {
        match self {
            Self::Event { at, .. } | Self::Ended(at) => *at,
        }
    }
}

/// A request to the plugin.
struct Request<'a> {
    at: At,
    transaction: &'a str,
    body: &'a Value,
    jsep: Option<&'a Description>,
}

/// The members of `result`; `None` if Janus sends no response.
type Outcome = Result<Option<Value>, Refusal>;

impl Accounts {
    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        transaction: &str,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        let request = Request { at, transaction, body, jsep };
        let data = match self.carry_out(world, &request) {
            Ok(None) => return Reply::Never,
            Ok(Some(result)) => json!({ "sip": "event", "result": result }),
            Err((code, error)) => json!({ "sip": "event", "error_code": code, "error": error }),
        };
        Reply::later(self.with_call_id(at, data))
    }

    fn carry_out(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        match &*params::CODES.request(request.body)?.to_ascii_lowercase() {
            "register" => self.register(world, request),
            "unregister" => self.unregister(request.at),
            "call" => self.call(world, request),
            "accept" => self.accept(world, request),
            "decline" => self.decline(world, request),
            "hangup" => Ok(self.hang_up(request.at)),
            "hold" => self.hold(world, request, true),
            "unhold" => self.hold(world, request, false),
            "update" => self.update(world, request),
            "info" => self.info(world, request),
            "dtmf_info" => self.dtmf_info(world, request),
            "message" => self.text_message(world, request),
            "reset" => Ok(Some(json!({ "event": "reset" }))),
            other => refuse(INVALID_REQUEST, format!("Unknown request ({other})")),
        }
    }

    /// Sends the events of the SIP stack that follow the response to a request.
    pub(super) fn follow_up(&mut self, world: &mut World) {
        for step in std::mem::take(&mut self.follow_ups) {
            match step {
                FollowUp::Event { at, transaction, data, jsep, delay } => {
                    let negotiated = jsep.as_ref().is_some_and(|jsep| jsep["type"] == "answer");
                    world.delayed(delay, |world| world.event(at, transaction.as_deref(), data, jsep));
                    if negotiated {
                        world.negotiated(at);
                    }
                }
                FollowUp::Ended(at) => {
                    if let Some(account) = self.accounts.get_mut(&at) {
                        account.status = Status::Idle;
                        account.call = None;
                    }
                    close_peer(world, at);
                }
            }
        }
    }

    /// The handle's PeerConnection is gone, or a request closed it: the call ends.
    pub(super) fn hung_up(&mut self, world: &mut World, at: At) {
        if self.end_call(at) {
            let data = json!({ "sip": "event", "result": { "event": "hangingup" } });
            world.event(at, None, self.with_call_id(at, data), None);
        }
    }

    /// A handle ends: only the other side of its call gets an event.
    pub(super) fn detached(&mut self, world: &mut World, at: At) {
        self.end_call(at);
        self.follow_ups.retain(|step| step.at() != at);
        self.follow_up(world);
        self.accounts.remove(&at);
    }

    fn end_call(&mut self, at: At) -> bool {
        if self.status(at) == Status::Invited {
            self.end_both(at, 480, [call::phrase(480); 2]);
            return true;
        }
        self.hang_up(at).is_some()
    }

    pub(super) fn forget(&mut self) {
        self.accounts.clear();
    }

    /// Queues an event of the SIP stack that follows the response, with the transaction of the call.
    fn notify(&mut self, at: At, result: Value, jsep: Option<Value>) {
        let transaction = self.call_of(at).and_then(|call| call.transaction.clone());
        let data = self.with_call_id(at, json!({ "sip": "event", "result": result }));
        self.follow_ups.push(FollowUp::Event { at, transaction, data, jsep, delay: Duration::ZERO });
    }

    fn with_call_id(&self, at: At, mut data: Value) -> Value {
        if let Some(call) = self.call_of(at) {
            data["call_id"] = call.id.as_str().into();
        }
        data
    }

    fn status(&self, at: At) -> Status {
        self.accounts.get(&at).map(|account| account.status).unwrap_or_default()
    }

    fn set_status(&mut self, at: At, status: Status) {
        if let Some(account) = self.accounts.get_mut(&at) {
            account.status = status;
        }
    }

    fn call_of(&self, at: At) -> Option<&Call> {
        self.accounts.get(&at)?.call.as_ref()
    }

    fn call_of_mut(&mut self, at: At) -> Option<&mut Call> {
        self.accounts.get_mut(&at)?.call.as_mut()
    }

    /// The other handle of the call.
    fn peer_of(&self, at: At) -> Option<At> {
        self.call_of(at)?.peer
    }
}

/// Whether a description renegotiates the PeerConnection that is there.
fn renegotiates(world: &World, at: At) -> bool {
    world.handle(at).is_some_and(|handle| !matches!(handle.peer, Peer::None | Peer::Received))
}
