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
    let begun = handle.record(Record::new(sdp::offer())).await?;
    println!("{:?}, with an SDP answer for the page: {}", begun.status, begun.jsep.is_some());
    // With media, events report `started` and, ten seconds later, `done`.
    let done = handle.stop(Stop::default()).await?;
    println!("{:?}, URL of the recording: {:?}", done.status, done.recording);
    connection.close().await;
    Ok(())
}
