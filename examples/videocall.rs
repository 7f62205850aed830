//! Alice calls Bob by name.
//!
//!     cargo run --example videocall -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::videocall::{Accept, Call, Event as Told, HangupCall, Register, VideoCall};
use bifrons::{Event, Handle};
use support::{connect, sdp};

async fn told(handle: &Handle<VideoCall>) -> Option<Told> {
    loop {
        if let Event::Plugin(event) = handle.next_event().await? {
            return Some(event);
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let session = connection.create().await?;
    let (alice, bob) = (session.attach::<VideoCall>().await?, session.attach::<VideoCall>().await?);
    alice.register(Register { username: "alice".into(), ..Default::default() }).await?;
    bob.register(Register { username: "bob".into(), ..Default::default() }).await?;

    let call = Call { username: "bob".into(), jsep: Some(sdp::offer()), ..Default::default() };
    println!("Alice: {:?}", alice.call(call).await?.event);
    if let Some(Told::IncomingCall(call)) = told(&bob).await {
        println!("Bob: {:?} calls", call.username);
        let answer = call.jsep.as_ref().map(sdp::answer_to);
        bob.accept(Accept { jsep: answer, ..Default::default() }).await?;
    }
    if let Some(Told::Accepted(accepted)) = told(&alice).await {
        println!("Alice: {:?} took the call, with an answer: {}", accepted.username, accepted.jsep.is_some());
    }
    bob.hangup_call(HangupCall { reason: Some("enough".into()), ..Default::default() }).await?;
    if let Some(Told::Hangup(end)) = told(&alice).await {
        println!("Alice: {:?} hung up, {:?}", end.username, end.reason);
    }
    connection.close().await;
    Ok(())
}
