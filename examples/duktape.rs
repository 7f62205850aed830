//! Sends requests to a script in JavaScript that Janus runs. The script defines the fields.
//!
//!     cargo run --example duktape -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::duktape::{Ask, Duktape};
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let handle = connection.create().await?.attach::<Duktape>().await?;
    let ask = Ask::default().extra("audio", true);
    let message = handle.ask(ask.clone()).await?;
    println!("the script sent {:?}", message.extra);
    let message = handle.ask(ask.jsep(sdp::offer())).await?;
    println!("the script sent {:?}, with an SDP answer: {}", message.extra, message.jsep.is_some());
    connection.close().await;
    Ok(())
}
