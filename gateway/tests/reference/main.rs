//! A second decision, in another style, which the gateway's must equal: for any grants, requests and offers.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod arbitrary;
mod judge;

use std::cell::Cell;
use std::sync::LazyLock;

use bifrons::Id;
use bifrons_gateway::core::decision::{Asking, decide};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::keys::{Key, Keys};
use proptest::prelude::*;
use serde_json::{Value, json};

use arbitrary::{Asked, any_asked};
use judge::{KEYS, judge};

static OF_GATEWAY: LazyLock<Keys> = LazyLock::new(|| {
    let key = |(plugin, field, room, value): &(&str, &str, &str, &str)| Key {
        plugin: (*plugin).into(),
        field: (*field).into(),
        of: (*room).into(),
        value: (*value).into(),
    };
    Keys::new(KEYS.iter().map(key).collect())
});

/// What the gateway decides: the body for Janus, or nothing.
fn decided(asked: &Asked) -> Option<Value> {
    let ids = |ids: &[Value]| ids.iter().map(|id| serde_json::from_value(id.clone()).unwrap()).collect();
    let (entered, banned): (Vec<Id>, Vec<Id>) = (ids(&asked.entered), ids(&asked.banned));
    let grants: Grants = serde_json::from_value(asked.grants.clone()).unwrap();
    let asking = Asking {
        grants: &grants,
        keys: &OF_GATEWAY,
        plugin: asked.plugin,
        entered: &entered,
        banned: &banned,
        offer: asked.offer.as_deref(),
    };
    decide(&asking, asked.body.clone()).ok().map(|allowed| Value::Object(allowed.body))
}

#[test]
fn the_decision_equals_the_reference() {
    let cases = std::env::var("PROPTEST_CASES").map_or(5_000, |cases| cases.parse().unwrap());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let (allowed, refused) = (Cell::new(0), Cell::new(0));
    let result = runner.run(&any_asked(), |asked| {
        let (ours, reference) = (decided(&asked), judge(&asked));
        let count = if ours.is_some() { &allowed } else { &refused };
        count.set(count.get() + 1);
        prop_assert_eq!(ours, reference);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    let (allowed, refused) = (allowed.get(), refused.get());
    println!("{allowed} were allowed, {refused} refused");
    assert!(allowed > cases / 10 && refused > cases / 10, "{allowed} were allowed, {refused} refused");
}

#[test]
fn each_request_is_refused_without_grants() {
    for (plugin, request) in arbitrary::requests() {
        let body = arbitrary::constants(request);
        let asked = Asked {
            plugin,
            body,
            grants: json!({}),
            entered: vec![],
            banned: vec![],
            offer: None,
            sends: vec![],
        };
        assert_eq!((decided(&asked), judge(&asked)), (None, None), "{} {}", plugin.name, request.name);
    }
}
