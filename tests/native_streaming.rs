//! Streaming: every request, with a real Janus and without media, so that 1.1.2 does not respond to
//! `Stop`.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::streaming::{self as stream, Streaming, error_code};
use bifrons::{Connection, ErrorCode, Handle, Id, Jsep, JsepType, Secret};
use support::Janus;

async fn attach(connection: &Connection) -> Handle<Streaming> {
    connection.create().await.unwrap().attach::<Streaming>().await.unwrap()
}

/// An SDP answer that accepts all media of the offer.
fn answer_to(offer: &Jsep) -> Jsep {
    assert_eq!(offer.kind, JsepType::Offer);
    let wanted = |line: &&str| !line.starts_with("a=candidate") && !line.starts_with("a=end-of");
    let lines: Vec<_> = offer.sdp.lines().filter(wanted).collect();
    let sdp = lines.join("\r\n") + "\r\n";
    Jsep::answer(sdp.replace("a=setup:actpass", "a=setup:active").replace("a=sendonly", "a=recvonly"))
}

async fn open_mountpoint(handle: &Handle<Streaming>, id: u64) -> Option<Secret> {
    let secret = Some(Secret::from("mountpoint's secret"));
    let audio = stream::Media {
        kind: "audio".into(),
        mid: "0".into(),
        pt: Some(111),
        codec: Some("opus".into()),
        ..Default::default()
    };
    let create = stream::CreateRtpMountpoint {
        id: Some(id.into()),
        name: Some("a name".into()),
        secret: secret.clone(),
        media: Some(vec![audio]),
        ..Default::default()
    };
    let created = handle.create_rtp_mountpoint(create).await.unwrap();
    assert_eq!(created.name.as_deref(), Some("a name"));
    assert_eq!(created.id, Some(id.into()));
    assert!(created.ports.as_ref().is_some_and(|ports| ports[0].port > Some(0)), "{created:?}");
    secret
}

#[tokio::test]
async fn mountpoints_are_created_changed_and_destroyed() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = open_mountpoint(&handle, 55).await;
    let id = Id::from(55);
    let list = handle.list(stream::List::default()).await.unwrap().list.unwrap();
    assert!(list.iter().any(|one| one.id == Some(55.into())), "{list:?}");
    let info = stream::Info { id: id.clone(), secret: secret.clone(), ..Default::default() };
    assert_eq!(handle.info(info).await.unwrap().secret, secret);
    let edit = stream::Edit {
        id: id.clone(),
        secret: secret.clone(),
        new_description: Some("Another".into()),
        ..Default::default()
    };
    assert_eq!(handle.edit(edit).await.unwrap().id, Some(id.clone()));
    let disable = stream::Disable { id: id.clone(), secret: secret.clone(), ..Default::default() };
    handle.disable(disable).await.unwrap();
    let enable = stream::Enable { id: id.clone(), secret: secret.clone(), ..Default::default() };
    handle.enable(enable).await.unwrap();

    let folder = janus.at.log.parent().unwrap().join("recordings/stream");
    let filename = Some(folder.to_string_lossy().into_owned());
    let recorded =
        |filename| Some(vec![stream::RecordedMedia { mid: "0".into(), filename, ..Default::default() }]);
    let start = stream::StartRecording {
        id: id.clone(),
        secret: secret.clone(),
        media: recorded(filename),
        ..Default::default()
    };
    handle.start_recording(start).await.unwrap();
    let stop = stream::StopRecording {
        id: id.clone(),
        secret: secret.clone(),
        media: recorded(None),
        ..Default::default()
    };
    handle.stop_recording(stop).await.unwrap();
    let kick = stream::KickAll { id: id.clone(), secret: secret.clone(), ..Default::default() };
    handle.kick_all(kick).await.unwrap();
    let wrong = stream::DestroyMountpoint { id: id.clone(), secret: Some("no".into()), ..Default::default() };
    let refused = handle.destroy_mountpoint(wrong).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::UNAUTHORIZED));
    let destroy = stream::DestroyMountpoint { id: id.clone(), secret, ..Default::default() };
    assert_eq!(handle.destroy_mountpoint(destroy).await.unwrap().id, Some(id));

    let file = stream::CreateLiveMountpoint { filename: "/there/is/none.alaw".into(), ..Default::default() };
    assert_eq!(
        handle.create_live_mountpoint(file).await.unwrap_err().plugin_code(),
        Some(error_code::CANT_CREATE)
    );
    let file =
        stream::CreateOndemandMountpoint { filename: "/there/is/none.alaw".into(), ..Default::default() };
    let refused = handle.create_ondemand_mountpoint(file).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::CANT_CREATE));
    let rtsp = stream::CreateRtspMountpoint {
        url: "rtsp://127.0.0.1:9/nothing".into(),
        audio: Some(true),
        ..Default::default()
    };
    let refused = handle.create_rtsp_mountpoint(rtsp).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::CANT_CREATE));
    connection.close().await;
}

