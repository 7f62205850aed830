//! Events that come before the response to the handle's `attach`.

use bifrons::SessionId;
use bifrons::engine::{EndReason, HandleKey, Created, RequestId, SessionKey};
use bifrons::wire::{AttachOptions, Kind};
use serde_json::{Value, json};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{Happened, Told, World, config, event, plugin_event, recovering};

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
    let attach = world.tell(|engine, now| engine.attach(now, key, AttachOptions::default()));
    let sent = world.sent();
    Attaching { world, key, session, attach, sent }
}

impl Attaching {
    fn early(&mut self, handle: u64, number: u64) {
        self.world.hear(plugin_event(self.session, handle, json!({ "n": number })));
    }

    fn attached(&mut self, id: u64) -> HandleKey {
        let sent = self.sent.clone();
        self.world.succeed(&sent, json!({ "data": { "id": id } }));
        match self.world.reply(self.attach).unwrap().created {
            Some(Created::Handle(key, _)) => key,
            other => panic!("attach made {other:?}"),
        }
    }
}

fn numbers(told: &[Told]) -> Vec<Value> {
    let number = |told: &Told| match told {
        Told::Message(Kind::Event, message) => message["plugindata"]["data"]["n"].clone(),
        other => panic!("{other:?}"),
    };
    told.iter().map(number).collect()
}

#[test]
fn they_are_the_first_that_the_handle_gets() {
    let mut it = attaching();
    it.early(7, 1);
    it.early(8, 2);
    it.early(7, 3);
    let handle = it.attached(7);
    it.early(7, 4);
    assert_eq!(numbers(&it.world.read(handle)), [1, 3, 4]);
    // The other handle is nobody's.
    assert_eq!(it.world.engine.stats().late, 1);
}

#[test]
fn each_handle_gets_its_own() {
    let mut it = attaching();
    let second = it.world.tell(|engine, now| engine.attach(now, it.key, AttachOptions::default()));
    let second_sent = it.world.sent();
    it.early(7, 1);
    it.early(8, 2);
    let first = it.attached(7);
    it.world.succeed(&second_sent, json!({ "data": { "id": 8 } }));
    let Some(Created::Handle(second, _)) = it.world.reply(second).unwrap().created else { panic!("no handle") };
    assert_eq!(numbers(&it.world.read(first)), [1]);
    assert_eq!(numbers(&it.world.read(second)), [2]);
    assert_eq!(it.world.engine.stats().late, 0);
}

#[test]
fn a_handle_may_end_before_it_is_known() {
    let mut it = attaching();
    it.early(7, 1);
    it.world.hear(event("detached", it.session, 7, json!({})));
    let handle = it.attached(7);
    let told = it.world.read(handle);
    assert_eq!(told.last(), Some(&Told::Ended(EndReason::ByServer)));
    assert_eq!(numbers(&told[..1]), [1]);
}

#[test]
fn without_an_attach_of_the_session_they_are_not_kept() {
    let mut it = attaching();
    let (_, other) = it.world.session();
    it.world.hear(plugin_event(other, 7, json!({})));
    assert_eq!(it.world.engine.stats().late, 1);
    let handle = it.attached(7);
    it.early(9, 1);
    assert_eq!(it.world.engine.stats().late, 2);
    assert_eq!(it.world.read(handle), []);
}

#[test]
fn they_go_when_the_attach_fails_or_is_given_up() {
    let ends: [fn(&mut Attaching); 3] = [
        |it| {
            let sent = it.sent.clone();
            it.world.refuse(&sent, 461);
        },
        |it| it.world.tell(|engine, now| engine.cancel(now, it.attach)),
        |it| it.world.pass_alive(15),
    ];
    for end in ends {
        let mut it = attaching();
        it.early(7, 1);
        it.early(7, 2);
        assert_eq!(it.world.engine.stats().late, 0);
        end(&mut it);
        assert_eq!(it.world.engine.stats().late, 2);
    }
}

#[test]
fn they_have_a_bound() {
    let mut config = config();
    config.max_events = 3;
    let mut it = attaching_with(config);
    for number in 0..5 {
        it.early(7, number);
    }
    assert_eq!(it.world.engine.stats().late, 2);
    let handle = it.attached(7);
    assert_eq!(numbers(&it.world.read(handle)), [0, 1, 2]);
}

#[test]
fn a_rebuilt_handle_has_them_after_its_rebuilt_event() {
    let mut config = recovering();
    config.recovery = config.recovery.map(|recovery| bifrons::Recovery { rebuild: true, ..recovery });
    let mut it = attaching_with(config);
    let handle = it.attached(7);
    it.world.hear(json!({ "janus": "timeout", "session_id": it.session.get() }));
    let create = it.world.sent();
    it.world.succeed(&create, json!({ "data": { "id": 3_000 } }));
    let attach = it.world.sent();
    it.session = SessionId::new(3_000).unwrap();
    it.early(9, 1);
    it.world.succeed(&attach, json!({ "data": { "id": 9 } }));
    let told = it.world.read(handle);
    assert_eq!(told[0], Told::Rebuilt(9));
    assert_eq!(numbers(&told[1..]), [1]);
    assert!(!it.world.happened().iter().any(|happened| matches!(happened, Happened::Disconnected(_))));
}
