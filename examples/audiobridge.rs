//! An audio conference: two participants join a room, and one mutes the other.
//!
//!     cargo run --example audiobridge -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::audiobridge::{AudioBridge, Create, Destroy, Event as BridgeEvent, Join, Leave, Mute};
use bifrons::{Event, Secret};
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let session = connection.create().await?;
    let (alice, bob) = (session.attach::<AudioBridge>().await?, session.attach::<AudioBridge>().await?);
    let secret = Secret::from("only Alice knows");
    let create = Create::default().secret(secret.clone());
    let room = alice.create(create).await?.room;
    println!("created room {room}");

    let join = |name: &str| Join::new(room.clone()).display(name).jsep(sdp::offer());
    alice.join(join("Alice")).await?;
    let joined = bob.join(join("Bob")).await?;
    println!("Bob is {:?} and joined a room with {} others", joined.feed, joined.participants.len());

    let feed = joined.feed;
    alice.mute(Mute::new(room.clone(), feed).secret(secret.clone())).await?;
    bob.leave(Leave::default()).await?;
    alice.destroy(Destroy::new(room).secret(secret)).await?;
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
