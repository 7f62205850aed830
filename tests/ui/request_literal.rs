//! A request written as a literal, which a later version would break.

use bifrons::plugins::videoroom::JoinPublisher;

fn request() -> JoinPublisher {
    JoinPublisher { room: 1234.into(), ..JoinPublisher::new(1234) }
}

fn main() {}
