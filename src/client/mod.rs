//! Connection, session, handle: the API of an application, on every platform.

mod admin;
mod connect;
mod connection;
mod connection_event;
mod current_id;
mod event;
mod generated;
mod handle;
mod log;
mod raw_fields;
mod request;
mod response;
mod server_info;
mod session;
mod waiters;

pub use self::admin::Admin;
pub use self::connect::{Connect, connect};
pub use self::connection::{Connection, ConnectionEvents};
pub use self::connection_event::ConnectionEvent;
pub use self::event::{Event, Media, SlowLink};
pub use self::handle::Handle;
pub use self::request::RawRequest;
pub use self::server_info::{Module, ServerInfo};
pub use self::session::Session;

cfg_if::cfg_if! {
    if #[cfg(not(target_family = "wasm"))] {
        pub use self::connect::connect_with;
    }
}
