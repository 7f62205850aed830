//! The engine's behaviour in virtual time, one topic a file; natively and as WebAssembly.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may panic")]

mod support;

mod backpressure;
mod closing;
mod connecting;
mod early;
mod endings;
mod events;
mod keepalive;
mod liveness;
mod malformed;
mod parts;
mod preparing;
mod queueing;
mod rebuilding;
mod reconnecting;
mod recovery;
mod responses;
mod sessions;
mod sip;
mod stats;
mod timeouts;
mod tokens;
mod transactions;
mod transport;
mod uncorrelated_refusals;
mod wire;
