//! A request of another plugin.

use bifrons::plugins::{echotest::EchoTest, videoroom::JoinPublisher};

async fn join(handle: bifrons::Handle<EchoTest>) {
    let _ = handle.join_publisher(JoinPublisher::new(1234)).await;
}

fn main() {}
