//! The registration of a handle.

use serde_json::{Value, json};

use super::super::{Refusal, refuse};
use super::call::{Call, Status};
use super::params::{self, address, check, text};
use super::{Accounts, FollowUp, Outcome, Request};
use crate::mock::world::{At, World};
use crate::plugins::sip::error_code::{
    ALREADY_REGISTERED, HELPER_ERROR, INVALID_ADDRESS, INVALID_ELEMENT, MISSING_ELEMENT, WRONG_STATE,
};

pub(super) struct Account {
    /// Its SIP address.
    pub(super) identity: String,
    pub(super) display_name: Option<String>,
    pub(super) registration: Registration,
    /// The number of its last `register`.
    turn: u64,
    master_id: u64,
    /// Its name in Janus 1.4.0 and newer.
    unique_id: Option<String>,
    pub(super) status: Status,
    pub(super) call: Option<Call>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Registration {
    None,
    /// It calls without a registration: a guest.
    NotNeeded,
    Registered,
}

impl Account {
    /// The user of the identity.
    pub(super) fn user(&self) -> &str {
        params::target(&self.identity).split('@').next().unwrap_or_default()
    }

    /// The address of its SIP stack, without a port of its own, as there is none.
    pub(super) fn contact(&self) -> String {
        format!("sip:{}@127.0.0.1:5060;transport=udp", self.user())
    }
}

impl Accounts {
    pub(super) fn register(&mut self, world: &mut World, request: &Request<'_>) -> Outcome {
        let Request { at, body, .. } = *request;
        check(body, params::REGISTER)?;
        let known = self.accounts.get(&at);
        if let Some(account) = known.filter(|account| account.registration == Registration::Registered) {
            if body["refresh"] != true {
                return refuse(ALREADY_REGISTERED, format!("Already registered ({})", account.user()));
            }
        }
        let send = check_account(body)?;
        let (master_id, unique_id) = match known {
            Some(account) => (account.master_id, account.unique_id.clone()),
            None => (world.random() >> 32, (world.settings.version >= 1400).then(|| unique_id(world))),
        };
        self.registrations += 1;
        let before = self.accounts.remove(&at);
        let account = Account {
            identity: text(body, "username").to_owned(),
            display_name: body["display_name"].as_str().map(str::to_owned),
            registration: if send { Registration::Registered } else { Registration::NotNeeded },
            turn: self.registrations,
            master_id,
            unique_id,
            status: before.as_ref().map(|account| account.status).unwrap_or_default(),
            call: before.and_then(|account| account.call),
        };
        let mut answer = json!({
            "event": "registered", "username": account.user(), "register_sent": send, "master_id": master_id,
        });
        let unique_id = account.unique_id.clone();
        self.accounts.insert(at, account);
        if send {
            self.notify_registration(at, answer);
            answer = json!({ "event": "registering" });
        }
        if let Some(id) = unique_id {
            answer["unique_id"] = id.into();
        }
        Ok(Some(answer))
    }

    /// Janus puts `unique_id` beside `result` here.
    fn notify_registration(&mut self, at: At, result: Value) {
        self.notify(at, result, None);
        let id = self.accounts.get(&at).and_then(|account| account.unique_id.clone());
        if let (Some(id), Some(FollowUp::Event { data, .. })) = (id, self.follow_ups.last_mut()) {
            data["unique_id"] = id.into();
        }
    }

    pub(super) fn unregister(&mut self, at: At) -> Outcome {
        let Some(account) = self.accounts.get_mut(&at) else {
            return refuse(WRONG_STATE, "Wrong state (register first)");
        };
        if account.registration != Registration::Registered {
            return refuse(WRONG_STATE, "Wrong state (not registered)");
        }
        account.registration = Registration::None;
        let unregistered = json!({ "event": "unregistered", "username": account.user() });
        self.notify_registration(at, unregistered);
        Ok(Some(json!({ "event": "unregistering" })))
    }

    /// The account that may call, or send messages.
    pub(super) fn registered(&self, at: At) -> Result<&Account, Refusal> {
        match self.accounts.get(&at) {
            Some(account) if account.registration != Registration::None => Ok(account),
            _ => refuse(WRONG_STATE, "Wrong state (not registered)"),
        }
    }

    /// The handle that an address leads to: the newest registration, or a SIP stack by its contact.
    pub(super) fn find(&self, uri: &str) -> Option<At> {
        let wanted = params::target(uri);
        let found = self.accounts.iter().filter(|(_, account)| {
            account.registration == Registration::Registered
                && [&*account.identity, &*account.contact()]
                    .into_iter()
                    .any(|of| params::target(of) == wanted)
        });
        found.max_by_key(|(_, account)| account.turn).map(|(at, _)| *at)
    }
}

/// Checks what a registration needs; returns whether a REGISTER is sent.
fn check_account(body: &Value) -> Result<bool, Refusal> {
    let guest = body["type"] == "guest";
    if body["type"] == "helper" {
        return match body["master_id"].as_i64() {
            None => refuse(MISSING_ELEMENT, "Missing mandatory element for helper (master_id)"),
            Some(id) => refuse(HELPER_ERROR, format!("No such master session ({id})")),
        };
    }
    if guest && body.get("send_register").is_some() {
        let text = "Conflicting elements: send_register cannot be true if guest is true";
        return refuse(INVALID_ELEMENT, text);
    }
    if body["force_udp"] == true && body["force_tcp"] == true {
        let text = "Conflicting elements: force_udp and force_tcp cannot both be true";
        return refuse(INVALID_ELEMENT, text);
    }
    for name in ["proxy", "outbound_proxy"] {
        if let Some(uri) = params::CODES.text(body, name)? {
            if !uri.starts_with("sip:") && !uri.starts_with("sips:") {
                return refuse(INVALID_ADDRESS, format!("Invalid {name} address {uri}\n"));
            }
        }
    }
    address(body, "username")?;
    if guest {
        return Ok(false);
    }
    match (body.get("secret"), body.get("ha1_secret")) {
        (None, None) => return refuse(MISSING_ELEMENT, "Missing element (secret or ha1_secret)"),
        (Some(_), Some(_)) => {
            return refuse(INVALID_ELEMENT, "Conflicting elements specified (secret and ha1_secret)");
        }
        _ => {}
    }
    Ok(body["send_register"] != false)
}

/// A UUID.
fn unique_id(world: &mut World) -> String {
    let [high, low] = [world.random(), world.random()];
    let mut text = format!("{high:016x}{low:016x}");
    for place in [20, 16, 12, 8] {
        text.insert(place, '-');
    }
    text
}
