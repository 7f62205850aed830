#![doc = include_str!("../README.md")]
//!
//! # Features
//!
//! A feature only adds. An address that needs a feature which is left out fails with
//! [`ErrorCode::Unsupported`], and the error names the feature. Those up to `signed-tokens` are for native
//! programs, and have no effect in WebAssembly.
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `native` | yes | [`connect`] on tokio, `ws://` |
//! | `tls` | yes | `wss://`, by rustls with ring |
//! | `tls-native-roots` | yes | trust in the authorities of the system |
//! | `tls-webpki-roots` | yes | trust in Mozilla's authorities if the system has none, or without `tls-native-roots` |
//! | `rustls` | | `Tls::Custom`, a `rustls::ClientConfig` of rustls 0.23 |
//! | `unix` | yes | `file://`, `unix://`, `ws+unix://` |
//! | `http` | | `http://`, `https://`; includes `tls` |
//! | `signed-tokens` | yes | `SignedToken` |
//! | `testing` | | the module `mock`: a mock Janus server for tests |
//! | `mock-janus` | | the program `mock-janus` |
//! | `npm`, `npm-testing` | | internal: the exports behind the npm package, which may change in any version |
//!
//! Without any feature [`engine`], [`wire`] and [`plugins`] are a client without I/O, on every target:
//! [`wire::Message`] reads text, and [`engine::Engine`] returns the requests to send as text.
#![forbid(unsafe_code)]
#![allow(
    clippy::arc_with_non_send_sync,
    reason = "natively they are both; in WebAssembly there is one thread"
)]

cfg_if::cfg_if! {
    if #[cfg(all(target_family = "wasm", any(feature = "npm", feature = "npm-testing")))] {
        mod npm;
    }
}

cfg_if::cfg_if! {
    if #[cfg(all(not(target_family = "wasm"), feature = "signed-tokens"))] {
        mod token;
        pub use token::SignedToken;
    }
}

pub mod admin;
pub mod client;
pub mod config;
pub mod driver;
pub mod engine;
pub mod error;
pub mod id;
#[cfg(feature = "testing")]
pub mod mock;
pub mod plugins;
mod rng;
pub mod secret;
pub mod time;
pub mod transport;
pub mod wire;

pub use client::*;
pub use config::{Address, Api, Config, Recovery, Retry};
pub use engine::{CreateOptions, Disconnect, EndReason};
pub use error::{Error, ErrorCode, Fault, Result};
pub use id::{HandleId, Id, SessionId};
pub use secret::Secret;
pub use wire::{AttachOptions, Candidate, Jsep, JsepType};

/// This crate's version.
#[must_use]
pub const fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