#[tokio::test]
async fn files_and_cameras_are_mountpoints() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let file = janus.at.log.parent().unwrap().join("a second.alaw");
    std::fs::write(&file, [0xd5; 8000]).unwrap();
    let filename = file.to_string_lossy().into_owned();
    let live = stream::CreateLiveMountpoint {
        id: Some(56.into()),
        filename: filename.clone(),
        ..Default::default()
    };
    let live = handle.create_live_mountpoint(live).await.unwrap();
    assert_eq!((live.id, live.kind.as_deref()), (Some(56.into()), Some("live")));
    let on_demand = stream::CreateOndemandMountpoint { id: Some(57.into()), filename, ..Default::default() };
    let on_demand = handle.create_ondemand_mountpoint(on_demand).await.unwrap();
    assert_eq!((on_demand.id, on_demand.kind.as_deref()), (Some(57.into()), Some("on demand")));
    let camera = stream::CreateRtspMountpoint {
        id: Some(58.into()),
        url: "rtsp://127.0.0.1:9/unknown".into(),
        rtsp_failcheck: Some(false),
        audio: Some(true),
        ..Default::default()
    };
    let camera = handle.create_rtsp_mountpoint(camera).await.unwrap();
    assert_eq!(camera.id, Some(58.into()));
    connection.close().await;
}

#[tokio::test]
async fn a_mountpoint_is_watched() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    open_mountpoint(&handle, 66).await;
    open_mountpoint(&handle, 67).await;
    let status = |response: stream::Status| response.status.unwrap();
    let watch = stream::Watch { id: 66.into(), ..Default::default() };
    let offered = handle.watch(watch).await.unwrap();
    let start = stream::Start { jsep: Some(answer_to(offered.jsep.as_ref().unwrap())), ..Default::default() };
    assert_eq!(status(offered), "preparing");
    assert_eq!(status(handle.start(start).await.unwrap()), "starting");
    let configure = stream::Configure { mid: Some("0".into()), send: Some(true), ..Default::default() };
    handle.configure(configure).await.unwrap();
    let switched = handle.switch(stream::Switch { id: 67.into(), ..Default::default() }).await.unwrap();
    assert_eq!(switched.id, Some(67.into()));
    assert_eq!(status(handle.pause(stream::Pause::default()).await.unwrap()), "pausing");
    let soon = Timeout::After(Duration::from_millis(300));
    let stopped = handle.request_with(stream::Stop::default(), soon).await;
    if janus.at.version < 1301 {
        let silence = stopped.unwrap_err();
        assert_eq!(silence.code(), ErrorCode::Timeout);
        assert!(silence.message().contains("while no media are sent"), "{silence}");
    } else {
        assert_eq!(status(stopped.unwrap()), "idle");
    }
    let missing = stream::Watch { id: 4321.into(), ..Default::default() };
    let refused = handle.watch(missing).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NO_SUCH_MOUNTPOINT));
    connection.close().await;
}
