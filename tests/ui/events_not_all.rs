//! A match without an arm for the events of later versions.

use bifrons::{Event, plugins::echotest::EchoTest};

async fn read(handle: bifrons::Handle<EchoTest>) {
    while let Some(event) = handle.next_event().await {
        match event {
            Event::WebrtcUp => {}
            Event::Hangup { .. } => {}
        }
    }
}

fn main() {}
