//! A video room: Alice publishes, Bob subscribes.
//!
//!     cargo run --example videoroom -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::Event;
use bifrons::plugins::videoroom::{
    Configure, Create, Destroy, Event as RoomEvent, JoinPublisher, JoinSubscriber, ListParticipants, Publish,
    Start, Subscription, VideoRoom,
};
use support::{answer_to, connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let session = connection.create().await?;
    let alice = session.attach::<VideoRoom>().await?;
    // Bob subscribes to the dummy publisher, because this example has no media.
    let create = Create::default().dummy_publisher(true).max_publishers(3);
    let room = alice.create(create).await?.room;
    println!("created room {room}");

    let joined = alice.join_publisher(JoinPublisher::new(room.clone()).display("Alice")).await?;
    let publish = Publish::new(sdp::offer()).bitrate(512_000);
    let published = alice.publish(publish).await?;
    println!("publishing {:?}, as {:?}", published.audiocodec, joined.feed);

    let bob = session.attach::<VideoRoom>().await?;
    for publisher in joined.publishers {
        let streams = vec![Subscription::new(publisher.feed)];
        let subscribe = JoinSubscriber::new(room.clone()).streams(streams);
        let attached = bob.join_subscriber(subscribe).await?;
        let answer = answer_to(Some(&attached.jsep))?;
        bob.start(Start::default().jsep(answer)).await?;
        println!("subscribed to {} streams", attached.streams.len());
    }
    let list = ListParticipants::new(room.clone());
    println!("{} participants", alice.list_participants(list).await?.participants.len());
    alice.configure(Configure::default().display("Alicia")).await?;

    bob.destroy(Destroy::new(room)).await?;
    while let Some(event) = alice.next_event().await {
        if let Event::Plugin(RoomEvent::Destroyed(_)) = event {
            println!("the room was destroyed");
            break;
        }
    }
    connection.close().await;
    Ok(())
}
