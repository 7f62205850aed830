//! The code that the examples share.

#![allow(dead_code, unreachable_pub, reason = "each example uses a part of it")]

pub mod sdp;

use std::env;

use bifrons::{Connection, Result};

/// Connects to the Janus of the command line: its URL and its optional API secret.
pub async fn connect() -> Result<Connection> {
    let mut args = env::args().skip(1);
    let mut connect = bifrons::connect(args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned()));
    if let Some(secret) = args.next() {
        connect = connect.api_secret(secret);
    }
    connect.await
}
