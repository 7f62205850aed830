//! Asks a script in JavaScript that Janus runs; what it understands is its own.
//!
//!     cargo run --example duktape -- ws://127.0.0.1:8188 [API SECRET]

mod support;

use bifrons::plugins::duktape::{Ask, Duktape};
use serde_json::Map;
use support::{connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let handle = connection.create().await?.attach::<Duktape>().await?;
    let body = Map::from_iter([("audio".to_owned(), true.into())]);
    let said = handle.ask(Ask { extra: body.clone(), ..Default::default() }).await?;
    println!("the script says {:?}", said.extra);
    let said = handle.ask(Ask { extra: body, jsep: Some(sdp::offer()) }).await?;
    println!("the script says {:?}, with an answer: {}", said.extra, said.jsep.is_some());
    connection.close().await;
    Ok(())
}
