//! Bifrons.

pub mod config;
pub mod engine;
pub mod error;
pub mod id;
pub mod secret;
pub mod time;
pub mod wire;
