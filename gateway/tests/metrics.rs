//! Metrics, and the board that shows them.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::collections::BTreeSet;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::rules::Rules;
use serde_json::{Value, json};
use support::operator::{ADMIN_SECRET, Operator};
use support::page::Page;
use support::server::{Served, serve, token};

const BOARD: &str = include_str!("../board/grafana.json");

/// A page that has an allowed, a refused and an invented request behind it, and is still connected.
async fn used() -> (MockJanus, Served, Page, String) {
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let served = serve(janus.url(), Rules::default()).await;
    let token = token("anna-the-subject");
    let mut page = Page::open(&served.url).await;
    let (session, handle) = page.attach_with(&token, "janus.plugin.echotest").await;
    let jsep = serde_json::to_value(mock::offer_of(&["audio"]).unwrap()).unwrap();
    let of = |verb: &str, body: Value| {
        json!({ "janus": verb, "transaction": verb, "session_id": session, "handle_id": handle, "body": body,
            "jsep": jsep })
    };
    let response = page.ask(of("message", json!({ "audio": true }))).await;
    assert_eq!(response["janus"], "ack", "{response}");
    assert_eq!(page.ask(of("invented-verb", json!({}))).await["error"]["code"], 453);
    let attach =
        json!({ "janus": "attach", "transaction": "a", "session_id": session, "plugin": "invented.plugin" });
    assert!(page.ask(attach).await["error"]["code"].is_number());
    let mut stranger = Page::open(&served.url).await;
    assert_eq!(stranger.create("invented-token").await["error"]["code"], 403);
    (janus, served, page, token)
}

/// The value of a metric with these labels.
fn value(metrics: &str, name: &str) -> f64 {
    let line = metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{name} is missing:\n{metrics}")).parse().unwrap()
}

#[tokio::test]
async fn what_happens_is_counted() {
    let (_janus, served, _page, token) = used().await;
    let operator = Operator::of(&served).await;
    let metrics = operator.metrics().await;
    for (name, expected) in [
        ("requests_total{verb=\"create\",plugin=\"\",request=\"\",decision=\"allowed\"}", 1.0),
        ("requests_total{verb=\"other\",plugin=\"\",request=\"\",decision=\"unknown_verb\"}", 1.0),
        ("tokens_refused_total{reason=\"the token is no JWT\"}", 1.0),
        ("sessions{tenant=\"app\"}", 1.0),
        ("sessions_created_total", 1.0),
        ("handles", 1.0),
        ("janus_connected{connection=\"0\"}", 1.0),
        ("janus_connected{connection=\"1\"}", 1.0),
        ("janus_connects_total{connection=\"0\"}", 1.0),
        ("connections_refused_total", 0.0),
        ("pending_requests", 0.0),
        ("draining", 0.0),
    ] {
        assert_eq!(value(&metrics, &format!("bifrons_gateway_{name}")), expected, "{name}\n{metrics}");
    }
    assert!(value(&metrics, "bifrons_gateway_pages_opened_total") >= 2.0);
    assert!(value(&metrics, "bifrons_gateway_connections") >= 1.0);
    assert!(value(&metrics, "bifrons_gateway_janus_response_seconds_count") >= 3.0);
    for of in ["page", "janus"] {
        let name = format!("bifrons_gateway_{of}_message_seconds");
        assert!(value(&metrics, &format!("{name}_count")) >= 4.0);
        assert!(value(&metrics, &format!("{name}_sum")) < 1.0);
    }
    if cfg!(target_os = "linux") {
        assert!(value(&metrics, "process_resident_memory_bytes") > 1e6);
    }
    assert!(metrics.ends_with("# EOF\n"), "{metrics}");
    for text in ["invented", "anna", "127.0.0.1", ADMIN_SECRET, &token, "m=audio"] {
        assert!(!metrics.contains(text), "{text}:\n{metrics}");
    }
}

#[tokio::test]
async fn each_metric_of_the_board_exists() {
    let (_janus, served, _page, _token) = used().await;
    let operator = Operator::of(&served).await;
    let metrics = operator.metrics().await;
    let exist: BTreeSet<_> = metrics
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split(['{', ' ']).next().unwrap())
        .collect();
    let described: Vec<_> =
        metrics.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()).collect();
    let board: Value = serde_json::from_str(BOARD).unwrap();
    let expressions: Vec<_> = board["panels"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|panel| panel["targets"].as_array().unwrap())
        .map(|target| target["expr"].as_str().unwrap())
        .collect();
    let mut used = BTreeSet::new();
    for expression in &expressions {
        let names = expression.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        for name in names.filter(|name| name.starts_with("bifrons_gateway_") || name.starts_with("process_"))
        {
            let base = name.trim_end_matches("_total");
            // A family that has counted nothing has no line of its own.
            assert!(exist.contains(name) || described.contains(&base), "{name}: {expression}");
            used.insert(base.trim_end_matches("_bucket"));
        }
    }
    let missing: Vec<_> = described.iter().filter(|name| !used.contains(*name)).collect();
    assert!(missing.is_empty(), "the board does not show {missing:?}");
}
