//! A handle in two tasks without an Arc.

use bifrons::plugins::echotest::{EchoTest, Start};

fn both(handle: bifrons::Handle<EchoTest>) {
    tokio::spawn(async move { handle.start(Start::default()).await });
    tokio::spawn(async move { handle.next_event().await });
}

fn main() {}
