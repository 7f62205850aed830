//! What a transport can tell: requests that it can't carry or that it lost, and a full line.

use bifrons::engine::{TransportId, Notice, RequestId};
use bifrons::error::{Error, ErrorCode};
use bifrons::wire::AttachOptions;
use bifrons::{CreateOptions, EndReason, SessionId};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, config, lost};

#[test]
fn a_refused_send_ends_its_request_only() {
    let mut world = World::connected();
    let other = world.tell(|engine, now| engine.ping(now));
    let request = world.tell(|engine, now| engine.create(now, CreateOptions::default()));
    let ping = world.sent();
    let too_large = Error::new(ErrorCode::MessageTooLarge, "too large");
    world.tell(|engine, now| engine.handle_refused(now, request, too_large));
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::MessageTooLarge, Some(false)));
    assert_eq!(error.request(), Some("create"));
    world.answer("pong", &ping, json!({}));
    world.reply(other).unwrap();
    world.assert_empty();
}

#[test]
fn a_lost_request_ends_alone() {
    let mut world = World::connected();
    let other = world.tell(|engine, now| engine.ping(now));
    let request = world.tell(|engine, now| engine.create(now, CreateOptions::default()));
    let failed = Error::new(ErrorCode::ResponseLost, "HTTP 502");
    world.tell(|engine, now| engine.handle_failed(now, request, failed));
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)));
    assert_eq!(world.engine.stats().lost, 1);
    world.assert_open(other);
}

#[test]
fn word_of_a_request_that_has_ended_does_nothing() {
    let mut world = World::connected();
    for request in [RequestId::from_number(0), RequestId::from_number(u64::MAX)] {
        world.tell(|engine, now| engine.handle_refused(now, request, lost()));
        world.tell(|engine, now| engine.handle_failed(now, request, lost()));
    }
    assert_eq!(world.happened(), []);
}

#[test]
fn a_refused_goodbye_closes_all_the_same() {
    let mut world = World::connected();
    world.session();
    world.tell(|engine, now| engine.close(now, true));
    let destroy = world.sent();
    let number = destroy["transaction"].as_str().unwrap().parse().unwrap();
    world.tell(|engine, now| engine.handle_failed(now, RequestId::from_number(number), lost()));
    assert_eq!(world.done().last(), Some(&Happened::Close));
}

#[test]
fn requests_wait_for_a_full_line_in_order() {
    let mut world = World::connected();
    world.tell(|engine, _| engine.handle_writable(false));
    world.tell(|engine, now| engine.ping(now));
    world.tell(|engine, now| engine.info(now));
    let given_up = world.tell(|engine, now| engine.ping(now));
    world.tell(|engine, now| engine.create(now, CreateOptions::default()));
    world.tell(|engine, now| engine.cancel(now, given_up));
    world.assert_nothing_sent();
    assert!(!world.engine.has_output());
    world.tell(|engine, _| engine.handle_writable(true));
    let verbs: Vec<_> = world.all_sent().iter().map(|sent| sent["janus"].clone()).collect();
    assert_eq!(verbs, ["ping", "info", "create"]);
}

#[test]
fn open_requests_have_a_bound() {
    let mut config = config();
    config.max_requests = 3;
    let mut world = World::connected_with(config, 0, 0);
    let open: Vec<_> = (0..3).map(|_| world.tell(|engine, now| engine.ping(now))).collect();
    let one_too_many = world.tell(|engine, now| engine.ping(now));
    world.assert_fails(one_too_many, ErrorCode::TooManyRequests);
    let sent = world.all_sent();
    assert_eq!(sent.len(), 3);
    world.answer("pong", &sent[0], json!({}));
    world.reply(open[0]).unwrap();
    let next = world.tell(|engine, now| engine.ping(now));
    world.assert_open(next);
}

#[test]
fn sessions_are_told_to_the_transport_when_they_come_and_go() {
    let mut world = World::connected();
    let create = world.tell(|engine, now| engine.create(now, CreateOptions::default()));
    let sent = world.sent();
    world.succeed(&sent, json!({ "data": { "id": 9 } }));
    world.reply(create).unwrap();
    assert_eq!(world.happened(), [Happened::SessionOpened(9)]);
    world.hear(json!({ "janus": "timeout", "session_id": 9 }));
    assert!(matches!(world.happened()[..], [Happened::SessionEnded(9, _)]));
}

#[test]
fn a_session_that_cannot_be_polled_has_ended() {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, _) = world.handle(key);
    let (other, _) = world.session();
    let request = world.tell(|engine, now| engine.hangup(now, handle));
    world.all_sent();
    let line = world.line.unwrap();
    let refused = Error::new(ErrorCode::SessionGone, "HTTP 404");
    world.tell(|engine, now| engine.handle_session_gone(now, line, session, refused.clone()));
    world.assert_fails(request, ErrorCode::HandleDetached);
    let happened = world.happened();
    let notice = Notice::PollRefused { session, error: refused };
    assert!(notice.is_warning() && notice.to_string().contains("HTTP 404"), "{notice}");
    assert_eq!(happened.first(), Some(&Happened::Notice(notice)));
    assert_eq!(happened.last(), Some(&Happened::SessionEnded(session.get(), EndReason::NotFound)));
    assert_eq!(world.read(handle), [Told::Ended(EndReason::NotFound)]);
    world.tell(|engine, now| engine.attach(now, other, AttachOptions::default()));
    assert_eq!(world.sent()["janus"], "attach");
}

#[test]
fn word_of_a_poll_counts_on_its_own_line_and_for_a_session_that_is_here() {
    let mut world = World::connected();
    let (_, session) = world.session();
    let line = world.line.unwrap();
    let unknown = SessionId::new(1).unwrap();
    world.tell(|engine, now| engine.handle_session_gone(now, line, unknown, lost()));
    world.tell(|engine, now| engine.handle_session_gone(now, TransportId::from_number(999), session, lost()));
    assert_eq!(world.happened(), []);
}

#[test]
fn only_the_answer_to_its_own_destroy_is_waited_for() {
    let mut world = World::connected();
    let (other, _) = world.session();
    let (key, session) = world.session();
    world.tell(|engine, now| engine.destroy(now, other));
    world.tell(|engine, now| engine.attach(now, key, AttachOptions::default()));
    let line = world.line.unwrap();
    world.tell(|engine, now| engine.handle_session_gone(now, line, session, lost()));
    assert_eq!(world.done(), [Happened::SessionEnded(session.get(), EndReason::NotFound)]);
}
