//! What a message is made of, and what of it is told to nobody.

use bifrons::wire::{Malformed, parse};
use bifrons::{Candidate, Jsep};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn what_a_page_negotiates_is_in_no_debug_text() {
    let (offer, candidate) = (Jsep::offer("v=0 secret"), Candidate::of_mid("candidate:1 secret", "seven"));
    let text = format!("{offer:?} {candidate:?} {:?}", Candidate::COMPLETED);
    assert!(!text.contains("secret"), "{text}");
    for told in ["(10 bytes)", "seven", "Completed"] {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn an_empty_candidate_says_that_no_more_follow() {
    assert_eq!(Candidate::of_mid("", "0").normalised(), Candidate::COMPLETED);
    let one = Candidate::of_mid("candidate:1", "0");
    assert_eq!(one.clone().normalised(), one);
}

#[test]
fn parts_are_where_they_stand() {
    let text = r#"{"janus":"event","plugindata":{"plugin":"p","data":{"a":1}},"jsep":{"type":"offer"}}"#;
    let parts = parse(text, |_, parts| parts).unwrap();
    assert_eq!(parts.plugin_data.and_then(|range| text.get(range)), Some(r#"{"a":1}"#));
    assert_eq!(parts.jsep.and_then(|range| text.get(range)), Some(r#"{"type":"offer"}"#));
}

#[test]
fn only_a_success_makes_something_and_ids_end_at_2_to_the_53() {
    let made = |text| parse(text, |envelope, _| (envelope.data_id, envelope.malformed)).unwrap();
    assert_eq!(made(r#"{"janus":"event","data":{"id":5}}"#), (None, None));
    let largest = 9_007_199_254_740_991;
    assert_eq!(made(r#"{"janus":"success","data":{"id":9007199254740991}}"#), (Some(largest), None));
    let (id, malformed) = made(r#"{"janus":"success","data":{"id":9007199254740992}}"#);
    assert_eq!((id, malformed), (None, Some(Malformed::UnsafeId("data.id"))));
}
