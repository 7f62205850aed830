//! Signed tokens, accepted or refused by a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::{SystemTime, UNIX_EPOCH};

use bifrons::plugins::echotest::EchoTest;
use bifrons::plugins::videoroom::{self as room, VideoRoom, error_code};
use bifrons::{Connection, Secret, SignedToken};
use needs_janus::needs_janus;
use support::{Janus, within};

const SECRET: &str = "planted-token-secret";

#[allow(clippy::disallowed_methods, reason = "Janus compares with the time of day")]
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn signed(token: SignedToken, by: &str) -> Secret {
    token.sign(&Secret::from(by)).unwrap()
}

async fn connect(janus: &Janus, token: Secret) -> Connection {
    bifrons::connect(&*janus.at.ws).token(token).await.unwrap()
}

#[needs_janus("signed tokens")]
#[tokio::test]
async fn a_token_allows_what_it_names_until_it_expires() {
    let janus = Janus::start(&["--token-auth-secret", SECRET]);
    let token = |expires| SignedToken::for_plugins(expires, ["janus.plugin.videoroom"]).unwrap();
    let session = connect(&janus, signed(token(now() + 60), SECRET)).await.create().await.unwrap();
    session.attach::<VideoRoom>().await.unwrap();
    assert_eq!(session.attach::<EchoTest>().await.unwrap_err().janus_code(), Some(405));

    let changed = signed(token(now() + 60), SECRET).reveal().replace("videoroom", "echotest");
    let wrong = [
        signed(token(now() - 2), SECRET),
        signed(SignedToken::for_room(now() + 60, &77.into()).unwrap(), SECRET),
        signed(token(now() + 60), "another secret"),
        Secret::from(changed),
    ];
    for token in wrong {
        let refused = connect(&janus, token).await.create().await.unwrap_err();
        assert_eq!(refused.janus_code(), Some(403));
    }
}

#[needs_janus("signed tokens")]
#[tokio::test]
async fn a_room_may_require_its_own_tokens() {
    let janus = Janus::start(&["--token-auth-secret", SECRET]);
    let token = SignedToken::for_plugins(now() + 60, ["janus.plugin.videoroom"]).unwrap();
    let session = connect(&janus, signed(token, SECRET)).await.create().await.unwrap();
    let handle = session.attach::<VideoRoom>().await.unwrap();
    let create = room::Create::default().room(77).signed_tokens(true);
    within("a room", handle.create(create)).await.unwrap();
    let join = |token| {
        let mut request = room::JoinPublisher::new(77);
        request.token = token;
        request
    };
    let of_room = |id: u64| SignedToken::for_room(now() + 60, &id.into()).unwrap();
    for wrong in [None, Some(signed(of_room(78), SECRET)), Some(signed(of_room(77), "another secret"))] {
        let refused = within("a refusal", handle.join_publisher(join(wrong))).await.unwrap_err();
        assert_eq!(refused.plugin_code(), Some(error_code::UNAUTHORIZED));
    }
    within("a join", handle.join_publisher(join(Some(signed(of_room(77), SECRET))))).await.unwrap();
}
