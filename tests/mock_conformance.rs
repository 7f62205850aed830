//! The same scripts run with the mock server and with a real Janus; both send the same messages.
//!
//! The comparison ignores random ids and ports, the text of SDPs, times, and whether the direct
//! response to a request arrives before or after its events.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

#[path = "mock_conformance/access.rs"]
mod access;
#[path = "mock_conformance/calls.rs"]
mod calls;
#[path = "mock_conformance/chance.rs"]
mod chance;
#[path = "mock_conformance/rooms.rs"]
mod rooms;
#[path = "mock_conformance/scripts.rs"]
mod scripts;
#[path = "mock_conformance/stage.rs"]
mod stage;

use std::time::Duration;

use bifrons::mock::{self, Settings};
use bifrons::plugins::echotest::{EchoTest, Start};
use scripts::Script;
use stage::{CLIENTS, Stage, play};
use support::Janus;
use support::registrar::Registrar;

const SIP_ATTEMPTS: usize = 4;

async fn compare(name: &str, script: Script) {
    compare_as(name, Settings::default(), &[], script).await;
}

/// Compares servers with these settings, which `options` give to `scripts/janus`.
async fn compare_as(name: &str, settings: Settings, options: &[&str], script: Script) {
    let differences = differences(settings, options, script).await;
    assert!(differences.is_empty(), "{name}:{differences}");
}

async fn differences(settings: Settings, options: &[&str], script: Script) -> String {
    let janus = Janus::start(options);
    let settings = Settings { media: false, version: janus.at.version, ..settings };
    let mock = mock::MockJanus::start(settings).await.unwrap();
    let mut stage = Stage::connect(mock.url(), mock.admin_url()).await;
    let expected = play(&mut stage, &script, None).await;
    let mut stage = Stage::connect(&janus.at.ws, &janus.at.admin_ws).await;
    let real = play(&mut stage, &script, Some(&expected)).await;
    let mut differences = String::new();
    for ((request, expected), real) in script.iter().zip(&expected).zip(&real) {
        if expected != real {
            differences += &format!(
                "\n{}: {}\n  real      {real:#?}\n  mock server  {expected:#?}\n",
                request.0, request.1
            );
            // The steps after a difference differ, too.
            break;
        }
    }
    for client in CLIENTS {
        while let Some(more) = stage.receive(client, Duration::from_millis(200)).await {
            differences +=
                &format!("\nin the end the real Janus sends one more message to {client}: {more}\n");
        }
    }
    differences
}

#[tokio::test]
async fn the_core() {
    compare("core", scripts::core()).await;
}

#[tokio::test]
async fn the_echo_test() {
    compare("echotest", scripts::echo_test()).await;
}

#[tokio::test]
async fn the_video_room() {
    compare("videoroom", scripts::video_room()).await;
}

#[tokio::test]
async fn the_admin_api() {
    compare("admin", scripts::admin()).await;
}

#[tokio::test]
async fn the_audio_bridge() {
    compare("audiobridge", rooms::audio_bridge()).await;
}

#[tokio::test]
async fn streaming() {
    compare("streaming", rooms::streaming()).await;
}

#[tokio::test]
async fn the_text_room() {
    compare("textroom", rooms::text_room()).await;
}

#[tokio::test]
async fn the_video_call() {
    compare("videocall", calls::video_call()).await;
}

#[tokio::test]
async fn no_sip() {
    compare("nosip", calls::no_sip()).await;
}

#[tokio::test]
async fn record_and_play() {
    compare("recordplay", calls::record_play()).await;
}

#[tokio::test]
async fn sip() {
    let registrar = Registrar::start();
    let script = calls::sip(&registrar.at);
    // Sometimes Janus has one of the races of `SipRace`, or ends a refused call before its `calling` is built.
    let mut found = String::new();
    for _ in 0..SIP_ATTEMPTS {
        found = differences(Settings::default(), &[], script.clone()).await;
        if found.is_empty() {
            return;
        }
    }
    panic!("sip, each of {SIP_ATTEMPTS} times:{found}");
}

/// Random requests, most of which use the state of earlier ones. SEED=N repeats
/// one sequence; SEEDS=N runs more.
#[tokio::test]
async fn random_requests() {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse().expect("a number"));
    let seeds = match number("SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("SEEDS").unwrap_or(20),
    };
    let mut all = String::new();
    for seed in seeds {
        let script = chance::script(&mut chance::Chance::new(seed), 30);
        let found = differences(Settings::default(), &[], script).await;
        if !found.is_empty() {
            all += &format!("\nSEED={seed}:{found}");
        }
    }
    assert!(all.is_empty(), "{all}");
}

/// What tests take for a page's SDP is SDP for Janus, too.
#[tokio::test]
async fn an_offer_for_tests_is_an_offer_for_janus() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let echo = connection.create().await.unwrap().attach::<EchoTest>().await.unwrap();
    let offer = mock::offer_of(&["audio", "video", "application"]).unwrap();
    let answer = echo.start(Start::default().jsep(offer)).await.unwrap().jsep.unwrap();
    assert_eq!(answer.sdp.matches("m=").count(), 3);
}

#[tokio::test]
async fn secrets() {
    let settings = Settings { api_secret: Some(access::SECRET.into()), ..Settings::default() };
    compare_as("secrets", settings, &["--api-secret", access::SECRET], access::secrets()).await;
}

#[tokio::test]
async fn tokens() {
    let settings = Settings { token_auth: true, ..Settings::default() };
    compare_as("tokens", settings, &["--token-auth"], access::tokens()).await;
}

#[tokio::test]
async fn sessions_that_outlive_their_connection() {
    let settings = Settings { reclaim_session_timeout: Duration::from_secs(60), ..Settings::default() };
    compare_as("reclaimed", settings, &["--reclaim", "60"], access::reclaimed()).await;
}

#[tokio::test]
async fn sessions_that_end_with_their_connection() {
    compare("not_reclaimed", access::not_reclaimed()).await;
}

#[tokio::test]
async fn sessions_that_expire() {
    let settings = Settings { session_timeout: Duration::from_secs(1), ..Settings::default() };
    compare_as("expired", settings, &["--session-timeout", "1"], access::expired()).await;
}
