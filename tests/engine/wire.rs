//! The exact text of each core request.

use bifrons::engine::{HandleKey, RequestOptions, SessionKey, Target};
use bifrons::error::{Error, ErrorCode};
use bifrons::wire::{AttachOptions, Verb};
use bifrons::{Address, Api, Config, CreateOptions, HandleId, SessionId};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::support::{World, config};

/// A session 1001 with a handle 1002; the next transaction is 103.
fn attached(config: Config) -> (World, SessionKey, HandleKey) {
    let mut world = World::connected_with(config, 60, 0);
    let (session, _) = world.session();
    let (handle, _) = world.handle(session);
    (world, session, handle)
}

#[test]
fn requests_of_the_connection() {
    let mut world = World::connected();
    world.command(|engine, now| engine.info(now));
    assert_eq!(world.sent_text(), r#"{"janus":"info","transaction":"101"}"#);
    world.command(|engine, now| engine.ping(now));
    assert_eq!(world.sent_text(), r#"{"janus":"ping","transaction":"102"}"#);
    world.command(|engine, now| engine.create(now, CreateOptions::default()));
    assert_eq!(world.sent_text(), r#"{"janus":"create","transaction":"103"}"#);
    let options = CreateOptions { id: SessionId::new(7), ..CreateOptions::default() };
    world.command(|engine, now| engine.create(now, options));
    assert_eq!(world.sent_text(), r#"{"janus":"create","transaction":"104","id":7}"#);
    world.command(|engine, now| engine.claim(now, SessionId::new(8).unwrap(), None));
    assert_eq!(world.sent_text(), r#"{"janus":"claim","session_id":8,"transaction":"105"}"#);
}

#[test]
fn requests_of_a_session() {
    let (mut world, session, _) = attached(config());
    let options = AttachOptions { plugin: "janus.plugin.echotest".into(), ..AttachOptions::default() };
    world.command(|engine, now| engine.attach(now, session, options));
    let text = r#"{"janus":"attach","session_id":1001,"transaction":"103","plugin":"janus.plugin.echotest"}"#;
    assert_eq!(world.sent_text(), text);

    let options =
        AttachOptions { plugin: "a\"b\\".into(), opaque_id: Some("ö\n\u{1}".into()), loop_index: Some(3) };
    world.command(|engine, now| engine.attach(now, session, options));
    let text = concat!(
        r#"{"janus":"attach","session_id":1001,"transaction":"104","plugin":"a\"b\\","#,
        r#""opaque_id":"ö\n\u0001","loop_index":3}"#
    );
    assert_eq!(world.sent_text(), text);

    world.command(|engine, now| engine.adopt(now, session, HandleId::new(55).unwrap()));
    let text = r#"{"janus":"keepalive","session_id":1001,"handle_id":55,"transaction":"105"}"#;
    assert_eq!(world.sent_text(), text);
    world.command(|engine, now| engine.destroy(now, session));
    assert_eq!(world.sent_text(), r#"{"janus":"destroy","session_id":1001,"transaction":"106"}"#);
}

#[test]
fn requests_of_a_handle() {
    let (mut world, _, handle) = attached(config());
    let body = r#""body":{"audio":true},"jsep":{"type":"offer","sdp":"v=0\r\n"}"#;
    world.command(|engine, now| engine.message(now, handle, body.into(), RequestOptions::default()));
    let head = r#"{"janus":"message","session_id":1001,"handle_id":1002,"transaction":"103","#;
    assert_eq!(world.sent_text(), format!("{head}{body}}}"));

    let candidate = r#""candidate":{"completed":true}"#;
    world.command(|engine, now| engine.trickle(now, handle, candidate.into()));
    let head = r#"{"janus":"trickle","session_id":1001,"handle_id":1002,"transaction":"104","#;
    assert_eq!(world.sent_text(), format!("{head}{candidate}}}"));

    world.command(|engine, now| engine.hangup(now, handle));
    let text = r#"{"janus":"hangup","session_id":1001,"handle_id":1002,"transaction":"105"}"#;
    assert_eq!(world.sent_text(), text);
    world.command(|engine, now| engine.detach(now, handle));
    let text = r#"{"janus":"detach","session_id":1001,"handle_id":1002,"transaction":"106"}"#;
    assert_eq!(world.sent_text(), text);
}

#[test]
fn requests_with_a_verb_of_the_application() {
    let (mut world, session, handle) = attached(config());
    let verb = || Verb::Other("list_\"x\"".into());
    let options = RequestOptions::default();
    world.command(|engine, now| {
        engine.request(now, Target::Connection, verb(), Some(r#""a":1"#.into()), options.clone());
        engine.request(now, Target::Session(session), verb(), None, options.clone());
        engine.request(now, Target::Handle(handle), verb(), None, options);
    });
    assert_eq!(world.sent_text(), r#"{"janus":"list_\"x\"","transaction":"103","a":1}"#);
    assert_eq!(world.sent_text(), r#"{"janus":"list_\"x\"","session_id":1001,"transaction":"104"}"#);
    let text = r#"{"janus":"list_\"x\"","session_id":1001,"handle_id":1002,"transaction":"105"}"#;
    assert_eq!(world.sent_text(), text);
}

#[test]
fn each_request_contains_the_credentials() {
    let address = Address::new("ws://one").api_secret("s\"1").token("t2");
    let (mut world, _, handle) = attached(Config::new(vec![address]));
    world.command(|engine, now| engine.hangup(now, handle));
    let text = concat!(
        r#"{"janus":"hangup","session_id":1001,"handle_id":1002,"transaction":"103","#,
        r#""apisecret":"s\"1","token":"t2"}"#
    );
    assert_eq!(world.sent_text(), text);

    let options = RequestOptions { own_credentials: true, ..RequestOptions::default() };
    let members = r#""body":{},"token":"other""#;
    world.command(|engine, now| engine.message(now, handle, members.into(), options));
    let text = concat!(
        r#"{"janus":"message","session_id":1001,"handle_id":1002,"transaction":"104","#,
        r#""body":{},"token":"other"}"#
    );
    assert_eq!(world.sent_text(), text);
}

#[test]
fn the_admin_api_has_its_own_secret() {
    let mut config = Config::new(vec![Address::new("ws://one").api_secret("s")]);
    config.api = Api::Admin;
    let mut world = World::connected_with(config, 60, 0);
    assert_eq!(world.engine.api(), Api::Admin);
    world.command(|engine, now| engine.ping(now));
    assert_eq!(world.sent_text(), r#"{"janus":"ping","transaction":"101","admin_secret":"s"}"#);
}

#[test]
fn credentials_are_those_of_the_address_in_use() {
    let addresses =
        vec![Address::new("ws://one").api_secret("first"), Address::new("ws://two").token("second")];
    let mut world = World::new(Config::new(addresses));
    world.connect();
    world.command(|engine, now| engine.create(now, CreateOptions::default()));
    world.transport_closes(Error::new(ErrorCode::ConnectFailed, "refused"));
    world.pass_seconds(1);
    world.open();
    assert_eq!(world.sent_text(), r#"{"janus":"create","transaction":"100","token":"second"}"#);
}
