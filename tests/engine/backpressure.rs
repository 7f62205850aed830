//! Unread events: the engine drops droppable events, then ends the handle; only the whole connection stops reading.

use std::time::Duration;

use bifrons::SessionId;
use bifrons::engine::{EndReason, HandleKey, Notice, SessionKey};
use bifrons::wire::Kind;
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, config, event, plugin_event};

const LIMIT: usize = 10;

struct Slow {
    world: World,
    key: SessionKey,
    session: SessionId,
    handle: HandleKey,
    id: u64,
    number: u64,
}

fn slow() -> Slow {
    slow_with(usize::MAX)
}

fn slow_with(max_held_events: usize) -> Slow {
    let mut config = config();
    (config.max_events, config.max_held_events) = (LIMIT, max_held_events);
    let mut world = World::connected_with(config, 0, 0);
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    Slow { world, key, session, handle, id, number: 0 }
}

impl Slow {
    /// The server sends events that are not droppable.
    fn send_events(&mut self, count: usize) {
        for _ in 0..count {
            self.number += 1;
            self.world.receive(plugin_event(self.session, self.id, json!({ "n": self.number })));
        }
    }

    /// The server sends droppable events.
    fn send_droppable(&mut self, count: usize) {
        for _ in 0..count {
            self.world.receive(event("media", self.session, self.id, json!({})));
        }
    }

    /// The handle's events: numbers, `m` for media, `-3` for three missed events.
    fn read(&mut self) -> String {
        let events = self.world.read(self.handle);
        let short = |event: &HandleEvent| match event {
            HandleEvent::Message(Kind::Event, message) => message["plugindata"]["data"]["n"].to_string(),
            HandleEvent::Message(kind, _) => kind.word()[..1].to_owned(),
            HandleEvent::Missed(count) => format!("-{count}"),
            HandleEvent::Rebuilt(id) => format!("rebuilt {id}"),
            HandleEvent::Ended(reason) => format!("{reason:?}"),
        };
        events.iter().map(short).collect::<Vec<_>>().join(" ")
    }

    fn notice(&self) -> Happened {
        Happened::Notice(Notice::SlowReader { handle: self.handle })
    }
}

#[test]
fn above_the_bound_the_oldest_droppable_events_are_dropped_first() {
    let mut slow = slow();
    slow.send_events(1);
    slow.send_droppable(3);
    slow.send_events(6);
    assert_eq!(slow.world.happened(), [], "the bound is reached, not exceeded");
    slow.send_droppable(1);
    assert_eq!(slow.world.happened(), [slow.notice()]);
    slow.send_events(2);
    assert_eq!(slow.world.happened(), [], "one notice is enough");
    assert_eq!(slow.read(), "1 -3 2 3 4 5 6 7 -1 8 9");
    assert_eq!(slow.world.engine.stats().dropped, 4);
}

#[test]
fn no_more_events_are_dropped_than_necessary() {
    let mut slow = slow();
    slow.send_events(6);
    slow.send_droppable(6);
    assert_eq!(slow.read(), "1 2 3 4 5 6 -3 m m m");
}

#[test]
fn one_missed_event_counts_all_drops_at_one_position() {
    let mut slow = slow();
    slow.send_events(LIMIT + 1);
    slow.send_droppable(30);
    slow.send_events(1);
    assert_eq!(slow.read(), "1 2 3 4 5 6 7 8 9 10 11 -30 12");
    assert_eq!(slow.world.engine.stats().dropped, 30);
}

#[test]
fn events_that_were_read_are_not_counted_again() {
    let mut slow = slow();
    slow.send_droppable(LIMIT + 2);
    assert_eq!(slow.read(), "-3 m m m m m m m m m");
    slow.send_droppable(LIMIT + 1);
    slow.world.happened();
    assert_eq!(slow.read(), "-2 m m m m m m m m m");
    // A queue that was read and fills again gives another notice.
    slow.send_droppable(LIMIT + 1);
    assert!(slow.world.happened().contains(&slow.notice()));
}

