//! What the npm package's JavaScript calls, and what it is called with.
//!
//! Nothing here knows Janus's protocol: arguments become commands, outputs
//! become calls of hooks. Promises, emitters and classes that users extend are
//! JavaScript's own, in `pkg-template/lib`.

mod core;
mod desk;
mod values;
