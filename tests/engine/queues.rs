//! Events of a handle whose reader is slow: held back, then dropped, then the end.

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
    let mut config = config();
    config.max_events = LIMIT;
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

    fn notice(&self, dropped: u64) -> Happened {
        Happened::Notice(Notice::SlowReader { handle: self.handle, dropped })
    }
}

#[test]
fn at_the_bound_reading_is_held_back() {
    let mut slow = slow();
    slow.talk(LIMIT);
    assert_eq!(slow.world.happened(), []);
    slow.talk(1);
    assert_eq!(slow.world.happened(), [Happened::Reading(false), slow.notice(0)]);
    assert_eq!(slow.world.engine.stats().held_back, 1);
    slow.talk(2);
    assert_eq!(slow.world.happened(), [], "once is enough");
}

#[test]
fn reading_goes_on_once_there_is_room() {
    let mut slow = slow();
    slow.talk(LIMIT + 1);
    slow.world.happened();
    for _ in 0..LIMIT / 2 {
        slow.world.tell(|engine, _| engine.next_event(slow.handle)).unwrap();
    }
    assert_eq!(slow.world.happened(), []);
    slow.world.tell(|engine, _| engine.next_event(slow.handle)).unwrap();
    assert_eq!(slow.world.happened(), [Happened::Reading(true)]);
    assert_eq!(slow.world.engine.stats().dropped, 0);

    // The next jam is held back anew.
    slow.talk(LIMIT);
    assert_eq!(slow.world.happened(), [Happened::Reading(false), slow.notice(0)]);
}

#[test]
fn after_a_second_reading_goes_on_whatever_the_reader_does() {
    let mut slow = slow();
    slow.talk(LIMIT + 1);
    slow.world.happened();
    slow.world.pass(Duration::from_millis(999));
    assert_eq!(slow.world.happened(), []);
    slow.world.pass(Duration::from_millis(1));
    assert_eq!(slow.world.happened(), [Happened::Reading(true)]);
}

#[test]
fn then_what_may_go_goes_oldest_first() {
    let mut slow = slow();
    slow.talk(1);
    slow.chatter(3);
    slow.talk(6);
    slow.chatter(1);
    slow.world.pass(Duration::from_millis(999));
    slow.world.happened();
    slow.talk(1);
    assert_eq!(slow.world.happened(), [], "not before the second has passed");
    slow.world.pass(Duration::from_millis(1));
    slow.talk(1);
    assert_eq!(slow.world.happened(), [Happened::Reading(true), slow.notice(4)]);
    assert_eq!(slow.read(), "1 -3 2 3 4 5 6 7 -1 8 9");
    assert_eq!(slow.world.engine.stats().dropped, 4);
}

#[test]
fn no_more_goes_than_must() {
    let mut slow = slow();
    slow.talk(6);
    slow.chatter(5);
    slow.world.pass_seconds(1);
    slow.chatter(1);
    assert_eq!(slow.read(), "1 2 3 4 5 6 -3 m m m");
}

#[test]
fn one_mark_stands_for_all_that_went_in_one_place() {
    let mut slow = slow();
    slow.talk(LIMIT + 1);
    slow.world.pass_seconds(1);
    slow.chatter(30);
    slow.talk(1);
    assert_eq!(slow.read(), "1 2 3 4 5 6 7 8 9 10 11 -30 12");
    assert_eq!(slow.world.engine.stats().dropped, 30);
}

#[test]
fn a_plugin_says_which_of_its_events_may_go() {
    let mut slow = slow();
    fn even(message: &Value) -> bool {
        message["plugindata"]["data"]["n"].as_u64().is_some_and(|number| number % 2 == 0)
    }
    slow.world.tell(|engine, _| engine.set_droppable(slow.handle, even));
    slow.talk(LIMIT + 1);
    slow.world.pass_seconds(1);
    slow.talk(3);
    assert_eq!(slow.read(), "1 -1 3 -1 5 -1 7 -1 9 -1 11 -1 13 -1");
}

#[test]
fn what_must_not_go_stays_beyond_the_bound() {
    let mut slow = slow();
    slow.world.pass_seconds(1);
    let (session, id) = (slow.session, slow.id);
    let kept = ["hangup", "trickle", "webrtcup", "ice-failed"];
    for kind in kept.iter().cycle().take(3 * LIMIT) {
        slow.world.hear(event(kind, session, id, json!({})));
        slow.world.pass_seconds(1);
    }
    assert_eq!(slow.world.read(slow.handle).len(), 3 * LIMIT);
    assert_eq!(slow.world.engine.stats().dropped, 0);
}

#[test]
fn at_twice_the_bound_events_go_even_while_reading_is_held_back() {
    let mut slow = slow();
    slow.chatter(2 * LIMIT);
    assert_eq!(slow.world.engine.stats().dropped, 0);
    slow.chatter(1);
    assert!(slow.world.engine.stats().dropped > 0);
    assert!(slow.world.read(slow.handle).len() <= LIMIT);
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
    assert_eq!(told.last(), Some(&Told::Ended(EndReason::Overrun)));

    let (other, _) = slow.world.handle(slow.key);
    assert!(slow.world.engine.has_handle(other), "the session goes on");
}

#[test]
fn a_handle_that_ended_in_a_jam_does_not_hold_the_others_back() {
    let mut slow = slow();
    let (other, other_id) = slow.world.handle(slow.key);
    slow.talk(LIMIT + 1);
    slow.world.hear(event("detached", slow.session, slow.id, json!({})));
    let done = slow.world.done();
    assert!(done.contains(&Happened::Reading(true)), "{done:?}");
    for _ in 0..=LIMIT {
        slow.world.hear(event("media", slow.session, other_id, json!({})));
    }
    assert_eq!(slow.world.done(), [Happened::Reading(false)]);
    assert_eq!(slow.world.read(other).len(), LIMIT + 1);
    assert_eq!(slow.world.read(slow.handle).len(), LIMIT + 2);
}

#[test]
fn a_listener_is_never_too_slow() {
    let mut slow = slow();
    slow.world.tell(|engine, _| engine.flow(slow.handle));
    slow.talk(10 * LIMIT);
    assert_eq!(slow.world.happened().len(), 10 * LIMIT);
    assert_eq!(slow.world.engine.stats().held_back, 0);
}

#[test]
fn no_bound_is_a_bound_as_well() {
    let mut config = config();
    config.max_events = usize::MAX;
    let mut world = World::connected_with(config, 0, 0);
    let (key, session) = world.session();
    let (handle, id) = world.handle(key);
    for _ in 0..5000 {
        world.hear(event("media", session, id, json!({})));
    }
    assert_eq!(world.read(handle).len(), 5000);
}
