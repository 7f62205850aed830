//! Connection, session, handle: the API of an application, on every platform.

mod admin;
mod attach;
mod connect;
mod connection;
mod connection_event;
mod connection_events;
mod connection_state;
mod current_id;
mod event;
mod events;
mod generated;
mod handle;
mod ice_server;
mod log;
mod raw_fields;
mod rebuild_queue;
mod rebuilds;
mod recent_events;
mod request;
mod request_span;
mod response;
mod server_info;
mod session;
mod spans;
mod waiters;
mod watcher;

pub use self::admin::Admin;
pub use self::connect::{Connect, connect};
pub use self::connection::Connection;
pub use self::connection_event::ConnectionEvent;
pub use self::connection_events::ConnectionEvents;
pub use self::connection_state::ConnectionState;
pub use self::event::{Event, Media, SlowLink};
pub use self::events::Events;
pub use self::handle::Handle;
pub use self::ice_server::IceServer;
pub use self::rebuilds::{Rebuild, Rebuilds};
pub use self::request::RawRequest;
pub use self::server_info::{Module, ServerInfo};
pub use self::session::Session;

cfg_if::cfg_if! {
    if #[cfg(not(target_family = "wasm"))] {
        pub use self::connect::connect_with;
    }
}
