//! Records on the server, and lists the recordings.
//!
//!     cargo run --example recordplay -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::Event;
use bifrons::plugins::recordplay::{
    Configure, ListRecordings, Play, Record, RecordPlay, Stop, UpdateRecordings,
};
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let handle = connection.create().await?.attach::<RecordPlay>().await?;
    handle.configure(Configure::default().max_bitrate(512_000)).await?;
    let record = Record::new("a greeting").jsep(sdp::offer());
    let begun = handle.record(record).await?;
    println!("{:?} {:?}, with an SDP answer: {}", begun.status, begun.id, begun.jsep.is_some());
    handle.stop(Stop::default()).await?;
    while let Some(event) = handle.next_event().await {
        if matches!(event, Event::Hangup { .. }) {
            break;
        }
    }

    handle.update_recordings(UpdateRecordings::default()).await?;
    for recording in handle.list_recordings(ListRecordings::default()).await?.list {
        println!("recording {:?}: {:?} of {:?}", recording.id, recording.name, recording.date);
    }
    // If media had been recorded, the response would carry an SDP offer, which `Start` answers.
    match handle.play(Play::new(begun.id.unwrap_or_default())).await {
        Ok(offered) => println!("{:?}", offered.status),
        Err(error) => println!("there is nothing to play: {error}"),
    }
    connection.close().await;
    Ok(())
}
