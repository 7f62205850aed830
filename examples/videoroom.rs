//! A video room: Alice publishes, Bob subscribes.
//!
//!     cargo run --example videoroom -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::videoroom::{
    Configure, Create, Destroy, Event as RoomEvent, JoinPublisher, JoinSubscriber, ListParticipants, Publish,
    Start, Subscription, VideoRoom,
};
use bifrons::{Event, Id};
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let session = connection.create().await?;
    let alice = session.attach::<VideoRoom>().await?;
    // Bob subscribes to the dummy publisher, because this example has no media.
    let create = Create { dummy_publisher: Some(true), max_publishers: Some(3), ..Default::default() };
    let room = alice.create(create).await?.room.unwrap_or(Id::from(0));
    println!("created room {room}");

    let display = Some("Alice".to_owned());
    let joined =
        alice.join_publisher(JoinPublisher { room: room.clone(), display, ..Default::default() }).await?;
    let publish = Publish { jsep: Some(sdp::offer()), bitrate: Some(512_000), ..Default::default() };
    let published = alice.publish(publish).await?;
    println!("publishing {:?}, as {:?}", published.audiocodec, joined.feed);

    let bob = session.attach::<VideoRoom>().await?;
    for publisher in joined.publishers.unwrap_or_default() {
        let streams =
            Some(vec![Subscription { feed: publisher.feed.unwrap_or(Id::from(0)), ..Default::default() }]);
        let subscribe = JoinSubscriber { room: room.clone(), streams, ..Default::default() };
        let attached = bob.join_subscriber(subscribe).await?;
        let answer = attached.jsep.as_ref().map(sdp::answer_to);
        bob.start(Start { jsep: answer, ..Default::default() }).await?;
        println!("subscribed to {} streams", attached.streams.unwrap_or_default().len());
    }
    let list = ListParticipants { room: room.clone(), ..Default::default() };
    println!("{} participants", alice.list_participants(list).await?.participants.unwrap_or_default().len());
    alice.configure(Configure { display: Some("Alicia".to_owned()), ..Default::default() }).await?;

    bob.destroy(Destroy { room, ..Default::default() }).await?;
    while let Some(event) = alice.next_event().await {
        if let Event::Plugin(RoomEvent::Destroyed(_)) = event {
            println!("the room was destroyed");
            break;
        }
    }
    connection.close().await;
    Ok(())
}
