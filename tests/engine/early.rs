//! Events that arrive before the response to the handle's `attach`.

use bifrons::SessionId;
use bifrons::engine::{Created, EndReason, HandleKey, RequestId, SessionKey};
use bifrons::wire::{AttachOptions, Kind};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{HandleEvent, Happened, World, config, event, plugin_event, recovering};

struct Attaching {
    world: World,
    key: SessionKey,
    session: SessionId,
    attach: RequestId,
    sent: Value,
}

fn attaching() -> Attaching {
    attaching_with(config())
}

fn attaching_with(config: bifrons::Config) -> Attaching {
    let mut world = World::connected_with(config, 60, 20);
    let (key, session) = world.session();
    let attach = world.command(|engine, now| engine.attach(now, key, AttachOptions::default()));
    let sent = world.sent();
    Attaching { world, key, session, attach, sent }
}

impl Attaching {
    fn early(&mut self, handle: u64, number: u64) {
        self.world.receive(plugin_event(self.session, handle, json!({ "n": number })));
    }

    fn attached(&mut self, id: u64) -> HandleKey {
        let sent = self.sent.clone();
        self.world.succeed(&sent, json!({ "data": { "id": id } }));
        match self.world.reply(self.attach).unwrap().created {
            Some(Created::Handle(key, _)) => key,
            other => panic!("attach returned {other:?}"),
        }
    }
}

fn numbers(events: &[HandleEvent]) -> Vec<Value> {
    let number = |event: &HandleEvent| match event {
        HandleEvent::Message(Kind::Event, message) => message["plugindata"]["data"]["n"].clone(),
        other => panic!("{other:?}"),
    };
    events.iter().map(number).collect()
}

#[test]
fn early_events_are_the_first_events_of_the_handle() {
    let mut case = attaching();
    case.early(7, 1);
    case.early(8, 2);
    case.early(7, 3);
    let handle = case.attached(7);
    case.early(7, 4);
    assert_eq!(numbers(&case.world.read(handle)), [1, 3, 4]);
    // No request attached the other handle.
    assert_eq!(case.world.engine.stats().late, 1);
}

#[test]
fn each_handle_gets_its_own_early_events() {
    let mut case = attaching();
    let second = case.world.command(|engine, now| engine.attach(now, case.key, AttachOptions::default()));
    let second_sent = case.world.sent();
    case.early(7, 1);
    case.early(8, 2);
    let first = case.attached(7);
    case.world.succeed(&second_sent, json!({ "data": { "id": 8 } }));
    let Some(Created::Handle(second, _)) = case.world.reply(second).unwrap().created else {
        panic!("no handle")
    };
    assert_eq!(numbers(&case.world.read(first)), [1]);
    assert_eq!(numbers(&case.world.read(second)), [2]);
    assert_eq!(case.world.engine.stats().late, 0);
}

#[test]
fn a_handle_may_end_before_its_attach_succeeds() {
    let mut case = attaching();
    case.early(7, 1);
    case.world.receive(event("detached", case.session, 7, json!({})));
    let handle = case.attached(7);
    let events = case.world.read(handle);
    assert_eq!(events.last(), Some(&HandleEvent::Ended(EndReason::ByServer)));
    assert_eq!(numbers(&events[..1]), [1]);
}

#[test]
fn without_a_pending_attach_early_events_are_not_kept() {
    let mut case = attaching();
    let (_, other) = case.world.session();
    case.world.receive(plugin_event(other, 7, json!({})));
    assert_eq!(case.world.engine.stats().late, 1);
    let handle = case.attached(7);
    case.early(9, 1);
    assert_eq!(case.world.engine.stats().late, 2);
    assert_eq!(case.world.read(handle), []);
}

#[test]
fn early_events_are_dropped_when_the_attach_fails_or_is_cancelled() {
    let ends: [fn(&mut Attaching); 3] = [
        |case| {
            let sent = case.sent.clone();
            case.world.refuse(&sent, 461);
        },
        |case| case.world.command(|engine, now| engine.cancel(now, case.attach)),
        |case| case.world.pass_alive(15),
    ];
    for end in ends {
        let mut case = attaching();
        case.early(7, 1);
        case.early(7, 2);
        // The end of an earlier handle may come now, too: it is not late.
        case.world.receive(event("detached", case.session, 6, json!({})));
        assert_eq!(case.world.engine.stats().late, 0);
        end(&mut case);
        assert_eq!(case.world.engine.stats().late, 2);
    }
}

#[test]
fn early_events_have_a_bound() {
    let mut config = config();
    config.max_events = 3;
    let mut case = attaching_with(config);
    for number in 0..5 {
        case.early(7, number);
    }
    assert_eq!(case.world.engine.stats().late, 2);
    let handle = case.attached(7);
    assert_eq!(numbers(&case.world.read(handle)), [0, 1, 2]);
}

#[test]
fn a_rebuilt_handle_gets_early_events_after_its_rebuilt_event() {
    let mut config = recovering();
    config.recovery = config.recovery.map(|recovery| bifrons::Recovery { rebuild: true, ..recovery });
    let mut case = attaching_with(config);
    let handle = case.attached(7);
    case.world.receive(json!({ "janus": "timeout", "session_id": case.session.get() }));
    let create = case.world.sent();
    case.world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = case.world.sent();
    case.session = SessionId::new(3_000).unwrap();
    case.early(9, 1);
    case.world.succeed(&attach, json!({ "data": { "id": 9 } }));
    let events = case.world.read(handle);
    assert_eq!(events[0], HandleEvent::Rebuilt(9));
    assert_eq!(numbers(&events[1..]), [1]);
    assert!(!case.world.happened().iter().any(|happened| matches!(happened, Happened::Disconnected(_))));
}
