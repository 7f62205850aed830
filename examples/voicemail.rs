//! Leaves a message on the server (Janus 1.1.2 and older).
//!
//!     cargo run --example voicemail -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::voicemail::{Record, Stop, VoiceMail};
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let handle = connection.create().await?.attach::<VoiceMail>().await?;
    let begun = handle.record(Record { jsep: Some(sdp::offer()), ..Default::default() }).await?;
    println!("{:?}, with an answer for the page: {}", begun.status, begun.jsep.is_some());
    // With media flowing, events tell that it started and, ten seconds later, that it is done.
    let done = handle.stop(Stop::default()).await?;
    println!("{:?}: to be fetched at {:?}", done.status, done.recording);
    connection.close().await;
    Ok(())
}
