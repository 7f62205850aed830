#![doc = include_str!("tour.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
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

#[doc(inline)]
pub use client::*;
pub use config::{Address, Api, Config, Recovery, Retry};
pub use engine::{CreateOptions, Disconnect, EndReason, ResumedSessions};
pub use error::{Error, ErrorCode, Fault, Result};
pub use id::{HandleId, Id, SessionId};
pub use secret::Secret;
pub use wire::{AttachOptions, Candidate, Jsep, JsepType};

/// This crate's version.
#[must_use]
pub const fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Compiles the Rust of the documents.
#[cfg(doctest)]
mod documents {
    #[doc = include_str!("../README.md")]
    struct Readme;
    #[doc = include_str!("../docs/guides/errors.md")]
    struct Errors;
    #[doc = include_str!("../docs/guides/testing.md")]
    struct Testing;
    #[doc = include_str!("../docs/moving/from-jarust.md")]
    struct FromJarust;
    #[doc = include_str!("../docs/quickstart/rust.md")]
    struct Quickstart;
    #[doc = include_str!("../docs/explanation/sans-io.md")]
    struct SansIo;
}
