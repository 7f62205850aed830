//! What the npm package's JavaScript calls, and what it is called with.
//!
//! Nothing here knows Janus's protocol: arguments become commands, outputs
//! become calls of hooks. Promises, emitters and classes that users extend are
//! JavaScript's own, in `pkg-template/lib`.

#![allow(unnameable_types, unreachable_pub, reason = "it is JavaScript that names them")]

#[cfg(feature = "npm")]
mod core;
#[cfg(feature = "npm-testing")]
mod mock;
#[cfg(feature = "npm")]
mod sink;
#[cfg(feature = "npm")]
mod values;

/// A fifth of the size of the standard library's allocator, and slower.
#[cfg(feature = "small-allocator")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
