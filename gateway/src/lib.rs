//! A gateway between pages and Janus: it speaks the Janus API to both, knows who a page is by its token, and decides
//! each request.
#![forbid(unsafe_code)]

pub mod core;

#[cfg(any(feature = "configuration", feature = "server"))]
mod asking;
#[cfg(feature = "configuration")]
mod configuration;
#[cfg(any(feature = "configuration", feature = "server"))]
mod listening;
#[cfg(all(feature = "npm", target_family = "wasm"))]
mod npm;
#[cfg(any(feature = "configuration", feature = "server"))]
mod reporting;

#[cfg(feature = "server")]
pub mod server;
#[cfg(feature = "server")]
pub mod store;

#[cfg(feature = "program")]
pub mod program;

/// The README's code compiles.
#[cfg(all(doctest, feature = "server"))]
#[doc = include_str!("../README.md")]
mod readme {}
