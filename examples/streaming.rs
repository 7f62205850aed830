//! A mountpoint that receives RTP, and a viewer of it.
//!
//!     cargo run --example streaming -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::streaming::{
    CreateRtpMountpoint, DestroyMountpoint, Media, Pause, Start, Streaming, Watch,
};
use bifrons::{Id, Secret};
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let session = connection.create().await?;
    let manager = session.attach::<Streaming>().await?;
    let secret = Some(Secret::from("only the manager knows"));
    let audio = Media {
        kind: "audio".into(),
        mid: "0".into(),
        pt: Some(111),
        codec: Some("opus".into()),
        ..Default::default()
    };
    let create =
        CreateRtpMountpoint { media: Some(vec![audio]), secret: secret.clone(), ..Default::default() };
    let created = manager.create_rtp_mountpoint(create).await?;
    let id = created.id.unwrap_or(Id::from(0));
    for port in created.ports.unwrap_or_default() {
        println!("mountpoint {id} receives Opus on port {:?}", port.port);
    }

    let viewer = session.attach::<Streaming>().await?;
    let offered = viewer.watch(Watch { id: id.clone(), ..Default::default() }).await?;
    let answer = offered.jsep.as_ref().map(sdp::answer_to);
    let started = viewer.start(Start { jsep: answer, ..Default::default() }).await?;
    println!("watching: {:?}", started.status);
    viewer.pause(Pause::default()).await?;
    viewer.start(Start::default()).await?;
    println!("paused and resumed");

    manager.destroy_mountpoint(DestroyMountpoint { id, secret, ..Default::default() }).await?;
    connection.close().await;
    Ok(())
}
