//! Events that are not read: droppable ones go, then the handle ends; only the whole connection stops reading.

use std::time::Duration;

use bifrons::SessionId;
use bifrons::engine::{EndReason, HandleKey, Notice, SessionKey};
use bifrons::wire::Kind;
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, config, event, plugin_event};

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
    /// Events that may not go.
    fn talk(&mut self, count: usize) {
        for _ in 0..count {
            self.number += 1;
            self.world.hear(plugin_event(self.session, self.id, json!({ "n": self.number })));
        }
    }

    /// Events that may go.
    fn chatter(&mut self, count: usize) {
        for _ in 0..count {
            self.world.hear(event("media", self.session, self.id, json!({})));
        }
    }

    /// What is read: numbers of events, `m` for media, `-3` for three that were missed.
    fn read(&mut self) -> String {
        let told = self.world.read(self.handle);
        let short = |told: &Told| match told {
            Told::Message(Kind::Event, message) => message["plugindata"]["data"]["n"].to_string(),
            Told::Message(kind, _) => kind.word()[..1].to_owned(),
            Told::Missed(count) => format!("-{count}"),
            Told::Rebuilt(id) => format!("rebuilt {id}"),
            Told::Ended(reason) => format!("{reason:?}"),
        };
        told.iter().map(short).collect::<Vec<_>>().join(" ")
    }

    fn notice(&self) -> Happened {
        Happened::Notice(Notice::SlowReader { handle: self.handle })
    }
}

#[test]
fn above_the_bound_droppable_events_go_oldest_first() {
    let mut slow = slow();
    slow.talk(1);
    slow.chatter(3);
    slow.talk(6);
    assert_eq!(slow.world.happened(), [], "the bound is reached, not passed");
    slow.chatter(1);
    assert_eq!(slow.world.happened(), [slow.notice()]);
    slow.talk(2);
    assert_eq!(slow.world.happened(), [], "one notice is enough");
    assert_eq!(slow.read(), "1 -3 2 3 4 5 6 7 -1 8 9");
    assert_eq!(slow.world.engine.stats().dropped, 4);
}

#[test]
fn no_more_goes_than_must() {
    let mut slow = slow();
    slow.talk(6);
    slow.chatter(6);
    assert_eq!(slow.read(), "1 2 3 4 5 6 -3 m m m");
}

#[test]
fn one_mark_stands_for_all_that_went_in_one_place() {
    let mut slow = slow();
    slow.talk(LIMIT + 1);
    slow.chatter(30);
    slow.talk(1);
    assert_eq!(slow.read(), "1 2 3 4 5 6 7 8 9 10 11 -30 12");
    assert_eq!(slow.world.engine.stats().dropped, 30);
}

#[test]
fn what_was_read_is_not_counted_again() {
    let mut slow = slow();
    slow.chatter(LIMIT + 2);
    assert_eq!(slow.read(), "-3 m m m m m m m m m");
    slow.chatter(LIMIT + 1);
    slow.world.happened();
    assert_eq!(slow.read(), "-2 m m m m m m m m m");
    // A queue that was read is slow anew.
    slow.chatter(LIMIT + 1);
    assert!(slow.world.happened().contains(&slow.notice()));
}

#[test]
fn a_mark_that_was_read_is_not_found_again() {
    let mut slow = slow();
    slow.chatter(LIMIT + 2);
    let first = slow.world.tell(|engine, _| engine.next_event(slow.handle)).map(Told::from);
    assert_eq!(first, Some(Told::Missed(3)));
    slow.chatter(2);
    assert_eq!(slow.read(), "-2 m m m m m m m m m");
}

#[test]
fn a_plugin_says_which_of_its_events_may_go() {
    let mut slow = slow();
    fn even(message: &Value) -> bool {
        message["plugindata"]["data"]["n"].as_u64().is_some_and(|number| number % 2 == 0)
    }
    slow.world.tell(|engine, _| engine.set_droppable(slow.handle, even));
    slow.talk(LIMIT + 4);
    assert_eq!(slow.read(), "1 -1 3 -1 5 -1 7 -1 9 -1 11 -1 13 -1");
}

#[test]
fn each_event_is_looked_at_once() {
    thread_local!(static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) });
    fn never(_: &Value) -> bool {
        LOOKS.set(LOOKS.get() + 1);
        false
    }
    let mut slow = slow();
    slow.world.tell(|engine, _| engine.set_droppable(slow.handle, never));
    slow.talk(LIMIT);
    assert_eq!(LOOKS.get(), 0, "below the bound none is looked at");
    slow.talk(2 * LIMIT);
    assert_eq!(LOOKS.get(), 3 * LIMIT);
}

