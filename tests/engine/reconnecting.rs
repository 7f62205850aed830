//! When and where the engine opens a new transport connection, and how the connection ends if every attempt fails.

use std::time::Duration;

use bifrons::engine::{Disconnect, Notice};
use bifrons::error::ErrorCode;
use bifrons::{Address, Config, CreateOptions, EndReason, Recovery, SessionId};
use serde_json::json;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::recovery::{attached, send_message, verbs};
use super::support::{Happened, SOCKET, World, lost, plugin_event, recovering};

#[test]
fn pauses_grow_with_jitter_and_the_attempts_end() {
    let (mut world, id, handle, _) = attached(recovering());
    let (sent, _) = send_message(&mut world, handle);
    world.transport_closes(lost());
    world.happened();
    let mut pauses = Vec::new();
    while world.wait.0.is_some() {
        let before = world.now;
        if !world.until_opening_or_end() {
            break;
        }
        pauses.push(world.now.since(before).as_millis());
        world.transport_closes(lost());
    }
    assert!((125..=250).contains(&pauses[0]), "{pauses:?}");
    assert!((250..=500).contains(&pauses[1]), "{pauses:?}");
    assert!(pauses[8..].iter().all(|pause| (2_500..=5_000).contains(pause)), "{pauses:?}");
    assert!((55..=60).contains(&world.now.since(bifrons::time::Time::ZERO).as_secs()));
    world.assert_fails(sent, ErrorCode::ResponseLost);
    let done = world.done();
    assert!(done.contains(&Happened::SessionEnded(id.get(), EndReason::ConnectionLost)));
    assert_eq!(done.last(), Some(&Happened::Disconnected(Disconnect::Lost(lost()))));
    world.read(handle);
    world.assert_empty();
}

#[test]
fn a_check_makes_the_next_attempt_at_once() {
    let (mut world, ..) = attached(recovering());
    world.transport_closes(lost());
    for _ in 0..4 {
        world.until_opening();
        world.transport_closes(lost());
    }
    let (failed, before) = (world.transport, world.now);
    world.command(bifrons::engine::Engine::check);
    assert_ne!(world.transport, failed);
    let opening = world.transport;
    world.command(bifrons::engine::Engine::check);
    assert_eq!((world.transport, world.now), (opening, before));
    world.open();
    assert!(world.all_sent().iter().any(|sent| sent["janus"] == "claim"));
}

#[test]
fn without_a_limit_the_attempts_never_end() {
    let config = Config { recovery: Some(Recovery { within: None, ..Recovery::default() }), ..recovering() };
    let (mut world, ..) = attached(config);
    world.transport_closes(lost());
    for _ in 0..1_000 {
        assert!(world.until_opening_or_end());
        world.transport_closes(lost());
    }
    assert!(world.now.since(bifrons::time::Time::ZERO) > Duration::from_secs(2_000));
}

#[test]
fn a_transport_that_is_lost_again_at_once_does_not_reset_the_backoff() {
    let (mut world, ..) = attached(recovering());
    world.pass_alive(10);
    let mut opened = 0;
    let began = world.now;
    while world.now.since(began) < Duration::from_secs(30) {
        world.transport_closes(lost());
        world.until_opening();
        let claim = world.opened_to_claim();
        world.succeed(&claim, json!({}));
        world.all_sent();
        opened += 1;
    }
    assert!(opened < 20, "{opened}");
}

#[test]
fn the_same_address_is_tried_first_while_its_server_keeps_the_sessions() {
    let addresses = ["ws://one", "ws://two", "ws://three"].map(Address::new);
    let (mut world, id, ..) = attached(Config { addresses: addresses.into(), ..recovering() });
    world.transport_closes(lost());
    let mut opened = Vec::new();
    while world.until_opening_or_end() {
        let at = world.now.since(bifrons::time::Time::ZERO).as_secs();
        opened.extend(world.done().iter().filter_map(|happened| match happened {
            Happened::Open(address) => Some((at, *address)),
            _ => None,
        }));
        if at > 40 {
            break;
        }
        world.transport_closes(lost());
    }
    assert!(opened.iter().filter(|(at, _)| *at < 20).all(|(_, address)| *address == 0), "{opened:?}");
    let later: Vec<_> = opened.iter().filter(|(at, _)| *at >= 20).map(|(_, address)| *address).collect();
    assert_eq!(&later[..4], [1, 2, 0, 1], "{opened:?}");
    // The sessions are claimed at the other address, too: it may belong to the same server.
    world.open();
    let claim = world.all_sent().pop().unwrap();
    assert_eq!((&claim["janus"], &claim["session_id"]), (&json!("claim"), &json!(id.get())));
}

