//! The Admin API: every request, with a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::admin::{self, *};
use bifrons::plugins::echotest::{self, EchoTest};
use bifrons::plugins::{textroom, videoroom};
use bifrons::{Admin, ErrorCode, Event, Secret};
use support::{Janus, next, sdp, within};

async fn admin(janus: &Janus) -> Admin {
    janus.admin().await.admin().unwrap()
}

#[tokio::test]
async fn settings_are_read_and_changed() {
    let janus = Janus::start(&[]);
    let admin = admin(&janus).await;
    assert_eq!(admin.connection().info().await.unwrap().version, janus.at.version);
    assert!(admin.connection().ping().await.is_ok());
    let status = admin.get_status(GetStatus {}).await.unwrap().status.unwrap();
    assert_eq!((status.session_timeout, status.token_auth), (Some(60), Some(false)));
    let all = SetSessionTimeout { timeout: 90, session_id: None };
    assert_eq!(admin.set_session_timeout(all).await.unwrap().timeout, Some(90));
    assert_eq!(admin.set_log_level(SetLogLevel { level: 5 }).await.unwrap().level, Some(5));
    let stamped = admin.set_log_timestamps(SetLogTimestamps { timestamps: false }).await.unwrap();
    assert_eq!(stamped.log_timestamps, Some(false));
    assert_eq!(admin.set_log_colors(SetLogColors { colors: false }).await.unwrap().log_colors, Some(false));
    let locks = admin.set_locking_debug(SetLockingDebug { debug: false }).await.unwrap();
    assert_eq!(locks.locking_debug, Some(false));
    let counts = admin.set_refcount_debug(SetRefcountDebug { debug: false }).await.unwrap();
    assert_eq!(counts.refcount_debug, Some(false));
    let libnice = admin.set_libnice_debug(SetLibniceDebug { debug: false }).await;
    match janus.at.version {
        ..1302 => assert_eq!(libnice.unwrap().libnice_debug, Some(false)),
        _ => assert_eq!(libnice.unwrap_err().janus_code(), Some(457)),
    }
    let queue = admin.set_min_nack_queue(SetMinNackQueue { min_nack_queue: 300 }).await.unwrap();
    assert_eq!(queue.min_nack_queue, Some(300));
    let nacks =
        admin.set_nack_optimizations(SetNackOptimizations { nack_optimizations: true }).await.unwrap();
    assert_eq!(nacks.nack_optimizations, Some(true));
    let timer = admin.set_no_media_timer(SetNoMediaTimer { no_media_timer: 3 }).await.unwrap();
    assert_eq!(timer.no_media_timer, Some(3));
    let slow = admin.set_slowlink_threshold(SetSlowlinkThreshold { slowlink_threshold: 5 }).await.unwrap();
    assert_eq!(slow.slowlink_threshold, Some(5));
    assert_eq!(
        admin.accept_new_sessions(AcceptNewSessions { accept: false }).await.unwrap().accept,
        Some(false)
    );
    let status = admin.get_status(GetStatus {}).await.unwrap().status.unwrap();
    assert_eq!(
        (status.session_timeout, status.min_nack_queue, status.slowlink_threshold),
        (Some(90), Some(300), Some(5))
    );
    let refused = bifrons::connect(&*janus.at.ws).await.unwrap().create().await.unwrap_err();
    assert_eq!(refused.janus_code(), Some(472));
}

#[tokio::test]
async fn sessions_and_handles_are_listed_and_ended() {
    let janus = Janus::start(&[]);
    let admin = admin(&janus).await;
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let session = connection.create().await.unwrap();
    let handle = session.attach::<EchoTest>().await.unwrap();
    let start = echotest::Start::default().audio(true).jsep(sdp::offer());
    within("a response", handle.start(start)).await.unwrap();
    let (session_id, handle_id) = (session.id(), handle.id());

    assert_eq!(admin.list_sessions(ListSessions {}).await.unwrap().sessions, Some(vec![session_id]));
    assert_eq!(admin.list_handles(ListHandles { session_id }).await.unwrap().handles, Some(vec![handle_id]));
    let described = admin.handle_info(HandleInfo { session_id, handle_id, plugin_only: None }).await.unwrap();
    let info = described.info.unwrap();
    assert_eq!(info.plugin.as_deref(), Some("janus.plugin.echotest"));
    assert_eq!(info.flags.unwrap().got_offer, Some(true));
    assert!(info.sdps.unwrap().remote.is_some());
    let webrtc = info.webrtc.unwrap();
    assert!(webrtc.ice.unwrap().state.is_some() && webrtc.dtls.unwrap().fingerprint.is_some());
    let medium = webrtc.media.unwrap().into_values().next().unwrap();
    assert!(medium.stats.is_some() && medium.ssrc.is_some(), "{medium:?}");
    let only = HandleInfo { session_id, handle_id, plugin_only: Some(true) };
    assert!(admin.handle_info(only).await.unwrap().info.unwrap().webrtc.is_none());

    let one = SetSessionTimeout { timeout: 120, session_id: Some(session_id) };
    assert_eq!(admin.set_session_timeout(one).await.unwrap().timeout, Some(120));
    let folder = janus.at.log.parent().unwrap().to_string_lossy().into_owned();
    let start = StartPcap {
        session_id,
        handle_id,
        folder: Some(folder.clone()),
        filename: Some("packets.pcap".into()),
        truncate: Some(100),
    };
    admin.start_pcap(start).await.unwrap();
    admin.stop_pcap(StopPcap { session_id, handle_id }).await.unwrap();
    let text = StartText2pcap { session_id, handle_id, folder: Some(folder), filename: None, truncate: None };
    admin.start_text2pcap(text).await.unwrap();
    admin.stop_text2pcap(StopText2pcap { session_id, handle_id }).await.unwrap();
    let twice = admin.stop_pcap(StopPcap { session_id, handle_id }).await.unwrap_err();
    assert_eq!(twice.janus_code(), Some(490));

    admin.hangup_webrtc(HangupWebrtc { session_id, handle_id }).await.unwrap();
    let hung_up = async {
        loop {
            if let Some(Event::Hangup { reason }) = next(&handle).await {
                return reason;
            }
        }
    };
    assert_eq!(within("the end of the media", hung_up).await, "Admin API");
    admin.detach_handle(DetachHandle { session_id, handle_id }).await.unwrap();
    admin.destroy_session(DestroySession { session_id }).await.unwrap();
    assert_eq!(admin.list_sessions(ListSessions {}).await.unwrap().sessions, Some(Vec::new()));
    let refused = admin.list_handles(ListHandles { session_id }).await.unwrap_err();
    assert_eq!(refused.janus_code(), Some(458));
}