#[test]
fn a_missed_event_that_was_read_is_not_updated() {
    let mut slow = slow();
    slow.send_droppable(LIMIT + 2);
    let first = slow.world.command(|engine, _| engine.next_event(slow.handle)).map(HandleEvent::from);
    assert_eq!(first, Some(HandleEvent::Missed(3)));
    slow.send_droppable(2);
    assert_eq!(slow.read(), "-2 m m m m m m m m m");
}

#[test]
fn a_plugin_defines_which_of_its_events_are_droppable() {
    let mut slow = slow();
    fn even(message: &Value) -> bool {
        message["plugindata"]["data"]["n"].as_u64().is_some_and(|number| number % 2 == 0)
    }
    slow.world.command(|engine, _| engine.set_droppable(slow.handle, even));
    slow.send_events(LIMIT + 4);
    assert_eq!(slow.read(), "1 -1 3 -1 5 -1 7 -1 9 -1 11 -1 13 -1");
}

#[test]
fn each_event_is_checked_once() {
    thread_local!(static CHECKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) });
    fn never(_: &Value) -> bool {
        CHECKS.set(CHECKS.get() + 1);
        false
    }
    let mut slow = slow();
    slow.world.command(|engine, _| engine.set_droppable(slow.handle, never));
    slow.send_events(LIMIT);
    assert_eq!(CHECKS.get(), 0, "below the bound no event is checked");
    slow.send_events(2 * LIMIT);
    assert_eq!(CHECKS.get(), 3 * LIMIT);
}

#[test]
fn events_that_are_not_droppable_stay_above_the_bound() {
    let mut slow = slow();
    let (session, id) = (slow.session, slow.id);
    let kept = ["hangup", "trickle", "webrtcup", "ice-failed"];
    for kind in kept.iter().cycle().take(3 * LIMIT) {
        slow.world.receive(event(kind, session, id, json!({})));
    }
    assert_eq!(slow.world.read(slow.handle).len(), 3 * LIMIT);
    assert_eq!(slow.world.engine.stats().dropped, 0);
}

#[test]
fn at_four_times_the_bound_the_handle_ends() {
    let mut slow = slow();
    slow.send_events(4 * LIMIT);
    slow.world.happened();
    slow.world.assert_nothing_sent();
    slow.send_events(1);
    let detach = slow.world.sent();
    assert_eq!((&detach["janus"], &detach["handle_id"]), (&json!("detach"), &json!(slow.id)));
    let events = slow.world.read(slow.handle);
    assert_eq!(events.len(), 4 * LIMIT + 2);
    assert_eq!(events.last(), Some(&HandleEvent::Ended(EndReason::Overflow)));

    let (other, _) = slow.world.handle(slow.key);
    assert!(slow.world.engine.has_handle(other), "the session stays");
}

#[test]
fn one_handle_never_stops_the_connection() {
    let mut slow = slow_with(5 * LIMIT);
    slow.send_events(4 * LIMIT);
    slow.send_droppable(LIMIT);
    assert!(!slow.world.happened().iter().any(|happened| matches!(happened, Happened::Reading(_))));
    assert_eq!(slow.world.engine.stats().reading_stops, 0);
}

/// Two handles, neither above its own bound, that together reach the connection's bound.
fn connection_at_its_bound() -> (Slow, HandleKey, u64) {
    let mut slow = slow_with(12);
    let (other, other_id) = slow.world.handle(slow.key);
    slow.send_events(LIMIT - 1);
    for _ in 0..3 {
        slow.world.receive(event("media", slow.session, other_id, json!({})));
    }
    assert_eq!(slow.world.happened(), []);
    slow.send_events(1);
    let stopped = Happened::Notice(Notice::ReadingStopped { events: 13 });
    assert_eq!(slow.world.happened(), [Happened::Reading(false), stopped]);
    assert_eq!(slow.world.engine.stats().reading_stops, 1);
    (slow, other, other_id)
}

