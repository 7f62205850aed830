//! Reports of a transport connection: refused requests, lost requests, and a full queue.

use bifrons::engine::{Notice, RequestId, TransportId};
use bifrons::error::{Error, ErrorCode};
use bifrons::wire::AttachOptions;
use bifrons::{CreateOptions, EndReason, SessionId};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, config, lost};

#[test]
fn a_refused_request_ends_alone() {
    let mut world = World::connected();
    let other = world.command(|engine, now| engine.ping(now));
    let request = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    let ping = world.sent();
    let too_large = Error::new(ErrorCode::MessageTooLarge, "too large");
    world.command(|engine, now| engine.handle_refused(now, request, too_large));
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::MessageTooLarge, Some(false)));
    assert_eq!(error.request(), Some("create"));
    world.respond("pong", &ping, json!({}));
    world.reply(other).unwrap();
    world.assert_empty();
}

#[test]
fn a_lost_request_ends_alone() {
    let mut world = World::connected();
    let other = world.command(|engine, now| engine.ping(now));
    let request = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    let failed = Error::new(ErrorCode::ResponseLost, "HTTP 502");
    world.command(|engine, now| engine.handle_failed(now, request, failed));
    let error = world.error(request);
    assert_eq!((error.code(), error.sent()), (ErrorCode::ResponseLost, Some(true)));
    assert_eq!(world.engine.stats().lost, 1);
    world.assert_pending(other);
}

#[test]
fn a_report_about_an_ended_request_is_ignored() {
    let mut world = World::connected();
    for request in [RequestId::from_number(0), RequestId::from_number(u64::MAX)] {
        world.command(|engine, now| engine.handle_refused(now, request, lost()));
        world.command(|engine, now| engine.handle_failed(now, request, lost()));
    }
    assert_eq!(world.happened(), []);
}

#[test]
fn a_close_ends_even_if_its_destroy_fails() {
    let mut world = World::connected();
    world.session();
    world.command(|engine, now| engine.close(now, true));
    let destroy = world.sent();
    let number = destroy["transaction"].as_str().unwrap().parse().unwrap();
    world.command(|engine, now| engine.handle_failed(now, RequestId::from_number(number), lost()));
    assert_eq!(world.done().last(), Some(&Happened::Close));
}

#[test]
fn requests_wait_for_a_full_transport_in_order() {
    let mut world = World::connected();
    world.command(|engine, _| engine.handle_writable(false));
    world.command(|engine, now| engine.ping(now));
    world.command(|engine, now| engine.info(now));
    let cancelled = world.command(|engine, now| engine.ping(now));
    world.command(|engine, now| engine.create(now, CreateOptions::default()));
    world.command(|engine, now| engine.cancel(now, cancelled));
    world.assert_nothing_sent();
    assert!(!world.engine.has_output());
    world.command(|engine, _| engine.handle_writable(true));
    let verbs: Vec<_> = world.all_sent().iter().map(|sent| sent["janus"].clone()).collect();
    assert_eq!(verbs, ["ping", "info", "create"]);
}

#[test]
fn pending_requests_have_a_bound() {
    let mut config = config();
    config.max_requests = 3;
    let mut world = World::connected_with(config, 0, 0);
    let open: Vec<_> = (0..3).map(|_| world.command(|engine, now| engine.ping(now))).collect();
    let one_too_many = world.command(|engine, now| engine.ping(now));
    world.assert_fails(one_too_many, ErrorCode::TooManyRequests);
    let sent = world.all_sent();
    assert_eq!(sent.len(), 3);
    world.respond("pong", &sent[0], json!({}));
    world.reply(open[0]).unwrap();
    let next = world.command(|engine, now| engine.ping(now));
    world.assert_pending(next);
}

#[test]
fn the_transport_learns_when_sessions_open_and_end() {
    let mut world = World::connected();
    let create = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    let sent = world.sent();
    world.succeed(&sent, json!({ "data": { "id": 9 } }));
    world.reply(create).unwrap();
    assert_eq!(world.happened(), [Happened::SessionOpened(9)]);
    world.receive(json!({ "janus": "timeout", "session_id": 9 }));
    assert!(matches!(world.happened()[..], [Happened::SessionEnded(9, _)]));
}

#[test]
fn a_session_whose_poll_is_refused_ends() {
    let mut world = World::connected();
    let (key, session) = world.session();
    let (handle, _) = world.handle(key);
    let (other, _) = world.session();
    let request = world.command(|engine, now| engine.hangup(now, handle));
    world.all_sent();
    let transport = world.transport.unwrap();
    let refused = Error::new(ErrorCode::SessionGone, "HTTP 404");
    world.command(|engine, now| engine.handle_session_gone(now, transport, session, refused.clone()));
    world.assert_fails(request, ErrorCode::HandleDetached);
    let happened = world.happened();
    let notice = Notice::PollRefused { session, error: refused };
    assert!(notice.is_warning() && notice.to_string().contains("HTTP 404"), "{notice}");
    assert_eq!(happened.first(), Some(&Happened::Notice(notice)));
    assert_eq!(happened.last(), Some(&Happened::SessionEnded(session.get(), EndReason::NotFound)));
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::NotFound)]);
    world.command(|engine, now| engine.attach(now, other, AttachOptions::default()));
    assert_eq!(world.sent()["janus"], "attach");
}

#[test]
fn a_report_of_a_poll_counts_only_on_the_current_transport_and_for_a_known_session() {
    let mut world = World::connected();
    let (_, session) = world.session();
    let transport = world.transport.unwrap();
    let unknown = SessionId::new(1).unwrap();
    world.command(|engine, now| engine.handle_session_gone(now, transport, unknown, lost()));
    world.command(|engine, now| {
        engine.handle_session_gone(now, TransportId::from_number(999), session, lost())
    });
    assert_eq!(world.happened(), []);
}

#[test]
fn a_refused_poll_ends_a_session_without_a_pending_destroy() {
    let mut world = World::connected();
    let (other, _) = world.session();
    let (key, session) = world.session();
    world.command(|engine, now| engine.destroy(now, other));
    world.command(|engine, now| engine.attach(now, key, AttachOptions::default()));
    let transport = world.transport.unwrap();
    world.command(|engine, now| engine.handle_session_gone(now, transport, session, lost()));
    assert_eq!(world.done(), [Happened::SessionEnded(session.get(), EndReason::NotFound)]);
}
