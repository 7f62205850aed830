//! Which tokens are accepted.
#![allow(clippy::unwrap_used, clippy::panic, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bifrons::time::Time;
use bifrons::{Address, Config, ErrorCode};
use bifrons_gateway::core::keys::Keys;
use bifrons_gateway::core::limits::{Limits, PageLimits};
use bifrons_gateway::core::relay::{Action, AtExpiry, CloseCode, Gateway, PageId, Settings, WARN_BEFORE};
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::core::token::{self, Algorithm, AtMost, Issuer, TokenAction, VerifyingKey};
use bifrons_gateway::server::mint::Signer;
use bifrons_gateway::server::verify_signature;
use data_encoding::{BASE64, BASE64URL_NOPAD};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair};
use serde_json::{Value, json};

const SECRET: &[u8] = b"the secret that the application and the gateway share";
/// Not known, and so without limits.
const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
const KEYS_URL: &str = "https://id.example.org/keys";

fn p256(issuer: &str, id: &str) -> Signer {
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).unwrap();
    Signer::p256(issuer, pkcs8.as_ref()).unwrap().key_id(id)
}

fn ed25519(issuer: &str, id: &str) -> Signer {
    let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
    Signer::ed25519(issuer, pkcs8.as_ref()).unwrap().key_id(id)
}

fn set_of(signers: &[&Signer]) -> String {
    let keys: Vec<_> = signers.iter().filter_map(|signer| signer.public_jwk()).collect();
    json!({ "keys": keys }).to_string()
}

fn issuer(name: &str, algorithms: &[Algorithm], keys: token::Keys) -> Issuer {
    Issuer {
        name: name.into(),
        audiences: vec!["gateway".into()],
        algorithms: algorithms.to_vec(),
        keys,
        role_claims: vec!["realm_access.roles".into()],
        roles: BTreeMap::from([("host".to_owned(), support::everything())]),
        at_most: AtMost::All,
    }
}

fn unix() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs()
}

fn claims(issuer: &str) -> Value {
    json!({ "iss": issuer, "sub": "anna", "aud": "gateway", "exp": unix() + 60, "janus": { "plugins": ["echotest"] } })
}

/// A gateway without a Janus, which a page learns whose token is accepted.
struct Stage {
    gateway: Gateway,
    now: Time,
    pages: u64,
    /// What is at the URL of the keys, and how often it was fetched.
    keys: Option<String>,
    fetched: usize,
    responses: BTreeMap<PageId, String>,
}

impl Stage {
    fn new(issuers: Vec<Issuer>) -> Self {
        Self::at(unix(), issuers)
    }

    fn at(unix: u64, issuers: Vec<Issuer>) -> Self {
        let settings = Settings {
            janus: Arc::new(Config::new(vec![Address::new("ws://janus.example")])),
            connections: 1,
            issuers,
            rules: Rules::default(),
            keys: Keys::default(),
            replica: None,
            consults: false,
            verdict_within: Duration::from_secs(1),
            presets: BTreeMap::new(),
            flows: Vec::new(),
            ice_servers: Vec::new(),
            warn_before: WARN_BEFORE,
            at_expiry: AtExpiry::default(),
            grace: Duration::from_secs(10),
            limits: Limits::default(),
        };
        let mut random = 0;
        let next = move || {
            random += 1;
            random
        };
        let mut gateway = Gateway::new(settings, Box::new(next)).unwrap();
        gateway.start(Time::ZERO, Duration::from_secs(unix));
        Self { gateway, now: Time::ZERO, pages: 0, keys: None, fetched: 0, responses: BTreeMap::new() }
    }

    /// The reason of the response to `create` with this token.
    fn create(&mut self, token: &str) -> String {
        let page = self.ask(token);
        self.response(page)
    }

    fn ask(&mut self, token: &str) -> PageId {
        self.pages += 1;
        let page = PageId(self.pages);
        self.gateway.page_opened(self.now, page, ADDRESS, None);
        let create = json!({ "janus": "create", "transaction": "1", "token": token });
        self.gateway.page_message(self.now, page, &create.to_string());
        page
    }

    fn response(&mut self, wanted: PageId) -> String {
        loop {
            if let Some(reason) = self.responses.remove(&wanted) {
                return reason;
            }
            match self.gateway.poll_action() {
                Action::Send { page, text, .. } => {
                    let message: Value = serde_json::from_str(&text).unwrap();
                    self.responses.insert(page, message["error"]["reason"].as_str().unwrap().to_owned());
                }
                Action::Token(TokenAction::CheckSignature { check, key, message, signature }) => {
                    let is_valid = verify_signature(&key.material, &message, &signature);
                    self.gateway.signature_checked(self.now, check, is_valid);
                }
                Action::Token(TokenAction::FetchKeys { issuer, url }) => {
                    assert_eq!(url, KEYS_URL);
                    self.fetched += 1;
                    self.gateway.keys_fetched(self.now, issuer, self.keys.as_deref());
                }
                Action::Wait { .. } => panic!("no response"),
                _ => {}
            }
        }
    }

