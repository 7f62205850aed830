//! SDP without its kind.

use bifrons::plugins::echotest::Start;

fn request(sdp: String) -> Start {
    Start::default().jsep(sdp)
}

fn main() {}
