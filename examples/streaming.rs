//! A mountpoint that receives RTP, and a viewer of it.
//!
//!     cargo run --example streaming -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::Secret;
use bifrons::plugins::streaming::{
    CreateRtpMountpoint, DestroyMountpoint, Media, Pause, Start, Streaming, Watch,
};
use support::{answer_to, connect};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let session = connection.create().await?;
    let manager = session.attach::<Streaming>().await?;
    let secret = Secret::from("only the manager knows");
    let audio = Media::new("audio", "0", 0).pt(111).codec("opus");
    let create = CreateRtpMountpoint::default().media(vec![audio]).secret(secret.clone());
    let created = manager.create_rtp_mountpoint(create).await?;
    let id = created.id;
    for port in created.ports.unwrap_or_default() {
        println!("mountpoint {id} receives Opus on port {:?}", port.port);
    }

    let viewer = session.attach::<Streaming>().await?;
    let offered = viewer.watch(Watch::new(id.clone())).await?;
    let answer = answer_to(offered.jsep.as_ref())?;
    let started = viewer.start(Start::default().jsep(answer)).await?;
    println!("watching: {:?}", started.status);
    viewer.pause(Pause::default()).await?;
    viewer.start(Start::default()).await?;
    println!("paused and resumed");

    manager.destroy_mountpoint(DestroyMountpoint::new(id).secret(secret)).await?;
    connection.close().await;
    Ok(())
}
