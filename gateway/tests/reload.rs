//! Another configuration while tokens are known and being checked: nothing is accepted by what is gone.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use bifrons::time::Time;
use bifrons_gateway::core::relay::{Action, CloseCode, Gateway, PageId, Settings};
use bifrons_gateway::core::revocation::Change;
use bifrons_gateway::core::token::{self, AtMost, Check, Issuer, TokenAction, VerifyingKey};
use bifrons_gateway::server::mint::Signer;
use serde_json::{Value, json};
use support::stage::{Stage as Live, settings};

const OLD: &[u8] = b"the first secret of the issuer, 32 bytes";
const NEW: &[u8] = b"the second secret of the issuer, 32 bytes";
const URL: &str = "https://app.example.org/keys";
const ACCEPTED: &str = "Janus can't be reached; try again";
const GONE: &str = "the token's issuer, or a key of it, is no longer accepted; send another token";

fn issuer(secrets: &[&[u8]]) -> Issuer {
    let keys = secrets.iter().map(|secret| VerifyingKey::shared(secret).unwrap()).collect();
    Issuer { at_most: AtMost::All, ..Issuer::new("app", "gateway", token::Keys::Fixed(keys)) }
}

fn token(secret: &[u8]) -> String {
    let grants = support::grants(json!({}));
    Signer::shared("app", secret).unwrap().mint("anna", "gateway", Duration::from_secs(600), &grants).unwrap()
}

/// A gateway without Janus: an accepted token leads to [`ACCEPTED`].
struct Stage {
    gateway: Gateway,
    now: Time,
    checks: Vec<Check>,
    fetches: Vec<usize>,
    responses: Vec<(PageId, String)>,
    closed: Vec<(PageId, CloseCode)>,
}