#[test]
fn a_connection_with_too_many_unread_events_stops_reading_until_half_are_read() {
    let (mut slow, other, _) = connection_at_its_bound();
    slow.send_events(0);
    for _ in 0..6 {
        slow.world.command(|engine, _| engine.next_event(slow.handle)).unwrap();
        assert_eq!(slow.world.happened(), []);
    }
    slow.world.command(|engine, _| engine.next_event(other)).unwrap();
    assert_eq!(slow.world.happened(), [Happened::Reading(true)]);
    assert_eq!(slow.world.engine.stats().dropped, 0);
}

#[test]
fn a_forgotten_handle_has_no_unread_events() {
    let (mut slow, _, _) = connection_at_its_bound();
    slow.world.command(|engine, now| engine.release(now, slow.handle));
    assert!(slow.world.happened().contains(&Happened::Reading(true)));
}

#[test]
fn after_a_second_reading_resumes_and_each_new_event_replaces_a_droppable_one() {
    let (mut slow, other, other_id) = connection_at_its_bound();
    slow.world.pass(Duration::from_millis(999));
    assert_eq!(slow.world.happened(), []);
    slow.world.pass(Duration::from_millis(1));
    assert_eq!(slow.world.happened(), [Happened::Reading(true)]);
    for _ in 0..2 {
        slow.world.receive(event("media", slow.session, other_id, json!({})));
    }
    let events = slow.world.read(other);
    assert_eq!(events[0], HandleEvent::Missed(2));
    assert_eq!(events.len(), 4);
    slow.read();
    slow.send_droppable(LIMIT);
    assert_eq!(slow.world.engine.stats().dropped, 2, "the connection is below its bound");
}

#[test]
fn a_listener_is_never_slow() {
    let mut slow = slow_with(LIMIT);
    slow.world.command(|engine, _| engine.flow(slow.handle));
    slow.send_events(10 * LIMIT);
    assert_eq!(slow.world.happened().len(), 10 * LIMIT);
    assert_eq!(slow.world.engine.stats().reading_stops, 0);
}

#[test]
fn a_bound_of_zero_is_valid() {
    let mut config = config();
    (config.max_events, config.max_held_events) = (usize::MAX, usize::MAX);
    let mut world = World::connected_with(config, 0, 0);
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    for _ in 0..5000 {
        world.receive(event("media", session, id, json!({})));
    }
    assert_eq!(world.read(handle).len(), 5000);
}

#[test]
fn a_slow_reader_is_reported_once_until_half_of_its_events_are_read() {
    let mut slow = slow();
    let report = |slow: &Slow| Happened::Notice(Notice::SlowReader { handle: slow.handle });
    slow.send_droppable(LIMIT);
    assert_eq!(slow.world.happened(), []);
    slow.send_droppable(2);
    assert_eq!(slow.world.happened(), [report(&slow)]);
    let read = |slow: &mut Slow, count: usize| {
        for _ in 0..count {
            slow.world.command(|engine, _| engine.next_event(slow.handle)).unwrap();
        }
    };
    // One `Missed` is read, too.
    read(&mut slow, 4);
    slow.send_droppable(LIMIT);
    assert_eq!(slow.world.happened(), [], "over half were unread");
    read(&mut slow, 5);
    slow.send_droppable(LIMIT);
    assert_eq!(slow.world.happened(), [report(&slow)]);
}

#[test]
fn a_handle_that_drops_nothing_is_not_reported() {
    let mut slow = slow();
    slow.send_events(2 * LIMIT);
    assert_eq!(slow.world.happened(), []);
}

#[test]
fn dropped_events_are_no_longer_unread() {
    let mut slow = slow_with(2 * LIMIT);
    slow.send_droppable(10 * LIMIT);
    assert_eq!(slow.world.engine.stats().reading_stops, 0);
}

#[test]
fn a_stop_that_ended_early_has_no_effect_after_its_second() {
    let (mut slow, _, other_id) = connection_at_its_bound();
    slow.read();
    assert_eq!(slow.world.happened(), [Happened::Reading(true)]);
    slow.world.pass(Duration::from_secs(1));
    assert_eq!(slow.world.happened(), []);
    slow.world.receive(event("media", slow.session, other_id, json!({})));
    assert_eq!(slow.world.engine.stats().dropped, 0);
}
