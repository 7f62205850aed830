//! A request without what Janus requires.

use bifrons::plugins::videoroom::JoinPublisher;

fn request() -> JoinPublisher {
    JoinPublisher::default()
}

fn main() {}