    fn wait(&mut self, seconds: u64) {
        self.now = self.now + Duration::from_secs(seconds);
        self.gateway.handle_timeout(self.now);
    }
}

const ACCEPTED: &str = "Janus can't be reached; try again";

fn shared() -> token::Keys {
    token::Keys::Fixed(vec![VerifyingKey::shared(SECRET).unwrap()])
}

fn signed(header: &str, claims: &str) -> String {
    let message = format!(
        "{}.{}",
        BASE64URL_NOPAD.encode(header.as_bytes()),
        BASE64URL_NOPAD.encode(claims.as_bytes())
    );
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, SECRET);
    let signature = ring::hmac::sign(&key, message.as_bytes());
    format!("{message}.{}", BASE64URL_NOPAD.encode(signature.as_ref()))
}

#[test]
fn a_token_of_each_algorithm_is_accepted_once_it_is_checked() {
    let (elliptic, edwards) = (p256("p256", "1"), ed25519("ed25519", "1"));
    let keys =
        |signer: &Signer| token::Keys::Fixed(VerifyingKey::read_set(&set_of(&[signer]), false).unwrap());
    let mut stage = Stage::new(vec![
        issuer("app", &[Algorithm::HS256], shared()),
        issuer("p256", &[Algorithm::ES256], keys(&elliptic)),
        issuer("ed25519", &[Algorithm::EdDSA], keys(&edwards)),
    ]);
    let tokens = [
        Signer::shared("app", SECRET).unwrap().sign(&claims("app")).unwrap(),
        elliptic.sign(&claims("p256")).unwrap(),
        edwards.sign(&claims("ed25519")).unwrap(),
    ];
    for token in tokens {
        assert_eq!(stage.create(&token), ACCEPTED);
        assert_eq!(stage.create(&token), ACCEPTED, "again, from memory");
        let (start, signature) = token.rsplit_once('.').unwrap();
        let other = if signature.starts_with('A') { 'B' } else { 'A' };
        let forged = format!("{start}.{other}{}", &signature[1..]);
        assert_eq!(stage.create(&forged), "the token's signature is wrong");
    }
}

