//! The end of a connection, wanted or not.

use std::time::Duration;

use bifrons::engine::{Disconnect, EndReason, TransportId};
use bifrons::error::{Error, ErrorCode};
use bifrons::{CreateOptions, HandleId, SessionId};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, event, lost};

#[test]
fn a_graceful_close_destroys_the_sessions_first() {
    let mut world = World::connected();
    let (one, first) = world.session();
    let (_, second) = world.session();
    let (handle, handle_id) = world.handle(one);
    let open = world.tell(|engine, now| engine.hangup(now, handle));
    world.all_sent();
    world.tell(|engine, now| engine.close(now, true));
    world.assert_fails(open, ErrorCode::ConnectionClosed);
    let ended = [
        Happened::UnreadEnd(handle),
        Happened::SessionEnded(first.get(), EndReason::ConnectionClosed),
        Happened::SessionEnded(second.get(), EndReason::ConnectionClosed),
    ];
    assert_eq!(world.happened(), ended);
    assert_eq!(world.read(handle), [Told::Ended(EndReason::ConnectionClosed)]);

    let destroys = world.all_sent();
    let ids: Vec<_> =
        destroys.iter().map(|sent| (sent["janus"].clone(), sent["session_id"].clone())).collect();
    assert_eq!(ids, [(json!("destroy"), json!(first.get())), (json!("destroy"), json!(second.get()))]);
    // What the sessions still say is no fault.
    world.hear(event("media", first, handle_id, json!({})));
    world.succeed(&destroys[1], json!({}));
    assert_eq!(world.happened(), []);
    world.refuse(&destroys[0], 458);
    assert_eq!(world.happened(), [Happened::Close]);
    world.line_closes(lost());
    assert_eq!(world.happened(), [Happened::Disconnected(Disconnect::Closed)]);
    assert_eq!(world.engine.stats().protocol_violations, 0);
    world.assert_empty();
}

#[test]
fn what_was_just_forgotten_is_still_destroyed() {
    let mut world = World::connected();
    let (session, id) = world.session();
    world.tell(|engine, now| {
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
fn janus_has_two_seconds_for_that() {
    let mut world = World::connected();
    world.session();
    world.tell(|engine, now| engine.close(now, true));
    world.pass(Duration::from_millis(1_999));
    world.happened();
    world.pass(Duration::from_millis(1));
    assert_eq!(world.happened(), [Happened::Close, Happened::Disconnected(Disconnect::Closed)]);
    world.assert_empty();
}

#[test]
fn the_line_has_two_seconds_to_close() {
    let mut world = World::connected();
    world.tell(|engine, now| engine.close(now, true));
    assert_eq!(world.happened(), [Happened::Close]);
    world.pass_seconds(2);
    assert_eq!(world.happened().last(), Some(&Happened::Disconnected(Disconnect::Closed)));
}

#[test]
fn a_close_that_is_not_graceful_asks_for_nothing() {
    let mut world = World::connected();
    let (_, id) = world.session();
    world.tell(|engine, now| engine.close(now, false));
    world.assert_nothing_sent();
    let ended = Happened::SessionEnded(id.get(), EndReason::ConnectionClosed);
    assert_eq!(world.happened(), [ended, Happened::Close]);
}

#[test]
fn closing_twice_is_closing_once() {
    let mut world = World::connected();
    world.session();
    world.tell(|engine, now| engine.close(now, true));
    world.tell(|engine, now| engine.close(now, true));
    world.tell(|engine, now| engine.close(now, false));
    assert_eq!(world.all_sent().len(), 1);
}

#[test]
fn what_was_created_meanwhile_is_undone_on_the_way_out() {
    let mut world = World::connected();
    world.session();
    let create = world.tell(|engine, now| engine.create(now, CreateOptions::default()));
    let created = world.sent();
    world.tell(|engine, now| engine.close(now, true));
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
fn nothing_can_be_asked_of_a_closed_connection() {
    let mut world = World::connected();
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    world.tell(|engine, now| engine.close(now, true));
    for over in [false, true] {
        if over {
            world.line_closes(lost());
        }
        let requests = world.tell(|engine, now| {
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
fn the_end_of_another_line_ends_nothing() {
    let mut world = World::connected();
    let other = TransportId::from_number(999);
    world.tell(|engine, now| engine.handle_closed(now, other, lost()));
    assert_eq!(world.happened(), []);
    world.tell(|engine, now| engine.close(now, false));
    world.tell(|engine, now| engine.handle_closed(now, other, lost()));
    assert_eq!(world.happened(), [Happened::Close]);
}

#[test]
fn a_lost_line_ends_everything_and_says_what_was_sent() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, _) = world.handle(session);
    let sent = world.tell(|engine, now| engine.hangup(now, handle));
    world.tell(|engine, _| engine.handle_writable(false));
    let unsent = world.tell(|engine, now| engine.ping(now));
    let error = Error::new(ErrorCode::ProtocolViolation, "oversize");
    world.line_closes(error.clone());

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
    assert_eq!(world.read(handle), [Told::Ended(EndReason::ConnectionLost)]);
    world.assert_empty();
    world.pass_seconds(1000);
    assert_eq!(world.happened(), []);
}

#[test]
fn held_events_survive_the_end_of_the_connection() {
    let mut world = World::connected();
    let (session, id) = world.session();
    let (handle, handle_id) = world.handle(session);
    world.hear(event("webrtcup", id, handle_id, json!({})));
    world.line_closes(lost());
    let told = world.read(handle);
    assert_eq!(told.len(), 2);
    assert_eq!(told[1], Told::Ended(EndReason::ConnectionLost));
}

#[test]
fn a_driver_that_goes_away_ends_everything() {
    let mut world = World::connected();
    let (_, id) = world.session();
    let request = world.tell(|engine, now| engine.ping(now));
    world.tell(|engine, now| engine.abandon(now));
    world.assert_fails(request, ErrorCode::ResponseLost);
    let ended = [
        Happened::SessionEnded(id.get(), EndReason::ConnectionLost),
        Happened::Disconnected(Disconnect::Dropped),
    ];
    assert_eq!(world.happened(), ended);
    world.tell(|engine, now| engine.abandon(now));
    assert_eq!(world.happened(), []);
    world.assert_empty();
}
