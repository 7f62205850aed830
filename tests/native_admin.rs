//! The Admin API: every request, with a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::admin::{self, *};
use bifrons::plugins::echotest::{self, EchoTest};
use bifrons::plugins::words::MediaKind;
use bifrons::plugins::{textroom, videoroom};
use bifrons::{Admin, ErrorCode, Event, Secret};
use needs_janus::needs_janus;
use serde_json::json;
use support::{Janus, next, sdp, within};

async fn admin(janus: &Janus) -> Admin {
    janus.admin().await.admin().unwrap()
}

#[needs_janus("its settings")]
#[tokio::test]
async fn settings_are_read_and_changed() {
    let janus = Janus::start(&[]);
    let admin = admin(&janus).await;
    assert_eq!(admin.connection().info().await.unwrap().version, janus.at.version);
    assert!(admin.connection().ping().await.is_ok());
    let status = admin.get_status(GetStatus::default()).await.unwrap().status;
    assert_eq!((status.session_timeout, status.token_auth), (60, false));
    let all = SetSessionTimeout::new(90);
    assert_eq!(admin.set_session_timeout(all).await.unwrap().timeout, 90);
    assert_eq!(admin.set_log_level(SetLogLevel::new(5)).await.unwrap().level, 5);
    let stamped = admin.set_log_timestamps(SetLogTimestamps::new(false)).await.unwrap();
    assert!(!stamped.log_timestamps);
    assert!(!admin.set_log_colors(SetLogColors::new(false)).await.unwrap().log_colors);
    let locks = admin.set_locking_debug(SetLockingDebug::new(false)).await.unwrap();
    assert!(!locks.locking_debug);
    let counts = admin.set_refcount_debug(SetRefcountDebug::new(false)).await.unwrap();
    assert!(!counts.refcount_debug);
    let libnice = admin.set_libnice_debug(SetLibniceDebug::new(false)).await;
    match janus.at.version {
        ..1302 => assert!(!libnice.unwrap().libnice_debug),
        _ => assert_eq!(libnice.unwrap_err().janus_code(), Some(457)),
    }
    let queue = admin.set_min_nack_queue(SetMinNackQueue::new(300)).await.unwrap();
    assert_eq!(queue.min_nack_queue, 300);
    let nacks = admin.set_nack_optimizations(SetNackOptimizations::new(true)).await.unwrap();
    assert!(nacks.nack_optimizations);
    let timer = admin.set_no_media_timer(SetNoMediaTimer::new(3)).await.unwrap();
    assert_eq!(timer.no_media_timer, 3);
    let slow = admin.set_slowlink_threshold(SetSlowlinkThreshold::new(5)).await.unwrap();
    assert_eq!(slow.slowlink_threshold, 5);
    assert!(!admin.accept_new_sessions(AcceptNewSessions::new(false)).await.unwrap().accept);
    let status = admin.get_status(GetStatus::default()).await.unwrap().status;
    assert_eq!((status.session_timeout, status.min_nack_queue, status.slowlink_threshold), (90, 300, 5));
    let refused = bifrons::connect(&*janus.at.ws).await.unwrap().create().await.unwrap_err();
    assert_eq!(refused.janus_code(), Some(472));
}

#[needs_janus("the SDPs of its PeerConnections")]
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

    assert_eq!(admin.list_sessions(ListSessions::default()).await.unwrap().sessions, [session_id]);
    assert_eq!(admin.list_handles(ListHandles::new(session_id)).await.unwrap().handles, [handle_id]);
    let described = admin.handle_info(HandleInfo::new(session_id, handle_id)).await.unwrap();
    let info = described.info;
    assert_eq!(info.plugin.as_deref(), Some("janus.plugin.echotest"));
    assert!(info.flags.unwrap().got_offer);
    assert!(info.sdps.unwrap().remote.is_some());
    let webrtc = info.webrtc.unwrap();
    assert!(
        webrtc.dtls.fingerprint.is_some() && webrtc.dtls.dtls_state == Some(DtlsState::Created),
        "{webrtc:?}"
    );
    let medium = webrtc.media.into_values().next().unwrap();
    assert!(medium.kind == Some(MediaKind::Audio) && medium.ssrc.is_some(), "{medium:?}");
    let only = HandleInfo::new(session_id, handle_id).plugin_only(true);
    assert!(admin.handle_info(only).await.unwrap().info.webrtc.is_none());

    let one = SetSessionTimeout::new(120).session_id(session_id);
    assert_eq!(admin.set_session_timeout(one).await.unwrap().timeout, 120);
    let folder = janus.at.log.parent().unwrap().to_string_lossy().into_owned();
    let start = StartPcap::new(session_id, handle_id).folder(&*folder).filename("packets.pcap").truncate(100);
    admin.start_pcap(start).await.unwrap();
    admin.stop_pcap(StopPcap::new(session_id, handle_id)).await.unwrap();
    let text = StartText2pcap::new(session_id, handle_id).folder(folder);
    admin.start_text2pcap(text).await.unwrap();
    admin.stop_text2pcap(StopText2pcap::new(session_id, handle_id)).await.unwrap();
    let twice = admin.stop_pcap(StopPcap::new(session_id, handle_id)).await.unwrap_err();
    assert_eq!(twice.janus_code(), Some(490));

    admin.hangup_webrtc(HangupWebrtc::new(session_id, handle_id)).await.unwrap();
    let hung_up = async {
        loop {
            if let Some(Event::Hangup { reason }) = next(&handle).await {
                return reason;
            }
        }
    };
    assert_eq!(within("the end of the media", hung_up).await, "Admin API");
    admin.detach_handle(DetachHandle::new(session_id, handle_id)).await.unwrap();
    admin.destroy_session(DestroySession::new(session_id)).await.unwrap();
    assert_eq!(admin.list_sessions(ListSessions::default()).await.unwrap().sessions, []);
    let refused = admin.list_handles(ListHandles::new(session_id)).await.unwrap_err();
    assert_eq!(refused.janus_code(), Some(458));
}

