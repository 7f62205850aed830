//! A plugin of your own, or one that this crate does not have: two small impls.
//!
//!     cargo run --example own_plugin -- ws://127.0.0.1:8188 [API SECRET]
//!
//! It checks whether rooms of the VideoRoom plugin exist.

use std::env;

use bifrons::Result;
use bifrons::plugins::{Plugin, Request};
use bifrons::wire::Payload;
use serde::{Deserialize, Serialize};
use serde_json::Value;

enum Rooms {}

impl Plugin for Rooms {
    const PACKAGE: &'static str = "janus.plugin.videoroom";
    type Event = Value;

    fn event(message: &impl Payload) -> Value {
        message.plugin_data().unwrap_or_default()
    }
}

#[derive(Serialize)]
struct Exists {
    room: u64,
}

#[derive(Deserialize)]
struct Existence {
    exists: bool,
}

impl Request for Exists {
    type Plugin = Rooms;
    type Reply = Existence;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "exists")];
    // The plugin has no rules that classify its events: the next response ends the request.
    const RESPONSE_EVENTS: &'static [&'static str] = &[];
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let mut connect = bifrons::connect(args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned()));
    if let Some(secret) = args.next() {
        connect = connect.api_secret(secret);
    }
    let connection = connect.await?;
    let rooms = connection.create().await?.attach::<Rooms>().await?;
    for room in [1234, 4321] {
        let Existence { exists } = rooms.request(Exists { room }).await?;
        println!("room {room} exists: {exists}");
    }
    connection.close().await;
    Ok(())
}
