//! What a message is made of, and what of it is told to nobody.

use bifrons::engine::{Engine, LineTraits, Output, RequestOptions, Target};
use bifrons::time::Time;
use bifrons::wire::{Malformed, Verb, parse};
use bifrons::{Address, Candidate, Config, Jsep};
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

#[test]
fn a_success_that_is_wrong_elsewhere_still_tells_what_it_made() {
    let made = |text| parse(text, |envelope, _| (envelope.data_id, envelope.malformed)).unwrap();
    let wrong = Some(Malformed::WrongType("transaction"));
    assert_eq!(made(r#"{"janus":"success","transaction":1,"data":{"id":5}}"#), (Some(5), wrong));
    assert_eq!(made(r#"{"janus":"event","transaction":1,"data":{"id":5}}"#), (None, wrong));
}

#[test]
fn a_request_is_written_whole() {
    let config = Config::new(vec![Address::new("ws://127.0.0.1:8188")]);
    let mut engine: Engine<(), String> = Engine::new(config, 7).unwrap();
    engine.connect(Time::ZERO);
    let verb = Verb::Other("look".into());
    let members = Some(r#""at":"me""#.to_owned());
    engine.request(Time::ZERO, Target::Connection, verb, members, RequestOptions::default());
    let mut texts = Vec::new();
    loop {
        match engine.poll_output() {
            Output::Open { line, .. } => {
                engine.handle_opened(Time::ZERO, line, LineTraits { can_probe: true, claims: true });
            }
            Output::Transmit { transmit, .. } => texts.push(transmit.text()),
            Output::Wait { .. } => break,
            _ => {}
        }
    }
    texts.sort_unstable();
    let [info, look] = [
        "{\"janus\":\"info\",\"transaction\":\"8\"}",
        "{\"janus\":\"look\",\"transaction\":\"7\",\"at\":\"me\"}",
    ];
    assert_eq!(texts, [info, look]);
}
