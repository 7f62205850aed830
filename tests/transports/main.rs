//! Transports other than WebSockets, with a plain executor and a manual clock.

#![cfg(feature = "native")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod datagram;
mod driver;
mod exchange;
mod mock;
