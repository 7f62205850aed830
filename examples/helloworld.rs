//! The shortest example: a connection, a session, and a handle on a plugin known only by its name.
//!
//!     cargo run --example helloworld -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::Event;
use serde_json::json;
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let info = connection.info().await?;
    println!("connected to {} {}", info.name, info.version_string);

    let session = connection.create().await?;
    let handle = session.attach_to("janus.plugin.echotest").await?;
    println!("session {}, handle {}", session.id(), handle.id());

    let (data, answer) = handle.message(&json!({ "audio": true }), Some(&sdp::offer())).await?;
    println!("response {data}, with an SDP answer: {}", answer.is_some());

    handle.detach().await?;
    while let Some(event) = handle.next_event().await {
        match event {
            Event::WebrtcUp => println!("the PeerConnection is up"),
            Event::Media(media) => println!("media: {media:?}"),
            Event::Hangup { reason } => println!("the PeerConnection is closed: {reason}"),
            Event::Ended(reason) => println!("the handle ended: {reason:?}"),
            other => println!("{other:?}"),
        }
    }
    connection.close().await;
    Ok(())
}
