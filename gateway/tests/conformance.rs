//! The scripts that compare the mock server with a real Janus, through the gateway: with a rule that allows all, only
//! ids differ from Janus alone, and what the documentation says.
#![allow(clippy::unwrap_used, reason = "this is a test")]
#![allow(dead_code, reason = "the scripts are for other tests, too")]

mod support;

#[path = "../../tests/support/janus.rs"]
#[allow(
    unexpected_cfgs,
    unreachable_pub,
    clippy::expect_used,
    reason = "it is a file of the SDK's tests, with its features"
)]
mod janus;

#[path = "../../tests/mock_conformance/calls.rs"]
mod calls;
#[path = "../../tests/mock_conformance/chance.rs"]
mod chance;
#[path = "../../tests/mock_conformance/rooms.rs"]
mod rooms;
#[path = "../../tests/mock_conformance/scripts.rs"]
mod scripts;
#[path = "../../tests/mock_conformance/stage.rs"]
mod stage;

use bifrons::mock::{MockJanus, Settings};
use bifrons_gateway::core::rules::{Rule, Rules};
use janus::Janus;
use scripts::Script;
use serde_json::Value;
use stage::{Stage, play};
use support::over_http::websockets_before;
use support::server::{serve, token};

fn all() -> Rules {
    let rule = Rule { allow: true, plugins: vec!["*".into()], requests: vec!["*".into()], ..Rule::default() };
    Rules::new(vec![rule])
}

/// What stands behind the gateway.
enum Behind {
    Mock(MockJanus),
    Real(Box<Janus>),
}

impl Behind {
    fn urls(&self) -> [&str; 2] {
        match self {
            Self::Mock(mock) => [mock.url(), mock.admin_url()],
            Self::Real(janus) => [&janus.at.ws, &janus.at.admin_ws],
        }
    }
}

/// How the pages connect to the gateway.
#[derive(Clone, Copy, Debug)]
enum By {
    WebSocket,
    Http,
}

/// The differences between the mock server alone, which sends what a real Janus sends, and the gateway before a Janus.
async fn differences(settings: &Settings, behind: &Behind, by: By, script: &Script) -> Vec<String> {
    let alone = MockJanus::start(settings.clone()).await.unwrap();
    let mut stage = Stage::connect(alone.url(), alone.admin_url()).await;
    let expected: Vec<_> = play(&mut stage, script, None).await.iter().map(|step| comparable(step)).collect();
    let [url, admin_url] = behind.urls();
    let gateway = serve(url, all()).await;
    let url = match by {
        By::WebSocket => gateway.url,
        By::Http => websockets_before(&gateway.http).await,
    };
    let mut stage = Stage::connect_with_token(&url, admin_url, &token("anna")).await;
    let found: Vec<_> =
        play(&mut stage, script, Some(&expected)).await.iter().map(|step| comparable(step)).collect();
    // Ids are the gateway's own: a page can't choose one.
    let chooses_id = |request: &Value| request.get("id").is_some();
    // Janus's HTTP transport has an error of its own for it, which `http.rs` compares.
    let is_no_object = |request: &Value| matches!(by, By::Http) && request == "[]";
    let steps = script.iter().zip(&expected).zip(&found);
    let differing = steps.filter(|(((_, request), expected), found)| {
        expected != found && !chooses_id(request) && !is_no_object(request)
    });
    differing
        .map(|(((client, request), expected), found)| {
            format!("\n{client}: {request}\n  alone    {expected:#?}\n  gateway  {found:#?}")
        })
        .collect()
}

/// An `ack` that an event has overtaken is the gateway's own, without the plugin's hint; and the gateway does not report
/// the end of a handle that the page itself has ended.
fn comparable(step: &[String]) -> Vec<String> {
    let lines = step.iter().filter(|line| !line.contains(r#""janus":"detached""#));
    lines.map(|line| line.replace(r#""hint":"I'm taking my time!","#, "")).collect()
}

async fn compare(script: Script) {
    for by in [By::WebSocket, By::Http] {
        let settings = Settings { media: false, ..Settings::default() };
        let mock = Behind::Mock(MockJanus::start(settings.clone()).await.unwrap());
        let janus = Janus::start(&[]);
        let real = Settings { version: janus.at.version, ..settings.clone() };
        for (name, settings, behind) in
            [("mock", settings, mock), ("Janus", real, Behind::Real(Box::new(janus)))]
        {
            let found = differences(&settings, &behind, by, &script).await;
            let count = found.len();
            assert!(found.is_empty(), "{count} differences with {name} by {by:?}:{}", found.concat());
        }
    }
}

#[tokio::test]
async fn the_core() {
    compare(scripts::core()).await;
}

#[tokio::test]
async fn the_echo_test() {
    compare(scripts::echo_test()).await;
}

#[tokio::test]
async fn the_video_room() {
    compare(scripts::video_room()).await;
}

#[tokio::test]
async fn the_audio_bridge() {
    compare(rooms::audio_bridge()).await;
}

#[tokio::test]
async fn streaming() {
    compare(rooms::streaming()).await;
}

#[tokio::test]
async fn the_text_room() {
    compare(rooms::text_room()).await;
}

#[tokio::test]
async fn the_video_call() {
    compare(calls::video_call()).await;
}

/// A real Janus needs a registrar for it.
#[tokio::test]
async fn sip_before_the_mock_server() {
    for by in [By::WebSocket, By::Http] {
        let settings = Settings { media: false, ..Settings::default() };
        let mock = Behind::Mock(MockJanus::start(settings.clone()).await.unwrap());
        let found = differences(&settings, &mock, by, &calls::sip("example.org")).await;
        assert!(found.is_empty(), "{} differences by {by:?}:{}", found.len(), found.concat());
    }
}

#[tokio::test]
async fn no_sip() {
    compare(calls::no_sip()).await;
}

#[tokio::test]
async fn record_and_play() {
    compare(calls::record_play()).await;
}