#[test]
fn forged_tokens_are_refused_with_the_reason() {
    let elliptic = p256("p256", "1");
    let public = elliptic.public_jwk().unwrap();
    let mut stage = Stage::new(vec![
        issuer("app", &[Algorithm::HS256], shared()),
        issuer(
            "p256",
            &[Algorithm::ES256],
            token::Keys::Fixed(VerifyingKey::read_set(&set_of(&[&elliptic]), false).unwrap()),
        ),
        issuer(
            "both",
            &[Algorithm::HS256, Algorithm::ES256],
            token::Keys::Fixed(VerifyingKey::read_set(&set_of(&[&elliptic]), false).unwrap()),
        ),
    ]);
    let cases = [
        // Another tenant's key; the public key as a secret.
        (elliptic.sign(&claims("app")).unwrap(), "the issuer's tokens have another algorithm"),
        (
            signed(r#"{"alg":"HS256"}"#, &claims("p256").to_string()),
            "the issuer's tokens have another algorithm",
        ),
        (
            Signer::shared("both", public.to_string().as_bytes()).unwrap().sign(&claims("both")).unwrap(),
            "the issuer has no such key",
        ),
        (p256("p256", "1").sign(&claims("p256")).unwrap(), "the token's signature is wrong"),
        (p256("p256", "2").sign(&claims("p256")).unwrap(), "the issuer has no such key"),
    ];
    for (token, reason) in cases {
        assert_eq!(stage.create(&token), reason);
    }
}

/// The cases that the package's `GrantToken` has, too.
fn table() -> Value {
    serde_json::from_str(include_str!("grant_tokens.json")).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn stage_of(table: &Value, unix: u64) -> Stage {
    let keys: Vec<_> = table["keys"]["of"].as_object().unwrap().values().map(|key| &key["public"]).collect();
    let keys = VerifyingKey::read_set(&json!({ "keys": keys }).to_string(), false).unwrap();
    let algorithms = [Algorithm::ES256, Algorithm::EdDSA, Algorithm::RS256];
    assert_eq!(text(&table["secret"]["text"]).as_bytes(), SECRET);
    let issuers = vec![
        issuer(text(&table["secret"]["issuer"]), &[Algorithm::HS256], shared()),
        issuer(text(&table["keys"]["issuer"]), &algorithms, token::Keys::Fixed(keys)),
    ];
    Stage::at(unix, issuers)
}

#[test]
fn what_is_accepted_and_refused_is_the_same_in_javascript() {
    let table = table();
    let mut stage = stage_of(&table, table["now"].as_u64().unwrap());
    for case in table["check"].as_array().unwrap() {
        let token = case["token"].as_str().map_or_else(
            || {
                let part = |name: &str| case[name].as_str().unwrap_or_default();
                let signed = signed(part("header"), part("claims"));
                format!("{}{signed}{}", part("before"), part("after"))
            },
            str::to_owned,
        );
        let expected = case["reason"].as_str().unwrap_or(ACCEPTED);
        assert_eq!(stage.create(&token), expected, "{}", case["name"]);
    }
}

#[test]
fn tokens_that_were_minted_in_each_language_are_accepted() {
    let table = table();
    let mut stage = stage_of(&table, table["now"].as_u64().unwrap());
    let minted = table["minted"].as_array().unwrap();
    for by in ["JavaScript", "Rust"] {
        assert!(minted.iter().any(|minted| minted["by"] == by));
    }
    for minted in minted {
        assert_eq!(stage.create(text(&minted["token"])), ACCEPTED, "{minted}");
    }
}

#[test]
fn what_is_minted_and_refused_is_the_same_in_javascript() {
    let table = table();
    let pkcs8 = |name: &str| BASE64.decode(text(&table["keys"]["of"][name]["pkcs8"]).as_bytes()).unwrap();
    let (of_secret, of_keys) = (text(&table["secret"]["issuer"]), text(&table["keys"]["issuer"]));
    let signers = [
        Signer::shared(of_secret, SECRET).unwrap(),
        Signer::p256(of_keys, &pkcs8("ES256")).unwrap().key_id("ES256"),
        Signer::ed25519(of_keys, &pkcs8("EdDSA")).unwrap().key_id("EdDSA"),
    ];
    let mut stage = stage_of(&table, unix());
    for (case, signer) in table["mint"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|case| signers.iter().map(move |signer| (case, signer)))
    {
        let valid_for = Duration::from_secs(case["valid_s"].as_u64().unwrap());
        let grants = support::grants(case["grants"].clone());
        let minted = signer.mint(text(&case["subject"]), text(&case["audience"]), valid_for, &grants);
        let Some(refusal) = case["refusal"].as_str() else {
            let minted = minted.unwrap();
            assert_eq!(stage.create(&minted), ACCEPTED, "{}", case["name"]);
            let claims = BASE64URL_NOPAD.decode(minted.split('.').nth(1).unwrap().as_bytes()).unwrap();
            let claims: Value = serde_json::from_slice(&claims).unwrap();
            let [issued, expires] = ["iat", "exp"].map(|time| claims[time].as_u64().unwrap());
            assert_eq!(expires - issued, valid_for.as_secs());
            assert_eq!(support::grants(claims["janus"].clone()), grants);
            continue;
        };
        let error = minted.unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidArgument);
        assert!(error.message().starts_with(refusal), "{error}");
    }
}

#[test]
fn a_key_in_pem_is_no_secret() {
    let pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----";
    assert!(VerifyingKey::shared(pem.as_bytes()).is_err());
}

#[test]
fn a_token_is_worth_nothing_once_it_has_expired() {
    let mut stage = Stage::new(vec![issuer("app", &[Algorithm::HS256], shared())]);
    let token = Signer::shared("app", SECRET).unwrap().sign(&claims("app")).unwrap();
    assert_eq!(stage.create(&token), ACCEPTED);
    stage.wait(119);
    assert_eq!(stage.create(&token), ACCEPTED);
    stage.wait(2);
    assert_eq!(stage.create(&token), "the token has expired");
}

#[test]
fn a_token_is_valid_no_longer_because_its_check_has_taken_long() {
    let mut stage = Stage::new(vec![issuer("app", &[Algorithm::HS256], shared())]);
    let token = Signer::shared("app", SECRET).unwrap().sign(&claims("app")).unwrap();
    stage.ask(&token);
    stage.wait(119);
    let page = stage.ask(&token);
    assert_eq!(stage.response(page), ACCEPTED);
    stage.wait(2);
    assert_eq!(stage.create(&token), "the token has expired");
}

#[test]
fn keys_are_fetched_once_for_all_and_old_ones_stay() {
    let (old, new) = (p256("id", "old"), ed25519("id", "new"));
    let mut stage = Stage::new(vec![issuer(
        "id",
        &[Algorithm::ES256, Algorithm::EdDSA],
        token::Keys::At(KEYS_URL.into()),
    )]);
    stage.keys = Some(set_of(&[&old]));
    let token_of = |signer: &Signer, sub: &str| {
        let mut claims = claims("id");
        claims["sub"] = sub.into();
        claims["exp"] = (unix() + 3600).into();
        signer.sign(&claims).unwrap()
    };
    let pages: Vec<_> = ["a", "b", "c"].map(|user| stage.ask(&token_of(&old, user))).into();
    for page in pages {
        assert_eq!(stage.response(page), ACCEPTED);
    }
    assert_eq!(stage.fetched, 1);
    // An invented key id causes no second request so soon.
    assert_eq!(stage.create(&token_of(&new, "a")), "the issuer has no such key");
    assert_eq!(stage.fetched, 1);
    stage.wait(31);
    stage.keys = None;
    assert_eq!(stage.create(&token_of(&new, "a")), "the issuer's keys can't be fetched");
    assert_eq!(stage.create(&token_of(&old, "d")), ACCEPTED, "the old keys stay");
    stage.wait(31);
    stage.keys = Some(set_of(&[&new]));
    assert_eq!(stage.create(&token_of(&new, "a")), ACCEPTED);
    assert_eq!(stage.create(&token_of(&old, "e")), "the issuer has no such key");
    assert_eq!(stage.fetched, 3);
}

#[test]
fn a_shared_secret_is_not_taken_from_a_url() {
    let mut stage = Stage::new(vec![issuer("id", &[Algorithm::HS256], token::Keys::At(KEYS_URL.into()))]);
    stage.keys = Some(json!({ "keys": [{ "kty": "oct", "k": BASE64URL_NOPAD.encode(SECRET) }] }).to_string());
    let token = Signer::shared("id", SECRET).unwrap().sign(&claims("id")).unwrap();
    assert_eq!(stage.create(&token), "the issuer has no such key");
}

#[test]
fn messages_wait_in_order_while_a_token_is_checked() {
    let mut stage = Stage::new(vec![issuer("app", &[Algorithm::HS256], shared())]);
    let token = Signer::shared("app", SECRET).unwrap().sign(&claims("app")).unwrap();
    let page = stage.ask(&token);
    for number in 0..5 {
        let ping = json!({ "janus": "ping", "transaction": format!("p{number}") });
        stage.gateway.page_message(stage.now, page, &ping.to_string());
    }
    let mut order = Vec::new();
    loop {
        match stage.gateway.poll_action() {
            Action::Send { text, .. } => {
                order.push(
                    serde_json::from_str::<Value>(&text).unwrap()["transaction"].as_str().unwrap().to_owned(),
                );
            }
            Action::Token(TokenAction::CheckSignature { check, .. }) => {
                assert!(order.is_empty());
                stage.gateway.signature_checked(stage.now, check, true);
            }
            Action::Wait { .. } => break,
            _ => {}
        }
    }
    assert_eq!(order, ["1", "p0", "p1", "p2", "p3", "p4"]);
}

/// Why each page was closed, in order; everything else is left out.
fn closed(stage: &mut Stage) -> Vec<CloseCode> {
    let mut codes = Vec::new();
    loop {
        match stage.gateway.poll_action() {
            Action::ClosePage { code, .. } => codes.push(code),
            Action::Wait { .. } => return codes,
            _ => {}
        }
    }
}

#[test]
fn a_page_without_an_accepted_token_is_closed_after_two_seconds() {
    let mut stage = Stage::new(vec![issuer("app", &[Algorithm::HS256], shared())]);
    stage.gateway.page_opened(stage.now, PageId(101), ADDRESS, None);
    stage.gateway.page_opened(stage.now, PageId(102), ADDRESS, Some("no token"));
    let token = Signer::shared("app", SECRET).unwrap().sign(&claims("app")).unwrap();
    assert_eq!(stage.create(&token), ACCEPTED);
    stage.wait(1);
    assert_eq!(closed(&mut stage), []);
    stage.wait(1);
    assert_eq!(closed(&mut stage), [CloseCode::NoToken, CloseCode::NoToken]);
    stage.wait(10);
    assert_eq!(closed(&mut stage), [], "the page with a token stays");
}

#[test]
fn a_page_that_sends_too_much_while_its_token_is_checked_is_closed() {
    let mut stage = Stage::new(vec![issuer("app", &[Algorithm::HS256], shared())]);
    let token = Signer::shared("app", SECRET).unwrap().sign(&claims("app")).unwrap();
    let page = stage.ask(&token);
    let ping = json!({ "janus": "ping", "transaction": "p" }).to_string();
    for _ in 0..PageLimits::default().waiting_messages {
        stage.gateway.page_message(stage.now, page, &ping);
    }
    assert_eq!(closed(&mut stage), [CloseCode::TooMany]);
    stage.gateway.page_opened(stage.now, PageId(9), ADDRESS, None);
    stage.gateway.page_message(stage.now, PageId(9), &"x".repeat(PageLimits::default().message_bytes + 1));
    assert_eq!(closed(&mut stage), [CloseCode::TooLong]);
}
