//! What a server says wrong: counted, told, and without harm to the rest.

use bifrons::SessionId;
use bifrons::engine::{Completion, HandleKey, Notice, ProtocolViolation, RequestId, RequestOptions};
use bifrons::error::{ErrorCode, Fault};
use bifrons::wire::{Kind, Malformed};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, answering_event, event, plugin_event};

const UNSAFE: u64 = 1 << 53;

fn attached() -> (World, SessionId, HandleKey, u64) {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    (world, session, handle, id)
}

/// The one fault that a text is.
fn fault_in(world: &mut World, text: &str) -> ProtocolViolation {
    // Within a second only some are told.
    world.pass_seconds(1);
    world.happened();
    let counted = |world: &World| world.engine.stats().protocol_violations + world.engine.stats().late;
    let before = counted(world);
    world.hear_text(text);
    assert_eq!(counted(world), before + 1, "{text}");
    match &world.happened()[..] {
        [Happened::Notice(Notice::ProtocolViolation { violation, .. })] => *violation,
        other => panic!("{text} is {other:?}"),
    }
}

#[test]
fn texts_that_are_no_message() {
    let mut world = World::connected();
    for text in ["", "nonsense", "{", "{\"janus\":\"event\"", "{}{}", "{\"a\":1}x", "\u{0}", "1e999", "[[[["]
    {
        assert_eq!(fault_in(&mut world, text), ProtocolViolation::Malformed(Malformed::NotJson), "{text}");
    }
    let deep = format!("{{\"janus\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(fault_in(&mut world, &deep), ProtocolViolation::Malformed(Malformed::NotJson));
    for text in ["null", "1", "\"janus\"", "[]", "[{\"janus\":\"event\"}]", "true"] {
        assert_eq!(fault_in(&mut world, text), ProtocolViolation::Malformed(Malformed::NotObject), "{text}");
    }
    for text in ["{}", "{\"transaction\":\"1\"}", "{\"Janus\":\"event\"}"] {
        assert_eq!(fault_in(&mut world, text), ProtocolViolation::Malformed(Malformed::NoKind), "{text}");
    }
}

#[test]
fn messages_with_wrong_types() {
    let (mut world, session, handle, id) = attached();
    let wrong = |name| ProtocolViolation::Malformed(Malformed::WrongType(name));
    let unsafe_id = |name| ProtocolViolation::Malformed(Malformed::UnsafeId(name));
    let spoilt = [
        (json!({ "janus": 1 }), wrong("janus")),
        (json!({ "janus": null }), wrong("janus")),
        (json!({ "transaction": 5 }), wrong("transaction")),
        (json!({ "session_id": "1" }), wrong("session_id")),
        (json!({ "session_id": -1 }), wrong("session_id")),
        (json!({ "session_id": 1.5 }), wrong("session_id")),
        (json!({ "session_id": UNSAFE }), unsafe_id("session_id")),
        (json!({ "sender": [] }), wrong("sender")),
        (json!({ "sender": true }), wrong("sender")),
        (json!({ "sender": u64::MAX }), unsafe_id("sender")),
        (json!({ "plugindata": "x" }), wrong("message")),
        (json!({ "error": 7 }), wrong("message")),
    ];
    for (more, fault) in spoilt {
        let mut message = plugin_event(session, id, json!({}));
        for (name, value) in more.as_object().unwrap() {
            message[name] = value.clone();
        }
        assert_eq!(fault_in(&mut world, &message.to_string()), fault, "{message}");
    }
    let message = plugin_event(session, id, json!({})).to_string();
    let twice = message.replacen('{', "{\"janus\":\"event\",", 1);
    assert_eq!(fault_in(&mut world, &twice), wrong("message"));
    let large = message.replace(&id.to_string(), "99999999999999999999999");
    assert_eq!(fault_in(&mut world, &large), wrong("sender"));
    assert_eq!(world.read(handle), []);
}

#[test]
fn nothing_and_an_empty_id_are_the_same() {
    let (mut world, session, handle, id) = attached();
    let mut message = plugin_event(session, id, json!({}));
    for name in ["transaction", "jsep", "error", "data", "version"] {
        message[name] = Value::Null;
    }
    world.hear(message);
    assert_eq!(world.read(handle).len(), 1);
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn events_for_nobody() {
    let (mut world, session, _, id) = attached();
    let missing = ProtocolViolation::EventWithoutHandle(Kind::Media);
    assert_eq!(fault_in(&mut world, r#"{"janus":"media"}"#), missing);
    let no_sender = json!({ "janus": "media", "session_id": session.get() }).to_string();
    assert_eq!(fault_in(&mut world, &no_sender), missing);
    let no_session = json!({ "janus": "media", "sender": id }).to_string();
    assert_eq!(fault_in(&mut world, &no_session), missing);
    let unknown = SessionId::new(5).unwrap();
    let text = event("media", unknown, id, json!({})).to_string();
    assert_eq!(fault_in(&mut world, &text), ProtocolViolation::UnknownSession);
    let text = event("media", session, 5, json!({})).to_string();
    assert_eq!(fault_in(&mut world, &text), ProtocolViolation::UnknownHandle);
    let nobody = ProtocolViolation::EventWithoutHandle(Kind::Timeout);
    assert_eq!(fault_in(&mut world, r#"{"janus":"timeout"}"#), nobody);
    assert_eq!(
        fault_in(&mut world, r#"{"janus":"timeout","session_id":5}"#),
        ProtocolViolation::UnknownSession
    );
    // Whoever is not here may have been here: only what is ill-formed is the server's doing.
    let stats = world.engine.stats();
    assert_eq!((stats.protocol_violations, stats.late), (4, 3));
}

#[test]
fn what_is_being_removed_may_talk_and_nothing_else_of_it() {
    let (mut world, session, handle, id) = attached();
    let (key, other) = world.session();
    world.tell(|engine, now| engine.release(now, handle));
    world.happened();
    world.hear(event("media", session, id, json!({})));
    assert_eq!(world.happened(), [], "it is just being detached");
    for (session, id) in [(session, id + 5), (other, id)] {
        let text = event("media", session, id, json!({})).to_string();
        assert_eq!(fault_in(&mut world, &text), ProtocolViolation::UnknownHandle);
    }
    world.tell(|engine, now| engine.forget(now, key));
    world.happened();
    world.hear(event("media", other, 5, json!({})));
    assert_eq!(world.happened(), [], "it is just being destroyed, with whatever it had");
}

#[test]
fn what_may_happen_to_anybody_is_no_warning() {
    let request = RequestId::from_number(7);
    let fault = |violation| Notice::ProtocolViolation { violation, session: None, handle: None };
    for (notice, warns) in [
        (Notice::LateResponse { request, kind: Kind::Pong }, false),
        (Notice::CleanedUp { request }, false),
        (fault(ProtocolViolation::UnknownHandle), false),
        (fault(ProtocolViolation::UnknownSession), false),
        (fault(ProtocolViolation::UnknownTransaction), true),
        (Notice::NoReclaim, true),
    ] {
        assert_eq!(notice.is_warning(), warns, "{notice}");
    }
}

#[test]
fn a_fault_names_what_it_is_about() {
    let mut world = World::connected();
    world.hear_text(r#"{"janus":"media","session_id":5,"sender":6}"#);
    let notice = Notice::ProtocolViolation {
        violation: ProtocolViolation::UnknownSession,
        session: Some(5),
        handle: Some(6),
    };
    assert_eq!(notice.to_string(), "an event for an unknown session or handle, session 5, handle 6");
    assert_eq!(world.notices(), [notice]);
}

#[test]
fn answers_for_nobody() {
    let mut world = World::connected();
    // An `error` without a code is none of Janus's, either.
    for kind in ["success", "error", "pong", "server_info", "ack"] {
        let text = json!({ "janus": kind }).to_string();
        assert_eq!(fault_in(&mut world, &text), ProtocolViolation::ReplyWithoutTransaction);
    }
    for transaction in ["99", "5000", "9007199254740993", "unheard"] {
        let text = json!({ "janus": "success", "transaction": transaction, "data": { "id": 3 } }).to_string();
        assert_eq!(fault_in(&mut world, &text), ProtocolViolation::UnknownTransaction, "{transaction}");
    }
    world.assert_nothing_sent();
}

#[test]
fn an_event_of_an_unknown_kind_is_handed_on_raw() {
    let (mut world, session, handle, id) = attached();
    let message = event("brand-new", session, id, json!({ "x": 1 }));
    world.hear(message.clone());
    let notice =
        Notice::UnknownKind { word: "brand-new".into(), session: Some(session.get()), handle: Some(id) };
    assert!(!notice.is_warning() && notice.to_string().contains(r#""brand-new""#), "{notice}");
    assert_eq!(world.notices(), [notice]);
    assert_eq!(world.read(handle), [Told::Message(Kind::Unknown, message)]);

    // One about the session, or about nothing here, can only be counted; of a long word enough is told.
    world.hear(json!({ "janus": "x".repeat(100), "session_id": session.get() }));
    let word = "x".repeat(64).into();
    assert_eq!(world.notices(), [Notice::UnknownKind { word, session: Some(session.get()), handle: None }]);
    let stats = world.engine.stats();
    assert_eq!((stats.unknown, stats.protocol_violations, stats.late), (2, 0, 0));
}

#[test]
fn an_unknown_kind_may_answer_a_request() {
    let mut world = World::connected();
    let request = world.tell(|engine, now| engine.ping(now));
    let sent = world.sent();
    world.answer("brand-new", &sent, json!({ "x": 1 }));
    assert_eq!(world.reply(request).unwrap().message.unwrap()["x"], 1);
    assert_eq!((world.engine.stats().unknown, world.engine.stats().protocol_violations), (1, 0));
}

#[test]
fn a_malformed_answer_ends_its_request() {
    let create = |more: Value| {
        let mut world = World::connected();
        let request = world.tell(|engine, now| engine.create(now, bifrons::CreateOptions::default()));
        let sent = world.sent();
        world.succeed(&sent, more.clone());
        let error = world.error(request);
        assert_eq!((error.code(), error.fault()), (ErrorCode::BadResponse, Fault::Server), "{more}");
        assert_eq!(world.engine.stats().protocol_violations, 1, "{more}");
        world.assert_empty();
    };
    for id in [json!(UNSAFE), json!("5"), json!(-1), json!(1.5), json!({}), json!([]), json!(null)] {
        create(json!({ "data": { "id": id } }));
    }
    create(json!({}));
    create(json!({ "data": {} }));
    create(json!({ "data": 5 }));
    create(json!({ "data": [] }));

    for (kind, more) in [
        ("success", json!({ "session_id": "x" })),
        ("error", json!({})),
        ("error", json!({ "error": {} })),
        ("error", json!({ "error": { "code": "403" } })),
        ("error", json!({ "error": "no" })),
        ("event", json!({ "sender": "x" })),
    ] {
        let (mut world, _, handle, _) = attached();
        let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
        let request = world.tell(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
        let sent = world.sent();
        world.answer(kind, &sent, more.clone());
        assert_eq!(world.error(request).code(), ErrorCode::BadResponse, "{kind} {more}");
    }
}

#[test]
fn a_refusal_without_a_reason_is_a_refusal() {
    let mut world = World::connected();
    let request = world.tell(|engine, now| engine.ping(now));
    let sent = world.sent();
    world.answer("error", &sent, json!({ "error": { "code": 490 } }));
    assert_eq!(world.error(request).janus_code(), Some(490));
}

#[test]
fn server_info_without_limits_means_the_defaults() {
    let mut world = World::new(super::support::config());
    world.connect();
    world.open();
    let info = world.sent();
    world.answer("server_info", &info, json!({ "version": "odd" }));
    let limits = world.engine.server_limits().unwrap();
    assert_eq!((limits.session_timeout, limits.reclaim_session_timeout, limits.version), (60, 0, 0));
}

#[test]
fn messages_of_another_line_are_not_listened_to() {
    let mut config = super::support::config();
    config.retry.max_retries = 5;
    let mut world = World::new(config);
    world.connect();
    let old = world.transport.unwrap();
    world.pass_seconds(6);
    world.open();
    let info = world.sent();
    world.happened();
    let answer = json!({ "janus": "server_info", "transaction": info["transaction"] }).to_string();
    world.hear_on(old, &answer);
    world.drain();
    assert!(world.engine.server_limits().is_none());
    let notice = Notice::ProtocolViolation {
        violation: ProtocolViolation::StaleTransport,
        session: None,
        handle: None,
    };
    assert_eq!(notice.to_string(), "a message on an abandoned transport connection");
    assert!(!notice.is_warning());
    assert_eq!(world.notices(), [notice]);
    assert_eq!((world.engine.stats().protocol_violations, world.engine.stats().late), (0, 1));
}

#[test]
fn other_requests_go_on_through_all_of_it() {
    let (mut world, session, handle, id) = attached();
    let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
    let request = world.tell(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
    let sent = world.sent();
    for text in ["garbage", "[]", "{}", r#"{"janus":7}"#, r#"{"janus":"success","transaction":"nobody"}"#] {
        world.hear_text(text);
    }
    world.assert_open(request);
    world.hear(answering_event(session, id, &sent, json!({ "ok": 1 })));
    world.reply(request).unwrap();
}

#[test]
fn a_flood_of_faults_makes_a_few_lines_a_second_and_all_are_counted() {
    let mut world = World::connected();
    for _ in 0..1_000 {
        world.hear_text("{}");
    }
    assert_eq!(world.notices().len(), 8);
    world.hear(json!({ "janus": "unheard" }));
    assert_eq!(world.notices(), []);
    world.pass(std::time::Duration::from_millis(999));
    assert_eq!(world.notices(), []);
    world.pass(std::time::Duration::from_millis(1));
    let held_back = Notice::Suppressed { notices: 1_000 - 8 + 1 };
    assert!(held_back.is_warning() && held_back.to_string().starts_with("993 more"), "{held_back}");
    assert_eq!(world.notices(), [held_back]);
    assert_eq!(world.engine.stats().protocol_violations, 1_000);
    world.pass_seconds(1);
    world.hear_text("{}");
    assert_eq!(world.notices().len(), 1, "the next second has lines of its own");

    // Whatever is held back when the connection ends is told before.
    (0..20).for_each(|_| world.hear_text("{}"));
    world.happened();
    world.tell(|engine, now| engine.close(now, false));
    world.line_closes(super::support::lost());
    let happened = world.happened();
    assert!(happened.contains(&Happened::Notice(Notice::Suppressed { notices: 13 })), "{happened:?}");
}

#[test]
fn late_answers_that_a_server_invents_have_a_bound() {
    let mut config = super::support::config();
    config.max_requests = 50;
    let mut world = World::connected_with(config, 0, 0);
    world.engine.handle_writable(false);
    for _ in 0..1_000 {
        world.hear(json!({ "janus": "success", "transaction": "100", "data": { "id": 7 } }));
    }
    assert!(format!("{:?}", world.engine).contains("requests: 50"), "{:?}", world.engine);
}
