//! Streaming: every request, with a real Janus and without media, so that 1.1.2 does not respond to
//! `Stop`.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::time::Duration;

use bifrons::engine::Timeout;
use bifrons::plugins::streaming::{self as stream, Streaming, error_code};
use bifrons::{Connection, ErrorCode, Handle, Id, Jsep, JsepType, Secret};
use needs_janus::needs_janus;
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

async fn open_mountpoint(handle: &Handle<Streaming>, id: u64) -> Secret {
    let secret = Secret::from("mountpoint's secret");
    let audio = stream::Media::new("audio", "0", 0).pt(111).codec("opus");
    let create = stream::CreateRtpMountpoint::default()
        .id(id)
        .name("a name")
        .media(vec![audio])
        .secret(secret.clone());
    let created = handle.create_rtp_mountpoint(create).await.unwrap();
    assert_eq!(created.name, "a name");
    assert_eq!(created.id, id.into());
    assert!(created.ports.as_ref().is_some_and(|ports| ports[0].port > Some(0)), "{created:?}");
    secret
}

#[needs_janus("recordings")]
#[tokio::test]
async fn mountpoints_are_created_changed_and_destroyed() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = open_mountpoint(&handle, 55).await;
    let id = Id::from(55);
    let list = handle.list(stream::List::default()).await.unwrap().list;
    assert!(list.iter().any(|one| one.id == 55.into()), "{list:?}");
    let info = stream::Info::new(id.clone()).secret(secret.clone());
    assert_eq!(handle.info(info).await.unwrap().secret, Some(secret.clone()));
    let edit = stream::Edit::new(id.clone()).new_description("Another").secret(secret.clone());
    assert_eq!(handle.edit(edit).await.unwrap().id, id.clone());
    let disable = stream::Disable::new(id.clone()).secret(secret.clone());
    handle.disable(disable).await.unwrap();
    let enable = stream::Enable::new(id.clone()).secret(secret.clone());
    handle.enable(enable).await.unwrap();

    let folder = janus.at.log.parent().unwrap().join("recordings/stream");
    let recorded = stream::RecordedMedia::new("0");
    let media = vec![recorded.clone().filename(folder.to_string_lossy())];
    let start = stream::StartRecording::new(id.clone()).secret(secret.clone()).media(media);
    handle.start_recording(start).await.unwrap();
    let stop = stream::StopRecording::new(id.clone()).secret(secret.clone()).media(vec![recorded]);
    handle.stop_recording(stop).await.unwrap();
    let kick = stream::KickAll::new(id.clone()).secret(secret.clone());
    handle.kick_all(kick).await.unwrap();
    let wrong = stream::DestroyMountpoint::new(id.clone()).secret("no");
    let refused = handle.destroy_mountpoint(wrong).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::UNAUTHORIZED));
    let destroy = stream::DestroyMountpoint::new(id.clone()).secret(secret);
    assert_eq!(handle.destroy_mountpoint(destroy).await.unwrap().id, id);

    let file = stream::CreateLiveMountpoint::new("/there/is/none.alaw");
    assert_eq!(
        handle.create_live_mountpoint(file).await.unwrap_err().plugin_code(),
        Some(error_code::CANT_CREATE)
    );
    let file = stream::CreateOndemandMountpoint::new("/there/is/none.alaw");
    let refused = handle.create_ondemand_mountpoint(file).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::CANT_CREATE));
    let rtsp = stream::CreateRtspMountpoint::new("rtsp://127.0.0.1:9/nothing").audio(true);
    let refused = handle.create_rtsp_mountpoint(rtsp).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::CANT_CREATE));
    connection.close().await;
}

#[needs_janus("files")]
#[tokio::test]
async fn files_and_cameras_are_mountpoints() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let file = janus.at.log.parent().unwrap().join("a second.alaw");
    std::fs::write(&file, [0xd5; 8000]).unwrap();
    let filename = file.to_string_lossy().into_owned();
    let live = stream::CreateLiveMountpoint::new(filename.clone()).id(56);
    let live = handle.create_live_mountpoint(live).await.unwrap();
    assert_eq!((live.id, live.kind), (56.into(), "live".into()));
    let on_demand = stream::CreateOndemandMountpoint::new(filename).id(57);
    let on_demand = handle.create_ondemand_mountpoint(on_demand).await.unwrap();
    assert_eq!((on_demand.id, on_demand.kind), (57.into(), "on demand".into()));
    let camera = stream::CreateRtspMountpoint::new("rtsp://127.0.0.1:9/unknown")
        .id(58)
        .rtsp_failcheck(false)
        .audio(true);
    let camera = handle.create_rtsp_mountpoint(camera).await.unwrap();
    assert_eq!(camera.id, 58.into());
    connection.close().await;
}

#[needs_janus("its checks of a viewer")]
#[tokio::test]
async fn a_mountpoint_is_watched() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    open_mountpoint(&handle, 66).await;
    open_mountpoint(&handle, 67).await;
    let status = |response: stream::Status| response.status;
    let watch = stream::Watch::new(66);
    let offered = handle.watch(watch).await.unwrap();
    let start = stream::Start::default().jsep(answer_to(offered.jsep.as_ref().unwrap()));
    assert_eq!(status(offered), "preparing");
    assert_eq!(status(handle.start(start).await.unwrap()), "starting");
    let configure = stream::Configure::default().mid("0").send(true);
    handle.configure(configure).await.unwrap();
    let switched = handle.switch(stream::Switch::new(67)).await.unwrap();
    assert_eq!(switched.id, 67.into());
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
    let missing = stream::Watch::new(4321);
    let refused = handle.watch(missing).await.unwrap_err();
    assert_eq!(refused.plugin_code(), Some(error_code::NO_SUCH_MOUNTPOINT));
    connection.close().await;
}
