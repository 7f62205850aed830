//! A second decision, in another style, which the gateway's must equal: for any grants, requests and offers.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod arbitrary;
mod asked;
mod fuzzed;
mod judge;
mod ours;

use std::cell::Cell;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};

use arbitrary::any_asked;
use asked::Asked;
use judge::judge;
use ours::decided;

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

/// The same request with another token, and without a bound.
fn with_grants(asked: &Asked, grants: &Value) -> Asked {
    Asked { grants: grants.clone(), at_most: None, ..asked.clone() }
}

#[test]
fn nothing_beyond_the_bound_reaches_janus() {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 5_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let bounded = Cell::new(0);
    let result = runner.run(&any_asked(), |mut asked| {
        // A bound's defaults are the operator's own word.
        let of_rooms = asked.at_most.iter_mut().flat_map(|at_most| at_most["room"].as_array_mut());
        of_rooms.flatten().for_each(|grant| grant["defaults"] = json!({}));
        let (Some(at_most), Some(body)) = (&asked.at_most, decided(&asked)) else { return Ok(()) };
        bounded.set(bounded.get() + 1);
        prop_assert!(decided(&with_grants(&asked, &asked.grants)).is_some());
        // A token that grants the bound itself is allowed this very request, which needs nothing else.
        let mut of_janus = with_grants(&asked, at_most);
        of_janus.body = serde_json::from_value(body.clone()).unwrap();
        let mut again = decided(&of_janus);
        for key in ["pin", "secret", "admin_key"] {
            if let (Some(value), Some(again)) = (body.get(key), &mut again) {
                again[key] = value.clone();
            }
        }
        prop_assert_eq!(again, Some(body));
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    assert!(bounded.get() > 100, "only {} requests with a bound were allowed", bounded.get());
}

#[test]
fn each_request_is_refused_without_grants() {
    for (plugin, request) in arbitrary::requests() {
        let body = arbitrary::constants(request);
        let asked = Asked {
            plugin,
            body,
            grants: json!({}),
            at_most: None,
            entered: vec![],
            banned: vec![],
            offer: None,
            sends: vec![],
        };
        assert_eq!((decided(&asked), judge(&asked)), (None, None), "{} {}", plugin.name, request.name);
    }
}

#[test]
fn the_corpus_of_the_fuzz_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus/gateway_bodies");
    let files = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
    let decisions: Vec<_> = files.filter_map(|file| fuzzed::compare(str::from_utf8(&file).ok()?)).collect();
    let allowed = decisions.iter().filter(|allowed| **allowed).count();
    assert!(allowed >= 5 && decisions.len() - allowed >= 5, "{decisions:?}");
}
