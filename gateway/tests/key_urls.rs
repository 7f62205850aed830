//! The URL of an issuer's keys fails: its tokens are refused with a reason, and nothing else suffers.
#![allow(clippy::unwrap_used, clippy::panic, reason = "this is a test")]

mod support;

use std::time::Duration;

use axum::http::StatusCode;
use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::core::token::{Algorithm, Issuer, Keys};
use bifrons_gateway::server::mint::Signer;
use ring::rand::SystemRandom;
use ring::signature::Ed25519KeyPair;
use serde_json::{Value, json};
use support::keys_at::{KeysAt, Responds};
use support::page::Page;
use support::server::{self, Served, serve_for};

const UNAVAILABLE: &str = "the issuer's keys can't be fetched";

fn signer(id: &str) -> Signer {
    let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
    Signer::ed25519("id", pkcs8.as_ref()).unwrap().key_id(id)
}

fn set_of(signer: &Signer) -> String {
    json!({ "keys": [signer.public_jwk().unwrap()] }).to_string()
}

fn token(signer: &Signer, user: &str) -> String {
    signer.mint(user, "gateway", Duration::from_secs(3600), &support::everything()).unwrap()
}

/// A gateway with two issuers: one with its keys at this URL, and that of the other tests.
async fn gateway(url: &str) -> (MockJanus, Served) {
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let with_url = Issuer {
        name: "id".into(),
        algorithms: vec![Algorithm::EdDSA],
        keys: Keys::At(url.into()),
        ..server::issuer()
    };
    let served = serve_for(janus.url(), Rules::default(), vec![with_url, server::issuer()]).await;
    (janus, served)
}

/// The reason of the response to `create`; `null` if a session was created.
async fn reason(served: &Served, token: &str) -> Value {
    Page::open(&served.url).await.create(token).await["error"]["reason"].clone()
}

/// Lets this time pass at once.
async fn pass(seconds: u64) {
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(seconds)).await;
    tokio::time::resume();
}

#[tokio::test]
async fn a_failing_url_refuses_with_a_reason_and_old_keys_stay() {
    let (old, new) = (signer("old"), signer("new"));
    let keys = KeysAt::start(Responds::With(set_of(&old))).await;
    let (_janus, served) = gateway(&keys.url).await;
    assert_eq!(reason(&served, &token(&old, "anna")).await, Value::Null);
    let faults = [
        Responds::Redirect,
        Responds::Status(StatusCode::INTERNAL_SERVER_ERROR),
        Responds::Status(StatusCode::NOT_FOUND),
        Responds::Bytes((256 << 10) + 1),
        Responds::Bytes(16 << 20),
        Responds::With("<html>no JSON</html>".into()),
        Responds::With("{\"keys\":5}".into()),
        Responds::With(String::new()),
        Responds::Partly,
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        pass(31).await;
        keys.change(fault);
        assert_eq!(reason(&served, &token(&new, &format!("eve {number}"))).await, UNAVAILABLE, "{number}");
        assert_eq!(keys.requests(), (number + 2, 0), "it is fetched once, and no redirect is followed");
        assert_eq!(reason(&served, &token(&old, &format!("bob {number}"))).await, Value::Null, "{number}");
        assert_eq!(reason(&served, &server::token("carl")).await, Value::Null);
    }
    pass(31).await;
    keys.change(Responds::With(set_of(&new)));
    assert_eq!(reason(&served, &token(&new, "anna")).await, Value::Null);
}

#[tokio::test]
async fn a_url_that_is_down() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/keys", listener.local_addr().unwrap());
    drop(listener);
    let (_janus, served) = gateway(&url).await;
    assert_eq!(reason(&served, &token(&signer("1"), "anna")).await, UNAVAILABLE);
    assert_eq!(reason(&served, &server::token("carl")).await, Value::Null);
}

#[tokio::test]
async fn a_url_that_is_slow_delays_its_own_pages_and_no_longer_than_the_limit() {
    let signer = signer("1");
    let keys = KeysAt::start(Responds::Never).await;
    let (_janus, served) = gateway(&keys.url).await;
    let mut waiting = Page::open(&served.url).await;
    let create = json!({ "janus": "create", "transaction": "1", "token": token(&signer, "anna") });
    waiting.send(create).await;
    keys.requested().await;
    assert_eq!(reason(&served, &server::token("carl")).await, Value::Null, "another issuer's user");
    pass(5).await;
    assert_eq!(waiting.response("1").await["error"]["reason"], UNAVAILABLE);
    assert_eq!(keys.requests(), (1, 0));
    pass(31).await;
    keys.change(Responds::With(set_of(&signer)));
    assert_eq!(reason(&served, &token(&signer, "anna")).await, Value::Null);
}
