//! What the npm package's JavaScript calls, and what it is called with.
//!
//! One class: each method reports something that has happened, and returns the time of the next deadline. What the core
//! wants done has become calls of `Actions` by then. Texts cross as their UTF-8, since that is what sockets have.

#![allow(unnameable_types, unreachable_pub, reason = "it is JavaScript that names them")]

mod actions;
mod connect;
mod core;
mod operate;
mod settings;
mod slots;
