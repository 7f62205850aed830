//! Protocol violations by the server: the engine counts and reports them, and other requests are not affected.

use bifrons::SessionId;
use bifrons::engine::{Completion, HandleKey, Notice, ProtocolViolation, RequestId, RequestOptions};
use bifrons::error::{ErrorCode, Fault};
use bifrons::wire::{Kind, Malformed};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, event, plugin_event, response_event};

const UNSAFE: u64 = 1 << 53;

fn attached() -> (World, SessionId, HandleKey, u64) {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    (world, session, handle, id)
}

/// The only protocol violation that a text gives.
fn violation_in(world: &mut World, text: &str) -> ProtocolViolation {
    // The engine limits the notices of one second.
    world.pass_seconds(1);
    world.happened();
    let counted = |world: &World| world.engine.stats().protocol_violations + world.engine.stats().late;
    let before = counted(world);
    world.receive_text(text);
    assert_eq!(counted(world), before + 1, "{text}");
    match &world.happened()[..] {
        [Happened::Notice(Notice::ProtocolViolation { violation, .. })] => *violation,
        other => panic!("{text} is {other:?}"),
    }
}

#[test]
fn texts_that_are_no_message_are_malformed() {
    let mut world = World::connected();
    for text in ["", "nonsense", "{", "{\"janus\":\"event\"", "{}{}", "{\"a\":1}x", "\u{0}", "1e999", "[[[["]
    {
        assert_eq!(
            violation_in(&mut world, text),
            ProtocolViolation::Malformed(Malformed::NotJson),
            "{text}"
        );
    }
    let deep = format!("{{\"janus\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(violation_in(&mut world, &deep), ProtocolViolation::Malformed(Malformed::NotJson));
    for text in ["null", "1", "\"janus\"", "[]", "[{\"janus\":\"event\"}]", "true"] {
        assert_eq!(
            violation_in(&mut world, text),
            ProtocolViolation::Malformed(Malformed::NotObject),
            "{text}"
        );
    }
    for text in ["{}", "{\"transaction\":\"1\"}", "{\"Janus\":\"event\"}"] {
        assert_eq!(violation_in(&mut world, text), ProtocolViolation::Malformed(Malformed::NoKind), "{text}");
    }
}

#[test]
fn messages_with_wrong_types_are_malformed() {
    let (mut world, session, handle, id) = attached();
    let wrong = |name| ProtocolViolation::Malformed(Malformed::WrongType(name));
    let unsafe_id = |name| ProtocolViolation::Malformed(Malformed::UnsafeId(name));
    let malformed = [
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
    for (more, violation) in malformed {
        let mut message = plugin_event(session, id, json!({}));
        for (name, value) in more.as_object().unwrap() {
            message[name] = value.clone();
        }
        assert_eq!(violation_in(&mut world, &message.to_string()), violation, "{message}");
    }
    let message = plugin_event(session, id, json!({})).to_string();
    let twice = message.replacen('{', "{\"janus\":\"event\",", 1);
    assert_eq!(violation_in(&mut world, &twice), wrong("message"));
    let large = message.replace(&id.to_string(), "99999999999999999999999");
    assert_eq!(violation_in(&mut world, &large), wrong("sender"));
    assert_eq!(world.read(handle), []);
}

#[test]
fn a_missing_id_and_an_id_of_zero_are_the_same() {
    let (mut world, session, handle, id) = attached();
    let mut message = plugin_event(session, id, json!({}));
    for name in ["transaction", "jsep", "error", "data", "version"] {
        message[name] = Value::Null;
    }
    world.receive(message);
    assert_eq!(world.read(handle).len(), 1);
    assert_eq!(world.engine.stats().protocol_violations, 0);
}

#[test]
fn events_without_a_known_handle_are_violations() {
    let (mut world, session, _, id) = attached();
    let missing = ProtocolViolation::EventWithoutHandle(Kind::Media);
    assert_eq!(violation_in(&mut world, r#"{"janus":"media"}"#), missing);
    let no_sender = json!({ "janus": "media", "session_id": session.get() }).to_string();
    assert_eq!(violation_in(&mut world, &no_sender), missing);
    let no_session = json!({ "janus": "media", "sender": id }).to_string();
    assert_eq!(violation_in(&mut world, &no_session), missing);
    let unknown = SessionId::new(5).unwrap();
    let text = event("media", unknown, id, json!({})).to_string();
    assert_eq!(violation_in(&mut world, &text), ProtocolViolation::UnknownSession);
    let text = event("media", session, 5, json!({})).to_string();
    assert_eq!(violation_in(&mut world, &text), ProtocolViolation::UnknownHandle);
    let no_session = ProtocolViolation::EventWithoutHandle(Kind::Timeout);
    assert_eq!(violation_in(&mut world, r#"{"janus":"timeout"}"#), no_session);
    assert_eq!(
        violation_in(&mut world, r#"{"janus":"timeout","session_id":5}"#),
        ProtocolViolation::UnknownSession
    );
    // An unknown session or handle may have existed before: only a malformed message is the server's fault.
    let stats = world.engine.stats();
    assert_eq!((stats.protocol_violations, stats.late), (4, 3));
}

#[test]
fn events_during_a_detach_or_destroy_are_no_violation() {
    let (mut world, session, handle, id) = attached();
    let (key, other) = world.session();
    world.command(|engine, now| engine.release(now, handle));
    world.happened();
    world.receive(event("media", session, id, json!({})));
    assert_eq!(world.happened(), [], "its detach is pending");
    for (session, id) in [(session, id + 5), (other, id)] {
        let text = event("media", session, id, json!({})).to_string();
        assert_eq!(violation_in(&mut world, &text), ProtocolViolation::UnknownHandle);
    }
    world.command(|engine, now| engine.forget(now, key));
    world.happened();
    world.receive(event("media", other, 5, json!({})));
    assert_eq!(world.happened(), [], "the destroy of its session is pending");
}

#[test]
fn violations_without_a_fault_of_the_server_are_no_warnings() {
    let request = RequestId::from_number(7);
    let notice_of = |violation| Notice::ProtocolViolation { violation, session: None, handle: None };
    for (notice, warns) in [
        (Notice::LateResponse { request, kind: Kind::Pong }, false),
        (Notice::CleanedUp { request }, false),
        (notice_of(ProtocolViolation::UnknownHandle), false),
        (notice_of(ProtocolViolation::UnknownSession), false),
        (notice_of(ProtocolViolation::UnknownTransaction), true),
        (Notice::NoReclaim, true),
    ] {
        assert_eq!(notice.is_warning(), warns, "{notice}");
    }
}

#[test]
fn the_notice_of_a_violation_contains_the_session_and_the_handle() {
    let mut world = World::connected();
    world.receive_text(r#"{"janus":"media","session_id":5,"sender":6}"#);
    let notice = Notice::ProtocolViolation {
        violation: ProtocolViolation::UnknownSession,
        session: Some(5),
        handle: Some(6),
    };
    assert_eq!(notice.to_string(), "an event for an unknown session or handle, session 5, handle 6");
    assert_eq!(world.notices(), [notice]);
}

#[test]
fn responses_without_a_known_request_are_violations() {
    let mut world = World::connected();
    // An `error` without a code does not come from Janus, either.
    for kind in ["success", "error", "pong", "server_info", "ack"] {
        let text = json!({ "janus": kind }).to_string();
        assert_eq!(violation_in(&mut world, &text), ProtocolViolation::ReplyWithoutTransaction);
    }
    for transaction in ["99", "5000", "9007199254740993", "unheard"] {
        let text = json!({ "janus": "success", "transaction": transaction, "data": { "id": 3 } }).to_string();
        assert_eq!(violation_in(&mut world, &text), ProtocolViolation::UnknownTransaction, "{transaction}");
    }
    world.assert_nothing_sent();
}

#[test]
fn an_event_of_an_unknown_kind_reaches_its_handle() {
    let (mut world, session, handle, id) = attached();
    let message = event("brand-new", session, id, json!({ "x": 1 }));
    world.receive(message.clone());
    let notice =
        Notice::UnknownKind { word: "brand-new".into(), session: Some(session.get()), handle: Some(id) };
    assert!(!notice.is_warning() && notice.to_string().contains(r#""brand-new""#), "{notice}");
    assert_eq!(world.notices(), [notice]);
    assert_eq!(world.read(handle), [HandleEvent::Message(Kind::Unknown, message)]);

    // An event of the session, or of an unknown one, is only counted; the notice shortens a long kind.
    world.receive(json!({ "janus": "x".repeat(100), "session_id": session.get() }));
    let word = "x".repeat(64).into();
    assert_eq!(world.notices(), [Notice::UnknownKind { word, session: Some(session.get()), handle: None }]);
    let stats = world.engine.stats();
    assert_eq!((stats.unknown, stats.protocol_violations, stats.late), (2, 0, 0));
}

#[test]
fn a_response_of_an_unknown_kind_ends_its_request() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    let sent = world.sent();
    world.respond("brand-new", &sent, json!({ "x": 1 }));
    assert_eq!(world.reply(request).unwrap().message.unwrap()["x"], 1);
    assert_eq!((world.engine.stats().unknown, world.engine.stats().protocol_violations), (1, 0));
}

#[test]
fn a_malformed_response_ends_its_request() {
    let create = |more: Value| {
        let mut world = World::connected();
        let request = world.command(|engine, now| engine.create(now, bifrons::CreateOptions::default()));
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
        let request =
            world.command(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
        let sent = world.sent();
        world.respond(kind, &sent, more.clone());
        assert_eq!(world.error(request).code(), ErrorCode::BadResponse, "{kind} {more}");
    }
}

#[test]
fn a_refusal_without_a_reason_is_a_refusal() {
    let mut world = World::connected();
    let request = world.command(|engine, now| engine.ping(now));
    let sent = world.sent();
    world.respond("error", &sent, json!({ "error": { "code": 490 } }));
    assert_eq!(world.error(request).janus_code(), Some(490));
}

#[test]
fn server_info_without_limits_gives_the_defaults() {
    let mut world = World::new(super::support::config());
    world.connect();
    world.open();
    let info = world.sent();
    world.respond("server_info", &info, json!({ "version": "odd" }));
    let limits = world.engine.server_limits().unwrap();
    assert_eq!((limits.session_timeout, limits.reclaim_session_timeout, limits.version), (60, 0, None));
}

#[test]
fn messages_on_an_old_transport_are_ignored() {
    let mut config = super::support::config();
    config.retry.max_retries = 5;
    let mut world = World::new(config);
    world.connect();
    let old = world.transport.unwrap();
    world.pass_seconds(6);
    world.open();
    let info = world.sent();
    world.happened();
    let response = json!({ "janus": "server_info", "transaction": info["transaction"] }).to_string();
    world.receive_on(old, &response);
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
fn violations_do_not_affect_pending_requests() {
    let (mut world, session, handle, id) = attached();
    let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
    let request = world.command(|engine, now| engine.message(now, handle, r#""body":{}"#.into(), options));
    let sent = world.sent();
    for text in ["malformed", "[]", "{}", r#"{"janus":7}"#, r#"{"janus":"success","transaction":"unknown"}"#]
    {
        world.receive_text(text);
    }
    world.assert_pending(request);
    world.receive(response_event(session, id, &sent, json!({ "ok": 1 })));
    world.reply(request).unwrap();
}

#[test]
fn many_violations_give_a_few_notices_a_second_and_all_are_counted() {
    let mut world = World::connected();
    for _ in 0..1_000 {
        world.receive_text("{}");
    }
    assert_eq!(world.notices().len(), 8);
    world.receive(json!({ "janus": "unheard" }));
    assert_eq!(world.notices(), []);
    world.pass(std::time::Duration::from_millis(999));
    assert_eq!(world.notices(), []);
    world.pass(std::time::Duration::from_millis(1));
    let held_back = Notice::Suppressed { notices: 1_000 - 8 + 1 };
    assert!(held_back.is_warning() && held_back.to_string().starts_with("993 more"), "{held_back}");
    assert_eq!(world.notices(), [held_back]);
    assert_eq!(world.engine.stats().protocol_violations, 1_000);
    world.pass_seconds(1);
    world.receive_text("{}");
    assert_eq!(world.notices().len(), 1, "the next second has notices of its own");

    // The number of suppressed notices is reported before the connection ends.
    (0..20).for_each(|_| world.receive_text("{}"));
    world.happened();
    world.command(|engine, now| engine.close(now, false));
    world.transport_closes(super::support::lost());
    let happened = world.happened();
    assert!(happened.contains(&Happened::Notice(Notice::Suppressed { notices: 13 })), "{happened:?}");
}

#[test]
fn invented_late_responses_have_a_bound() {
    let mut config = super::support::config();
    config.max_requests = 50;
    let mut world = World::connected_with(config, 0, 0);
    world.engine.handle_writable(false);
    for _ in 0..1_000 {
        world.receive(json!({ "janus": "success", "transaction": "100", "data": { "id": 7 } }));
    }
    assert!(format!("{:?}", world.engine).contains("requests: 50"), "{:?}", world.engine);
}
