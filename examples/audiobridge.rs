//! An audio conference: two participants join a room, and one mutes the other.
//!
//!     cargo run --example audiobridge -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::audiobridge::{AudioBridge, Create, Destroy, Event as BridgeEvent, Join, Leave, Mute};
use bifrons::{Event, Id, Secret};
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let session = connection.create().await?;
    let (alice, bob) = (session.attach::<AudioBridge>().await?, session.attach::<AudioBridge>().await?);
    let secret = Some(Secret::from("only Alice knows"));
    let create = Create { secret: secret.clone(), ..Default::default() };
    let room = alice.create(create).await?.room.unwrap_or(Id::from(0));
    println!("created room {room}");

    let join = |name: &str| Join {
        room: room.clone(),
        display: Some(name.to_owned()),
        jsep: Some(sdp::offer()),
        ..Default::default()
    };
    alice.join(join("Alice")).await?;
    let joined = bob.join(join("Bob")).await?;
    println!(
        "Bob is {:?} and joined a room with {} others",
        joined.feed,
        joined.participants.unwrap_or_default().len()
    );

    let feed = joined.feed.unwrap_or(Id::from(0));
    alice.mute(Mute { room: room.clone(), feed, secret: secret.clone(), ..Default::default() }).await?;
    bob.leave(Leave::default()).await?;
    alice.destroy(Destroy { room, secret, ..Default::default() }).await?;
    while let Some(event) = alice.next_event().await {
        match event {
            Event::Plugin(BridgeEvent::PeerJoined(_)) => println!("Bob joined"),
            Event::Plugin(BridgeEvent::Configured(_)) => println!("Bob is muted"),
            Event::Plugin(BridgeEvent::PeerLeaving(_)) => println!("Bob left"),
            Event::Plugin(BridgeEvent::Destroyed(_)) => break,
            _ => {}
        }
    }
    println!("the room was destroyed");
    connection.close().await;
    Ok(())
}
