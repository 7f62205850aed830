//! The end of a connection, by a close or by a loss.

use std::time::Duration;

use bifrons::engine::{Disconnect, EndReason, TransportId};
use bifrons::error::{Error, ErrorCode};
use bifrons::{CreateOptions, HandleId, SessionId};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, event, lost};

#[test]
fn a_graceful_close_destroys_the_sessions_first() {
    let mut world = World::connected();
    let (one, first) = world.session();
    let (_, second) = world.session();
    let (handle, handle_id) = world.handle(one);
    let open = world.command(|engine, now| engine.hangup(now, handle));
    world.all_sent();
    world.command(|engine, now| engine.close(now, true));
    world.assert_fails(open, ErrorCode::ConnectionClosed);
    let ended = [
        Happened::UnreadEnd(handle),
        Happened::SessionEnded(first.get(), EndReason::ConnectionClosed),
        Happened::SessionEnded(second.get(), EndReason::ConnectionClosed),
    ];
    assert_eq!(world.happened(), ended);
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::ConnectionClosed)]);

    let destroys = world.all_sent();
    let ids: Vec<_> =
        destroys.iter().map(|sent| (sent["janus"].clone(), sent["session_id"].clone())).collect();
    assert_eq!(ids, [(json!("destroy"), json!(first.get())), (json!("destroy"), json!(second.get()))]);
    // Events of these sessions are no protocol violation.
    world.receive(event("media", first, handle_id, json!({})));
    world.succeed(&destroys[1], json!({}));
    assert_eq!(world.happened(), []);
    world.refuse(&destroys[0], 458);
    assert_eq!(world.happened(), [Happened::Close]);
    world.transport_closes(lost());
    assert_eq!(world.happened(), [Happened::Disconnected(Disconnect::Closed)]);
    assert_eq!(world.engine.stats().protocol_violations, 0);
    world.assert_empty();
}

#[test]
fn a_session_forgotten_before_the_close_is_destroyed() {
    let mut world = World::connected();
    let (session, id) = world.session();
    world.command(|engine, now| {
        engine.forget(now, session);
        engine.close(now, true);
    });
    let destroy = world.sent();
    assert_eq!((&destroy["janus"], &destroy["session_id"]), (&json!("destroy"), &json!(id.get())));
    world.assert_nothing_sent();
    world.happened();
    world.succeed(&destroy, json!({}));
    assert_eq!(world.happened(), [Happened::Close]);
}

#[test]
fn janus_has_two_seconds_to_destroy_the_sessions() {
    let mut world = World::connected();
    world.session();
    world.command(|engine, now| engine.close(now, true));
    world.pass(Duration::from_millis(1_999));
    world.happened();
    world.pass(Duration::from_millis(1));
    assert_eq!(world.happened(), [Happened::Close, Happened::Disconnected(Disconnect::Closed)]);
    world.assert_empty();
}

#[test]
fn the_transport_has_two_seconds_to_close() {
    let mut world = World::connected();
    world.command(|engine, now| engine.close(now, true));
    assert_eq!(world.happened(), [Happened::Close]);
    world.pass_seconds(2);
    assert_eq!(world.happened().last(), Some(&Happened::Disconnected(Disconnect::Closed)));
}

#[test]
fn a_close_that_is_not_graceful_sends_nothing() {
    let mut world = World::connected();
    let (_, id) = world.session();
    world.command(|engine, now| engine.close(now, false));
    world.assert_nothing_sent();
    let ended = Happened::SessionEnded(id.get(), EndReason::ConnectionClosed);
    assert_eq!(world.happened(), [ended, Happened::Close]);
}

#[test]
fn a_second_close_does_nothing() {
    let mut world = World::connected();
    world.session();
    world.command(|engine, now| engine.close(now, true));
    world.command(|engine, now| engine.close(now, true));
    world.command(|engine, now| engine.close(now, false));
    assert_eq!(world.all_sent().len(), 1);
}