#[test]
fn after_a_silent_loss_the_server_keeps_sessions_for_longer() {
    // A server without a known session timeout has Janus's default of one minute.
    for (session_timeout, elsewhere_after) in [(Some(40), Some(40)), (Some(0), None), (None, Some(60))] {
        let addresses = ["ws://one", "ws://two"].map(Address::new);
        let config = Config { addresses: addresses.into(), ..recovering() };
        let mut world = match session_timeout {
            Some(seconds) => World::connected_with(config, seconds, 0),
            None => World::new(config),
        };
        if session_timeout.is_none() {
            world.connect();
            world.open();
            world.all_sent();
        }
        world.session_with(CreateOptions { id: None, keepalive: Some(Duration::from_secs(1_000)) });
        world.pass_seconds(15);
        assert!(world.done().contains(&Happened::Close), "the transport connection is silent");
        let mut elsewhere = None;
        while world.until_opening_or_end() {
            if world.done().contains(&Happened::Open(1)) {
                elsewhere.get_or_insert(world.now.since(bifrons::time::Time::ZERO).as_secs());
            }
            world.transport_closes(lost());
        }
        match elsewhere_after {
            Some(seconds) => assert!(elsewhere.is_some_and(|at| (seconds..seconds + 6).contains(&at))),
            None => assert_eq!(elsewhere, None),
        }
    }
}

#[test]
fn a_chosen_session_id_is_not_claimed_at_another_address() {
    let addresses = ["ws://one", "ws://two"].map(Address::new);
    let mut world = World::connected_with(Config { addresses: addresses.into(), ..recovering() }, 60, 0);
    let (_, id) = world.session_with(CreateOptions { id: SessionId::new(5), keepalive: None });
    world.transport_closes(lost());
    world.until_opening();
    world.transport_closes(lost());
    world.until_opening();
    assert_eq!(world.done().pop(), Some(Happened::Open(1)));
    world.open();
    assert_eq!(verbs(&world.all_sent()), ["info"]);
    assert!(world.done().contains(&Happened::SessionEnded(id.get(), EndReason::LostInOutage)));
}

#[test]
fn a_random_session_id_is_claimed_at_any_address_and_a_chosen_one_at_its_own() {
    let addresses = ["ws://one", "ws://two"].map(Address::new);
    let mut world = World::connected_with(Config { addresses: addresses.into(), ..recovering() }, 60, 0);
    let (_, id) = world.session();
    world.transport_closes(lost());
    world.until_opening();
    world.transport_closes(lost());
    world.until_opening();
    assert_eq!(world.done().pop(), Some(Happened::Open(1)));
    assert_eq!(world.opened_to_claim()["session_id"], id.get());

    let mut world = World::connected_with(recovering(), 60, 20);
    let (_, id) = world.session_with(CreateOptions { id: SessionId::new(5), keepalive: None });
    world.transport_closes(lost());
    assert_eq!(world.reconnect_to_claim()["session_id"], id.get());
}

#[test]
fn a_transport_that_lasted_five_seconds_resets_the_backoff() {
    let (mut world, ..) = attached(recovering());
    let mut pause_after = |held: Duration| {
        world.pass(held);
        world.all_sent();
        let began = world.now;
        world.transport_closes(lost());
        world.until_opening();
        let pause = world.now.since(began);
        let claim = world.opened_to_claim();
        world.succeed(&claim, json!({}));
        pause
    };
    let quick = Duration::from_millis(250);
    assert!(pause_after(Duration::from_secs(1)) <= quick);
    assert!(pause_after(Duration::from_secs(5)) <= quick);
    assert!(pause_after(Duration::from_millis(4_999)) > quick);
}

#[test]
fn a_silent_transport_is_replaced() {
    let (mut world, ..) = attached(recovering());
    world.pass_seconds(10);
    world.pass(Duration::from_millis(250));
    let done = world.done();
    assert!(matches!(done[..3], [Happened::Close, Happened::Reconnecting(_), Happened::Open(0)]), "{done:?}");
    world.all_sent();
    let claim = world.opened_to_claim();
    world.succeed(&claim, json!({}));
    assert!(matches!(world.done().last(), Some(Happened::Resumed(..))));
}

#[test]
fn a_close_during_an_outage_ends_at_once_and_reports_the_remaining_sessions() {
    for opening in [false, true] {
        let (mut world, id, handle, _) = attached(recovering());
        let (request, _) = send_message(&mut world, handle);
        world.transport_closes(lost());
        if opening {
            world.until_opening();
        }
        world.happened();
        world.command(|engine, now| engine.close(now, true));
        world.assert_fails(request, ErrorCode::ConnectionClosed);
        let happened = world.happened();
        assert!(happened.contains(&Happened::Notice(Notice::SessionsLeft { sessions: 1 })));
        assert!(happened.contains(&Happened::SessionEnded(id.get(), EndReason::ConnectionClosed)));
        assert_eq!(happened.last(), Some(&Happened::Disconnected(Disconnect::Closed)));
        world.read(handle);
        world.assert_empty();
        assert_eq!(world.wait.0, None);
    }
}

