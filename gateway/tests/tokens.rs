//! Which tokens are accepted.
#![allow(clippy::unwrap_used, clippy::panic, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bifrons::time::Time;
use bifrons::{Address, Config};
use bifrons_gateway::core::keys::Keys;
use bifrons_gateway::core::relay::{Action, Gateway, PageId, PageLimits, Settings};
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::core::token::{self, Algorithm, Issuer, TokenAction, VerifyingKey};
use bifrons_gateway::server::mint::Signer;
use bifrons_gateway::server::verify_signature;
use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair};
use serde_json::{Value, json};

const SECRET: &[u8] = b"the secret that the application and the gateway share";
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
        let settings = Settings {
            janus: Arc::new(Config::new(vec![Address::new("ws://janus.example")])),
            connections: 1,
            issuers,
            rules: Rules::default(),
            keys: Keys::default(),
            grace: Duration::from_secs(10),
            limits: PageLimits::default(),
        };
        let mut random = 0;
        let next = move || {
            random += 1;
            random
        };
        let mut gateway = Gateway::new(settings, Box::new(next)).unwrap();
        gateway.start(Time::ZERO, Duration::from_secs(unix()));
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
        self.gateway.page_opened(self.now, page, None);
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
                Action::Send { page, text } => {
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

fn signed(header: &Value, claims: &str) -> String {
    let message = format!(
        "{}.{}",
        BASE64URL_NOPAD.encode(header.to_string().as_bytes()),
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
    let hs256 = json!({ "alg": "HS256" });
    let with = |name: &str, value: Value| {
        let mut claims = claims("app");
        claims[name] = value;
        claims.to_string()
    };
    let without = |name: &str| {
        let mut claims = claims("app");
        claims.as_object_mut().unwrap().remove(name);
        claims.to_string()
    };
    let good = claims("app").to_string();
    let twice = |text: &str| good.replacen('{', &format!("{{{text},"), 1);
    let cases = [
        (signed(&json!({ "alg": "none" }), &good), "the token's algorithm is not"),
        (signed(&json!({ "alg": "NONE" }), &good), "the token's algorithm is not"),
        (signed(&json!({ "alg": "hs256" }), &good), "the token's algorithm is not"),
        (signed(&json!({}), &good), "the token's algorithm is not"),
        (signed(&json!({ "alg": "HS256", "crit": ["exp"] }), &good), "the token demands an extension"),
        (signed(&json!({ "alg": "HS256", "kid": 1 }), &good), "the token's kid is no text"),
        (signed(&hs256, &with("aud", json!("other"))), "the token is for another audience"),
        (signed(&hs256, &with("aud", json!(["a", "b"]))), "the token is for another audience"),
        (signed(&hs256, &without("aud")), "the token is for another audience"),
        (signed(&hs256, &with("exp", json!(unix() - 61))), "the token has expired"),
        (signed(&hs256, &with("exp", json!("soon"))), "the token has no expiry"),
        (signed(&hs256, &with("exp", json!(-1))), "the token has no expiry"),
        (signed(&hs256, &without("exp")), "the token has no expiry"),
        (signed(&hs256, &with("nbf", json!(unix() + 120))), "the token is not valid yet"),
        (signed(&hs256, &with("nbf", json!("x"))), "the token is not valid yet"),
        (signed(&hs256, &with("iat", json!(unix() + 120))), "the token was issued in the future"),
        (signed(&hs256, &without("sub")), "the token has no subject"),
        (signed(&hs256, &with("sub", json!(""))), "the token has no subject"),
        (signed(&hs256, &with("iss", json!("\u{430}pp"))), "the token's issuer (iss) is not known"),
        (signed(&hs256, &with("iss", json!("app "))), "the token's issuer (iss) is not known"),
        (signed(&hs256, &with("iss", json!(["app"]))), "the token's issuer (iss) is not known"),
        (signed(&hs256, &without("iss")), "the token's issuer (iss) is not known"),
        (signed(&hs256, &twice("\"sub\":\"eve\"")), "a part of the token is no JSON, or has a member twice"),
        (
            signed(&hs256, &twice("\"janus\":{\"room\":{\"id\":\"*\",\"id\":1}}")),
            "a part of the token is no JSON, or has a member twice",
        ),
        (
            signed(&hs256, &with("janus", json!({ "room": { "join": true } }))),
            "the token's grants (janus) can't be read",
        ),
        (signed(&hs256, &with("janus", json!("all"))), "the token's grants (janus) can't be read"),
        (signed(&hs256, "[]"), "the token's issuer (iss) is not known"),
        (signed(&hs256, "no JSON"), "a part of the token is no JSON"),
        // Another tenant's key; the public key as a secret.
        (elliptic.sign(&claims("app")).unwrap(), "the issuer's tokens have another algorithm"),
        (signed(&hs256, &claims("p256").to_string()), "the issuer's tokens have another algorithm"),
        (
            Signer::shared("both", public.to_string().as_bytes()).unwrap().sign(&claims("both")).unwrap(),
            "the issuer has no such key",
        ),
        (p256("p256", "1").sign(&claims("p256")).unwrap(), "the token's signature is wrong"),
        (p256("p256", "2").sign(&claims("p256")).unwrap(), "the issuer has no such key"),
        (format!("{}=", signed(&hs256, &good)), "the signature is not base64url"),
        (format!(" {}", signed(&hs256, &good)), "a part of the token is not base64url"),
        (format!("{}.x", signed(&hs256, &good)), "a part of the token is not base64url"),
        ("a.b".to_owned(), "the token is no JWT"),
        (String::new(), "the token is no JWT"),
        ("x".repeat(8193), "the token is longer than 8 KB"),
    ];
    for (token, reason) in cases {
        let refused = stage.create(&token);
        assert!(refused.starts_with(reason), "{refused:?} for {reason:?}");
    }
    assert_eq!(stage.create(&signed(&hs256, &good)), ACCEPTED);
    assert_eq!(stage.create(&signed(&hs256, &with("aud", json!(["other", "gateway"])))), ACCEPTED);
    assert_eq!(stage.create(&signed(&hs256, &with("exp", json!(unix() - 30)))), ACCEPTED, "within the skew");
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
