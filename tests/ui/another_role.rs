//! A request that a subscriber does not have.

use bifrons::plugins::videoroom::{Publish, role::Subscriber};

async fn publish(handle: bifrons::Handle<Subscriber>, request: Publish) {
    let _ = handle.publish(request).await;
}

fn main() {}
