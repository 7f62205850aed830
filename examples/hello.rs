//! Creates a room, and joins it.

use bifrons::plugins::videoroom::{Create, JoinPublisher, VideoRoom};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let url = std::env::args().nth(1).unwrap_or("ws://127.0.0.1:8188".into());
    let connection = bifrons::connect(url).await?;
    let videoroom = connection.create().await?.attach::<VideoRoom>().await?;

    let room = videoroom.create(Create::default().description("Hello")).await?.room;
    let joined = videoroom.join_publisher(JoinPublisher::new(room.clone()).display("Anna")).await?;
    println!("Anna is participant {} of room {room}", joined.feed);
    connection.close().await;
    Ok(())
}