#[tokio::test]
async fn plugins_and_components_respond_to_requests() {
    let janus = Janus::start(&[]);
    let admin = admin(&janus).await;
    let create = videoroom::Create::default().room(77).secret("s");
    assert_eq!(admin.plugin(create).await.unwrap().room, 77.into());
    let rooms = admin.plugin(videoroom::List::default()).await.unwrap().list;
    assert!(rooms.iter().any(|room| room.room == 77.into()));
    let wrong = videoroom::Destroy::new(77).secret("t");
    assert_eq!(admin.plugin(wrong).await.unwrap_err().plugin_code(), Some(433));
    // Only TextRoom requires a transaction.
    assert!(!admin.plugin(textroom::List::default()).await.unwrap().list.is_empty());
    let none = admin.plugin(bifrons::plugins::videocall::List::default()).await.unwrap_err();
    assert_eq!(none.janus_code(), Some(490));

    let request = serde_json::json!({ "request": "list" }).as_object().cloned();
    let request = MessagePlugin { plugin: "janus.plugin.videoroom".into(), request };
    assert!(admin.message_plugin(request).await.unwrap().response.unwrap().contains_key("list"));
    let transport = QueryTransport {
        transport: "janus.transport.websockets".into(),
        request: serde_json::json!({ "request": "configure" }).as_object().cloned(),
    };
    assert!(admin.query_transport(transport).await.unwrap().response.is_some());
    let handler = QueryEventhandler { handler: "janus.eventhandler.none".into(), request: None };
    assert_eq!(admin.query_eventhandler(handler).await.unwrap_err().janus_code(), Some(460));
    let logger = QueryLogger { logger: "janus.logger.none".into(), request: None };
    assert_eq!(admin.query_logger(logger).await.unwrap_err().janus_code(), Some(460));
    let event = serde_json::json!({ "n": 1 }).as_object().cloned().unwrap();
    admin.custom_event(CustomEvent { schema: "tests".into(), data: event }).await.unwrap();
    admin.custom_logline(CustomLogline { line: "a line of this test".into(), level: Some(4) }).await.unwrap();
    assert_eq!(admin.loops_info(LoopsInfo {}).await.unwrap().loops, Some(Vec::new()));
    let looked_up = admin.resolve_address(ResolveAddress { address: "localhost".into() }).await.unwrap();
    assert!(looked_up.ip.is_some() && looked_up.elapsed.is_some());
    let no_server = TestStun { address: "127.0.0.1".into(), port: 9, localport: None };
    assert_eq!(within("a refusal", admin.test_stun(no_server)).await.unwrap_err().janus_code(), Some(490));
}

#[tokio::test]
async fn stored_tokens() {
    let janus = Janus::start(&["--token-auth"]);
    let admin = admin(&janus).await;
    let token = || Secret::from("open-sesame");
    let names = |plugin: &str| vec![format!("janus.plugin.{plugin}")];
    let add = AddToken { token: token(), plugins: Some(names("echotest")) };
    assert_eq!(admin.add_token(add).await.unwrap().plugins, Some(names("echotest")));
    let more = AllowToken { token: token(), plugins: names("videoroom") };
    assert_eq!(admin.allow_token(more).await.unwrap().plugins.unwrap().len(), 2);
    let fewer = DisallowToken { token: token(), plugins: names("echotest") };
    assert_eq!(admin.disallow_token(fewer).await.unwrap().plugins, Some(names("videoroom")));
    let tokens = admin.list_tokens(ListTokens {}).await.unwrap().tokens.unwrap();
    assert_eq!((&tokens[0].token, &tokens[0].allowed_plugins), (&Some(token()), &Some(names("videoroom"))));
    assert!(!format!("{tokens:?}").contains("sesame"));
    admin.remove_token(RemoveToken { token: token() }).await.unwrap();
    let refused = admin.remove_token(RemoveToken { token: token() }).await.unwrap_err();
    assert_eq!(refused.janus_code(), Some(490));
}

#[tokio::test]
async fn only_a_connection_with_the_admin_api_has_these_requests() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    assert_eq!(connection.admin().unwrap_err().code(), ErrorCode::Unsupported);
    let stranger =
        bifrons::connect(&*janus.at.admin_ws).api(bifrons::Api::Admin).api_secret("wrong").await.unwrap();
    let refused = stranger.admin().unwrap().request(admin::ListSessions {}).await.unwrap_err();
    assert_eq!(refused.janus_code(), Some(403));
}