impl Stage {
    fn new(issuers: Vec<Issuer>) -> Self {
        let settings = Settings { issuers, ..settings() };
        let mut last = 0;
        let random = move || {
            last += 1;
            last
        };
        let mut gateway = Gateway::new(settings, Box::new(random)).unwrap();
        gateway.start(Time::ZERO, std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap());
        let (checks, fetches, responses, closed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { gateway, now: Time::ZERO, checks, fetches, responses, closed }
    }

    fn act(&mut self) {
        loop {
            match self.gateway.poll_action() {
                Action::Send { page, text, .. } => {
                    let message: Value = serde_json::from_str(&text).unwrap();
                    self.responses.push((page, message["error"]["reason"].as_str().unwrap().to_owned()));
                }
                Action::ClosePage { page, code } => self.closed.push((page, code)),
                Action::Token(TokenAction::CheckSignature { check, .. }) => self.checks.push(check),
                Action::Token(TokenAction::FetchKeys { issuer, .. }) => self.fetches.push(issuer),
                Action::Wait { .. } => return,
                _ => {}
            }
        }
    }

    fn create(&mut self, page: PageId, token: Option<&str>) {
        let mut create = json!({ "janus": "create", "transaction": "1" });
        if let Some(token) = token {
            create["token"] = token.into();
        }
        self.gateway.page_message(self.now, page, &create.to_string());
        self.act();
    }

    fn checked(&mut self, check: Check, is_valid: bool) {
        self.gateway.signature_checked(self.now, check, is_valid);
        self.act();
    }

    fn reload(&mut self, issuers: Vec<Issuer>) {
        self.gateway.reload(self.now, Settings { issuers, ..settings() }).unwrap();
        self.act();
    }

    /// The reason of the only response since the last look.
    #[track_caller]
    fn reason(&mut self) -> String {
        assert_eq!(self.responses.len(), 1, "{:?}", self.responses);
        self.responses.remove(0).1
    }
}

const PAGE: PageId = PageId(1);
const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A page whose token was accepted.
fn accepted(issuers: Vec<Issuer>) -> Stage {
    let mut stage = Stage::new(issuers);
    stage.gateway.page_opened(stage.now, PAGE, ADDRESS, None);
    stage.create(PAGE, Some(&token(OLD)));
    let check = stage.checks.remove(0);
    stage.checked(check, true);
    assert_eq!(stage.reason(), ACCEPTED);
    stage
}

#[test]
fn a_check_goes_on_with_the_new_keys_and_its_old_result_is_worth_nothing() {
    let mut stage = Stage::new(vec![issuer(&[OLD])]);
    stage.gateway.page_opened(stage.now, PAGE, ADDRESS, None);
    stage.create(PAGE, Some(&token(OLD)));
    let of_old_key = stage.checks.remove(0);
    stage.reload(vec![issuer(&[NEW])]);
    let of_new_key = stage.checks.remove(0);
    assert_ne!(of_old_key, of_new_key);
    stage.checked(of_old_key, true);
    assert!(stage.responses.is_empty(), "{:?}", stage.responses);
    stage.checked(of_new_key, false);
    assert_eq!(stage.reason(), "the token's signature is wrong");
}

#[test]
fn a_check_ends_where_the_issuer_is_gone() {
    let mut stage = Stage::new(vec![issuer(&[OLD])]);
    stage.gateway.page_opened(stage.now, PAGE, ADDRESS, Some(&token(OLD)));
    stage.create(PAGE, None);
    assert!(stage.responses.is_empty());
    stage.reload(Vec::new());
    assert_eq!(stage.reason(), "the token's issuer (iss) is not known");
}

#[test]
fn a_page_is_who_it_was_while_its_issuers_keys_stay_and_its_token_is_checked_again() {
    let mut stage = accepted(vec![issuer(&[OLD])]);
    stage.reload(vec![issuer(&[NEW, OLD])]);
    stage.create(PAGE, None);
    assert_eq!(stage.reason(), ACCEPTED);
    stage.create(PAGE, Some(&token(OLD)));
    assert!(stage.responses.is_empty(), "it is not in the cache");
    assert_eq!(stage.checks.len(), 1);
}

#[test]
fn a_page_whose_key_is_gone_must_send_another_token_or_is_closed() {
    let mut stage = accepted(vec![issuer(&[OLD])]);
    stage.reload(vec![issuer(&[NEW])]);
    stage.create(PAGE, None);
    assert_eq!(stage.reason(), GONE);
    stage.create(PAGE, Some(&token(NEW)));
    let check = stage.checks.remove(0);
    stage.checked(check, true);
    assert_eq!(stage.reason(), ACCEPTED);
    stage.reload(vec![issuer(&[OLD])]);
    stage.now = stage.now + Duration::from_secs(2);
    stage.gateway.handle_timeout(stage.now);
    stage.act();
    assert_eq!(stage.closed, [(PAGE, CloseCode::NoToken)]);
}

#[test]
fn keys_that_are_being_fetched_are_fetched_again_and_a_late_response_is_ignored() {
    let keys = || token::Keys::At(URL.to_owned());
    let at_url = || Issuer { at_most: AtMost::All, ..Issuer::new("keys", "gateway", keys()) };
    let random = ring::rand::SystemRandom::new();
    let pkcs8 = ring::signature::Ed25519KeyPair::generate_pkcs8(&random).unwrap();
    let signer = Signer::ed25519("keys", pkcs8.as_ref()).unwrap();
    let set = json!({ "keys": [signer.public_jwk()] }).to_string();
    let grants = support::grants(json!({}));
    let token = signer.mint("anna", "gateway", Duration::from_secs(600), &grants).unwrap();
    let mut stage = Stage::new(vec![at_url()]);
    stage.gateway.page_opened(stage.now, PAGE, ADDRESS, None);
    stage.create(PAGE, Some(&token));
    let before = stage.fetches.remove(0);
    stage.reload(vec![at_url(), issuer(&[OLD])]);
    let now = stage.fetches.remove(0);
    assert_ne!(before, now);
    stage.gateway.keys_fetched(stage.now, before, Some("{\"keys\":[]}"));
    stage.act();
    assert!(stage.responses.is_empty(), "{:?}", stage.responses);
    stage.gateway.keys_fetched(stage.now, now, Some(&set));
    stage.act();
    let check = stage.checks.remove(0);
    stage.checked(check, true);
    assert_eq!(stage.reason(), ACCEPTED);
    // Keys that were fetched stay.
    stage.reload(vec![at_url()]);
    stage.create(PAGE, Some(&token));
    assert_eq!((stage.fetches.len(), stage.checks.len()), (0, 1));
}

/// Settings with a role `guest` that grants this.
fn with_role(grants: Value) -> Settings {
    let mut of_app = support::server::issuer();
    of_app.roles.insert("guest".to_owned(), support::grants(grants));
    Settings { issuers: vec![of_app], ..settings() }
}

fn guest() -> String {
    let expires = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() + 600;
    let claims = [("exp", expires.into()), ("janus", json!({ "roles": ["guest"] }))];
    support::server::token_of("anna", &claims)
}

#[test]
fn what_a_role_no_longer_grants_ends_and_the_page_goes_on() {
    let both = json!({ "plugins": ["echotest", "recordplay"] });
    let mut stage = Live::new(with_role(both));
    let (page, session) = stage.page_with(&guest());
    let [kept, lost] = ["echotest", "recordplay"].map(|plugin| stage.attach((page, session), plugin));
    stage.gateway.reload(stage.now, with_role(json!({ "plugins": ["echotest"] }))).unwrap();
    stage.settle();
    assert_eq!(stage.message(page, (session, lost), json!({ "request": "list" }))["error"]["code"], 459);
    assert_eq!(stage.message(page, (session, kept), json!({}))["janus"], "ack");
}

#[test]
fn what_the_host_application_has_changed_outlasts_a_reload() {
    let mut stage = Live::new(with_role(json!({ "plugins": ["echotest"] })));
    let (page, session) = stage.page_with(&guest());
    let grants = Box::new(support::grants(json!({ "plugins": ["recordplay"] })));
    stage.gateway.change(stage.now, "app", "anna", Change::Grant(grants));
    stage.gateway.reload(stage.now, with_role(json!({ "plugins": ["echotest", "voicemail"] }))).unwrap();
    stage.settle();
    stage.attach((page, session), "recordplay");
    let attach = json!({ "janus": "attach", "session_id": session, "plugin": "janus.plugin.voicemail" });
    assert_eq!(stage.ask(page, attach)["error"]["code"], 405);
}
