//! The code that the examples share.

#![allow(dead_code, unreachable_pub, reason = "each example uses a part of it")]

pub mod sdp;

use std::env;

use bifrons::{Connection, Error, ErrorCode, Jsep, Result};

/// Connects to the Janus of the command line: its URL and its optional API secret.
pub async fn connect() -> Result<Connection> {
    let mut args = env::args().skip(1);
    let mut connect = bifrons::connect(args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned()));
    if let Some(secret) = args.next() {
        connect = connect.api_secret(secret);
    }
    connect.await
}

/// An SDP answer that accepts all media of the offer; an application with media gets it from a browser.
///
/// # Errors
/// There is no offer.
pub fn answer_to(offer: Option<&Jsep>) -> Result<Jsep> {
    let missing = || Error::new(ErrorCode::BadResponse, "the message contains no SDP offer");
    offer.map(sdp::answer_to).ok_or_else(missing)
}
