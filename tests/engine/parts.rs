//! The parts of a message, and which of them never appear in debug texts.

use bifrons::engine::{Capabilities, Engine, Output, RequestOptions, Target};
use bifrons::time::Time;
use bifrons::wire::{Malformed, Verb, parse};
use bifrons::{Address, Candidate, Config, Jsep};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn debug_texts_contain_no_sdp_and_no_candidate() {
    let (offer, candidate) = (Jsep::offer("v=0 secret"), Candidate::of_mid("candidate:1 secret", "seven"));
    let text = format!("{offer:?} {candidate:?} {:?}", Candidate::COMPLETED);
    assert!(!text.contains("secret"), "{text}");
    for expected in ["(10 bytes)", "seven", "Completed"] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
}

#[test]
fn an_empty_candidate_is_end_of_candidates() {
    assert_eq!(Candidate::of_mid("", "0").normalised(), Candidate::COMPLETED);
    let one = Candidate::of_mid("candidate:1", "0");
    assert_eq!(one.clone().normalised(), one);
}

#[test]
fn part_ranges_match_the_text() {
    let text = r#"{"janus":"event","plugindata":{"plugin":"p","data":{"a":1}},"jsep":{"type":"offer"}}"#;
    let parts = parse(text, |_, parts| parts).unwrap();
    assert_eq!(parts.plugin_data.and_then(|range| text.get(range)), Some(r#"{"a":1}"#));
    assert_eq!(parts.jsep.and_then(|range| text.get(range)), Some(r#"{"type":"offer"}"#));
}

/// Parses a message: the plugin's data, whether the data's range is known, and whether the message is malformed.
fn parsed(text: &str) -> (Option<&str>, bool, bool) {
    let (data, named, wrong) = parse(text, |envelope, parts| {
        let named = envelope.transaction.is_some() && envelope.session.is_some() && envelope.sender.is_some();
        (parts.plugin_data, named, envelope.malformed.is_some())
    })
    .unwrap();
    (data.and_then(|range| text.get(range)), named, wrong)
}

#[test]
fn a_large_response_is_parsed_like_a_small_one() {
    for size in [1, 20_000] {
        let data = format!(r#"{{"list":["{}"]}}"#, "x".repeat(size));
        let named = r#""transaction":"1","session_id":2,"sender":3"#;
        let plugin = format!(r#""plugindata":{{"plugin":"p","data":{data}}}"#);
        for (text, is_named) in [
            (format!(r#"{{"janus":"success",{named},{plugin}}}"#), true),
            (format!("{{ \"janus\": \"success\",\n {named},\n {plugin} \n}}\n"), true),
            // The whole text is parsed where a member may follow the data.
            (format!(r#"{{{plugin},"janus":"success",{named}}}"#), true),
            (format!(r#"{{"janus":"success",{plugin},"transaction":"1","session_id":2,"sender":3}}"#), true),
            (format!(r#"{{"janus":"event",{named},{plugin},"jsep":{{"type":"offer","sdp":""}}}}"#), true),
            (format!(r#"{{"janus":"event",{plugin},"other":{{"data":{{"a":1}}}}}}"#), false),
            (format!(r#"{{"janus":"success",{plugin},"other":{{"data":{{"a":1}}}}}}"#), false),
        ] {
            assert_eq!(parsed(&text), (Some(&*data), is_named, false), "{}", text.replace('x', ""));
        }
        let wrong = format!(r#"{{"janus":"success","transaction":1,"session_id":2,"sender":3,{plugin}}}"#);
        assert_eq!(parsed(&wrong), (None, false, true));
        let created = format!(r#"{{"janus":"success",{named},"data":{{"id":5,"more":{{"a":"{data}"}}}}}}"#);
        let created = created.replace(&data, &"x".repeat(size));
        assert_eq!(parse(&created, |envelope, _| envelope.data_id).unwrap(), Some(5));
    }
}

#[test]
fn malformed_data_in_a_large_response_is_passed_on() {
    let garbled = |size| format!(r#"{{"list":[{}"#, "]".repeat(size));
    let plugin = |size| format!(r#""plugindata":{{"plugin":"p","data":{}}}"#, garbled(size));
    let named = r#""transaction":"1","session_id":2,"sender":3"#;
    let text = format!(r#"{{"janus":"success",{named},{}}}"#, plugin(20_000));
    assert_eq!(parsed(&text), (Some(&*garbled(20_000)), true, false));
    // The whole text is parsed where it is small, or where a part may be missing.
    for text in [
        format!(r#"{{"janus":"success",{named},{}}}"#, plugin(1_000)),
        format!(r#"{{"janus":"event",{named},{}}}"#, plugin(20_000)),
        format!(r#"{{"janus":"success","transaction":"1","session_id":2,{}}}"#, plugin(20_000)),
        format!(r#"{{"janus":"success","transaction":"1","sender":3,{}}}"#, plugin(20_000)),
        format!(r#"{{"janus":"success","session_id":2,"sender":3,{}}}"#, plugin(20_000)),
        format!(r#"{{"janus":"success",{named},"other":{{"data":{}}}}}"#, garbled(20_000)),
    ] {
        assert_eq!(parse(&text, |_, _| ()), Err(Malformed::NotJson), "{}", text.replace(']', ""));
    }
}

#[test]
fn only_a_success_contains_a_created_id_and_ids_end_at_2_to_the_53() {
    let created = |text| parse(text, |envelope, _| (envelope.data_id, envelope.malformed)).unwrap();
    assert_eq!(created(r#"{"janus":"event","data":{"id":5}}"#), (None, None));
    let largest = 9_007_199_254_740_991;
    assert_eq!(created(r#"{"janus":"success","data":{"id":9007199254740991}}"#), (Some(largest), None));
    let (id, malformed) = created(r#"{"janus":"success","data":{"id":9007199254740992}}"#);
    assert_eq!((id, malformed), (None, Some(Malformed::UnsafeId("data.id"))));
}

#[test]
fn a_malformed_success_still_contains_the_created_id() {
    let created = |text| parse(text, |envelope, _| (envelope.data_id, envelope.malformed)).unwrap();
    let wrong = Some(Malformed::WrongType("transaction"));
    assert_eq!(created(r#"{"janus":"success","transaction":1,"data":{"id":5}}"#), (Some(5), wrong));
    assert_eq!(created(r#"{"janus":"event","transaction":1,"data":{"id":5}}"#), (None, wrong));
}

#[test]
fn a_request_is_written_completely() {
    let config = Config::new(vec![Address::new("ws://127.0.0.1:8188")]);
    let mut engine: Engine<(), String> = Engine::new(config, 7).unwrap();
    engine.connect(Time::ZERO);
    let verb = Verb::Other("look".into());
    let members = Some(r#""at":"me""#.to_owned());
    engine.request(Time::ZERO, Target::Connection, verb, members, RequestOptions::default());
    let mut texts = Vec::new();
    loop {
        match engine.poll_output() {
            Output::Open { transport, .. } => {
                engine.handle_opened(
                    Time::ZERO,
                    transport,
                    Capabilities { can_probe: true, claims: true, queues: false },
                );
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