#[test]
fn what_must_not_go_stays_beyond_the_bound() {
    let mut slow = slow();
    let (session, id) = (slow.session, slow.id);
    let kept = ["hangup", "trickle", "webrtcup", "ice-failed"];
    for kind in kept.iter().cycle().take(3 * LIMIT) {
        slow.world.hear(event(kind, session, id, json!({})));
    }
    assert_eq!(slow.world.read(slow.handle).len(), 3 * LIMIT);
    assert_eq!(slow.world.engine.stats().dropped, 0);
}

#[test]
fn at_four_times_the_bound_the_handle_ends() {
    let mut slow = slow();
    slow.talk(4 * LIMIT);
    slow.world.happened();
    slow.world.assert_nothing_sent();
    slow.talk(1);
    let detach = slow.world.sent();
    assert_eq!((&detach["janus"], &detach["handle_id"]), (&json!("detach"), &json!(slow.id)));
    let told = slow.world.read(slow.handle);
    assert_eq!(told.len(), 4 * LIMIT + 2);
    assert_eq!(told.last(), Some(&Told::Ended(EndReason::Overflow)));

    let (other, _) = slow.world.handle(slow.key);
    assert!(slow.world.engine.has_handle(other), "the session goes on");
}

#[test]
fn one_handle_never_stops_the_connection() {
    let mut slow = slow_with(5 * LIMIT);
    slow.talk(4 * LIMIT);
    slow.chatter(LIMIT);
    assert!(!slow.world.happened().iter().any(|happened| matches!(happened, Happened::Reading(_))));
    assert_eq!(slow.world.engine.stats().reading_stops, 0);
}

/// Two handles, of which neither is above its own bound.
fn jammed() -> (Slow, HandleKey, u64) {
    let mut slow = slow_with(12);
    let (other, other_id) = slow.world.handle(slow.key);
    slow.talk(LIMIT - 1);
    for _ in 0..3 {
        slow.world.hear(event("media", slow.session, other_id, json!({})));
    }
    assert_eq!(slow.world.happened(), []);
    slow.talk(1);
    let stopped = Happened::Notice(Notice::ReadingStopped { events: 13 });
    assert_eq!(slow.world.happened(), [Happened::Reading(false), stopped]);
    assert_eq!(slow.world.engine.stats().reading_stops, 1);
    (slow, other, other_id)
}

#[test]
fn a_connection_that_holds_too_much_stops_reading_until_half_is_read() {
    let (mut slow, other, _) = jammed();
    slow.talk(0);
    for _ in 0..6 {
        slow.world.tell(|engine, _| engine.next_event(slow.handle)).unwrap();
        assert_eq!(slow.world.happened(), []);
    }
    slow.world.tell(|engine, _| engine.next_event(other)).unwrap();
    assert_eq!(slow.world.happened(), [Happened::Reading(true)]);
    assert_eq!(slow.world.engine.stats().dropped, 0);
}

#[test]
fn a_handle_that_is_forgotten_holds_nothing() {
    let (mut slow, _, _) = jammed();
    slow.world.tell(|engine, now| engine.release(now, slow.handle));
    assert!(slow.world.happened().contains(&Happened::Reading(true)));
}

#[test]
fn after_a_second_reading_goes_on_and_each_new_event_costs_a_droppable_one() {
    let (mut slow, other, other_id) = jammed();
    slow.world.pass(Duration::from_millis(999));
    assert_eq!(slow.world.happened(), []);
    slow.world.pass(Duration::from_millis(1));
    assert_eq!(slow.world.happened(), [Happened::Reading(true)]);
    for _ in 0..2 {
        slow.world.hear(event("media", slow.session, other_id, json!({})));
    }
    let told = slow.world.read(other);
    assert_eq!(told[0], Told::Missed(2));
    assert_eq!(told.len(), 4);
    slow.read();
    slow.chatter(LIMIT);
    assert_eq!(slow.world.engine.stats().dropped, 2, "the jam is over");
}

#[test]
fn a_listener_is_never_too_slow() {
    let mut slow = slow_with(LIMIT);
    slow.world.tell(|engine, _| engine.flow(slow.handle));
    slow.talk(10 * LIMIT);
    assert_eq!(slow.world.happened().len(), 10 * LIMIT);
    assert_eq!(slow.world.engine.stats().reading_stops, 0);
}

#[test]
fn no_bound_is_a_bound_as_well() {
    let mut config = config();
    (config.max_events, config.max_held_events) = (usize::MAX, usize::MAX);
    let mut world = World::connected_with(config, 0, 0);
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    for _ in 0..5000 {
        world.hear(event("media", session, id, json!({})));
    }
    assert_eq!(world.read(handle).len(), 5000);
}