#[needs_janus("requests to its transports")]
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

    let object = |value: serde_json::Value| value.as_object().cloned().unwrap();
    let list = MessagePlugin::new("janus.plugin.videoroom").request(object(json!({ "request": "list" })));
    assert!(admin.message_plugin(list).await.unwrap().response["list"].is_array());
    let configure = object(json!({ "request": "configure" }));
    let transport = QueryTransport::new("janus.transport.websockets").request(configure);
    assert!(admin.query_transport(transport).await.unwrap().response.is_object());
    let handler = QueryEventhandler::new("janus.eventhandler.none");
    assert_eq!(admin.query_eventhandler(handler).await.unwrap_err().janus_code(), Some(460));
    let logger = QueryLogger::new("janus.logger.none");
    assert_eq!(admin.query_logger(logger).await.unwrap_err().janus_code(), Some(460));
    admin.custom_event(CustomEvent::new("tests", object(json!({ "n": 1 })))).await.unwrap();
    admin.custom_logline(CustomLogline::new("a line of this test").level(4)).await.unwrap();
    assert_eq!(admin.loops_info(LoopsInfo::default()).await.unwrap().loops, []);
    let looked_up = admin.resolve_address(ResolveAddress::new("localhost")).await.unwrap();
    assert!(looked_up.ip.parse::<std::net::IpAddr>().unwrap().is_loopback(), "{looked_up:?}");
    let no_server = TestStun::new("127.0.0.1", 9);
    assert_eq!(within("a refusal", admin.test_stun(no_server)).await.unwrap_err().janus_code(), Some(490));
}

#[tokio::test]
async fn stored_tokens() {
    let janus = Janus::start(&["--token-auth"]);
    let admin = admin(&janus).await;
    let token = || Secret::from("open-sesame");
    let names = |plugin: &str| vec![format!("janus.plugin.{plugin}")];
    let add = AddToken::new(token()).plugins(names("echotest"));
    assert_eq!(admin.add_token(add).await.unwrap().plugins, names("echotest"));
    let more = AllowToken::new(token(), names("videoroom"));
    assert_eq!(admin.allow_token(more).await.unwrap().plugins.len(), 2);
    let fewer = DisallowToken::new(token(), names("echotest"));
    assert_eq!(admin.disallow_token(fewer).await.unwrap().plugins, names("videoroom"));
    let tokens = admin.list_tokens(ListTokens::default()).await.unwrap().tokens;
    assert_eq!((&tokens[0].token, &tokens[0].allowed_plugins), (&token(), &names("videoroom")));
    assert!(!format!("{tokens:?}").contains("sesame"));
    admin.remove_token(RemoveToken::new(token())).await.unwrap();
    let refused = admin.remove_token(RemoveToken::new(token())).await.unwrap_err();
    assert_eq!(refused.janus_code(), Some(490));
}

#[tokio::test]
async fn only_a_connection_with_the_admin_api_has_these_requests() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    assert_eq!(connection.admin().unwrap_err().code(), ErrorCode::Unsupported);
    let stranger =
        bifrons::connect(&*janus.at.admin_ws).api(bifrons::Api::Admin).api_secret("wrong").await.unwrap();
    let refused = stranger.admin().unwrap().request(admin::ListSessions::default()).await.unwrap_err();
    assert_eq!(refused.janus_code(), Some(403));
}
