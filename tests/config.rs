//! A configuration that is read with serde.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

use std::time::Duration;

use bifrons::{Api, Config, Recovery, Retry};
use serde_json::{Value, json};

fn read(value: Value) -> Result<Config, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

#[test]
fn only_the_addresses_have_no_default() {
    let config = read(json!({ "addresses": ["ws://one"] })).unwrap();
    let default = Config::new(config.addresses.clone());
    assert_eq!(format!("{config:?}"), format!("{default:?}"));
    assert_eq!(config.addresses[0].url(), "ws://one");
    config.validate().unwrap();
    assert!(read(json!({})).unwrap().validate().is_err(), "without an address");
}

#[test]
fn every_field_can_be_read() {
    let config = read(json!({
        "addresses": ["ws://one", { "url": "ws://two", "api_secret": "s", "token": "t" }],
        "api": "admin",
        "retry": { "max_retries": 7, "pause": 0.5, "max_pause": 2, "within": 60 },
        "recovery": { "within": 9, "rebuild": true },
        "attempt_timeout": 1,
        "request_timeout": 2.5,
        "probe_after": 3,
        "probe_timeout": 4,
        "max_message_size": 5,
        "max_requests": 6,
        "max_events": 7,
        "max_held_events": 8,
    }))
    .unwrap();
    let secs = Duration::from_secs;
    assert_eq!(config.api, Api::Admin);
    let retry = Retry {
        max_retries: 7,
        pause: Duration::from_millis(500),
        max_pause: secs(2),
        within: Some(secs(60)),
    };
    assert_eq!(config.retry, retry);
    assert_eq!(config.recovery, Some(Recovery { within: Some(secs(9)), rebuild: true }));
    assert_eq!(config.attempt_timeout, Some(secs(1)));
    assert_eq!(config.request_timeout, Some(Duration::from_millis(2500)));
    assert_eq!((config.probe_after, config.probe_timeout), (Some(secs(3)), secs(4)));
    assert_eq!((config.max_message_size, config.max_requests), (5, 6));
    assert_eq!((config.max_events, config.max_held_events), (7, 8));
    let shown = format!("{:?}", config.addresses[1]);
    assert!(shown.contains("api_secret: true, token: true"), "{shown}");
}

#[test]
fn none_switches_a_limit_off() {
    let config = read(json!({
        "addresses": ["ws://one"],
        "retry": { "within": "none" },
        "attempt_timeout": "none",
        "request_timeout": "none",
        "probe_after": "none",
        "recovery": { "within": "none" },
    }))
    .unwrap();
    assert_eq!(config.retry, Retry { within: None, ..Retry::default() });
    assert_eq!((config.attempt_timeout, config.request_timeout, config.probe_after), (None, None, None));
    assert_eq!(config.recovery, Some(Recovery { within: None, rebuild: false }));
    config.validate().unwrap();
    assert_eq!(read(json!({ "recovery": "none" })).unwrap().recovery, None);
}

#[test]
fn unknown_keys_and_wrong_values_are_refused() {
    for (wrong, text) in [
        (json!({ "adresses": [] }), "unknown field `adresses`"),
        (json!({ "retry": { "retries": 1 } }), "unknown field `retries`"),
        (json!({ "recovery": { "rebuilt": true } }), "unknown field `rebuilt`"),
        (json!({ "addresses": [{ "url": "ws://one", "apisecret": "s3cret" }] }), "unknown field `apisecret`"),
        (json!({ "addresses": [{ "api_secret": "s3cret" }] }), "missing field `url`"),
        (json!({ "addresses": [5] }), "a URL, or a table"),
        (json!({ "api": "both" }), "unknown variant `both`"),
        (json!({ "request_timeout": "s3cret" }), "a number of seconds, such as 10 or 0.25, or \"none\""),
        (json!({ "request_timeout": null }), "or \"none\""),
        (json!({ "request_timeout": -1 }), "negative"),
        (json!({ "request_timeout": -0.5 }), "negative"),
        (json!({ "probe_timeout": "none" }), "a number of seconds"),
        (json!({ "recovery": "s3cret" }), "a table with `within` and `rebuild`, or \"none\""),
        (json!({ "max_requests": -1 }), "expected usize"),
    ] {
        let error = read(wrong.clone()).unwrap_err();
        assert!(error.contains(text), "{wrong}: {error}");
        assert!(!error.contains("s3cret"), "{error}");
    }
}