#[test]
fn a_session_created_during_the_close_is_destroyed() {
    let mut world = World::connected();
    world.session();
    let create = world.command(|engine, now| engine.create(now, CreateOptions::default()));
    let created = world.sent();
    world.command(|engine, now| engine.close(now, true));
    world.assert_fails(create, ErrorCode::ConnectionClosed);
    let destroy = world.sent();
    world.succeed(&created, json!({ "data": { "id": 7 } }));
    let undo = world.sent();
    assert_eq!((&undo["janus"], &undo["session_id"]), (&json!("destroy"), &json!(7)));
    world.succeed(&destroy, json!({}));
    assert!(!world.done().contains(&Happened::Close));
    world.succeed(&undo, json!({}));
    assert_eq!(world.happened(), [Happened::Close]);
}

#[test]
fn requests_on_a_closed_connection_fail() {
    let mut world = World::connected();
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    world.command(|engine, now| engine.close(now, true));
    for over in [false, true] {
        if over {
            world.transport_closes(lost());
        }
        let requests = world.command(|engine, now| {
            [
                engine.info(now),
                engine.create(now, CreateOptions::default()),
                engine.claim(now, SessionId::new(1).unwrap(), None),
                engine.adopt(now, session, HandleId::new(1).unwrap()),
                engine.hangup(now, handle),
            ]
        });
        for request in requests {
            world.assert_fails(request, ErrorCode::ConnectionClosed);
        }
    }
}

#[test]
fn the_end_of_an_old_transport_ends_nothing() {
    let mut world = World::connected();
    let other = TransportId::from_number(999);
    world.command(|engine, now| engine.handle_closed(now, other, lost()));
    assert_eq!(world.happened(), []);
    world.command(|engine, now| engine.close(now, false));
    world.command(|engine, now| engine.handle_closed(now, other, lost()));
    assert_eq!(world.happened(), [Happened::Close]);
}

#[test]
fn a_lost_transport_ends_everything_and_errors_report_whether_requests_were_sent() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, _) = world.handle(session);
    let sent = world.command(|engine, now| engine.hangup(now, handle));
    world.command(|engine, _| engine.handle_writable(false));
    let unsent = world.command(|engine, now| engine.ping(now));
    let error = Error::new(ErrorCode::ProtocolViolation, "oversize");
    world.transport_closes(error.clone());

    let lost = world.error(sent);
    assert_eq!((lost.code(), lost.sent(), lost.session()), (ErrorCode::ResponseLost, Some(true), Some(id)));
    let lost = world.error(unsent);
    assert_eq!((lost.code(), lost.sent()), (ErrorCode::ConnectionLost, Some(false)));
    let ended = [
        Happened::UnreadEnd(handle),
        Happened::SessionEnded(id.get(), EndReason::ConnectionLost),
        Happened::Disconnected(Disconnect::Lost(error)),
    ];
    assert_eq!(world.happened(), ended);
    assert_eq!(world.read(handle), [HandleEvent::Ended(EndReason::ConnectionLost)]);
    world.assert_empty();
    world.pass_seconds(1000);
    assert_eq!(world.happened(), []);
}

#[test]
fn unread_events_survive_the_end_of_the_connection() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    world.receive(event("webrtcup", id, handle_id, json!({})));
    world.transport_closes(lost());
    let events = world.read(handle);
    assert_eq!(events.len(), 2);
    assert_eq!(events[1], HandleEvent::Ended(EndReason::ConnectionLost));
}

#[test]
fn a_dropped_driver_ends_everything() {
    let mut world = World::connected();
    let (_, id) = world.session();
    let request = world.command(|engine, now| engine.ping(now));
    world.command(|engine, now| engine.abandon(now));
    world.assert_fails(request, ErrorCode::ResponseLost);
    let ended = [
        Happened::SessionEnded(id.get(), EndReason::ConnectionLost),
        Happened::Disconnected(Disconnect::Dropped),
    ];
    assert_eq!(world.happened(), ended);
    world.command(|engine, now| engine.abandon(now));
    assert_eq!(world.happened(), []);
    world.assert_empty();
}
