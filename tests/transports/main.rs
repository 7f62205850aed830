//! Transports that are no WebSocket, under a plain executor and a clock that is set by hand.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod datagram;
mod driver;
mod exchange;
mod mock;
