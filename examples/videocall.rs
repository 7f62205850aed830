//! Alice calls Bob by username.
//!
//!     cargo run --example videocall -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::videocall::{Accept, Call, Event as CallEvent, HangupCall, Register, VideoCall};
use bifrons::{Event, Handle};
use support::{answer_to, connect, sdp};

async fn next_plugin_event(handle: &Handle<VideoCall>) -> Option<CallEvent> {
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
    alice.register(Register::new("alice")).await?;
    bob.register(Register::new("bob")).await?;

    let call = Call::new("bob").jsep(sdp::offer());
    println!("Alice: {:?}", alice.call(call).await?.event);
    if let Some(CallEvent::IncomingCall(call)) = next_plugin_event(&bob).await {
        println!("Bob: {:?} calls", call.username);
        let answer = answer_to(Some(&call.jsep))?;
        bob.accept(Accept::default().jsep(answer)).await?;
    }
    if let Some(CallEvent::Accepted(accepted)) = next_plugin_event(&alice).await {
        println!(
            "Alice: {:?} accepted the call, with an SDP answer: {}",
            accepted.username,
            accepted.jsep.is_some()
        );
    }
    bob.hangup_call(HangupCall::default().reason("enough")).await?;
    if let Some(CallEvent::Hangup(end)) = next_plugin_event(&alice).await {
        println!("Alice: {:?} hung up, {:?}", end.username, end.reason);
    }
    connection.close().await;
    Ok(())
}