#[test]
fn a_close_before_the_claims_succeed_destroys_the_sessions() {
    let (mut world, id, ..) = attached(recovering());
    world.transport_closes(lost());
    world.reconnect_to_claim();
    world.command(|engine, now| engine.close(now, true));
    let destroy = world.sent();
    assert_eq!((&destroy["janus"], &destroy["session_id"]), (&json!("destroy"), &json!(id.get())));
    world.pass_seconds(2);
    assert_eq!(world.done().last(), Some(&Happened::Disconnected(Disconnect::Closed)));
}

#[test]
fn after_a_long_suspension_the_transport_is_probed_first() {
    let (mut world, ..) = attached(recovering());
    world.pass_seconds(6);
    let keepalive = world.wait.0.unwrap();
    world.now = keepalive + Duration::from_secs(3_600);
    world.command(|engine, now| engine.handle_timeout(now));
    assert_eq!(world.done(), [Happened::Probe]);
    assert_eq!(verbs(&world.all_sent()), ["keepalive"]);
    let transport = world.transport.unwrap();
    world.pass_seconds(1);
    world.command(|engine, now| engine.handle_alive(now, transport));
    world.pass_seconds(1);
    assert_eq!(world.done(), [], "the transport connection and the session are alive");
}

#[test]
fn a_keepalive_pending_during_a_long_suspension_ends_nothing() {
    let (mut world, ..) = attached(recovering());
    world.pass_seconds(7);
    assert_eq!(verbs(&world.all_sent()), ["keepalive"]);
    world.now = world.now + Duration::from_secs(3_600);
    world.command(|engine, now| engine.handle_timeout(now));
    assert_eq!(world.done(), [Happened::Probe]);
}

#[test]
fn unwanted_sessions_and_handles_are_cleaned_up_after_an_outage_of_any_length() {
    let (mut world, id, handle, handle_id) = attached(recovering());
    let (other, other_id) = world.session();
    world.transport_closes(lost());
    world.command(|engine, now| engine.release(now, handle));
    world.command(|engine, now| engine.forget(now, other));
    assert!(world.done().contains(&Happened::SessionEnded(other_id.get(), EndReason::Destroyed)));
    while world.now.since(bifrons::time::Time::ZERO).as_secs() < 15 {
        world.until_opening();
        world.transport_closes(lost());
    }
    world.reconnect();
    let sent = world.all_sent();
    assert_eq!(verbs(&sent), ["detach", "destroy", "info", "claim"]);
    assert_eq!((&sent[0]["session_id"], &sent[0]["handle_id"]), (&json!(id.get()), &json!(handle_id)));
    assert_eq!(sent[1]["session_id"], other_id.get());
}

#[test]
fn a_suspension_during_an_outage_does_not_use_up_the_time_for_attempts() {
    let (mut world, ..) = attached(recovering());
    world.transport_closes(lost());
    world.happened();
    world.now = world.now + Duration::from_secs(3_600);
    world.command(|engine, now| engine.handle_timeout(now));
    assert_eq!(world.happened(), [Happened::Open(0)]);
}

#[test]
fn a_server_without_a_reclaim_time_gives_one_notice() {
    let notices_of = |config, reclaim| {
        let mut world = World::new(config);
        world.connect();
        world.open();
        let info = world.sent();
        let limits = json!({ "session-timeout": 60, "reclaim-session-timeout": reclaim });
        world.respond("server_info", &info, limits.clone());
        let notices = world.notices();
        let info = world.command(|engine, now| engine.info(now));
        let sent = world.sent();
        world.respond("server_info", &sent, limits);
        world.reply(info).unwrap();
        assert_eq!(world.notices(), []);
        notices
    };
    assert_eq!(notices_of(recovering(), 0), [Notice::NoReclaim]);
    assert!(Notice::NoReclaim.is_warning());
    assert_eq!(notices_of(recovering(), 20), []);
    assert_eq!(notices_of(super::support::config(), 0), []);
}

#[test]
fn reading_resumes_on_the_new_transport() {
    let mut config = recovering();
    config.max_held_events = 10;
    let (mut world, id, handle, handle_id) = attached(config);
    for _ in 0..11 {
        world.receive(plugin_event(id, handle_id, json!({})));
    }
    assert_eq!(world.done(), [Happened::Reading(false)]);
    world.transport_closes(lost());
    world.until_opening();
    world.happened();
    world.open_with(SOCKET);
    assert_eq!(world.done(), [Happened::Reading(true)]);
    world.read(handle);
}
