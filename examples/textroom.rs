//! A chat room: the requests over Janus's API, and the texts of its data channel.
//!
//!     cargo run --example textroom -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::Secret;
use bifrons::plugins::textroom::channel::{self, ChannelEvent, Join, Message, Received};
use bifrons::plugins::textroom::{Ack, Create, Destroy, ListParticipants, Setup, TextRoom};
use support::{answer_to, connect};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let handle = connection.create().await?.attach::<TextRoom>().await?;
    let secret = Secret::from("only this program knows");
    let create = Create::default().history(10).secret(secret.clone());
    let room = handle.create(create).await?.room;
    println!("created room {room}");

    let offered = handle.setup(Setup::default()).await?;
    let answer = answer_to(offered.jsep.as_ref())?;
    handle.ack(Ack::new(answer)).await?;
    // From here on, the page with the data channel sends and receives these texts.
    let join = Join::new(room.clone(), "alice");
    println!("send {}", channel::write("1", &join)?);
    let message = Message::new(room.clone(), "hello");
    println!("send {}", channel::write("2", &message)?);
    for text in [
        r#"{"textroom":"success","transaction":"1","participants":[{"username":"bob"}]}"#,
        r#"{"textroom":"message","room":1234,"from":"bob","text":"hello, Alice"}"#,
    ] {
        match channel::read(text)? {
            Received::Reply(reply) => println!("participants: {:?}", reply.of::<Join>()?.participants),
            Received::Event(ChannelEvent::Message(message)) => {
                println!("{:?}: {:?}", message.from, message.text)
            }
            Received::Event(event) => println!("{event:?}"),
        }
    }

    let list = ListParticipants::new(room.clone());
    println!("{} participants", handle.list_participants(list).await?.participants.len());
    handle.destroy(Destroy::new(room).secret(secret)).await?;
    connection.close().await;
    Ok(())
}
