//! Two readers of one stream of events.

use bifrons::plugins::echotest::EchoTest;

fn read(handle: bifrons::Handle<EchoTest>) {
    let events = handle.events();
    let others = events.clone();
    drop((events, others));
}

fn main() {}
